"""Every way to state rights, every day of their end, every audience, in every file that is made.

The texts are of words that tell whose they are and where they stand (``t7x12`` is the twelfth of the seventh article),
so that a piece of one is known wherever it turns up. What may be shown is decided here a second time, in three lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

import pytest

from briefing.link import link, publish
from briefing.model import (
    Article,
    ArticleTopic,
    Audience,
    Briefing,
    Correction,
    Difference,
    Edited,
    Evidence,
    Figure,
    FrontPage,
    Known,
    Mention,
    Name,
    Paragraph,
    Quote,
    Removed,
    Rights,
    Sentence,
    Settings,
    SourceSettings,
    Story,
    TimeExpression,
    Told,
)
from briefing.render import render, source_paths
from briefing.render.tables import TABLES
from briefing.search import build_search

TODAY, BEFORE, AFTER = "2024-04-01", "2024-03-31", "2024-04-02"
MODES: tuple[Rights | None, ...] = (None, "full", "excerpt", "link", "internal", "withdrawn")
UNTIL = (None, BEFORE, TODAY, AFTER)
AUDIENCES: tuple[Audience, ...] = ("local", "public", "internal")
RUN = 8  # words in a row that are a piece of the text
BUDGET = 30  # words of an excerpt
LENGTH = 90  # words of a text, in three paragraphs; what follows is a line that was set aside
TOKEN = re.compile(r"t(\d+)x(\d+)")

Case = tuple[Rights | None, Rights | None, str | None]  # of the sidecar, of the source, and the last day


def words(number: int, first: int, last: int) -> str:
    return " ".join(f"t{number}x{n}" for n in range(first, last))


def made(number: int, case: Case) -> Article:
    """An article in which everything that can repeat a text does so, its headline included."""
    sidecar, source, until = case
    texts = [words(number, first, first + 30) + "." for first in (0, 30, 60)]
    line = words(number, LENGTH, LENGTH + 15)

    def known(value: str, rule: str) -> Known[str]:
        return Known(value, "inferred", Evidence(rule, 9, line))

    def span(paragraph: int, first: int, last: int) -> tuple[str, int, int]:
        text = words(number, first, last)
        start = texts[paragraph - 1].index(text)
        return text, start, start + len(text)

    quotes, figures, dates = [], [], []
    for paragraph in (1, 2, 3):
        first = 30 * paragraph - 29
        text, start, end = span(paragraph, first, first + 11)
        quotes.append(Quote(text, paragraph, start, end, f"Person {number}", "said", "named"))
        text, start, end = span(paragraph, first + 12, first + 21)
        giver = span(paragraph, first + 21, first + 29)[0]
        figures.append(Figure(text, 40.0 + number, None, text, None, paragraph, start, end, giver=giver))
        text, start, end = span(paragraph, first + 2, first + 12)
        dates.append(TimeExpression(text, "2024-03-04", paragraph, start, end))
    role = words(number, 40, 50)
    name = Name(f"Person {number}", "person", (Mention(2, 0, 5, texts[1][:5]),), (role,))
    return Article(
        id=f"a{number}",
        file=f"seeds/a{number}.txt",
        sha256="0" * 64,
        edited=Edited(
            file=f"seeds/a{number}.yml",
            rights=sidecar,
            rights_until=until,
            bottom_line="Why.",
            note=f"Note of {number}.",
            corrections=(Correction("2024-03-20", f"Corrected {number}."),),
        ),
        title=Known(words(number, 0, 12), "inferred", Evidence("first-sentence", 1, words(number, 0, 30))),
        language=known("en", "html-lang"),
        direction="ltr",
        paragraphs=tuple(Paragraph(n, 2 * n, text) for n, text in enumerate(texts, 1)),
        removed=(Removed(9, line, "end-note"),),
        source=known(f"Paper {source}", "source-staff"),
        authors=Known(("Ann Lee",), "inferred", Evidence("byline", 9, line)),
        date=known("2024-03-05", "date-line"),
        reference_date=known("2024-03-05", "date-line"),
        dateline=known("Lindow", "dateline"),
        names=(name, Name("Ida Brandt", "person", (Mention(1, 0, 4, texts[0][:4]),), (words(number, 62, 72),))),
        quotes=tuple(quotes),
        figures=tuple(figures),
        dates=tuple(dates),
        topics=(ArticleTopic("own:Storms", 1.0, (words(number, 70, 79),)),),
        keyphrases=(words(number, 33, 43),),
        summary=tuple(Sentence(text, n) for n, text in enumerate(texts, 1)),
        words=LENGTH,
    )


def published(cases: Sequence[Case], of_all: Rights | None, audience: Audience) -> Iterator[tuple[str, str]]:
    """Path and text of every file of a briefing with an article for each case."""
    settings = Settings(
        "The Lindow File",
        sources={f"Paper {mode}": SourceSettings(rights=mode) for mode in MODES},
        rights=of_all,
        excerpt_words=BUDGET,
        front_page=FrontPage(lead="a0", sections=("Storms",)),
    )
    articles = [made(number, case) for number, case in enumerate(cases)]
    linked = link(articles, settings, TODAY, audience)
    briefing = publish(replace(linked, stories=tuple(stories(linked))))
    yield from render(briefing)
    yield from build_search(briefing, source_paths(briefing))


def stories(briefing: Briefing) -> Iterator[Story]:
    """Stories of three articles that differ in a figure, each titled and counted in the words of its first."""
    told = [article for article in briefing.articles if article.figures]
    for place, three in enumerate(zip(told, told[1:], told[2:], strict=False)):
        figures = tuple(Told(article.id, article.figures[place % 3]) for article in three)
        difference = Difference(figures[0].figure.counts or "", figures)
        ids, title = tuple(article.id for article in three), three[0].title.value
        yield Story(f"story/{place}", f"s{place}", title, ids, "inferred", (), (difference,))


def shown(case: Case, of_all: Rights | None, audience: Audience) -> int | None:
    """How many words from the beginning may be shown; None where not one word may be known of the article."""
    sidecar, source, until = case
    mode = sidecar or source or of_all or ("excerpt" if audience == "public" else "full")
    if mode == "withdrawn" or (mode == "internal" and audience != "internal"):
        return None
    if mode == "link" or (mode != "internal" and until and until < TODAY):
        return 0
    return BUDGET if mode == "excerpt" else 10_000


def leaks(text: str, allowed: Sequence[int | None]) -> set[str]:
    """What stands in ``text`` of more than eight words in a row beyond what is allowed, or at all where nothing is."""
    found: set[str] = set()
    tokens = [(int(match[1]), int(match[2])) for match in TOKEN.finditer(text)]
    run: list[tuple[int, int]] = []
    for token in [*tokens, (-1, -1)]:
        number, place = token
        most = allowed[number] if number >= 0 else 0
        if number >= 0 and most is None:
            found.add(f"a word of article {number}")
        beyond = number >= 0 and place >= (most or 0)
        follows = bool(run) and run[-1] == (number, place - 1)
        if run and not (beyond and follows):
            found |= {f"words {run[0][1]} to {run[-1][1]} of article {run[0][0]}"} if len(run) >= RUN else set()
            run = []
        if beyond:
            run.append(token)
    return found


def assert_no_leak(cases: Sequence[Case], of_all: Rights | None, audience: Audience) -> None:
    allowed = [shown(case, of_all, audience) for case in cases]
    files = dict(published(cases, of_all, audience))
    found = {(path, leak) for path, text in files.items() for leak in leaks(text, allowed)}
    told = {(path, leak, cases[int(re.findall(r"article (\d+)", leak)[0])]) for path, leak in found}
    assert told == set(), (of_all, audience)
    everything = "".join(files.values())
    for number, most in enumerate(allowed):  # and what may be shown is
        if most:
            assert words(number, 0, min(most, 25)) in everything, (cases[number], of_all, audience)
        assert (most is None) == (f"Note of {number}." not in everything), (cases[number], of_all, audience)
        withheld_from = most is None and shown((*cases[number][:2], None), of_all, "internal") is not None
        assert withheld_from == (f"Corrected {number}." not in everything), "a tombstone keeps its corrections"
    expected = {f"data/{name}.{form}" for name in TABLES for form in ("csv", "jsonl")}
    assert expected | {"corrections.md", "feed.json", "feed.xml", "briefing.json"} <= files.keys()
    assert "topics/storms.xml" in files or not any(most is not None for most in allowed)


@pytest.mark.parametrize("audience", AUDIENCES)
def test_what_sidecar_and_source_say_with_every_last_day(audience: Audience) -> None:
    assert_no_leak(list(product(MODES, MODES, UNTIL)), None, audience)


@pytest.mark.parametrize(("of_all", "audience"), list(product(MODES[1:], AUDIENCES)))
def test_what_the_whole_briefing_says_where_nothing_nearer_does(
    of_all: Rights, audience: Audience, everything: bool
) -> None:
    few: tuple[Rights | None, ...] = (None, "link", "full")
    modes = MODES if everything else few
    assert_no_leak(list(product(modes, modes if everything else modes[:2], UNTIL)), of_all, audience)


def test_a_piece_of_eight_words_is_seen_wherever_it_is_and_one_of_seven_is_not() -> None:
    text = f"<b>{words(1, 30, 34)}</b> {words(1, 34, 38)}, {words(0, 50, 57)} {words(2, 0, 1)}"
    assert leaks(text, [30, 30, None]) == {"words 30 to 37 of article 1", "a word of article 2"}
    assert leaks(text, [30, 31, 0]) == set()
    assert leaks(words(0, 0, 60), [60]) == set()


def test_whoever_removes_a_cut_is_found_out() -> None:
    from briefing.link import rights

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rights, "_excerpt", lambda article, _: replace(article, removed=()))
        with pytest.raises(AssertionError, match="article 0"):
            assert_no_leak([("excerpt", None, None), ("full", None, None)], None, "public")
