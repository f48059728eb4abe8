"""A briefing to begin with, in a folder of its own: the files of ``starter/`` and the schemas of what one writes."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from briefing import __version__, disk
from briefing.errors import AuthorError, Mistake
from briefing.schemas import schema_texts

_SAID = re.compile(r"^ *(site_name|site_description|intro): (?:>-\n *)?(.+)$", re.MULTILINE)
SCHEMAS = ".schemas"  # the first line of briefing.yml and of each sidecar leads there


def start_briefing(folder: Path) -> tuple[str, ...]:
    """Write a briefing to begin with into ``folder``; the paths of its files below it.

    Raises AuthorError, with nothing written, for everything that stands where one of them has to go. Where the machine
    fails, what was written until then is taken back.
    """
    files = _starter_files()
    _refuse_obstacles(folder, files)
    written: list[str] = []
    try:
        for path, content in files.items():
            disk.make_folder((folder / path).parent)
            written.append(path)
            disk.write_file(folder / path, content)
    except BaseException:
        for path in written:
            disk.remove_file(folder / path, folder.parent)
        raise
    return tuple(files)


def _starter_files() -> dict[str, bytes]:
    starter = Path(__file__).parent / "starter"
    paths = sorted(path for path in starter.rglob("*") if path.is_file())
    files = {_name(path.relative_to(starter).as_posix()): path.read_bytes() for path in paths}
    files["requirements.txt"] = files["requirements.txt"].replace(b"{version}", __version__.encode())
    files |= {f"{SCHEMAS}/{name}": text.encode() for name, text in schema_texts().items()}
    return files | {f"{folder}/.gitkeep": b"" for folder in ("site_src", "build")}


@cache
def starter_words() -> Mapping[str, str]:
    """What a new briefing says of itself until its editor does, by the key that says it."""
    starter = Path(__file__).parent / "starter"
    said = (starter / "mkdocs.yml").read_text("utf-8") + (starter / "briefing.yml").read_text("utf-8")
    return {key: " ".join(text.split()) for key, text in _SAID.findall(said)}


def _name(path: str) -> str:
    """The starter's ``dot-github`` is ``.github``: hidden files are left out of packages, and work where they lie."""
    return "/".join(part.replace("dot-", ".", 1) if part.startswith("dot-") else part for part in path.split("/"))


def _refuse_obstacles(folder: Path, files: Mapping[str, bytes]) -> None:
    """Never over a file, a link or anything else; also not through a file or link that stands for a folder."""
    mistakes = []
    if os.path.lexists(folder) and not folder.is_dir():
        mistakes.append(Mistake(str(folder), None, "is no folder, expected one or nothing; name another"))
    else:
        obstacles = {_obstacle(folder, path) for path in files} - {None}
        message = "exists already, expected nothing there; move it away, or name another folder"
        mistakes = [Mistake(str(path), None, message) for path in obstacles]
    if mistakes:
        raise AuthorError(mistakes)


def _obstacle(folder: Path, path: str) -> Path | None:
    *above, name = path.split("/")
    for part in above:
        folder /= part
        if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
            return folder
    return folder / name if os.path.lexists(folder / name) else None
