"""Dates and figures in German, French and Spanish: what words and number formats tell, without a model."""

from __future__ import annotations

from briefing.annotate.locales.figures import find_figures_by_locale
from briefing.annotate.locales.times import find_times_by_locale

__all__ = ["find_figures_by_locale", "find_times_by_locale"]
