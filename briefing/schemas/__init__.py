"""JSON Schemas of what an editor writes, for text editors that complete and check YAML as one types.

A file names its schema in a comment: ``# yaml-language-server: $schema=PATH``. What the generator accepts, they
accept; they cannot see what depends on other files (a line of the seed, another seed's id).
"""

from __future__ import annotations

from importlib.resources import files

NAMES = ("briefing.schema.json", "sidecar.schema.json")  # of briefing.yml, of seeds/NAME.yml


def schema_texts() -> dict[str, str]:
    """The text of every schema by its file name."""
    return {name: files(__package__).joinpath(name).read_text("utf-8") for name in NAMES}
