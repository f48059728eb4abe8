"""What tests of annotators share: English text, one paragraph a line, as the language model reads it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.annotate.language_model import load, parse
from briefing.annotate.parsed import Parsed
from briefing.model import Paragraph


@pytest.fixture(scope="session")
def read() -> Callable[[str], Parsed]:
    def read_text(text: str) -> Parsed:
        lines = enumerate(text.split("\n"), 1)
        return parse(load(), tuple(Paragraph(number, number, line) for number, line in lines))

    return read_text
