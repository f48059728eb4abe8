"""Articles whose quotations and speakers are known.

GUM marks quotations (its speakers are ``quotes_speakers.tsv``, of our own reading); NewsReader MEANTIME says who takes
part in an event of speech, whatever name or pronoun stands there; PolNeAR lists attributions as CSV beside the text;
of some articles of corpus_open we have read who speaks: the rules were tuned on those of ``quotes_open.tsv`` and, in
the end, of ``quotes_open_unseen.tsv``, and on none of ``quotes_open_third.tsv``.
"""

from __future__ import annotations

import csv
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.written_sets import read_written
from briefing.model import Paragraph

PRONOUNS = frozenset("i we you he she it they him her them who".split())
_MARKED = re.compile(r"“[^“”]+”?|\"[^\"]+\"?")
_SINGLE = re.compile(r"(?<!\w)'[^'\"]+'(?!\w)")
_TIGHT_AFTER = frozenset("( [ $ £ # “ ‘".split())
_TIGHT_BEFORE = re.compile(r"[,.;:?!)\]%”’]+$|['’](?:s|re|ve|ll|d|m)?$|n['’]t$|\.\.\.$")
_SPEECH_ROLE = "Arg0"
_OPENING, _CLOSING = "\"'“‘„«` ", "\"'”’“» "


@dataclass(frozen=True, slots=True)
class Gold:
    """A quotation of an article; ``speakers`` are the names that are right for it, None where it is not to be told."""

    paragraph: int
    start: int
    end: int
    speakers: tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Document:
    """``complete``: every quotation is in ``quotes``, so that what is found beside them is wrong."""

    name: str
    paragraphs: tuple[Paragraph, ...]
    quotes: tuple[Gold, ...]
    complete: bool = True


class _Text:
    """Words joined as they are written, paragraph by paragraph."""

    def __init__(self) -> None:
        self.paragraphs: list[str] = [""]
        self.glued: bool | None = None  # within one word of several tokens: False before the first of them

    def add(self, word: str, tight_before: bool = False) -> tuple[int, int, int]:
        text = self.paragraphs[-1]
        tight = not text or tight_before or text[-1] in _TIGHT_AFTER or bool(_TIGHT_BEFORE.match(word))
        tight = tight or self.glued is True
        self.glued = self.glued if self.glued is None else True
        text += word if tight else " " + word
        self.paragraphs[-1] = text
        return len(self.paragraphs), len(text) - len(word), len(text)

    def end_paragraph(self) -> None:
        if self.paragraphs[-1]:
            self.paragraphs.append("")

    def numbered(self) -> tuple[Paragraph, ...]:
        return tuple(Paragraph(n, n, text) for n, text in enumerate(self.paragraphs, 1) if text)


# ------------------------------------------------------------------------------------------------------------- written


def read_invented(half: str) -> Iterator[Document]:
    """The articles of our own invention; a quotation is what its marks hold."""
    for article in read_written(half, "q"):
        texts = {paragraph.number: paragraph.text for paragraph in article.text.paragraphs}
        golds = list[Gold]()
        for mark in article.marks("q"):
            said = texts[mark.paragraph][mark.start : mark.end]
            start = mark.start + len(said) - len(said.lstrip(_OPENING))
            end = mark.end - (len(said) - len(said.rstrip(_CLOSING)))
            by = mark.said.get("by", "?")
            golds.append(Gold(mark.paragraph, start, end, None if by == "?" else tuple(by.split("|"))))
        yield Document(article.text.name, article.text.paragraphs, tuple(golds))


# ------------------------------------------------------------------------------------------------------------- GUM

_BLOCKS = frozenset({"p", "head", "caption", "sp", "item", "figure"})


def read_gum(folder: Path) -> Iterator[Document]:
    speakers = _gum_speakers()
    for path in sorted(folder.glob("xml/*.xml")):
        name = path.stem.removeprefix("GUM_")
        text = _Text()
        spans = list(_gum_quotes(path.read_text(encoding="utf-8").splitlines(), text))
        if spans:  # a document without quotation elements has quotations all the same: nobody marked them
            yield Document(name, text.numbered(), tuple(_gum_gold(spans, text.paragraphs, speakers.get(name, {}))))


def _gum_speakers() -> dict[str, dict[int, tuple[str, ...] | None]]:
    found: dict[str, dict[int, tuple[str, ...] | None]] = {}
    for line in Path(__file__).with_name("quotes_speakers.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        name, numbers, said = line.split("\t")
        first, _, last = numbers.partition("-")
        for number in range(int(first), int(last or first) + 1):
            found.setdefault(name, {})[number] = None if said == "?" else tuple(said.split("|"))
    return found


def _gum_quotes(lines: Sequence[str], text: _Text) -> Iterator[tuple[int, int, int, int]]:
    """Number, paragraph, start and end of each quote element."""
    number, within, first, last = 0, False, (0, 0, 0), (0, 0, 0)
    for line in lines:
        tag = re.match(r"</?(\w+)", line)
        if tag is None:
            word, kind = line.split("\t")[:2]
            word = {"``": "“", "''": "”"}.get(kind, word) if word in {'"', "``", "''"} else word
            span = text.add(word, tight_before=word == "”")
            if within:
                if not first[0]:
                    first = span
                last = span
        elif tag[1] == "w":
            text.glued = None if line.startswith("</") else False
        elif tag[1] == "quote":
            within = not line.startswith("</")
            if within:
                number, first = number + 1, (0, 0, 0)
            elif first[0]:
                yield number, first[0], first[1], last[2]
            if 'rend="block"' in line:
                text.end_paragraph()
        elif tag[1] in _BLOCKS:
            text.end_paragraph()


def _gum_gold(
    spans: Sequence[tuple[int, int, int, int]], texts: Sequence[str], speakers: Mapping[int, tuple[str, ...] | None]
) -> Iterator[Gold]:
    """The marked strings that quote elements lie in or hold: a quotation of several sentences has one a sentence."""
    for index, text in enumerate(texts, 1):
        for match in _MARKED.finditer(text):
            over = [
                number
                for number, paragraph, start, end in spans
                if paragraph == index and min(end, match.end()) - max(start, match.start()) > 1
            ]
            if over:
                yield Gold(index, match.start() + 1, len(match[0].rstrip("”")) + match.start(), speakers.get(over[0]))


# ----------------------------------------------------------------------------------------------------- corpus_open


def read_open(folder: Path, labels_file: str) -> Iterator[Document]:
    """The articles of which a file beside this one says who speaks; marks it is silent about count neither way."""
    labels: dict[str, dict[tuple[int, int], str]] = {}
    for line in Path(__file__).with_name(labels_file).read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            name, row, numbers, said = line.split("\t")
            first, _, last = numbers.partition("-")
            for number in range(int(first), int(last or first) + 1):
                labels.setdefault(name, {})[int(row), number] = said
    for name in sorted(labels):
        path = next(folder.glob(f"{name}_*.txt"))
        lines = [" ".join(line.split()) for line in path.read_text(encoding="utf-8").split("\n")]
        quotes = [gold for row, line in enumerate(lines, 1) for gold in _open_gold(row, line, labels[name])]
        yield Document(name, tuple(Paragraph(n, n, line) for n, line in enumerate(lines, 1) if line), tuple(quotes))


def _open_gold(row: int, line: str, labels: Mapping[tuple[int, int], str]) -> Iterator[Gold]:
    for match in _SINGLE.finditer(line):
        yield Gold(row, match.start() + 1, match.end() - 1, None)
    for number, match in enumerate(_MARKED.finditer(line), 1):
        said = labels.get((row, number), "?")
        if said != "-":
            end = match.end() - match[0].endswith(("”", '"'))
            yield Gold(row, match.start() + 1, end, None if said == "?" else tuple(said.split("|")))


# -------------------------------------------------------------------------------------------------------- MEANTIME


def read_meantime(folder: Path) -> Iterator[Document]:
    for path in sorted(folder.glob("**/intra_cross-doc_annotation/*/*.xml")):
        root = ElementTree.parse(path).getroot()
        text, where, sentence_of = _Text(), {}, {}
        for token in root.iter("token"):
            number = int(token.get("sentence", "0"))
            if number == 1 and len(text.paragraphs) == 1:
                text.end_paragraph()
            word = {"``": "“", "''": "”", "#": "£"}.get(token.text or "", token.text or "")
            where[token.get("t_id", "")] = text.add(word, tight_before=word == "”")
            sentence_of[token.get("t_id", "")] = number
        speakers = _speakers_by_sentence(root, where, sentence_of, text.paragraphs)
        starts = {span[:2]: sentence_of[token] for token, span in where.items()}
        quotes = [
            Gold(
                n, match.start() + 1, match.start() + len(match[0].rstrip("”")), speakers.get(starts[n, match.start()])
            )
            for n, paragraph in enumerate(text.paragraphs, 1)
            for match in _MARKED.finditer(paragraph)
            if (n, match.start()) in starts
        ]
        yield Document(path.stem, text.numbered(), tuple(quotes), complete=False)


def _speakers_by_sentence(
    root: ElementTree.Element,
    where: Mapping[str, tuple[int, int, int]],
    sentence_of: Mapping[str, int],
    texts: Sequence[str],
) -> dict[int, tuple[str, ...] | None]:
    """The names of the one speaker of each sentence in which only one entity takes part in events of speech."""
    speech = {e.get("m_id") for e in root.iter("EVENT") if e.get("class") == "SPEECH_COGNITIVE"}
    refers = {
        source.get("m_id"): target.get("m_id")
        for relation in root.iter("REFERS_TO")
        for target in relation.iter("target")
        for source in relation.iter("source")
    }
    anchors = {
        m.get("m_id"): [a.get("t_id", "") for a in m.iter("token_anchor")]
        for kind in ("ENTITY_MENTION", "EVENT_MENTION")
        for m in root.iter(kind)
    }
    names: dict[str | None, list[str]] = {}
    for mention in root.iter("ENTITY_MENTION"):
        spots = [where[t] for t in anchors[mention.get("m_id")]]
        if spots and len(spots) <= 12:
            said = texts[spots[0][0] - 1][spots[0][1] : spots[-1][2]]
            names.setdefault(refers.get(mention.get("m_id")), []).append(said)
    found: dict[int, set[str | None]] = {}
    for relation in root.iter("HAS_PARTICIPANT"):
        source, target = relation.find("source"), relation.find("target")
        if source is None or target is None or relation.get("sem_role") != _SPEECH_ROLE:
            continue
        if refers.get(source.get("m_id")) in speech and anchors.get(source.get("m_id")):
            sentence = sentence_of[anchors[source.get("m_id")][0]]
            found.setdefault(sentence, set()).add(refers.get(target.get("m_id")))
    return {
        sentence: tuple(n for n in names.get(next(iter(who)), []) if n.lower() not in PRONOUNS) or None
        for sentence, who in found.items()
        if len(who) == 1
    }


# --------------------------------------------------------------------------------------------------------- PolNeAR

_OFFSETS = re.compile(r"(\d+)\s*[,:]\s*(\d+)")


def read_polnear(folder: Path) -> Iterator[Document]:
    """CSV files with columns for the file's name and for the source and content of each attribution.

    Both are character offsets into the text ("12:40", "(12, 40)", several where they are parted) or the words
    themselves; texts are ``NAME`` or ``NAME.txt`` anywhere under the folder.
    """
    texts = {path.stem: path for path in sorted(folder.glob("**/*.txt"))}
    rows: dict[str, list[Mapping[str, str]]] = {}
    for path in sorted(folder.glob("**/*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                rows.setdefault(Path(_column(row, "file", "article", "doc", "text_id")).stem, []).append(row)
    for name in sorted(rows.keys() & texts.keys()):
        text = texts[name].read_text(encoding="utf-8")
        yield _polnear_document(name, text, rows[name])


def _column(row: Mapping[str, str], *words: str) -> str:
    """The first column whose name holds one of the words, the first word first."""
    for word in words:
        for key, value in row.items():
            if word in (key or "").lower() and value:
                return value
    return ""


def _polnear_document(name: str, text: str, rows: Sequence[Mapping[str, str]]) -> Document:
    lines = [(match.start(), match.end()) for match in re.finditer(r"[^\n]+", text)]
    quotes = []
    for row in rows:
        source = " ".join(text[start:end] for start, end in _places(_column(row, "source"), text))
        speakers = None if not source or source.lower() in PRONOUNS else (source,)
        for start, end in _places(_column(row, "content"), text):
            for number, (first, last) in enumerate(lines, 1):
                for match in _MARKED.finditer(text, max(first, start - 1), max(first, min(last, end + 1))):
                    closed = match.end() - match[0].endswith(("”", '"'))
                    quotes.append(Gold(number, match.start() + 1 - first, closed - first, speakers))
    paragraphs = tuple(Paragraph(n, n, text[start:end]) for n, (start, end) in enumerate(lines, 1))
    return Document(name, paragraphs, tuple(quotes))


def _places(cell: str, text: str) -> list[tuple[int, int]]:
    if re.fullmatch(r"[\d\s,:;()\[\]|-]*", cell):
        return [(int(start), int(end)) for start, end in _OFFSETS.findall(cell)]
    found = text.find(cell)
    return [(found, found + len(cell))] if found >= 0 else []
