"""``edit``: the sidecar of a seed, made with what was found where there is none, and opened."""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from briefing import disk
from briefing.desk.suggestions import suggest
from briefing.errors import AuthorError, EnvironmentFault, Mistake
from briefing.last_run import Options
from briefing.marked_yaml import nearest
from briefing.pipeline import Progress, make_briefing
from briefing.read import SEEDS, find_files
from briefing.schemas import schema_texts
from briefing.start import SCHEMAS


@dataclass(frozen=True, slots=True)
class Sidecar:
    """The sidecar of a seed, whether or not it is there yet; ``file`` is its path from the briefing's root."""

    seed: str  # its id
    file: str
    path: Path


def find_sidecar(root: Path, name: str) -> Sidecar:
    """The sidecar of the seed ``name``: an id, or a file of seeds/ as the shell completes it, sidecars too.

    Raises AuthorError where no seed has that name.
    """
    found = {file.id: file for file in find_files(root) if file.role == "seed"}
    inside = name.replace(os.sep, "/").removeprefix(f"{SEEDS}/")
    wanted = next((one for one in (inside, inside.rpartition(".")[0]) if one in found), None)
    if wanted is None:
        raise AuthorError([Mistake(SEEDS, None, f"no seed '{name}', {nearest(inside, tuple(found))}")])
    seed = found[wanted]
    return Sidecar(wanted, str(PurePosixPath(seed.file).with_suffix(".yml")), seed.path.with_suffix(".yml"))


def write_sidecar(options: Options, sidecar: Sidecar, progress: Progress) -> tuple[str, ...]:
    """Make the sidecar, with all that was found as comments; the files written, from the briefing's root.

    A sidecar that is there stays as it is. Raises AuthorError for mistakes anywhere in the briefing, and for a seed
    that cannot be read.
    """
    with disk.lock(options.root):
        if sidecar.path.exists():
            return ()
        folder, briefing = make_briefing(options, progress)
        article = next((one for one in briefing.articles if one.id == sidecar.seed), None)
        if article is None:
            reason = next(entry.reason for entry in folder.unread if entry.file.startswith(f"{SEEDS}/{sidecar.seed}."))
            raise AuthorError([Mistake(sidecar.file, None, f"not written, its seed {reason}; mend the seed")])
        schemas, written = _schema_folder(options.root)
        up = "../" * sidecar.file.count("/")
        disk.write_file(sidecar.path, suggest(briefing, article, f"{up}{schemas}/sidecar.schema.json").encode())
        return (*written, sidecar.file)


def _schema_folder(root: Path) -> tuple[str, tuple[str, ...]]:
    """Where the schemas are, from ``root``, and the files that were written to have them there."""
    own = Path(__file__).parent.parent / "schemas"
    if own.is_relative_to(root):
        return own.relative_to(root).as_posix(), ()
    written = []
    for name, text in schema_texts().items():
        path = root / SCHEMAS / name
        if not path.is_file() or path.read_bytes() != text.encode():
            disk.write_file(path, text.encode())
            written.append(f"{SCHEMAS}/{name}")
    return SCHEMAS, tuple(written)


def open_in_editor(path: Path, environment: Mapping[str, str]) -> bool:
    """Open a file in the editor of the environment and wait for its end; False where there is none.

    Raises EnvironmentFault where the editor cannot be started or fails.
    """
    command = environment.get("VISUAL") or environment.get("EDITOR")
    if not command:
        return False
    try:
        status = subprocess.run([*shlex.split(command), str(path)], check=False).returncode
    except (OSError, ValueError) as error:
        raise EnvironmentFault(f"the editor '{command}' cannot be started ({error}); set EDITOR to another") from error
    if status:
        raise EnvironmentFault(f"the editor '{command}' ended with status {status}; {path} is as it left it")
    return True
