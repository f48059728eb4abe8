"""Articles over time: a bar for every day, week, month or year from the first to the last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from briefing.render.pictures.axis import Axis, marks
from briefing.render.pictures.drawing import drawings, inside, line, path, short, words
from briefing.texts import date_text, say, say_count

_TOP, _BARS, _BELOW = 20, 72, 20
_SPARK = (72, 14)


def draw_coverage(axis: Axis, counts: Sequence[int], table: str, language: str) -> Markup:
    first, last = date_text(axis.values[0], language), date_text(axis.values[-1], language)
    peak = max(range(len(counts)), key=lambda n: counts[n])
    most = say_count(language, "site.articles", counts[peak])
    most = say(language, "pictures.most", articles=most, when=date_text(axis.values[peak], language))

    def draw(width: int) -> tuple[float, Iterator[str]]:
        return _TOP + _BARS + _BELOW, _parts(axis, counts, width, (most, peak), language)

    said = say(language, "pictures.coverage_said", first=first, last=last, most=most)
    return drawings(draw, say(language, f"pictures.coverage_{axis.unit}"), said, table)


def spark(counts: Sequence[int]) -> Markup:
    """The bars alone, beside a name whose page has the picture."""
    width, height = _SPARK
    bars = line(0, height - 0.5, width, height - 0.5) + path(_bars(counts, width, 0, height - 1), "bars")
    return Markup(f'<svg class="spark" viewBox="0 0 {width} {height}" aria-hidden="true">{bars}</svg>')


def _parts(axis: Axis, counts: Sequence[int], width: int, most: tuple[str, int], language: str) -> Iterator[str]:
    label, peak = most
    bottom = _TOP + _BARS
    yield path(_bars(counts, width, _TOP, bottom), "bars")
    yield line(0, bottom, width, bottom)
    x, anchor = inside((peak + 0.5) * width / len(counts), label, width)
    yield words(x, 13, label, anchor)
    yield from draw_marks(axis, width, bottom, bottom + 16, language)


def draw_marks(axis: Axis, width: int, y: float, baseline: float, language: str) -> Iterator[str]:
    """The dates below an axis at ``y``, each with a stroke where it stands."""
    for x, said, anchor in marks(axis, width, language):
        if anchor == "middle":
            yield line(x, y, x, y + 4)
        yield words(x, baseline, said, anchor, "soft")


def _bars(counts: Sequence[int], width: float, top: float, bottom: float) -> str:
    step, most = width / len(counts), max(1, *counts)
    gap = min(2, step / 4)
    steps = []
    for place, count in enumerate(counts):
        if count:
            height = max(1.5, (bottom - top) * count / most)
            wide = short(step - gap)
            steps.append(f"M{short(place * step + gap / 2)} {short(bottom)}v-{short(height)}h{wide}v{short(height)}z")
    return "".join(steps)
