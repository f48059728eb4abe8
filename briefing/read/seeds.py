"""The folder of seeds as a whole: every seed that can be read, every file that cannot, every mistake."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from briefing.config import front_page_seeds
from briefing.errors import AuthorError, Mistake
from briefing.marked_yaml import Report, nearest
from briefing.model import Edited, Seed, Settings, Unread
from briefing.read.content import Content
from briefing.read.files import SEEDS, SUFFIXES, Found, UnreadableError, decode, find_files, read_bytes
from briefing.read.sidecar import read_sidecar
from briefing.read.text import read_text

SIDECAR_LIMIT = 100_000  # bytes
# Beyond these a file is no article, and would keep the engine busy for minutes: its time grows with the square of a
# paragraph's length and of the number of blocks of code.
MOST_LINES = 10_000
MOST_CHARACTERS = 50_000  # of a line: nine thousand words
MOST_TEXT = 500_000  # characters in all: a book

Recall = Callable[[str, Callable[[], Content]], Content]


@dataclass(frozen=True, slots=True)
class SeedFolder:
    """What seeds/ holds: seeds sorted by id, and the files that could not be read, sorted by path."""

    seeds: tuple[Seed, ...]
    unread: tuple[Unread, ...]


def read_seeds(root: Path, settings: Settings, recall: Recall = lambda _, make: make()) -> SeedFolder:
    """Reads every seed below ``root/seeds`` with its sidecar; raises AuthorError with all mistakes in them.

    ``recall(key, make)`` may return what ``make()`` returned earlier for the same key, which names the content and
    the path of a file: reading Markdown and web pages takes far longer than hashing them.
    """
    if not (root / SEEDS).is_dir():
        raise AuthorError([Mistake(SEEDS, None, "no such folder, expected it to hold the articles; create it")])
    found = find_files(root)
    candidates = [file for file in found if file.role == "seed"]
    mistakes = _clashes(candidates)
    contents = {file.id: _read(file, settings.seed_limit, recall) for file in candidates}
    edits = _read_sidecars(found, contents, mistakes)
    mistakes += [mistake for _, content in contents.values() for mistake in content.mistakes]
    mistakes += _unknown_on_front_page(root, contents)
    if mistakes:
        raise AuthorError(mistakes)
    seeds = [_seed(file, *contents[file.id], edits.get(file.id)) for file in candidates]
    unread = [Unread(file.file, contents[file.id][1].unreadable) for file in candidates]
    unread += [Unread(file.file, file.refused or _unwanted(file)) for file in found if file.role == "other"]
    return SeedFolder(
        tuple(sorted((seed for seed in seeds if seed), key=lambda seed: seed.id)),
        tuple(sorted((file for file in unread if file.reason), key=lambda file: file.file)),
    )


def _read(file: Found, limit: int, recall: Recall) -> tuple[str, Content]:
    """The sha256 of the file, and its content."""
    if file.refused:
        return "", Content(unreadable=file.refused)
    try:
        data = read_bytes(file.path, limit)
    except UnreadableError as error:
        return "", Content(unreadable=str(error))
    sha256 = hashlib.sha256(data).hexdigest()
    if file.suffix == ".txt":  # as fast as remembering
        return sha256, _read_content(file, data)
    return sha256, recall(f"{sha256} {file.file}", lambda: _read_content(file, data))


def _read_content(file: Found, data: bytes) -> Content:
    try:
        if file.suffix == ".txt":
            content = Content(read_text(decode(data)))
        elif file.suffix == ".md":
            from briefing.read.markdown import read_markdown

            content = read_markdown(decode(data), file.file)
        else:
            from briefing.read.web_page import declared_encoding, read_web_page

            content = read_web_page(decode(data, declared_encoding(data)))
    except UnreadableError as error:
        return Content(unreadable=str(error))
    if len(content.lines) > MOST_LINES:
        return Content(unreadable=f"has more than {MOST_LINES:,} lines or paragraphs, so it is no article; split it")
    if any(len(line.text) > MOST_CHARACTERS for line in content.lines):
        reason = f"has a line or paragraph of more than {MOST_CHARACTERS:,} characters, so it is no article"
        return Content(unreadable=f"{reason}; part it into paragraphs")
    if sum(len(line.text) for line in content.lines) > MOST_TEXT:
        return Content(unreadable=f"has a text of more than {MOST_TEXT:,} characters, so it is no article; split it")
    if content.mistakes or content.unreadable or any(line.text for line in content.lines):
        return content
    return Content(unreadable="holds no text")


def _seed(file: Found, sha256: str, content: Content, edited: Edited | None) -> Seed | None:
    if content.unreadable:
        return None
    return Seed(file.id, file.file, sha256, content.lines, content.stated, edited or Edited(), content.doubts)


def _unwanted(file: Found) -> str:
    if file.suffix in (".markdown", ".mdown", ".xhtml", ".text"):
        cure = {".markdown": ".md", ".mdown": ".md", ".xhtml": ".html", ".text": ".txt"}[file.suffix]
        return f"is no seed by its name; rename it to end in {cure}"
    return f"is no seed: those end in {', '.join(SUFFIXES[:-1])} or {SUFFIXES[-1]}"


# --------------------------------------------------------------------------------------------------- mistakes


def _clashes(candidates: list[Found]) -> list[Mistake]:
    """Seeds whose ids are the same, or would be on a system that ignores case."""
    first: dict[str, Found] = {}
    mistakes = []
    for file in candidates:
        earlier = first.setdefault(file.id.casefold(), file)
        if earlier is not file:
            message = f"has the same id as {earlier.file} ('{earlier.id}'), expected one seed for it; rename one"
            mistakes.append(Mistake(file.file, None, message))
    return mistakes


def _read_sidecars(
    found: list[Found], contents: Mapping[str, tuple[str, Content]], mistakes: list[Mistake]
) -> dict[str, Edited]:
    edits = {}
    for file in found:
        if file.role == "misnamed sidecar":
            mistakes.append(Mistake(file.file, None, "ends in .yaml, expected .yml for a sidecar; rename it"))
        elif file.role == "sidecar" and file.id not in contents:
            near = nearest(file.id, tuple(contents))
            mistakes.append(Mistake(file.file, None, f"a sidecar without a seed: no seed '{file.id}', {near}"))
        elif file.role == "sidecar":
            edits[file.id] = _read_sidecar(file, contents, mistakes)
    return edits


def _read_sidecar(file: Found, contents: Mapping[str, tuple[str, Content]], mistakes: list[Mistake]) -> Edited:
    report = Report(file.file)
    content = contents[file.id][1]
    try:
        if file.refused:
            raise UnreadableError(file.refused)
        data = read_bytes(file.path, SIDECAR_LIMIT)
        text = decode(data) if data.strip() else ""
    except UnreadableError as error:
        mistakes.append(Mistake(file.file, None, f"{error}, expected a sidecar in YAML; replace it"))
        return Edited()
    lines = None if content.unreadable or content.mistakes else content.lines
    edited = read_sidecar(text, file.file, file.id, lines, contents, report)
    mistakes += report.mistakes
    return edited


def _unknown_on_front_page(root: Path, ids: Mapping[str, object]) -> list[Mistake]:
    return [
        Mistake("briefing.yml", entry.place, f"front_page: no seed '{entry.value}', {nearest(entry.value, tuple(ids))}")
        for entry in front_page_seeds(root)
        if entry.value not in ids
    ]
