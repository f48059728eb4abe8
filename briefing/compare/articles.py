"""One article before and after."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from briefing.compare.review import Change, Json, Lists, Page, Value
from briefing.compare.words import compare_prose

_TOLD = ("title", "source", "date", "reference_date", "updated", "url", "authors", "language", "summary", "keyphrases")
_EDITOR = ("bottom_line", "note", "reason", "corrections")  # the editor's words
_WORDED = {"duplicate_of": "copy of", "reference_date": "reports the day", "bottom_line": "bottom line"}
_KINDS = ("people", "places", "organisations")


@dataclass(frozen=True, slots=True)
class Moved:
    """Slugs of before as they are after: a link to a page that moved is no other link."""

    articles: Mapping[str, str]
    stories: Mapping[str, str]


def page(article: Json) -> Page:
    words = sum(len(paragraph["text"].split()) for paragraph in article["paragraphs"])
    source, date = article.get("source"), article.get("date")
    return Page(article["id"], article["slug"], article["title"], source, date, article["rights"], words)


def compare_article(before: Json, after: Json, moved: Moved) -> Change:
    """Prose is compared where both sides may show as much of it: what rights take or give is told by the rights."""
    rights = _value("rights", before["rights"], after["rights"])
    return Change(
        before=page(before),
        after=page(after),
        metadata=tuple(_metadata(before, after)),
        rights=rights,
        prose=() if rights else compare_prose(_numbered(before), _numbered(after)),
        speakers=tuple(_speakers(before, after)),
        quotes=_gained_and_lost(_texts(before, "quotes"), _texts(after, "quotes")),
        figures=_gained_and_lost(_figures(before), _figures(after)),
        dates=tuple(_dates(before, after)),
        names=_gained_and_lost(_names(before), _names(after)),
        topics=_gained_and_lost(before.get("topics", ()), after.get("topics", ())),
        related=_gained_and_lost([moved.articles.get(slug, slug) for slug in _related(before)], _related(after)),
        story=_link("story", before, after, moved.stories),
        copy_of=_link("duplicate_of", before, after, moved.articles),
    )


def _numbered(article: Json) -> list[tuple[int, str]]:
    return [(paragraph["number"], paragraph["text"]) for paragraph in article["paragraphs"]]


def _link(key: str, before: Json, after: Json, moved: Mapping[str, str]) -> Value | None:
    old: str | None = before.get(key)
    return _value(key, moved.get(old, old) if old else None, after.get(key))


def _metadata(before: Json, after: Json) -> Iterator[Value]:
    """The values and how each is known, the editor's words, and the lines set aside."""
    dated = "date" in after or "date" in before  # then days count from it, and it says all that changes
    for key in (key for key in _TOLD if not (dated and key == "reference_date")):
        if change := _value(key, before.get(key), after.get(key)):
            yield change
        elif known := _value(f"{key}, how it is known", _origin(before, key), _origin(after, key)):
            yield known
    said = before.get("editor", {}), after.get("editor", {})
    for key in _EDITOR:
        if change := _value(key, said[0].get(key), said[1].get(key)):
            yield change
    aside = [[f"{line['text']} ({line['reason']})" for line in side.get("removed", ())] for side in (before, after)]
    if change := _value("lines set aside", *aside):
        yield change


def _origin(article: Json, key: str) -> str | None:
    known: Mapping[str, Any] = article.get("provenance", {}).get(key, {})
    return known.get("origin")


def _value(what: str, before: object, after: object) -> Value | None:
    return None if before == after else Value(_WORDED.get(what, what), _said(before), _said(after))


def _said(value: object) -> str | None:
    """A value in words; nothing for an empty one."""
    if isinstance(value, Mapping):
        return ": ".join(filter(None, map(_said, value.values())))
    if isinstance(value, list | tuple):
        return " · ".join(filter(None, map(_said, value))) or None
    return None if value is None else str(value)


def _texts(article: Json, key: str) -> list[str]:
    return [one["text"] for one in article.get(key, ())]


def _speakers(before: Json, after: Json) -> Iterator[Value]:
    """Of quotations that both have; a text that is quoted twice is compared in its order."""
    former: dict[str, list[str | None]] = defaultdict(list)
    for quote in before.get("quotes", ()):
        former[quote["text"]].append(quote.get("speaker"))
    for quote in after.get("quotes", ()):
        if speakers := former.get(quote["text"]):
            speaker = speakers.pop(0)
            if speaker != quote.get("speaker"):
                yield Value(quote["text"], speaker, quote.get("speaker"))


def _figures(article: Json) -> list[str]:
    return [_figure(one) for one in article.get("figures", ())]


def _figure(figure: Json) -> str:
    """The words of the text, and what was understood of them."""
    value = f"{figure['value']}–{figure['last']}" if "last" in figure else str(figure["value"])
    understood = [value, figure.get("unit"), figure.get("counts"), figure.get("giver"), figure.get("change")]
    return f"{figure['text']} ({', '.join(filter(None, understood))})"


def _dates(before: Json, after: Json) -> Iterator[Value]:
    """Expressions that both have and that mean another day now."""
    former: dict[str, list[str | None]] = defaultdict(list)
    for one in before.get("dates", ()):
        former[one["text"]].append(one.get("value"))
    for one in after.get("dates", ()):
        if values := former.get(one["text"]):
            value = values.pop(0)
            if value != one.get("value"):
                yield Value(one["text"], value, one.get("value"))


def _names(article: Json) -> list[str]:
    return [name for kind in _KINDS for name in article.get(kind, ())]


def _related(article: Json) -> list[str]:
    return [one["article"] for one in article.get("related", ())]


def _gained_and_lost(before: Iterable[str], after: Iterable[str]) -> Lists:
    """As often as each stands there."""
    old, new = Counter(before), Counter(after)
    return Lists(tuple((new - old).elements()), tuple((old - new).elements()))
