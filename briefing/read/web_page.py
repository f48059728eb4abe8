"""Saved web pages: the article, which trafilatura finds, and what the page states of itself."""

from __future__ import annotations

import logging
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.model import Evidence, Known
from briefing.read.article import article_blocks
from briefing.read.blocks import number_lines, parse_html, without_endless_attributes
from briefing.read.content import Content
from briefing.read.page_metadata import read_metadata
from briefing.read.text import clean

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_CHARSET = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w-]{1,20})", re.IGNORECASE)
MOST_ELEMENTS = 50_000
MOST_TABLES = 300
_EARLIEST, _LATEST = "1995-01-01", "2100-01-01"  # htmldate would ask the clock for the latest


def declared_encoding(data: bytes) -> str:
    """The encoding that a page names for itself, empty without one."""
    found = _CHARSET.search(data[:4096])
    return found[1].decode("ascii") if found else ""


def read_web_page(html: str) -> Content:
    """The blocks of the article in a saved page, and the page's metadata. Broken HTML is read as far as it goes."""
    html = without_endless_attributes(re.sub(r"^\s*<\?xml[^>]*>", "", html))
    tree = parse_html(html)
    if tree is None:
        return Content(unreadable="holds no page that can be read")
    stated = read_metadata(tree, html)
    if stated.date is None and (date := _inferred_date(html)):
        stated = replace(stated, date=date)
    extracted = None if _is_tangled(tree) else _extracted(html)
    blocks = article_blocks(tree, extracted, stated.title.value if stated.title else "")
    return Content(number_lines(blocks), stated)


def _is_tangled(tree: Element) -> bool:
    """Whether trafilatura, whose time grows with the square of the tables, is better left alone."""
    return bool(tree.xpath("count(//*)") > MOST_ELEMENTS or tree.xpath("count(//table)") > MOST_TABLES)


def _extracted(html: str) -> Element | None:
    """What trafilatura takes for the article; None when it finds none or fails."""
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL + 1)
    try:
        article = trafilatura.extract(html, output_format="html", include_comments=False, include_tables=True)
    except Exception:  # it promises nothing about broken pages; the whole page is the way out
        return None
    return parse_html(article) if article else None


def _inferred_date(html: str) -> Known[str] | None:
    """The day that htmldate finds in the page's markup or address, if the page does hold that day.

    Never one derived from today's, nor the first of a month where the page names no day (htmldate makes up both).
    """
    import htmldate

    logging.getLogger("htmldate").setLevel(logging.CRITICAL + 1)
    try:
        day = htmldate.find_date(html, extensive_search=False, original_date=True, min_date=_EARLIEST, max_date=_LATEST)
    except Exception:  # as above
        return None
    place = _written(day, html) if day else None
    if day is None or place is None:
        return None
    evidence = clean(html[max(0, place.start() - 40) : place.end() + 20])
    return Known(day, "inferred", Evidence("htmldate", html.count("\n", 0, place.start()) + 1, evidence))


def _written(day: str, html: str) -> re.Match[str] | None:
    """Where ``html`` writes that day: in figures from the year down or with dots, or with the month in letters."""
    year, month, number = day.split("-")
    word = r"[^\W\d_]{3,12}\.?"
    forms = (
        rf"{year}([-/.]?){month}\1{number}(?!\d)",
        rf"(?<!\d){number}\.{month}\.{year}",
        rf"(?<!\d)0?{int(number)}\.?\s+(?:de\s+)?{word},?\s+(?:de\s+)?{year}",
        rf"\b{word}\s+0?{int(number)},?\s+{year}",
    )
    return next((found for form in forms if (found := re.search(form, html))), None)
