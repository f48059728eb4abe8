"""What the tests of names share: a case tells which names a text has, and what it must not have."""

from __future__ import annotations

from collections.abc import Callable

from briefing.annotate.names import find_names
from briefing.annotate.parsed import Parsed

Read = Callable[[str], Parsed]
Expected = dict[str, list[str] | None]  # "kind: name" to the surfaces of its mentions, a name alone to None: no name


def check_names(parsed: Parsed, expected: Expected) -> None:
    names = find_names(parsed)
    found = {f"{name.kind}: {name.name}": [mention.text for mention in name.mentions] for name in names}
    surfaces = {text for name in names for text in (name.name, *(mention.text for mention in name.mentions))}
    for name, mentions in expected.items():
        assert found.get(name) == mentions, found
        assert mentions is not None or name not in surfaces, found
