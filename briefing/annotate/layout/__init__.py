"""The layout of a text: what it says of itself, its clean paragraphs, and the lines set aside, each with its reason.

Nothing here needs the language model. The order of the work is that of a reader's: captions and furniture of the page
first, then the head (date, byline, headline, standfirst), and what is left is the article.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from briefing.annotate.language import are_unlike, detect_language, direction_of
from briefing.annotate.layout.blocks import Block, join_lines
from briefing.annotate.layout.credits import part_credits
from briefing.annotate.layout.datelines import Dateline, read_dateline
from briefing.annotate.layout.furniture import Furniture, find_furniture
from briefing.annotate.layout.headline import find_headline, is_body, same_title, split_suffix
from briefing.annotate.layout.paragraphs import make_paragraphs
from briefing.annotate.layout.source import Claim, find_source
from briefing.annotate.layout.stand_in import infer_title
from briefing.model import (
    Direction,
    Doubt,
    DoubtKind,
    Evidence,
    Known,
    Paragraph,
    Removed,
    Seed,
)

_DATED_ADDRESS = re.compile(r"/((?:19|20)\d{2})[/-](0[1-9]|1[0-2])[/-](0[1-9]|[12]\d|3[01])(?=[/-])")


@dataclass(frozen=True, slots=True)
class Layout:
    """What a text says of itself; of each value the edited one wins, then the stated, then the inferred."""

    title: Known[str]
    language: Known[str]  # "und" when it cannot be told
    direction: Direction
    paragraphs: tuple[Paragraph, ...]
    removed: tuple[Removed, ...]
    source: Known[str] | None = None
    authors: Known[tuple[str, ...]] | None = None
    date: Known[str] | None = None
    updated: Known[str] | None = None
    reference_date: Known[str] | None = None
    url: Known[str] | None = None
    dateline: Known[str] | None = None
    doubts: tuple[Doubt, ...] = ()


def lay_out(seed: Seed) -> Layout:
    """Lay out any seed, whatever its text; never raises for what the text contains."""
    blocks, credits = part_credits(join_lines(seed), {*seed.edited.keep, *seed.edited.remove})
    language = _language(seed, blocks)
    found = find_furniture(blocks, seed.edited.keep, seed.edited.remove, _is_day_first(language.value))
    title, headline, found = _title(seed, blocks, found)
    paragraphs = make_paragraphs(seed, blocks, found, headline)
    dateline = _dateline(paragraphs)
    authors = seed.edited.authors or seed.stated.authors or found.authors
    claims = [*found.claims, *_more_claims(dateline, title)]
    date = seed.edited.date or seed.stated.date or found.published or _date_elsewhere(seed, dateline)
    layout = Layout(
        title=title,
        language=language,
        direction=direction_of(language.value),
        paragraphs=paragraphs,
        removed=_removed(blocks, found, credits),
        source=seed.edited.source or seed.stated.source or find_source(claims, authors.value if authors else ()),
        authors=authors,
        date=date,
        updated=seed.stated.updated or found.updated,
        reference_date=seed.edited.reference_date or _written_on(dateline, date) or date,
        url=seed.edited.url or seed.stated.url,
        dateline=_place(dateline),
    )
    return _with_doubts(layout, seed)


_DAY_FIRST = frozenset(
    re.findall(
        r"\S+",
        "bg cs da de el es et fi fr he hr id it lv nb nl nn no pl pt ro ru sk sl sr sv tr uk vi",
    )
)


def _language(seed: Seed, blocks: Sequence[Block]) -> Known[str]:
    known = seed.edited.language or seed.stated.language
    if known and (seed.edited.language or known.evidence.rule == "front-matter"):
        return known
    text = " ".join(block.text for block in blocks[:200] if block.kind != "code")
    language = detect_language(text)
    if known and not (language and are_unlike(language, known.value)):
        return known  # else the mark is that of a template, or of the site
    return Known(language or "und", "inferred", Evidence("language-detected" if language else "language-unknown"))


def _is_day_first(language: str) -> bool:
    """Whether 03/04/2024 is 3 April in a language; English is written both ways."""
    return language.split("-")[0] in _DAY_FIRST or language in {"en-GB", "en-IE", "en-AU", "en-NZ", "en-IN"}


# ------------------------------------------------------------------------------------------------------- headline


def _title(seed: Seed, blocks: Sequence[Block], found: Furniture) -> tuple[Known[str], int | None, Furniture]:
    """The title, the index of the block that shows it, and the furniture with lines that only repeat it."""
    rest = [i for i in range(len(blocks)) if i not in found.reasons]
    first = find_headline([blocks[i] for i in rest])
    given = seed.edited.title or seed.stated.title
    if given and first and given.evidence.rule == "html-title" and _goes_on(given.value, first.text):
        given = Known(first.text, "stated", Evidence("first-line", first.number, first.text))
    reasons = dict(found.reasons)
    if first and first.kind == "text" and any(reasons.get(i) == "label" for i in range(rest[0])):
        first = None  # what stands under 'Story highlights' are highlights
    headline = rest[0] if first else None
    if given:
        shows = rest[0] if rest and same_title(blocks[rest[0]].text, given.value) else None
        if shows is None and first and seed.edited.title and not seed.stated.title:
            reasons[rest[0]] = "headline"
        title, headline = given, shows
    elif first:
        title = Known(split_suffix(first.text)[0], "stated", Evidence("first-line", first.number, first.text))
    else:
        title = _inferred_title(seed, [blocks[i] for i in rest])
    if headline is not None and len(rest) > 1 and same_title(blocks[rest[1]].text, blocks[headline].text):
        reasons[rest[1]] = "repeated"
    return title, headline, replace(found, reasons=reasons)


def _goes_on(title: str, headline: str) -> bool:
    """'Storm hits coast – The Boulevard', as a browser's window is titled."""
    rest = title.removeprefix(headline)
    return rest != title and re.match(r"\s+[-–—|·:•»]\s", rest) is not None


def _inferred_title(seed: Seed, blocks: Sequence[Block]) -> Known[str]:
    """The first sentence of the running text, else of anything, else the name of the file."""
    texts = [block for block in blocks if block.kind != "code"]
    for block in [*filter(lambda block: is_body(block.text), texts), *texts]:
        if title := infer_title(block.text):
            return Known(title, "inferred", Evidence("first-sentence", block.number))
    name = seed.id.rsplit("/", 1)[-1]
    return Known(re.sub(r"[_-]+", " ", name).strip() or seed.id, "inferred", Evidence("file-name", None, name))


# -------------------------------------------------------------------------------------------------------- metadata


def _dateline(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, Dateline] | None:
    for paragraph in paragraphs[:4]:
        if paragraph.kind == "text" and (dateline := read_dateline(paragraph.text)):
            return paragraph, dateline
    return None


def _place(found: tuple[Paragraph, Dateline] | None) -> Known[str] | None:
    if not found or not found[1].place:
        return None
    return _of_dateline(found[1].place, found)


def _more_claims(found: tuple[Paragraph, Dateline] | None, title: Known[str]) -> list[Claim]:
    """What the dateline and the end of the headline say of the source."""
    claims = []
    if found and found[1].agency:
        paragraph, dateline = found
        claims.append(Claim(found[1].agency, "source-dateline", paragraph.line, paragraph.text[: dateline.end].strip()))
    text = title.evidence.text or title.value
    outlet = split_suffix(text)[1] if title.origin == "stated" else None
    if outlet:
        claims.append(Claim(outlet, "source-headline", title.evidence.line or 0, text))
    return claims


def _written_on(found: tuple[Paragraph, Dateline] | None, published: Known[str] | None) -> Known[str] | None:
    """'today' of a text with 'JERUSALEM, Feb. 26 -' is that day, in whichever paper it stands."""
    day = found[1].written_on(published.value[:10]) if found and published else None
    return _of_dateline(day, found) if day and found else None


def _of_dateline(value: str, found: tuple[Paragraph, Dateline]) -> Known[str]:
    """Stated, where the very value stands there; of a day without its year the value is inferred."""
    paragraph, dateline = found
    is_stated = value in (dateline.date, dateline.place)
    return Known(
        value,
        "stated" if is_stated else "inferred",
        Evidence("dateline", paragraph.line, paragraph.text[: dateline.end].strip()),
    )


def _date_elsewhere(seed: Seed, found: tuple[Paragraph, Dateline] | None) -> Known[str] | None:
    """A date with its year in the dateline or in the article's own address."""
    if found and found[1].date:
        return _of_dateline(found[1].date, found)
    url = seed.edited.url or seed.stated.url
    address = _DATED_ADDRESS.search(url.value) if url else None
    return (
        Known("-".join(address.groups()), "inferred", Evidence("address", None, url.value)) if address and url else None
    )


def _removed(blocks: Sequence[Block], found: Furniture, credits: Mapping[int, Removed]) -> tuple[Removed, ...]:
    """The lines set aside, and credits glued to paragraphs that stay."""
    lines = ((i, line) for i in found.reasons for line in blocks[i].lines)
    removed = [Removed(line.number, line.text, found.reasons[i]) for i, line in lines]
    removed += [credit for i, credit in credits.items() if i not in found.reasons]
    return tuple(sorted(removed, key=lambda line: line.line))


def _with_doubts(layout: Layout, seed: Seed) -> Layout:
    """The layout with what wants an editor's eye; each cure is a line of the sidecar."""
    sidecar = seed.edited.file or f"{seed.file.rsplit('.', 1)[0]}.yml"

    def doubt(kind: DoubtKind, message: str, value: str, line: int | None = None) -> Doubt:
        return Doubt(seed.file, kind, message, f"{sidecar}: {value}", line)

    doubts = list(seed.doubts)
    title, updated = layout.title, layout.updated
    if title.origin == "inferred":
        how = "its first sentence stands in" if title.evidence.rule == "first-sentence" else "the file's name stands in"
        quoted = json.dumps(title.value, ensure_ascii=False)
        doubts.append(doubt("title-inferred", f"no headline found: {how}", f"title: {quoted}", title.evidence.line))
    if not layout.reference_date:
        day = updated.value[:10] if updated else "YYYY-MM-DD"
        doubts.append(doubt("no-date", "no date of publication in the text", f"date: {day}"))
    if not layout.source:
        doubts.append(doubt("no-source", "the text does not say where it was published", "source: NAME"))
    if layout.language.value == "und":
        doubts.append(doubt("language-unknown", "the language cannot be told", "language: en"))
    return replace(layout, doubts=tuple(doubts))
