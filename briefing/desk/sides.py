"""What to compare: a revision of git, a folder with a briefing, or a ``briefing.json``."""

from __future__ import annotations

import hashlib
import io
import json
import os
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from briefing import disk
from briefing.compare import Side
from briefing.doubts import find_doubts
from briefing.errors import AuthorError, Mistake
from briefing.last_run import Options
from briefing.model import Doubt
from briefing.pipeline import Progress, make_briefing

_CODE = "briefing"  # the generator's package, in a repository that holds it beside the articles
_AS_IT_IS = "the briefing as it is"
_LOOK = ("mkdocs.yml", "overrides", f"{_CODE}/render", f"{_CODE}/texts", f"{_CODE}/search")


@dataclass(frozen=True, slots=True)
class Named:
    """What was named on the command line: where it is, if it is a file or folder, else its commit."""

    name: str
    path: Path | None = None
    commit: str = ""


def read_sides(options: Options, base: str, head: str, progress: Progress) -> tuple[Side, Side]:
    """Both sides for the same day and readers; of two revisions, the first is where the second branched off.

    Without a ``head`` it is the briefing itself. Raises AuthorError where one of them is nothing that can be compared,
    and for mistakes in either.
    """
    named = _named(options.root, base), _named(options.root, head) if head else Named(_AS_IT_IS, options.root)
    if named[0].commit:
        named = replace(named[0], commit=_merge_base(options.root, named[0].commit, named[1])), named[1]
    one, other = (_read(options, side, progress) for side in named)
    return one, other


def _named(root: Path, name: str) -> Named:
    path = (Path.cwd() / name).resolve()
    if path.is_dir() or path.is_file():
        return Named(name, path)
    commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}").strip().decode()
    if not commit:
        message = "neither a file, a folder nor a revision of git, expected one of these; correct it"
        raise AuthorError([Mistake(name, None, message)])
    return Named(name, commit=commit)


def _merge_base(root: Path, base: str, head: Named) -> str:
    """So that what happened to the base meanwhile is nobody's change; ``base`` itself where they share no past."""
    tip = head.commit or "HEAD"
    return _git(root, "merge-base", base, tip).strip().decode() or base


def _read(options: Options, named: Named, progress: Progress) -> Side:
    if named.commit:
        folder = _checked_out(options, named.commit)
        try:
            return _read_folder(options, folder, f"{named.name} ({named.commit[:9]})", progress)
        finally:
            disk.remove_folder(options.state / "compare")
    assert named.path is not None
    if named.path.is_file():
        return _read_json(named.path, named.name)
    if (named.path / "mkdocs.yml").is_file():
        return _read_folder(options, named.path, named.name, progress)
    return _read_json(named.path / "briefing.json", named.name)


def _read_json(path: Path, label: str) -> Side:
    try:
        values = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        raise _unusable(label, "holds neither a briefing (mkdocs.yml) nor a briefing.json") from None
    except (UnicodeDecodeError, ValueError):
        raise _unusable(label, "is not JSON") from None
    if not isinstance(values, dict) or values.get("schema") != 1 or "articles" not in values:
        raise _unusable(label, "is no briefing.json of this version")
    values.setdefault("redirects", [])
    return Side(label, values)


def _unusable(label: str, why: str) -> AuthorError:
    return AuthorError([Mistake(label, None, f"{why}, expected a briefing to compare; name another")])


# ------------------------------------------------------------------------------------------------------------ folders


def _read_folder(options: Options, folder: Path, label: str, progress: Progress) -> Side:
    """By the generator that the folder brings, where that is another than this one: its effects are a change too."""
    there = replace(options, root=folder)
    if folder != options.root:
        _lend_cache(options, there)
    if _is_other_generator(folder):
        return _run_generator(there, label)
    from briefing.render.exports import briefing_json

    read, briefing = make_briefing(there, progress)
    return Side(label, json.loads(briefing_json(briefing)), _told(find_doubts(briefing, read.seeds)), _look(folder))


def _told(doubts: tuple[Doubt, ...]) -> tuple[str, ...]:
    """Without the line, which moves with whatever is written above it."""
    return tuple(f"{doubt.file}: {doubt.message}; {doubt.cure}" for doubt in doubts)


def _is_other_generator(folder: Path) -> bool:
    return (folder / _CODE / "__init__.py").is_file() and _digests(folder, _CODE) != _digests(_here(), _CODE)


def _here() -> Path:
    return Path(__file__).parent.parent.parent


def _run_generator(there: Options, label: str) -> Side:
    command = [sys.executable, str(there.root / "generate.py"), "--root", str(there.root), "--today", there.today]
    command += ["--audience", there.audience, "--jobs", str(there.jobs)]
    environment = {**os.environ, "PYTHONPATH": str(there.root)}
    made = subprocess.run([*command, "--pages-only"], capture_output=True, text=True, env=environment, check=False)
    if made.returncode:
        last = (made.stderr.strip() or "no message").splitlines()[-1]
        raise _unusable(label, f"cannot be built by its own generator ({last})")
    side = _read_json(there.site_src / "briefing.json", label)
    checked = subprocess.run(
        [*command, "check", "--json"], capture_output=True, text=True, env=environment, check=False
    )
    doubts = _doubts_of(checked.stdout) if checked.returncode == 0 else None  # an older one has no --json
    return replace(side, doubts=doubts, look=_look(there.root))


def _doubts_of(said: str) -> tuple[str, ...]:
    found = sorted(json.loads(said)["doubts"], key=lambda doubt: (doubt["file"], doubt["line"] or 0, doubt["kind"]))
    return tuple(f"{doubt['file']}: {doubt['message']}; {doubt['cure']}" for doubt in found)


def _lend_cache(options: Options, there: Options) -> None:
    """What was annotated already is not annotated again: entries go by content, code and model."""
    ours, theirs = (one.state / "cache.sqlite" for one in (options, there))
    if ours.is_file() and not theirs.exists():
        disk.make_folder(theirs.parent)
        shutil.copyfile(ours, theirs)


def _look(folder: Path) -> Mapping[str, str]:
    return {path: digest for part in _LOOK for path, digest in _digests(folder, part).items()}


def _digests(folder: Path, part: str) -> dict[str, str]:
    return {path: hashlib.sha256((folder / path).read_bytes()).hexdigest() for path in _files(folder, part)}


def _files(folder: Path, part: str) -> Iterator[str]:
    if (folder / part).is_file():
        yield part
    elif (folder / part).is_dir():
        yield from sorted(f"{part}/{path}" for path, _ in disk.listing(folder / part) if "__pycache__" not in path)


# ---------------------------------------------------------------------------------------------------------------- git


def _checked_out(options: Options, commit: str) -> Path:
    """The briefing's folder as it was at ``commit``, in a folder of its own: the repository itself is not touched."""
    inside = _git(options.root, "rev-parse", "--show-prefix").strip().decode()
    top = Path(_git(options.root, "rev-parse", "--show-toplevel").strip().decode())
    archive = _git(top, "archive", "--format=tar", commit, *([inside] if inside else []))
    target = disk.fresh_folder(options.state / "compare")
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        tar.extractall(target, filter="data")
    folder = target / inside
    if not (folder / "mkdocs.yml").is_file():
        raise _unusable(commit[:9], "holds no briefing (mkdocs.yml)")
    return folder


def _git(folder: Path, *arguments: str) -> bytes:
    """What git prints; nothing where it fails or is missing."""
    try:
        return subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, check=False).stdout
    except FileNotFoundError:
        return b""
