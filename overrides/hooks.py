"""Hooks of MkDocs: the words of the theme, an empty site_src/ that says what to run, reloading in `mkdocs serve`,
and addresses of scripts and styles that tell their content, so that a host may let browsers keep it for long
(`_headers`)."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Literal, Protocol


class Config(Protocol):
    """The part of MkDocs's configuration that is read and set."""

    docs_dir: str
    extra: dict[str, object]


class Files(Protocol):
    """The part of MkDocs's collection of files that is asked."""

    documentation_pages: Callable[[], object]
    get_file_from_path: Callable[[str], "File | None"]


class File(Protocol):
    content_bytes: bytes


class Environment(Protocol):
    """Jinja's, with its filters."""

    filters: dict[str, Callable[..., str]]


_commands: list[str] = []  # MkDocs tells it once, before any configuration of its many in `serve`


def on_startup(command: Literal["build", "gh-deploy", "serve"], **_: object) -> None:
    _commands.append(command)


def on_config(config: Config, **_: object) -> None:
    """The words of the masthead are written with the pages, in the language of the briefing.

    Without the policy, which forbids inline scripts, pages under `mkdocs serve` reload by themselves.
    """
    config.extra["serving"] = "serve" in _commands
    words = Path(config.docs_dir, "words.json")
    config.extra["words"] = json.loads(words.read_text("utf-8")) if words.is_file() else {}


def on_files(files: Files, **_: object) -> None:
    """End the build when the generator has not yet written pages."""
    if not files.documentation_pages():
        raise SystemExit(
            "site_src/ has no pages yet: run `python generate.py --pages-only` first. "
            "Where the generator is installed: `briefing --pages-only`."
        )


def on_env(env: Environment, files: Files, **_: object) -> None:
    """``'assets/briefing.css' | hashed`` for templates."""

    def hashed(path: str) -> str:
        file = files.get_file_from_path(path)
        return f"{path}?{hashlib.sha256(file.content_bytes).hexdigest()[:12]}" if file else path

    env.filters["hashed"] = hashed
