"""How well names are found and merged, beside spaCy alone and beside merging by exact string.

Spans on UNER English-PUD (exact span and kind), merging on the NewsReader MEANTIME corpus (B3 over the mentions that
are found, within articles and across them): ``python -m benchmarks.names DATA`` with the folder that holds both.
"""

from __future__ import annotations

import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefing.annotate.language_model import parse_articles
from briefing.annotate.names import find_names
from briefing.annotate.parsed import Parsed
from briefing.link.names import link_names
from briefing.model import Article, Edited, Evidence, Known, Mention, Name, Paragraph, Settings

_PEER_KINDS = {"PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place"}
_GOLD_KINDS = {"PER": "person", "ORG": "organisation", "LOC": "place"}
Span = tuple[str, int, int, int, str]  # document, paragraph, start, end, kind


def measure(data: Path) -> dict[str, float]:
    """Scores by name, each between 0 and 1; ``peer`` are spaCy's own entities, or merging by exact string."""
    return {**_measure_spans(data / "uner_pud"), **_measure_merging(data / "meantime")}


def _scores(name: str, found: set[Span], gold: set[Span]) -> dict[str, float]:
    right = len(found & gold)
    precision, recall = right / max(1, len(found)), right / max(1, len(gold))
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return {f"{name} P": precision, f"{name} R": recall, f"{name} F1": f1}


# ----------------------------------------------------------------------------------------------------------- spans


def _measure_spans(folder: Path) -> dict[str, float]:
    gold: set[Span] = set()
    ours: set[Span] = set()
    peer: set[Span] = set()
    documents = dict(_read_pud(folder / "en_pud-ud-test.iob2", gold))
    for document, parsed in parse_articles(documents.items()):
        ours |= {(document, *_span(m), name.kind) for name in find_names(parsed) for m in name.mentions}
        peer |= set(_of_spacy(document, parsed))
    scores = {**_scores("spans", ours, gold), **_scores("spans peer", peer, gold)}
    for kind in ("person", "organisation", "place"):
        scores |= _scores(f"spans {kind}", _only(ours, kind), _only(gold, kind))
        scores |= _scores(f"spans peer {kind}", _only(peer, kind), _only(gold, kind))
    return scores


def _span(mention: Mention) -> tuple[int, int, int]:
    return mention.paragraph, mention.start, mention.end


def _only(spans: set[Span], kind: str) -> set[Span]:
    return {span for span in spans if span[-1] == kind}


def _of_spacy(document: str, parsed: Parsed) -> Iterator[Span]:
    """spaCy's entities of our kinds, without the article and possessive that the gold leaves out too."""
    for paragraph, doc in zip(parsed.paragraphs, parsed.docs, strict=True):
        for entity in doc.ents:
            if entity.label_ in _PEER_KINDS:
                start, end = entity.start, entity.end
                start += doc[start].lower_ in ("the", "a", "an") and end - start > 1
                end -= doc[end - 1].lower_ in ("'s", "’s") and end - start > 1
                span = doc[start:end]
                yield document, paragraph.number, span.start_char, span.end_char, _PEER_KINDS[entity.label_]


def _read_pud(path: Path, gold: set[Span]) -> Iterator[tuple[str, tuple[Paragraph, ...]]]:
    """Documents with a paragraph a sentence; adds the gold spans."""
    document, text = "", ""
    paragraphs: list[Paragraph] = []
    words: list[tuple[str, str]] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), "", "# newdoc id = "]:
        if line.startswith("# newdoc id"):
            if paragraphs:
                yield document, tuple(paragraphs)
            document, paragraphs = line.split("=")[1].strip(), []
        elif line.startswith("# text ="):
            text = line.split("=", 1)[1].strip()
        elif line and line[0].isdigit():
            words.append((line.split("\t")[1], line.split("\t")[2]))
        elif not line and words:
            paragraphs.append(Paragraph(len(paragraphs) + 1, len(paragraphs) + 1, text))
            gold |= set(_gold_spans(document, len(paragraphs), text, words))
            words = []


def _gold_spans(document: str, number: int, text: str, words: Sequence[tuple[str, str]]) -> Iterator[Span]:
    position, start, end, kind = 0, -1, -1, ""
    for word, tag in [*words, ("", "O")]:
        begin = text.index(word, position)
        if start >= 0 and not tag.startswith("I-"):
            if kind in _GOLD_KINDS:
                yield document, number, start, end, _GOLD_KINDS[kind]
            start = -1
        if tag.startswith("B-"):
            start, kind = begin, tag[2:]
        end = position = begin + len(word)


# --------------------------------------------------------------------------------------------------------- merging


@dataclass(frozen=True, slots=True)
class _Gold:
    """A gold mention: its span, and the ids of its entity in the article and in the corpus."""

    paragraph: int
    start: int
    end: int
    entity: str
    instance: str
    kind: str
    named: bool


def _measure_merging(folder: Path) -> dict[str, float]:
    articles: list[Article] = []
    gold: dict[str, list[_Gold]] = {}
    read = {path.stem: _read_meantime(path) for path in sorted(folder.glob("**/intra_cross-doc_annotation/*/*.xml"))}
    for key, parsed in parse_articles((key, paragraphs) for key, (paragraphs, _) in read.items()):
        articles.append(_article(key, parsed, find_names(parsed)))
        gold[key] = read[key][1]
    linked, _ = link_names(articles, Settings("benchmark"))
    within: list[tuple[Hashable, Hashable, Hashable]] = []  # ours, exact string, gold
    across: list[tuple[Hashable, Hashable, Hashable]] = []
    kinds, named, wanted = 0, 0, sum(_wanted(mention) for mentions in gold.values() for mention in mentions)
    for before, after in zip(articles, linked, strict=True):
        entities = {m: name.name for name in after.names for m in name.mentions}
        for name in before.names:
            for m in name.mentions:
                found = _gold_of(m.paragraph, m.start, m.end, gold[before.id])
                if found is None:
                    continue
                named += _wanted(found)
                kinds += found.kind == name.kind
                key = before.id
                within.append(((key, name.name, name.kind), (key, m.text), (key, found.entity)))
                if found.instance:
                    across.append(((entities.get(m, m.text), name.kind), m.text, found.instance))
    return {
        "merging mentions R": named / max(1, wanted),
        "merging kind": kinds / max(1, len(within)),
        "merging B3": _b_cubed((ours, gold) for ours, _, gold in within),
        "merging peer B3": _b_cubed((exact, gold) for _, exact, gold in within),
        "across B3": _b_cubed((ours, gold) for ours, _, gold in across),
        "across peer B3": _b_cubed((exact, gold) for _, exact, gold in across),
    }


def _wanted(mention: _Gold) -> bool:
    return mention.named


def _gold_of(paragraph: int, start: int, end: int, gold: Iterable[_Gold]) -> _Gold | None:
    """The shortest gold mention around a span that ends where the span ends: gold spans include titles."""
    around = [g for g in gold if g.paragraph == paragraph and g.start <= start and g.end == end]
    return min(around, key=lambda g: (g.end - g.start, g.entity)) if around else None


def _b_cubed(pairs: Iterable[tuple[Hashable, Hashable]]) -> float:
    """F1 of B3 (Bagga and Baldwin 1998) over (cluster, gold cluster) of each mention."""
    clusters: dict[Hashable, dict[Hashable, int]] = {}
    golds: dict[Hashable, int] = {}
    total = 0
    for cluster, gold in pairs:
        clusters.setdefault(cluster, {})[gold] = clusters.get(cluster, {}).get(gold, 0) + 1
        golds[gold] = golds.get(gold, 0) + 1
        total += 1
    precision = sum(n * n / sum(found.values()) for found in clusters.values() for n in found.values()) / max(1, total)
    recall = sum(n * n / golds[gold] for found in clusters.values() for gold, n in found.items()) / max(1, total)
    return 2 * precision * recall / max(1e-9, precision + recall)


def _article(key: str, parsed: Parsed, names: tuple[Name, ...]) -> Article:
    known = Known("", "inferred", Evidence("first-line"))
    return Article(
        key, key, "", Edited(), known, Known("en", "inferred", Evidence("words")), "ltr", parsed.paragraphs, names=names
    )


def _read_meantime(path: Path) -> tuple[tuple[Paragraph, ...], list[_Gold]]:
    """An article with a paragraph a sentence, and its gold mentions of people, places and organisations."""
    root = ElementTree.parse(path).getroot()
    sentences: dict[int, str] = {}
    where: dict[str, tuple[int, int, int]] = {}
    for token in root.iter("token"):
        number, word = int(token.get("sentence", "0")), _plain(token.text or "")
        text = sentences.get(number, "")
        text += (
            "" if not text or word in {",", ".", "'s", ")", "?", "!", ";", ":", "%", "''"} or text[-1] in "($#" else " "
        )
        where[token.get("t_id", "")] = (number + 1, len(text), len(text) + len(word))
        sentences[number] = text + word
    paragraphs = tuple(
        Paragraph(n + 1, n + 1, text, "heading" if n == 0 else "text") for n, text in sorted(sentences.items())
    )
    return paragraphs, list(_gold_mentions(root, where, {p.number: p.text for p in paragraphs}))


def _plain(word: str) -> str:
    return {"``": "“", "''": "”", "#": "£"}.get(word, word)


def _gold_mentions(
    root: ElementTree.Element, where: Mapping[str, tuple[int, int, int]], texts: Mapping[int, str]
) -> Iterator[_Gold]:
    entities = {e.get("m_id", ""): e for e in root.iter("ENTITY")}
    refers: dict[str, str] = {}
    for relation in root.iter("REFERS_TO"):
        targets = [target.get("m_id", "") for target in relation.iter("target")]
        for source in relation.iter("source"):
            refers[source.get("m_id", "")] = targets[0] if targets else ""
    for mention in root.iter("ENTITY_MENTION"):
        spots = [where[anchor.get("t_id", "")] for anchor in mention.iter("token_anchor")]
        entity = entities.get(refers.get(mention.get("m_id", ""), ""))
        kind = _GOLD_KINDS.get(entity.get("ent_type", "")) if entity is not None else None
        if not spots or entity is None or kind is None:
            continue
        number, start, end = spots[0][0], spots[0][1], spots[-1][2]
        text = texts[number][start:end]
        named = "NAM" in (mention.get("syntactic_type") or "") and len(spots) <= 5 and "," not in text
        yield _Gold(number, start, end, entity.get("m_id", ""), entity.get("instance_id", ""), kind, named)


if __name__ == "__main__":
    for score, value in measure(Path(sys.argv[1])).items():
        print(f"{score:32} {value:.3f}")
