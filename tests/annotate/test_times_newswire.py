"""The forms of the newswire, by the conventions of TimeML: what has a value, and which."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.annotate.parsed import Parsed
from briefing.annotate.times import find_times

Read = Callable[[str], Parsed]

THURSDAY = "1989-11-02"
EARLIER = "1989-10-27"
FRIDAY = "1998-02-27"
MONDAY = "1998-03-02"

NEWSWIRE: list[tuple[str, str, dict[str, str | None]]] = [
    (
        "Meridian Corp. said net income for the third quarter fell 12% from a year earlier.",
        THURSDAY,
        {"the third quarter": "1989-07/1989-09", "a year earlier": "1988-07/1988-09"},
    ),
    ("In the year-ago period, the company earned $3.2 million.", THURSDAY, {}),
    (
        "The steelmaker said third-quarter profit rose to $12.4 million, or 48 cents a share, from $9.8 million, or 40 cents a share, in the year-earlier period.",
        THURSDAY,
        {"third-quarter": "1989-07/1989-09", "the year-earlier period": "1988-07/1988-09"},
    ),
    (
        "Sales in the latest quarter rose 4% to $212 million from $204 million in the 1988 quarter. Third-quarter profit was flat.",
        THURSDAY,
        {"Third-quarter": "1989-07/1989-09"},
    ),
    (
        "Third-quarter profit was flat. Sales in the quarter rose to $212 million from $204 million in the 1988 quarter.",
        THURSDAY,
        {"Third-quarter": "1989-07/1989-09", "the quarter": "1989-07/1989-09", "the 1988 quarter": "1988-07/1988-09"},
    ),
    (
        "For fiscal 1989, ended Sept. 30, the company had a loss of $8 million.",
        THURSDAY,
        {"1989": "1989", "Sept. 30": "1989-09-30"},
    ),
    ("The shares closed at $21.50 in Friday's trading, down 25 cents.", MONDAY, {"Friday": "1998-02-27"}),
    ("Friday's close left the index at 2,596.", MONDAY, {"Friday": "1998-02-27"}),
    (
        "Housing starts fell 5.2% last month, the Commerce Department said yesterday.",
        THURSDAY,
        {"last month": "1989-10", "yesterday": "1989-11-01"},
    ),
    ("In the latest week, the money supply grew $3 billion.", THURSDAY, {}),
    ("The board currently has nine members and now plans to add two.", THURSDAY, {}),
    ("The carrier recently ordered ten jets for delivery early next month.", THURSDAY, {"early next month": "1989-12"}),
    ("The plant will close later this week.", THURSDAY, {"later this week": "1989-W44"}),
    ("He resigned 10 days ago.", THURSDAY, {"10 days ago": "1989-10-23"}),
    ("The concern sold its mills a year ago.", THURSDAY, {"a year ago": "1988"}),
    ("Over the past five years the fund has doubled.", THURSDAY, {}),
    ("The industry has been shrinking since the mid-1980s.", THURSDAY, {"the mid-1980s": "1980/1989"}),
    ("The bridge was finished in the summer of 1996.", FRIDAY, {"the summer of 1996": "1996-SU"}),
    ("Prices have dropped since last fall.", FRIDAY, {"last fall": "1997-FA"}),
    ("The offer expires Nov. 17.", THURSDAY, {"Nov. 17": "1989-11-17"}),
    (
        "The dividend is payable Dec. 1 to stock of record Nov. 10.",
        THURSDAY,
        {"Dec. 1": "1989-12-01", "Nov. 10": "1989-11-10"},
    ),
    (
        "The notes, due in 1999, were priced yesterday to yield 9.2%.",
        THURSDAY,
        {"1999": "1999", "yesterday": "1989-11-01"},
    ),
    ("AP-NY-02-27-98 0802EST", FRIDAY, {"AP-NY-02-27-98 0802EST": "1998-02-27"}),
    ("02/27/98 0802EST", FRIDAY, {"02/27/98 0802EST": "1998-02-27"}),
    ("11/02/89", THURSDAY, {"11/02/89": "1989-11-02"}),
    ("The agency expects to issue the rule by the end of the year.", THURSDAY, {"the end of the year": "1989"}),
    ("The unit will be sold by year-end.", THURSDAY, {"by year-end": "1989"}),
    (
        "The company said it expects a profit in the fourth quarter.",
        THURSDAY,
        {"the fourth quarter": "1989-10/1989-12"},
    ),
    ("It had a loss of $4 million in 1988's third quarter.", THURSDAY, {"1988's third quarter": "1988-07/1988-09"}),
    (
        "September sales rose 3.1% from August, the department said.",
        THURSDAY,
        {"September": "1989-09", "August": "1989-08"},
    ),
    ("Since the October 1987 crash, volume has been thin.", THURSDAY, {"October 1987": "1987-10"}),
    ("The strike began Aug. 28 and ended this week.", THURSDAY, {"Aug. 28": "1989-08-28", "this week": "1989-W44"}),
    ("The talks are to resume Monday.", THURSDAY, {"Monday": "1989-11-06"}),
    ("Trading was halted Oct. 13, the day the market fell 190 points.", THURSDAY, {"Oct. 13": "1989-10-13"}),
    ("The measure is scheduled for a vote next Tuesday.", THURSDAY, {"next Tuesday": "1989-11-07"}),
    ("Analysts had expected the board to meet Monday.", THURSDAY, {"Monday": None}),
    ("The ministers were due to meet on Saturday.", THURSDAY, {"Saturday": None}),
    ("The summit was to begin Tuesday in Geneva.", THURSDAY, {"Tuesday": None}),
    (
        "The secretary will arrive in Paris on Sunday for two days of talks, officials said Friday.",
        FRIDAY,
        {"Sunday": "1998-03-01", "Friday": "1998-02-27"},
    ),
    ("He was arrested late Thursday night after leaving a bar.", FRIDAY, {"late Thursday night": "1998-02-26"}),
    (
        "“We will decide today,” the minister told reporters Thursday.",
        FRIDAY,
        {"today": "1998-02-26", "Thursday": "1998-02-26"},
    ),
    ("“Today is a good day,” she said.", FRIDAY, {"Today": None}),
    ("The president said “this storm is a danger to everyone” on Monday.", FRIDAY, {"Monday": "1998-02-23"}),
    ("The company's 1990 budget calls for cuts.", THURSDAY, {"1990": "1990"}),
    (
        "Inflation is expected to slow in the first half of 1990.",
        THURSDAY,
        {"the first half of 1990": "1990-01/1990-06"},
    ),
    ("Orders should recover in the second half.", THURSDAY, {}),
    ("Two weeks ago, the Senate passed the bill 68-31.", THURSDAY, {"Two weeks ago": "1989-W42"}),
    ("The merger, announced last July, needs approval.", THURSDAY, {"last July": "1989-07"}),
    (
        "Rates climbed last spring and eased this summer.",
        THURSDAY,
        {"last spring": "1989-SP", "this summer": "1989-SU"},
    ),
    (
        "She joined the bank in the early 1970s and left in late 1988.",
        THURSDAY,
        {"the early 1970s": "1970/1979", "late 1988": "1988"},
    ),
    ("The contract runs through March 1991.", THURSDAY, {"March 1991": "1991-03"}),
    ("The embargo began in August 1990, four days after the invasion.", "1998-02-20", {"August 1990": "1990-08"}),
    (
        "A bomb exploded Wednesday; the following day police made two arrests.",
        FRIDAY,
        {"Wednesday": "1998-02-25", "the following day": "1998-02-26"},
    ),
    (
        "The rebels attacked on Feb. 3 and withdrew two days later.",
        FRIDAY,
        {"Feb. 3": "1998-02-03", "two days later": "1998-02-05"},
    ),
    ("At 9 a.m. EST Friday, the shuttle was over Africa.", FRIDAY, {"9 a.m. EST Friday": "1998-02-27"}),
    (
        "The plane left at 6:15 p.m. Thursday and landed at 11:40 p.m.",
        FRIDAY,
        {"6:15 p.m. Thursday": "1998-02-26", "11:40 p.m.": "1998-02-26"},
    ),
    ("The verdict is expected this afternoon.", FRIDAY, {"this afternoon": "1998-02-27"}),
    ("The ban has been in effect for most of this century.", FRIDAY, {}),
    ("The company was founded in the 19th century.", FRIDAY, {"the 19th century": "1800/1899"}),
    ("Elections will be held in Norland next spring.", THURSDAY, {"next spring": "1990-SP"}),
    (
        "The yen ended the day at 143.40, up from 142.10 late Wednesday.",
        THURSDAY,
        {"ended the day": "1989-11-02", "late Wednesday": "1989-11-01"},
    ),
    ("Mr. Lee, 54 years old, succeeds Mr. Ames, who retired in June.", THURSDAY, {"June": "1989-06"}),
    ("He had planned to retire in June.", THURSDAY, {"June": None}),
    ("The House is expected to vote on the bill next week.", THURSDAY, {"next week": "1989-W45"}),
    ("Terms weren't disclosed when the sale was announced Oct. 4.", THURSDAY, {"Oct. 4": "1989-10-04"}),
    ("In New York Stock Exchange composite trading Friday, the stock fell $1.", MONDAY, {"Friday": "1998-02-27"}),
    ("In composite trading yesterday, Meridian closed at $30.25, up 50 cents.", THURSDAY, {"yesterday": "1989-11-01"}),
    ("The plan would take effect Jan. 1, 1990.", THURSDAY, {"Jan. 1, 1990": "1990-01-01"}),
    ("The tax would take effect Jan. 1.", THURSDAY, {"Jan. 1": "1990-01-01"}),
    ("The previous record was set on Feb. 3, 1988.", THURSDAY, {"Feb. 3, 1988": "1988-02-03"}),
    ("Gold was quoted at $373.40 an ounce in early trading Friday in Hong Kong.", EARLIER, {"Friday": "1989-10-27"}),
    ("Last year's loss was due to a strike.", THURSDAY, {"Last year": "1988"}),
    ("The deal is subject to approval at this month's meeting.", THURSDAY, {"this month": "1989-11"}),
    ("Last Friday the dollar slid against the mark.", THURSDAY, {"Last Friday": "1989-10-27"}),
    ("He came here in '68 and left in '75.", THURSDAY, {"'68": "1968", "'75": "1975"}),
    ("Fiscal 1990 revenue is seen rising 10%.", THURSDAY, {"1990": "1990"}),
    ("Estimated 1989 earnings were cut.", THURSDAY, {"1989": "1989"}),
    ("1989 has been a poor year for the carrier.", THURSDAY, {"1989": "1989"}),
    ("The budget calls for $1,990 in fees and 1990 workers.", THURSDAY, {}),
    ("It shipped 1500 tons in 1988 compared with 1400 in 1987.", THURSDAY, {"1988": "1988", "1987": "1987"}),
    ("On Christmas Day, the troops left.", FRIDAY, {}),
    ("The unit lost $3 million in the first nine months of 1989.", THURSDAY, {"1989": "1989"}),
    ("In the nine months, net was $33 million.", THURSDAY, {}),
    ("For the year, sales fell 3%.", THURSDAY, {}),
    ("The new plant opens in three weeks.", THURSDAY, {}),
    ("A year from now, rates will be lower.", THURSDAY, {"A year from now": "1990"}),
    ("The chip will be available in the first quarter.", THURSDAY, {"the first quarter": "1990-01/1990-03"}),
    (
        "The chip will be available in the first quarter of next year.",
        THURSDAY,
        {"the first quarter of next year": "1990-01/1990-03"},
    ),
    ("Sales were up 8% from last year's third quarter.", THURSDAY, {"last year's third quarter": "1988-07/1988-09"}),
    ("The bill was to have been signed on Thursday.", FRIDAY, {"Thursday": "1998-02-26"}),
    ("The storm could hit the coast by Saturday night.", FRIDAY, {"Saturday night": "1998-02-28"}),
    ("The embassy closed Feb. 20 and may reopen March 6.", FRIDAY, {"Feb. 20": "1998-02-20", "March 6": "1998-03-06"}),
    ("The general, who was killed in April 1994, ruled for 21 years.", FRIDAY, {"April 1994": "1994-04"}),
    ("Last week's attack killed six.", FRIDAY, {"Last week": "1998-W08"}),
    ("He met the pope on the 23rd.", FRIDAY, {}),
    ("Twenty years ago, few women ran banks.", THURSDAY, {"Twenty years ago": "1969"}),
    (
        "The court ruled Monday that the arrests made the day before were illegal.",
        FRIDAY,
        {"Monday": "1998-02-23", "the day before": "1998-02-22"},
    ),
    ("On the same day last year, it rained.", FRIDAY, {}),
    ("Workers walked out at noon Tuesday.", FRIDAY, {"Tuesday": "1998-02-24"}),
    (
        "The Dow fell 190 points on Oct. 13. That day, volume was heavy.",
        THURSDAY,
        {"Oct. 13": "1989-10-13", "That day": "1989-10-13"},
    ),
    ("The fund earned 8% in the 12 months ended Sept. 30.", THURSDAY, {"Sept. 30": "1989-09-30"}),
    ("Officials were scheduled to meet today with the strikers.", FRIDAY, {"today": "1998-02-27"}),
    ("The mayor was scheduled to speak Friday night.", FRIDAY, {"Friday night": "1998-02-27"}),
]


@pytest.mark.parametrize(("text", "reference", "expected"), NEWSWIRE)
def test_resolves_the_forms_of_the_newswire(
    read: Read, text: str, reference: str, expected: dict[str, str | None]
) -> None:
    found = {time.text: time.value for time in find_times(read(text), reference)}
    assert {words: value for words, value in found.items() if value or words in expected} == expected
