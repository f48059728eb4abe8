from __future__ import annotations

from collections.abc import Sequence

from briefing.link.one_event import find_pairs, weigh
from briefing.link.similarity import build_vectors, day_of
from briefing.model import Article
from tests.link.hand_built import article

FLASH = article(
    "flash",
    "Explosion reported at coal mine, dozens underground",
    "An explosion was reported at the Hollowmere coal mine on Tuesday and dozens of miners were underground.",
    "Rescuers were on their way, the ministry said.",
    day="2031-03-04",
)
PORTRAIT = article(
    "portrait",
    "‘He always carried two lamps’",
    "Emil Drost, who died at Hollowmere, repaired clocks for half of his street and never took money for it.",
    "He leaves a wife and three children. The colliery band will play on Sunday.",
    day="2031-03-06",
)
OTHER_MINE = article(
    "other",
    "Explosion reported at gold mine, dozens underground",
    "An explosion was reported at the Karroun gold mine on Tuesday and dozens of miners were underground.",
    "Rescuers were on their way, the ministry said.",
    day="2031-03-05",
)


def odds(one: Article, other: Article) -> float:
    reports = sorted((one, other), key=lambda report: str(day_of(report)))
    days = [day for report in reports if (day := day_of(report))]
    (pairs,) = find_pairs(reports, days, build_vectors(reports), [0, 1], 0)
    return float(weigh(pairs.told)[0])


def told(one: Article, other: Article, key: str) -> float:
    days = [day for report in (one, other) if (day := day_of(report))]
    (pairs,) = find_pairs([one, other], days, build_vectors([one, other]), [0, 1], 0)
    return float(pairs.told[key][0])


def later(report: Article, day: str) -> Article:
    return article("later", report.title.value, *(p.text for p in report.paragraphs), day=day)


def test_a_rare_word_counts_more_than_common_ones() -> None:
    assert told(FLASH, PORTRAIT, "rare") == 0.2, "of five one that nobody has seen, Hollowmere"
    named = article("named", PORTRAIT.title.value, "Emil Drost repaired clocks at Millbrook.", day="2031-03-06")
    assert odds(FLASH, PORTRAIT) > odds(FLASH, named)


def test_the_odds_sink_with_the_days_between() -> None:
    known = [odds(FLASH, later(FLASH, f"2031-03-{day:02}")) for day in (4, 6, 11)]
    assert known == sorted(known, reverse=True)
    assert known[0] - known[2] > 2
    days = [day for day in (day_of(FLASH), day_of(later(FLASH, "2031-03-12"))) if day]
    (pairs,) = find_pairs([FLASH, later(FLASH, "2031-03-12")], days, build_vectors([FLASH, FLASH]), [0, 1], 0)
    assert len(pairs.rows) == 0, "eight days apart are two events, however alike"


def test_numbers_that_both_give_tell_of_one_event_and_years_do_not() -> None:
    def toll(text: str) -> Article:
        return article("toll", "Toll", text, day="2031-03-04")

    assert (
        told(toll("There were 4,310 homes hit in 2030."), toll("Of 4,310 homes in 2030 most stood empty."), "numbers")
        == 1 / 3
    )
    assert told(toll("It was 2030."), toll("In 2030 most stood empty."), "numbers") == 0
    assert told(toll("All 3 came."), toll("Only 3 came."), "numbers") == 0, "small numbers are anywhere"


def test_each_way_the_headline_counts() -> None:
    assert told(FLASH, OTHER_MINE, "headline") > told(FLASH, PORTRAIT, "headline") > 0 - 1e-9
    bare = article("bare", "Hollowmere", "Nothing more was known at night.", day="2031-03-04")
    assert told(bare, FLASH, "headline") == 0.5, "the whole of one headline, nothing of the other"


def test_words_of_other_languages_weigh_by_their_length() -> None:
    def german(article_id: str, *texts: str) -> Article:
        return article(article_id, "Grubenunglück", *texts, day="2031-03-04", language="de")

    one = german("one", "Nach dem Grubenunglück von Hohlenmeer suchen Retter nach Verschütteten.")
    other = german("other", "Beim Grubenunglück von Hohlenmeer starben elf Bergleute, Verschüttete werden gesucht.")
    away = german("away", "Der Hafen bleibt im Winter offen, wie die Verwaltung mitteilte.")
    assert odds(one, other) > odds(one, away)
    assert 0 < told(one, other, "rare") <= 1


def test_many_reports_are_compared_in_blocks_as_in_one() -> None:
    def reports(number: int) -> Sequence[Article]:
        return [later(FLASH, "2031-03-04") for _ in range(number)]

    many = reports(300)
    days = [day for report in many if (day := day_of(report))]
    found = list(find_pairs(many, days, build_vectors(many), range(300)))
    assert len(found) == 2
    assert sum(len(pairs.rows) for pairs in found) == 300 * 299 // 2
    assert all((pairs.rows < pairs.columns).all() for pairs in found)


def test_of_the_words_that_both_use_the_rarest_count_wherever_they_stand() -> None:
    common, rare = "people house year work city group", "Quillfen Brastow Oddermere Tarnvik Wexholm"
    texts = (f"{common} {rare}", f"{rare} {common}")
    one, other = (article(name, "", text, day="2031-03-04") for name, text in zip("ab", texts, strict=True))
    assert told(one, other, "rare") == 1, "five that nobody has seen"
