#!/usr/bin/env python3
"""The branch that the host's Pages serve: the published briefing at its top, the preview of pull request N in pr-N/.

    pages.py put FOLDER PLACE                PLACE is main, or pr-N; the rest of the branch stays
    pages.py sweep N...                      remove all previews but those of the pull requests N; print their numbers
    pages.py unpack ARTIFACT.zip FOLDER      if it holds a static preview and nothing else
    pages.py comment FOLDER URL REVISION     print what to say of a preview under its pull request

and, of what GitHub answers on standard input, print the number that is looked for, if it is there:

    pages.py pull REVISION REPOSITORY        of pull requests: the one that is at this commit of this repository
    pages.py artifact                        of artifacts: the last preview of a size to publish
    pages.py said                            of comments: ours

Runs with nothing but Python and git, from the code of the default branch. What a pull request made is data that nobody
trusts: it is looked at before it is unpacked, never run, and never said on unless it says what a review can say.
"""

from __future__ import annotations

import html
import json
import re
import shutil
import stat
import subprocess
import sys
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

BOT = "github-actions[bot]"  # whose token the workflows have
BRANCH = "refs/heads/gh-pages"
MARKER = "<!-- briefing-preview -->"  # the first line of the one comment that is kept up to date
MOST_BYTES, MOST_FILES, LONGEST_REVIEW = 200_000_000, 50_000, 60_000
_ATTEMPTS = 8  # of pushing, while others push too

_PATH = re.compile(r"(?!\.)[^/\\\x00-\x1f\x7f:*?\"<>|]+(?:/(?!\.)[^/\\\x00-\x1f\x7f:*?\"<>|]+)*")  # nothing hidden
_STATIC = set("html css js json jsonl csv tsv xml gz txt md svg ico woff2 png jpg jpeg gif webp avif".split())
_STATIC |= {"zip", "sha256", "pdf", "epub"}
_PREVIEW = re.compile(r"pr-([1-9]\d{0,8})")
_NOINDEX = re.compile(rb'<meta name="robots" content="noindex">')
_CANONICAL = re.compile(rb'<link[^>]*rel="?canonical', re.IGNORECASE)
# In a text as it is shown: whom it would notify, what it would link to. `compare` breaks each with U+200B.
_REFERENCE = re.compile(r"[@#!$%~&](?=\w)|\bGH-\d|://(?:www\.)?git(?:hub|lab)\.[^\s]*/\d", re.IGNORECASE)
_COMMAND = re.compile(r"^\s*/", re.MULTILINE)  # GitLab does what a line like /merge says, for whoever writes it
_LINKS = {
    "index.html": "Read the briefing with this change",
    "review.html": "What it changes",
    "briefing-preview.zip": "Take it along: the offline zip",
}
_TAG = re.compile(r"</?(?:details|summary|ins|del)>")


class Refused(Exception):
    """What a pull request made, or what was asked for, is not what it has to be; one line for each reason."""


# ---------------------------------------------------------------------------------------------------- what others made


def unpack(archive: Path, folder: Path) -> None:
    """Unpack an artifact into ``folder``. Raises Refused, with nothing unpacked, for all that is wrong in it."""
    try:
        packed = zipfile.ZipFile(archive)
    except zipfile.BadZipFile as error:
        raise Refused(f"no zip: {error}") from None
    with packed:
        files = [info for info in packed.infolist() if not info.is_dir()]
        if len(files) > MOST_FILES or sum(info.file_size for info in files) > MOST_BYTES:
            raise Refused(f"more than {MOST_FILES} files or {MOST_BYTES} bytes")
        wrong = [f"{info.filename!r}: {reason}" for info in files if (reason := _wrong(packed, info))]
        names = [info.filename for info in files]
        wrong += [f"{name!r}: more than once" for name in sorted({n for n in names if names.count(n) > 1})]
        if "index.html" not in names:
            wrong.append("'index.html': is missing")
        if wrong:
            raise Refused("\n".join(wrong[:20]))
        for info in files:
            target = folder / info.filename
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(packed.read(info))


def _wrong(packed: zipfile.ZipFile, info: zipfile.ZipInfo) -> str:
    name, mode = info.filename, info.external_attr >> 16
    if not _PATH.fullmatch(name) or len(name) > 250:
        return "not the path of a page"
    if mode and not stat.S_ISREG(mode) and stat.S_IFMT(mode):
        return "not a plain file"
    if info.flag_bits & 1:
        return "encrypted"
    ending = name.rpartition("/")[2].rpartition(".")[2].lower()
    if ending not in _STATIC and name != "_headers":
        return "not a file of a static site"
    try:
        content = packed.read(info)  # never more than the size that was added up
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, ValueError, zlib.error):
        return "cannot be unpacked"
    if ending == "html" and not _NOINDEX.search(content):
        return "does not ask search engines to pass it by"
    if ending == "html" and _CANONICAL.search(content):
        return "says that it is the page of another address"
    return ""


def comment(url: str, revision: str, review: str, files: tuple[str, ...]) -> str:
    """What to say under a pull request: where its preview is, and what it changes as far as that can be said there."""
    links = "·".join(f" [{text}]({url}{file}) " for file, text in _LINKS.items() if file in files).strip()
    if is_refused(review):
        review = "What it changes cannot be said here: it is in the preview.\n"
    return f"{MARKER}\n{links}\n\nMade of {revision[:9]}.\n\n{review}"


def is_refused(text: str) -> bool:
    """Whether ``text``, which somebody else made, could do more in a comment than be read.

    That is: notify people, link to threads, load pictures, lead elsewhere under another name, hide, or give commands.
    """
    bare = _TAG.sub("", text)
    marks = "<" in bare or "![" in bare or "](" in bare or _COMMAND.search(bare)
    return len(text) > LONGEST_REVIEW or bool(marks or _REFERENCE.search(html.unescape(bare)))


# ----------------------------------------------------------------------------------------------------- the host's word


def answers(text: str) -> Iterator[Any]:
    """The values of a list, or of several one after the other, as pages of a long one come."""
    decoder, position = json.JSONDecoder(), 0
    while text[position:].strip():
        position += len(text[position:]) - len(text[position:].lstrip())
        values, position = decoder.raw_decode(text, position)
        yield from values


def pull(requests: Iterable[Any], revision: str, repository: str) -> list[int]:
    """A fork may be gone, and one branch may be proposed to one other only once."""
    at = [
        r for r in requests if r["head"]["sha"] == revision and (r["head"]["repo"] or {}).get("full_name") == repository
    ]
    return [request["number"] for request in at][:1]


def artifact(found: Iterable[Any]) -> list[int]:
    fitting = [one for one in found if one["name"] == "briefing-preview" and one["size_in_bytes"] <= MOST_BYTES]
    if not fitting:
        raise Refused(f"the run has no artifact briefing-preview of at most {MOST_BYTES} bytes")
    return [max(one["id"] for one in fitting)]


def said(comments: Iterable[Any]) -> list[int]:
    ours = [c for c in comments if c["user"] and c["user"]["login"] == BOT and c["body"].startswith(MARKER)]
    return [comment["id"] for comment in ours][:1]


# ---------------------------------------------------------------------------------------------------------- the branch


def put(folder: Path, place: str) -> None:
    """Make ``folder`` the site at ``place``; of the main site, what is the host's own (CNAME) and previews stay."""
    if place != "main" and not _PREVIEW.fullmatch(place):
        raise Refused(f"{place}: neither main nor pr-N")
    if not (folder / "index.html").is_file():
        raise Refused(f"{folder}: no site, it has no index.html")
    taken = [path.name for path in folder.iterdir() if _is_kept(path.name)]
    if place == "main" and taken:
        raise Refused(f"{taken[0]}: the name of a preview or of the host's; rename it in site_src/")

    def edit(tree: Path) -> None:
        if place != "main":
            shutil.rmtree(tree / place, ignore_errors=True)
            shutil.copytree(folder, tree / place)
            return
        for path in tree.iterdir():
            if not _is_kept(path.name):
                shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
        shutil.copytree(folder, tree, dirs_exist_ok=True)

    change(edit, f"{place} as built")


def _is_kept(name: str) -> bool:
    return name in (".git", "CNAME") or bool(_PREVIEW.fullmatch(name))


def sweep(wanted: set[int]) -> list[int]:
    """Remove the previews of all pull requests but ``wanted``; the numbers of those that were removed."""
    gone: list[int] = []

    def edit(tree: Path) -> None:
        there = [int(found[1]) for path in tree.iterdir() if (found := _PREVIEW.fullmatch(path.name))]
        gone[:] = sorted(set(there) - wanted)
        for number in gone:
            shutil.rmtree(tree / f"pr-{number}")

    change(edit, "Previews of closed pull requests removed")
    return gone


def change(edit: Callable[[Path], None], message: str) -> None:
    """Replace the branch by one commit of what ``edit`` makes of its files; anew, where somebody was faster.

    The branch has no history: a preview is as large as the briefing, and the main branch can make it again.
    """
    remote = _git(Path(), "remote", "get-url", "origin").strip()
    for _ in range(_ATTEMPTS):
        with tempfile.TemporaryDirectory() as name:
            tree = Path(name)
            tip = _fetched(tree, remote)
            before = _git(tree, "rev-parse", f"{tip}^{{tree}}") if tip else ""
            edit(tree)
            (tree / ".nojekyll").touch()  # served as it is
            _git(tree, "add", "--all", "--force")
            after = _git(tree, "write-tree")
            if after == before or (not tip and not _others(tree)):
                return
            commit = _git(tree, "commit-tree", after.strip(), "-m", message).strip()
            lease = f"--force-with-lease={BRANCH}:{tip}"
            pushed = subprocess.run(
                ["git", "push", "--quiet", lease, remote, f"{commit}:{BRANCH}"], cwd=tree, check=False
            )
            if pushed.returncode == 0:
                return
    raise Refused(f"{BRANCH}: cannot be pushed to; the messages of git are above")


def _fetched(tree: Path, remote: str) -> str:
    """The commit of the branch, its files in ``tree``; empty where there is no branch yet."""
    _git(tree, "init", "--quiet")
    for key, value in (
        ("user.name", BOT),
        ("core.autocrlf", "false"),
        ("core.hooksPath", "/dev/null"),
    ):
        _git(tree, "config", key, value)
    _git(tree, "config", "user.email", f"41898282+{BOT}@users.noreply.github.com")
    tip = _git(tree, "ls-remote", remote, BRANCH).partition("\t")[0]
    if tip:
        _git(tree, "fetch", "--quiet", "--depth=1", remote, tip)
        _git(tree, "checkout", "--quiet", tip)
    return tip


def _others(tree: Path) -> bool:
    return any(path.name not in (".git", ".nojekyll") for path in tree.iterdir())


def _git(folder: Path, *arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=folder, check=True, text=True, stdout=subprocess.PIPE).stdout


def main(arguments: list[str]) -> Iterator[str]:
    match arguments:
        case ["unpack", archive, folder]:
            unpack(Path(archive), Path(folder))
        case ["comment", folder, url, revision]:
            there = Path(folder)
            review = there / "review.md"
            told = review.read_text("utf-8", "replace") if review.is_file() else ""
            yield comment(url, revision, told, tuple(path.name for path in there.iterdir())).rstrip("\n")
        case ["put", folder, place]:
            put(Path(folder), place)
        case ["sweep", *numbers]:
            yield from map(str, sweep({int(number) for number in numbers}))
        case ["pull", revision, repository]:
            yield from map(str, pull(answers(sys.stdin.read()), revision, repository))
        case ["artifact"]:
            yield from map(str, artifact(json.load(sys.stdin)["artifacts"]))
        case ["said"]:
            yield from map(str, said(answers(sys.stdin.read())))
        case _:
            raise Refused((__doc__ or "").strip())


if __name__ == "__main__":
    try:
        for line in main(sys.argv[1:]):
            print(line)
    except Refused as refused:
        sys.exit(str(refused))
