"""The text of an article as Markdown: its paragraphs with what was found in them marked, and notes beside them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.escape import html_attribute, html_text
from briefing.model import Article, Figure, Paragraph, Quote, TimeExpression
from briefing.render.acronyms import acronyms, uses
from briefing.render.annotated import Span, annotated
from briefing.render.article_data import speaker_entity
from briefing.render.hover_cards import card_id
from briefing.render.links import Atlas, Named, entity_page, language_attributes
from briefing.tabular import cells, runs
from briefing.texts import date_text, say, speaks
from briefing.texts.figures import figure_text

_OPENING, _CLOSING = "“\"‘'«„»‹›「『", "”\"’'»“«›‹」』"
_HTML_TIME = re.compile(r"\d{4}|\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?|\d{4}-W(0[1-9]|[1-4]\d|5[0-3])")
_PREFIX = {"heading": "## ", "item": "- ", "quote": "> "}
_FROM_ANOTHER = re.compile(
    r"\b(?:after|before|earlier(?! (?:this|in))|following|later(?! (?:this|in))|previous|same|that)\b", re.I
)
_UNSAFE_IN_CODE = str.maketrans({"`": "&#96;", "~": "&#126;", "\n": "&#10;"})


def body(atlas: Atlas, article: Article, names: Sequence[Named]) -> str:
    """Paragraph ``n`` has the id ``pn`` and ends with a link to itself; a name with a page is a link at its first
    mention, which its card describes."""
    spans, notes = _spans(article, names), _notes(atlas, article)
    attributes = language_attributes(article, atlas.language)
    parts: list[str] = []
    pending: list[str] = []  # notes wait for the end of a list: between its items they would break it
    kind_before = ""
    for is_table, run in runs(paragraph for paragraph in article.paragraphs if paragraph.text):
        width = max(len(cells(row.text)) for row in run) if is_table else 0
        kind_before = "" if is_table else kind_before  # the table before it ends
        for paragraph in run:
            kind = "row" if is_table else paragraph.kind
            is_one_with_last = kind == kind_before and kind in ("item", "row")
            if parts and not is_one_with_last:
                parts += _beside(pending)
                pending = []
                parts.append("\n")
            if is_table:
                parts.append(_row(paragraph, spans[paragraph.number], attributes, atlas.language, width))
                parts += [] if is_one_with_last else [f"|{' --- |' * width}\n"]  # the row before it is the head
            else:
                parts.append(_block(paragraph, spans[paragraph.number], attributes, atlas.language))
            pending += notes[paragraph.number]
            kind_before = kind
    return "".join([*parts, *_beside(pending)])


def _row(paragraph: Paragraph, spans: list[Span], attributes: str, language: str, width: int) -> str:
    """A row of a Markdown table of ``width`` columns; its number is at its first cell."""
    parts = []
    for place, (start, end) in enumerate(cells(paragraph.text)):
        inside = [
            replace(s, start=s.start - start, end=s.end - start) for s in spans if start <= s.start < s.end <= end
        ]
        itself, number = (_itself(paragraph, attributes, language), f"#p{paragraph.number} ") if not place else ("", "")
        listed = f" {{: {number}.para{attributes} }}" if place == 0 or start < end else ""
        parts.append(f"{annotated(paragraph.text[start:end], inside)}{itself}{listed}")
    return f"| {' | '.join([*parts, *[''] * (width - len(parts))])} |\n"


def _itself(paragraph: Paragraph, attributes: str, language: str) -> str:
    """The link of a paragraph to itself."""
    label = html_attribute(say(language, "article.link_here", n=paragraph.number))
    spoken = f' lang="{html_attribute(speaks(language))}"' if attributes else ""
    return f'<a class="here" href="#p{paragraph.number}" aria-label="{label}"{spoken}></a>'


def _block(paragraph: Paragraph, spans: list[Span], attributes: str, language: str) -> str:
    """One block of Markdown with its attribute list, ending in a line break."""
    classes = ".para" if paragraph.kind in ("text", "heading", "code") else f".para .{paragraph.kind}"
    itself = _itself(paragraph, attributes, language)
    if paragraph.kind == "code":
        code = html_text(paragraph.text).translate(_UNSAFE_IN_CODE)
        return f'<pre class="para" id="p{paragraph.number}"{attributes}><code>{code}</code>{itself}</pre>\n'
    prefix = _PREFIX.get(paragraph.kind, "")
    text = annotated(paragraph.text, spans) + itself
    listed = f"{{: #p{paragraph.number} {classes}{attributes} }}"
    if paragraph.kind == "heading":
        return f"{prefix}{text} {listed}\n"
    return f"{prefix}{text}\n{'  ' if paragraph.kind == 'item' else prefix}{listed}\n"


def _beside(notes: list[str]) -> list[str]:
    return [f'\n<div class="note">{"".join(dict.fromkeys(notes))}</div>\n'] if notes else []


def _spans(article: Article, names: Sequence[Named]) -> defaultdict[int, list[Span]]:
    texts = article.texts
    spans: defaultdict[int, list[Span]] = defaultdict(list)
    for place, named in enumerate(names):
        for mention in named.mentions[:1] if named.entity.page else ():
            link = f"](../{entity_page(named.entity)}.md){{.name aria-describedby={card_id(place)}}}"
            spans[mention.paragraph].append(Span(mention.start, mention.end, "name", "[", link))
    known = acronyms(texts.values())
    for number, text in texts.items():
        for start, end, expansion in uses(text, known):
            opening = f'<abbr title="{html_attribute(expansion)}">'
            spans[number].append(Span(start, end, "acronym", opening, "</abbr>"))
    for quote in article.quotes:
        start, end = _with_marks(texts.get(quote.paragraph, ""), quote.start, quote.end)
        spans[quote.paragraph].append(Span(start, end, "quote", "<mark>", "</mark>"))
    for date in article.dates:
        if date.value and _HTML_TIME.fullmatch(date.value):
            opening = f'<time datetime="{date.value}">'
            spans[date.paragraph].append(Span(date.start, date.end, "time", opening, "</time>"))
    for figure in article.figures:
        spans[figure.paragraph].append(Span(figure.start, figure.end, "figure", '<b class="figure">', "</b>"))
    return spans


def _with_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """The quotation marks around a quote belong to it for the eye."""
    if 0 < start <= end < len(text) and text[start - 1] in _OPENING and text[end] in _CLOSING:
        return start - 1, end + 1
    return start, end


def _notes(atlas: Atlas, article: Article) -> defaultdict[int, list[str]]:
    """What stands beside a paragraph, as HTML: who speaks, which day is meant, what is counted.

    A note ``again`` says what the words of the paragraph say too; where notes stand between paragraphs it has no place.
    """
    notes: defaultdict[int, list[str]] = defaultdict(list)
    told: set[object] = set()  # speakers of a paragraph, days of the whole text: each once
    for quote in article.quotes:
        if quote.known != "context" or (quote.paragraph, quote.speaker) not in told:
            notes[quote.paragraph] += _speaker_note(atlas, article, quote)
        told.add((quote.paragraph, quote.speaker))
    counted = _counted_from(article)
    words_of_text = f"bdi{language_attributes(article, atlas.language)}"
    for date in article.dates:
        from_report = counted if _is_counted(date) else ""
        note = _date_note(date, from_report, words_of_text, atlas.language)
        if note and (date.text.casefold(), date.value) not in told:
            notes[date.paragraph].append(f"<p>{note}</p>")
            told.add((date.text.casefold(), date.value))
            counted = "" if from_report else counted  # said once an article
    for figure in article.figures:
        notes[figure.paragraph] += _figure_note(figure, words_of_text, atlas.language)
    return notes


def _speaker_note(atlas: Atlas, article: Article, quote: Quote) -> Iterator[str]:
    if quote.speaker:
        entity = speaker_entity(article, quote.speaker, atlas.of)
        name = html_text(entity.name if entity else quote.speaker)
        linked = f'<a href="../{entity_page(entity)}.html">{name}</a>' if entity and entity.page else name
        how = say(atlas.language, "notes.by_context") if quote.known == "context" else quote.cue or ""
        opening = '<p class="again">' if quote.known in ("named", "described") else "<p>"
        yield f"{opening}<b>{linked}</b> {html_text(how)}".rstrip() + "</p>"


def _counted_from(article: Article) -> str:
    if not article.reference_date:
        return ""
    if article.date and article.reference_date.value == article.date.value:
        return "counted_from_publication"
    return "counted_from_editor" if article.reference_date.origin == "edited" else "counted_from_dateline"


def _date_note(date: TimeExpression, counted: str, element: str, language: str) -> str | None:
    """None where the words of the text already say which date it is."""
    if not date.value or date.value[:4] in date.text:
        return None
    words = date_text(date.value, language)
    rest = words.removeprefix(f"{date.text} ")  # "23 March" is said once
    said = say(language, f"notes.{counted}", date=rest) if counted else rest
    return f"<b><{element}>{html_text(date.text)}</bdi></b> {html_text(said)}"


def _is_counted(date: TimeExpression) -> bool:
    """Whether the day of the report settles it: not of a day that is named ('March 11'), nor of what is counted from
    another date of the text ('four years later')."""
    day = (date.value or "")[8:10].lstrip("0")
    return not (day and re.search(rf"(?<!\d){day}(?!\d)", date.text)) and not _FROM_ANOTHER.search(date.text)


def _counted(text: str, counts: str) -> str:
    """What a figure counts, as it stands behind its number: ``of the vote`` in '3% of the vote', not ``vote``."""
    part = re.search(rf"(?<=\s)of\s(?:[^\W\d_]+\s)?{re.escape(counts)}$", text)
    return part[0] if part else counts


def _figure_note(figure: Figure, element: str, language: str) -> Iterator[str]:
    if figure.counts:
        giver = html_text(say(language, "notes.according_to", name=figure.giver)) if figure.giver else ""
        number, counts = html_text(figure_text(figure, language)), html_text(_counted(figure.text, figure.counts))
        said = f"<b>{number}</b> <{element}>{counts}</bdi>" + (f" · {giver}" if giver else "")
        yield f'<p class="again">{said}</p>'
