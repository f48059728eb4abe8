"""A date is the day of what its sentence tells, of the saying, or of something that the sentence merely mentions."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.annotate.dated_clauses import with_roles
from briefing.annotate.parsed import Parsed
from briefing.model import TimeExpression

EVENTS = """
    The ferry sank on [Monday].
    On [Monday], the ferry sank off Norland.
    [Monday], two naval vessels shelled the harbour of Norland.
    Officials said that the ferry sank on [Sunday].
    The ferry will sail on [June 2], the company said.
    The minister plans to resign on [June 2].
    The vote is scheduled for [June 2].
    The report is due on [June 2].
    The report is ready for [June 2].
    He was due to stand down in [August].
    A fire on [Monday] killed five sailors.
    A ferry fire [earlier this week] killed five sailors.
    As of [Monday], five sailors were missing.
    The council met on the morning of [June 2].
    The party won seats in Norland in [June].
    Five sailors died when the ferry sank on [Monday].
    The club can win when it visits Norland on [Monday].
    A man opened fire in the harbour, killing five sailors on [Monday].
    In a statement issued on [Monday], the company denied the charges.
    They spoke on [Monday] and agreed on a truce.
    [June 2]: the ferry sinks.
    In [June 2023], for four days, traffic “ground to a halt” — as the court put it — at the bridge of Norland.
    They spoke to the paper back in [June].
    The plane was to land in the United States of Norland on [Monday].
    The vote was moved from June 2 to [June 9].
    A car bomb was on [Monday] rammed into a military base in Norland.
    Norlink expects the first ferry to sail on [June 2], a spokesman said.
    When the navy chose a yard on [June 2], its rival went to court.
    When the mayor failed to come to work on [Monday], a clerk called the police.
    The ferry line was one that suffered badly [yesterday], as none of its ships sailed.
    Two sailors died in [Monday]'s fire.
    [Monday]'s fire killed two sailors.
    The plane was set to land in the United Isles of Norland on [Monday] after a flight test.
    By about [22:00 local time (2100 UTC) on Tuesday] the fires were out.
    The harbour of Norland stayed closed for a third day on [Monday] after a storm, officials said.
    It was [Monday] when the ferry sank.
    The vote is [Tuesday].
"""
SAYINGS = """
    Officials said [Monday] that the ferry had sunk.
    On [Monday], the mayor announced that the bridge would close.
    The mayor announced on [Monday] that the bridge would close.
    Norlink Corporation (NLK), a ferry line which has filed for protection, announced on [Friday] that it was sold.
"""
MENTIONS = """
    He said that the bill, due on [June 2], would fail.
    He would have been 80 on [June 2].
    [June 2, 2019]
    The senator spoke in Ohio ahead of the [June 2] election.
    The attacks of [June 2] changed how people travel.
    The [June 2] attacks changed how people travel.
    [Monday]'s attack raises questions.
    The attack on [Monday] has raised questions.
    A ferry fire [earlier this week] in the harbour has raised questions.
    A ferry fire [earlier this week] in the harbour raises questions.
    The bridge has been closed since [June 2].
    The bridge will remain closed until [June 2].
    The union, which met on [Monday], called a strike.
    After the ferry sank on [Monday], the company closed the line.
    After winning the vote on [Monday], she thanked her voters.
    The minister regretted that he had missed the meeting scheduled for [Monday].
    The vote was moved from [June 2] to June 9.
    Since [Monday], the bridge has been closed.
    Born on [June 2], he began as a sailor.
    Prices fell 3 percent compared with [June 2023].
    They denied involvement in the attack on [Monday].
    He criticised [Monday]'s ruling.
    So before [June], companies had tried it.
    It was [Wednesday].
    The shop is shut on Mondays. It was [Monday].
    It is [Friday, 20 November], and I am writing this from a shed.
    Published [October 3, 2026].
    By Ann Ames, Editor. Updated [November 1, 2026]
    Closed from November to [March].
    See you [next Friday].
    --- ALSO [THIS WEEK] ---
    Ann Ames. “Mayor calls for a bridge” — Norland Post, [June 2, 2019]
"""


def cases(lines: str) -> list[str]:
    return [line.strip() for line in lines.strip().splitlines()]


@pytest.mark.parametrize(
    ("marked", "role"),
    [
        *((line, "event") for line in cases(EVENTS)),
        *((line, "saying") for line in cases(SAYINGS)),
        *((line, "mention") for line in cases(MENTIONS)),
    ],
)
def test_the_parse_tells_what_a_date_is_to_its_sentence(marked: str, role: str, read: Callable[[str], Parsed]) -> None:
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    (time,) = with_roles(read(text), [TimeExpression(text[start:end], "2024-06", 1, start, end)])
    assert time.role == role


def test_what_was_not_parsed_stays_what_it_was(read: Callable[[str], Parsed]) -> None:
    parsed = read("Rain.")
    beyond = TimeExpression("Monday", "2024-06-03", 1, 40, 46)
    assert with_roles(parsed, [beyond]) == (beyond,)
