"""What the text of one seed holds, before its sidecar has a say."""

from __future__ import annotations

import hashlib
import importlib.metadata
from dataclasses import dataclass, field
from pathlib import Path

from briefing import disk
from briefing.errors import Mistake
from briefing.model import Doubt, Line, Stated


@dataclass(frozen=True, slots=True)
class Content:
    """The outcome of reading a file: lines, or ``unreadable`` with the reason, or the author's mistakes in it."""

    lines: tuple[Line, ...] = ()
    stated: Stated = field(default_factory=Stated)
    doubts: tuple[Doubt, ...] = ()
    mistakes: tuple[Mistake, ...] = ()
    unreadable: str = ""


def reader_digest() -> str:
    """The code and the libraries that files are read by, as one hash."""
    libraries = ("trafilatura", "htmldate", "lxml", "markdown", "pyyaml")
    digest = hashlib.sha256(" ".join(importlib.metadata.version(name) for name in libraries).encode())
    package = Path(__file__).parent.parent
    for path, _ in disk.listing(package):
        if path.endswith(".py") and path.startswith(("read/", "marked_yaml/", "model.py", "errors.py")):
            digest.update(f"{path} {disk.sha256_of(package / path)}\n".encode())
    return digest.hexdigest()
