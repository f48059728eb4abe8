"""Figures compared, and dates."""

from __future__ import annotations

import re

from briefing.render.pictures.dates import Report, draw_reports
from briefing.render.pictures.drawing import cut, short, width_of
from briefing.render.pictures.values import Value, draw_values


def test_the_scale_begins_at_nothing_and_every_number_has_room() -> None:
    values = [
        Value(60, 65, "", "60 to 65", "The Quay, 23 March 2024"),
        Value(30, None, "more", "30+", "Coast News"),
        Value(50, None, "about", "~50", "A newspaper of a very, very, very, very, very long name indeed"),
    ]
    for svg, width in zip(
        re.findall(r"<svg.*?</svg>", draw_values("dead", values, "t", "en")), (560, 320), strict=True
    ):
        dots = [(float(x), float(y)) for x, y in re.findall(r'<circle[^>]* cx="([\d.]+)" cy="([\d.]+)"', svg)]
        at = [x for x, _ in dots]
        assert len(dots) == 4 and svg.count('class="open"') == 1 and svg.count("dashed") == 1
        by_value = dict(zip((60, 65, 30, 50), sorted(at[:2]) + at[2:], strict=True))
        assert abs((by_value[60] - 4) - 2 * (by_value[30] - 4)) < 0.3
        for x, text in re.findall(r'<text(?: class="soft")? x="([\d.]+)"[^>]*>([^<]*)', svg):
            assert float(x) + width_of(text) <= width + 1, text


def test_what_the_text_leaves_open_is_an_open_circle() -> None:
    reports = [
        Report("A, 3 March 2024", "2024-03-03", {"2024-03-01": 2, "2024-W10": 1}),
        Report("B", "", {"2024-03": 1}),
    ]
    wide = draw_reports(reports, "t", "en").partition("</svg>")[0]
    assert wide.count("<circle") == 3 and wide.count('class="open"') == 2
    assert wide.count('class="strong"') == 1  # B does not say when it appeared


def test_words_are_cut_to_their_room() -> None:
    assert cut("short", 200) == "short"
    assert cut("a very long name of a paper", 60).endswith("…") and width_of(cut("a very long name", 60)) <= 60
    assert width_of("北京") > width_of("ab")
    assert [short(x) for x in (1.0, 1.25, -0.04, 0)] == ["1", "1.2", "0", "0"]
