"""Texts with marked names: UNER English-PUD, NewsReader MEANTIME, GUM's Wikinews, re3d, and JSON Lines of spans."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.marked_text import Builder
from benchmarks.written_sets import read_written
from briefing.lexicon.names import demonyms, role_nouns
from briefing.model import Kind, Paragraph

_KINDS: dict[str, Kind] = {
    "per": "person",
    "person": "person",
    "org": "organisation",
    "organization": "organisation",
    "organisation": "organisation",
    "loc": "place",
    "location": "place",
    "place": "place",
    "gpe": "place",
    "fac": "place",
}
_SMALL = frozenset("of the and for on in at de la von van al el bin s".split())
_EXPLAINED = re.compile(r",?\s+(?:[-–—(\"“]|(?:who|whose|which|that|where|from|in|at)\b)|,\s")
_EXPLAINED_PERSON = re.compile(rf"{_EXPLAINED.pattern}|\s+of\s")
_PRONOUNS = frozenset("i we he she they it you this these us".split())
_LONGEST = 6  # words of a mention that is taken for a name rather than a description
_MEANTIME_SENTENCES = 6  # of an article are annotated in full


@dataclass(frozen=True, slots=True)
class NameMark:
    """A marked mention. Not ``wanted`` are descriptions and doubtful ones: no error if found, none if missed."""

    paragraph: int
    start: int
    end: int
    kind: Kind | None  # None where the set gives links alone
    entity: str = ""  # the same for all mentions of one name in the text
    instance: str = ""  # the same in all texts of the set
    wanted: bool = True


@dataclass(frozen=True, slots=True)
class NamedText:
    """A text with all names marked in its first ``judged`` paragraphs."""

    name: str
    paragraphs: tuple[Paragraph, ...]
    marks: tuple[NameMark, ...]
    judged: int = 1_000_000


def kind_of(label: str) -> Kind | None:
    return _KINDS.get(label.lower())


def _is_name(text: str) -> bool:
    words = re.findall(r"[^\s]+", text)
    great = all(word[0].isupper() or word[0].isdigit() or word.lower() in _SMALL for word in words)
    names = bool(words) and great and words[0][0].isupper() and len(words) <= _LONGEST and "," not in text
    heads = {words[0].lower(), words[-1].lower()} if words else set[str]()
    return names and text not in demonyms() and not heads & (role_nouns() | _PRONOUNS)


def _outermost(marks: Sequence[NameMark]) -> tuple[NameMark, ...]:
    """The marks, those inside a longer name no longer wanted: 'Leeds' of 'University of Leeds'."""
    wanted = [mark for mark in marks if mark.wanted]
    return tuple(replace(m, wanted=m.wanted and not any(_inside(m, other) for other in wanted)) for m in marks)


def _inside(mark: NameMark, other: NameMark) -> bool:
    spans = mark.paragraph == other.paragraph and other.start <= mark.start and mark.end <= other.end
    return spans and mark.end - mark.start < other.end - other.start and mark.entity != other.entity


def _bare(text: str, start: int, end: int, kind: Kind | None) -> tuple[int, int]:
    """A span without the article before and the possessive or the explanation behind."""
    article = re.match(r"(?:the|a|an)\s+", text[start:end], re.IGNORECASE)
    start += article.end() if article else 0
    explained = _EXPLAINED_PERSON if kind == "person" else _EXPLAINED
    found = explained.search(text[start + 1 : end])
    end = start + 1 + found.start() if found else end
    possessive = re.search(r"\s*['’]s?$|\s+$", text[start:end])
    return start, end - (len(possessive[0]) if possessive else 0)


# ------------------------------------------------------------------------------------------------------------- written


def read_invented(half: str) -> Iterator[NamedText]:
    """Articles of our own invention."""
    for article in read_written(half, "n"):
        marks = (
            NameMark(m.paragraph, m.start, m.end, kind_of(m.said["k"]), m.said["id"], m.said["id"])
            for m in article.marks("n")
        )
        yield NamedText(article.text.name, article.text.paragraphs, tuple(marks))


# ------------------------------------------------------------------------------------------------------------ UNER PUD


def read_pud(path: Path) -> Iterator[NamedText]:
    """Documents of one to five sentences, a paragraph a sentence."""
    for document in path.read_text(encoding="utf-8").split("# newdoc id = ")[1:]:
        name, _, body = document.partition("\n")
        paragraphs, marks = list[Paragraph](), list[NameMark]()
        for sentence in body.strip().split("\n\n"):
            text = next(line for line in sentence.split("\n") if line.startswith("# text =")).split("= ", 1)[1].strip()
            words = [line.split("\t")[1:3] for line in sentence.split("\n") if line[:1].isdigit()]
            paragraphs.append(Paragraph(len(paragraphs) + 1, len(paragraphs) + 1, text))
            marks += _tagged(len(paragraphs), text, words)
        yield NamedText(name.strip(), tuple(paragraphs), tuple(marks))


def _tagged(number: int, text: str, words: Iterable[Sequence[str]]) -> Iterator[NameMark]:
    position, start, end, kind = 0, -1, -1, ""
    for word, tag in [*words, ("", "O")]:
        begin = text.index(word, position)
        if start >= 0 and not tag.startswith("I-"):
            if kind_of(kind):
                yield NameMark(number, start, end, kind_of(kind))
            start = -1
        if tag.startswith("B-"):
            start, kind = begin, tag[2:]
        end = position = begin + len(word)


# ------------------------------------------------------------------------------------------------------------ MEANTIME


def read_meantime(path: Path) -> NamedText:
    """An article with a paragraph a sentence, and its mentions with the entity of each."""
    root = ElementTree.parse(path).getroot()
    builder, where, current, judged = Builder(), dict[str, tuple[int, int, int]](), 0, 0
    for token in root.iter("token"):
        sentence = int(token.get("sentence", "0"))
        if sentence != current:
            builder.end_paragraph()
        current = sentence
        where[token.get("t_id", "")] = (len(builder.texts), *builder.add((token.text or "").strip()))
        judged = len(builder.texts) if current < _MEANTIME_SENTENCES else judged
    paragraphs = tuple(
        Paragraph(p.number, p.line, p.text, "heading" if p.number == 1 else "text") for p in builder.paragraphs()
    )
    return NamedText(path.stem, paragraphs, _outermost(list(_meantime_marks(root, where, builder.texts))), judged)


def _meantime_marks(
    root: ElementTree.Element, where: dict[str, tuple[int, int, int]], texts: Sequence[str]
) -> Iterator[NameMark]:
    entities = {e.get("m_id", ""): e for e in root.iter("ENTITY")}
    refers: dict[str, str] = {}
    for relation in root.iter("REFERS_TO"):
        target = next((target.get("m_id", "") for target in relation.iter("target")), "")
        refers |= {source.get("m_id", ""): target for source in relation.iter("source")}
    for mention in root.iter("ENTITY_MENTION"):
        spots = [where[anchor.get("t_id", "")] for anchor in mention.iter("token_anchor")]
        entity = entities.get(refers.get(mention.get("m_id", ""), ""))
        kind = kind_of(entity.get("ent_type", "")) if entity is not None else None
        if not spots or entity is None or kind is None:
            continue
        number, start, end = spots[0][0], spots[0][1], spots[-1][2]
        start, end = _bare(texts[number - 1], start, end, kind)
        wanted = "NAM" in (mention.get("syntactic_type") or "") and _is_name(texts[number - 1][start:end])
        yield NameMark(number, start, end, kind, entity.get("m_id", ""), entity.get("instance_id", ""), wanted)


# ----------------------------------------------------------------------------------------------------------------- GUM


def read_gum_names(xml: Path, coref: Path) -> NamedText:
    """An article of GUM, its words from the XML and the entities of these words from the table beside it."""
    builder, words = Builder(), list[tuple[int, int, int, str]]()
    headings, joined, inner = set[int](), False, False
    for line in xml.read_text(encoding="utf-8").splitlines():
        if not line.startswith("<"):
            cells = line.split("\t")
            words.append((len(builder.texts), *builder.add(cells[0], joined=joined and inner), cells[4]))
            inner = True
        elif re.match(r"</?(?:p|head|item|caption|sp)\b", line):
            builder.end_paragraph()
            headings |= {len(builder.texts)} if line.startswith("<head") else set()
        joined, inner = (line != "</w>", False) if line in ("<w>", "</w>") else (joined, inner)
    rows = [line.split("\t") for line in coref.read_text(encoding="utf-8").splitlines() if re.match(r"\d+-\d+\t", line)]
    paragraphs = tuple(
        Paragraph(p.number, p.line, p.text, "heading" if p.number in headings else "text") for p in builder.paragraphs()
    )
    return NamedText(xml.stem, paragraphs, _outermost(list(_gum_marks(words, rows, builder.texts))))


def _gum_marks(
    words: Sequence[tuple[int, int, int, str]], rows: Sequence[Sequence[str]], texts: Sequence[str]
) -> Iterator[NameMark]:
    spans: dict[str, list[int]] = {}
    linked: dict[str, str] = {}
    for index, row in enumerate(rows):
        for entity in row[3].split("|"):
            spans.setdefault(entity, []).append(index)
        linked |= {n: link for link, _, n in (cell.rstrip("]").partition("[") for cell in row[6].split("|")) if n}
    for entity, indices in spans.items():
        label, _, number = entity.rstrip("]").partition("[")
        kind = kind_of(label)
        if kind is None or words[indices[0]][0] != words[indices[-1]][0]:
            continue
        paragraph, text = words[indices[0]][0], texts[words[indices[0]][0] - 1]
        start, end = _bare(text, words[indices[0]][1], words[indices[-1]][2], kind)
        proper = [words[index][3] for index in indices if start <= words[index][1] < end]
        wanted = number in linked and _is_name(text[start:end]) and proper[-1:] == ["PROPN"]
        link = linked.get(number, "")
        yield NameMark(paragraph, start, end, kind, link, link, wanted)


# ---------------------------------------------------------------------------------------------------------------- re3d


def read_re3d(folder: Path) -> Iterator[NamedText]:
    """Reports, with spans that a vote accepted as wanted marks where they are written like names."""
    marked: dict[str, list[dict[str, Any]]] = {}
    for entity in _json_lines(folder / "entities.json"):
        marked.setdefault(entity["documentId"], []).append(entity)
    for document in _json_lines(folder / "documents.json"):
        spans = [
            _MarkedSpan(entity["begin"], entity["end"], kind_of(entity["type"]), wanted=entity["confidence"] > 0.5)
            for entity in marked.get(document["_id"], [])
            if kind_of(entity["type"])
        ]
        yield _marked_lines(document["_id"], document["text"], spans, titles=True)


def _json_lines(path: Path) -> Iterator[Any]:
    for line in path.read_text(encoding="utf-8-sig").splitlines():
        if line.strip():
            yield json.loads(line)


class _MarkedSpan(NamedTuple):
    start: int
    end: int
    kind: Kind | None
    entity: str = ""
    wanted: bool = True


def _marked_lines(name: str, text: str, spans: Sequence[_MarkedSpan], titles: bool) -> NamedText:
    """A text with a paragraph a line; with ``titles``, spans may hold more than the name."""
    paragraphs, marks, offset = list[Paragraph](), list[NameMark](), 0
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            paragraphs.append(Paragraph(number, number, line))
        for span in spans:
            start, end = span.start - offset, span.end - offset
            if start >= 0 and end <= len(line):
                start, end = _bare(line, start, end, span.kind) if titles else (start, end)
                wanted = span.wanted and (not titles or _is_name(line[start:end]))
                marks.append(NameMark(number, start, end, span.kind, span.entity, span.entity, wanted))
        offset += len(line) + 1
    return NamedText(name, tuple(paragraphs), _outermost(marks) if titles else tuple(marks))


# ---------------------------------------------------------------------------------------------------------- JSON Lines


_ROW_KEYS = {
    "start": ("start", "begin", "offset", "start_char"),
    "end": ("end", "stop", "end_char"),
    "label": ("label", "type", "kind", "tag", "ner"),
    "link": ("link", "entity", "wikipedia", "wikidata", "title", "url", "qid", "kb_id", "cluster", "id"),
}
_NO_LINK = frozenset(["", "nil", "null", "none", "nme", "--nme--", "*null*", "-", "o", "unk"])


def read_entities(path: Path) -> Iterator[NamedText]:
    """A text a line: ``text`` and ``entities`` (``spans``, ``mentions``) with ``start``, ``end``, a label and a link.

    A span may be a list of these four in this order. Labels of other kinds are passed over; a missing label is any,
    but then a nation's people are wanted only where the spans are given. A link to nothing (``NIL``) links nothing.
    """
    for number, document in enumerate(_json_lines(path), 1):
        rows = next((document[key] for key in ("entities", "spans", "mentions", "label") if key in document), [])
        text = next(document[key] for key in ("text", "content", "document") if isinstance(document.get(key), str))
        spans = [span for span in (_span_of(row, text) for row in rows) if span is not None]
        yield _marked_lines(str(document.get("id", number)), text, spans, titles=False)


def _span_of(row: Any, text: str) -> _MarkedSpan | None:
    if isinstance(row, list):
        row = dict(zip(_ROW_KEYS, row, strict=False))
    start, end, label, link = (_first_of(row, names) for names in _ROW_KEYS.values())
    if label is None and kind_of(str(link)):
        label, link = link, _first_of(row, _ROW_KEYS["link"][2:])
    if label and kind_of(str(label)) is None:
        return None
    end = start + row["length"] if end is None else end
    entity = "" if link is None or str(link).lower() in _NO_LINK else str(link)
    kind = kind_of(str(label)) if label else None
    return _MarkedSpan(start, end, kind, entity, wanted=kind is not None or text[start:end] not in demonyms())


def _first_of(row: dict[str, Any], names: Sequence[str]) -> Any:
    return next((row[name] for name in names if row.get(name) is not None), None)


def with_nationalities(text: NamedText) -> NamedText:
    """With every mark that has no kind wanted."""
    return replace(text, marks=tuple(replace(m, wanted=m.wanted or m.kind is None) for m in text.marks))
