"""A share is labelled with its whole and with whose it is, or not at all."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.annotate.figures import find_figures
from briefing.annotate.parsed import Parsed

Read = Callable[[str], Parsed]

LABELS: dict[str, list[str | None]] = {
    # what the sentence says of it
    "Some 84% of brewers do not filter their water.": ["of brewers do not filter their water"],
    "A quarter of the herd was sold, and 9 percent of the calves died.": [
        "of the herd was sold",
        "of the calves died",
    ],
    "About 30 percent of tenants in the port said they would move.": ["of tenants in the port said they would move"],
    # whose it is
    "Fernmark, a browser, has 70% of the market.": ["of the market (Fernmark)"],
    "Lindqvist won the primary with 41.5% of the vote.": ["of the vote (Lindqvist)"],
    "Calves born in spring make up 12 percent of the herd.": ["of the herd (Calves born in spring)"],
    "The deficit reached 4.1% of output.": ["of output (deficit)"],
    "Varga attained 3.2 percent of the vote.": ["of the vote (Varga)"],
    # what is done with it
    "The council has rejected 40 percent of applications.": ["of applications rejected"],
    "The mill has sold 20 percent of its land.": ["of its land sold (mill)"],
    "The army has won back 15 percent of the province.": ["of the province won back"],
    # nobody says in a few words whose it is
    "It has 70% of the market.": [None],
    "The yard would close 30 percent of the docks.": [None],
    "Some 45 percent of owners, who were asked in May before the flood came, agreed.": [None],
    "He will leave if 60 percent of members vote against him.": [None],
    "Children made up 3 percent of the town and people aged 65 and over made up 5 percent of the town.": [
        "of the town (Children)",
        None,
    ],
    "Varga no longer holds 20 percent of the shares.": [None],
    "Fernmark and Norbank hold 20 percent and 30 percent of the shares.": [None, None],
    # a part of those that are counted
    "Some 12 of the 40 boats sank in the storm.": ["of the 40 boats sank in the storm", "boats"],
    "They will mend 12 of the 40 boats.": ["of the 40 boats", "boats"],
    "The state would pay half of the bill.": ["of the bill"],
    # the fate of people is told as before
    "Nine of the miners died.": ["miners who died"],
}


@pytest.mark.parametrize("text", LABELS)
def test_labels_a_share_with_whose_it_is_or_not_at_all(read: Read, text: str) -> None:
    assert [figure.counts for figure in find_figures(read(text))] == LABELS[text]
