"""The forms of the newswire, by the conventions of TimeML.

A line of the table is the day of the article and a sentence in which ``[words|value]`` are the expressions that have a
value, and ``[words|-]`` some that must have none. ' ¶ ' begins a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.annotate.parsed import Parsed
from briefing.annotate.times import RULES, cues_in, find_times
from briefing.annotate.times.rules import Rule

Read = Callable[[str], Parsed]

MARK = re.compile(r"\[([^|\]]+)\|([^\]]+)\]")
LINES = Path(__file__).with_name("times_newswire.tsv").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("line", LINES)
def test_resolves_the_forms_of_the_newswire(read: Read, line: str) -> None:
    reference, marked = line.split("\t")
    expected = [(words, None if value == "-" else value) for words, value in MARK.findall(marked)]
    found = [
        (time.text, time.value) for time in find_times(read(MARK.sub(r"\1", marked).replace(" ¶ ", "\n")), reference)
    ]
    assert [one for one in found if one[1] or one in expected] == expected


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.resolve.__name__)
def test_a_rule_that_matches_has_a_cue(rule: Rule) -> None:
    texts = [MARK.sub(r"\1", line.split("\t")[1]) for line in LINES]
    assert [text for text in texts if rule.pattern.search(text) and rule.cues.isdisjoint(cues_in(text))] == []
