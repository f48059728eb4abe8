"""How well articles in German, French and Spanish are read, of which no model knows the grammar.

Invented articles (``written/tuned_other``, ``held_other``), marked and judged as the English ones are: quotations
with their speakers, dates, figures, and the first topic. The rules are tuned on the first half only.
``python -m benchmarks.other_languages``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks import figures, quotes, times, topics
from benchmarks.quotes_gold import read_invented
from benchmarks.scoring import HALVES, Count, scores
from benchmarks.time_judging import Found, Judged, count_of, is_day, judge
from benchmarks.time_values import days_of
from benchmarks.written_sets import Written, read_written
from briefing.annotate.locales import find_figures_by_locale, find_times_by_locale
from briefing.annotate.quotes import find_quotes_by_pattern
from briefing.annotate.topics import find_topics


def measure(_data: Path) -> dict[str, float | int]:
    """Scores by name, each between 0 and 1."""
    found: dict[str, float | int] = {}
    for half in HALVES:
        articles = read_written(f"{half}_other")
        if articles:
            found |= _measure(f"other {half}", articles, list(read_invented(f"{half}_other")))
    return found


def _measure(name: str, articles: Sequence[Written], documents: Sequence[quotes.Document]) -> dict[str, float | int]:
    spoken = [
        quotes.count(document, find_quotes_by_pattern(document.paragraphs, article.language))
        for article, document in zip(articles, documents, strict=True)
    ]
    judged = [judge_times(article) for article in articles]
    found: dict[str, float | int] = quotes.scores_of(f"{name} quotes", spoken)
    for level in ("value", "day"):
        ones = [[one for one in each if level == "value" or is_day(one)] for each in judged]
        found |= scores(f"{name} dates {level}", [count_of(each) for each in ones])
    for with_unit in (False, True):
        key = f"{name} figures {'value and unit' if with_unit else 'value'}"
        found |= scores(key, [count_figures(article, with_unit) for article in articles])
    labelled = [topics.Labelled(topics.tops_of(_topics(article)), article.topics) for article in articles]
    return found | topics.scores_of(f"{name} topics", labelled, ordered=True)


def judge_times(article: Written) -> list[Judged]:
    return list(judge(times.with_dates(article.text, article.marks("d")), _times(article)))


def count_figures(article: Written, with_unit: bool) -> Count:
    shown = find_figures_by_locale(article.text.paragraphs, article.language)
    return figures.count(figures.read_invented(article), shown, with_unit, strict=False)


def _times(article: Written) -> Iterator[Found]:
    for found in find_times_by_locale(article.text.paragraphs, article.language, article.text.date):
        yield found.paragraph, found.start, found.end, days_of(found.value)


def _topics(article: Written) -> Sequence[topics.ArticleTopic]:
    return find_topics(article.title, article.text.paragraphs, article.language)


def main() -> None:
    for score, value in measure(Path()).items():
        print(f"{score:60} {value:.3f}" if isinstance(value, float) else f"{score:60} {value}")


if __name__ == "__main__":
    main()
