"""How sure the year of a bare 'March' is, which the tense alone tells: a far one is shown as it is written.

A logistic regression fitted to months whose years are known (``benchmarks.sure_months``), its weights rounded. Who
means one far off mostly writes its year, or 'last' and 'next' beside it.
"""

from __future__ import annotations

import math
from datetime import date

from briefing.annotate.times.context import Context
from briefing.annotate.times.values import AHEAD, Tense

WEIGHTS = {
    "any": 4.4,
    "months ahead": -0.35,
    "months gone": -0.3,
    "against the tense": -0.15,
    "quoted": -0.35,
}
SURE = 0.85


def is_sure(value: str, tense: Tense, context: Context, reference: date) -> bool:
    """``value`` is a month."""
    return chance(features(value, tense, context, reference), WEIGHTS) >= SURE


def chance(told: dict[str, float], weights: dict[str, float]) -> float:
    return 1 / (1 + math.exp(-sum(weights[key] * amount for key, amount in told.items())))


def features(value: str, tense: Tense, context: Context, reference: date) -> dict[str, float]:
    away = (int(value[:4]) - reference.year) * 12 + int(value[5:]) - reference.month
    is_against = tense not in AHEAD if away > 0 else away < 0 and tense != "past"
    return {
        "any": 1.0,
        "months ahead": float(max(away, 0)),
        "months gone": float(max(-away, 0)),
        "against the tense": float(is_against),
        "quoted": float(context.is_quoted),
    }
