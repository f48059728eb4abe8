"""How well names are found and merged, beside spaCy alone and beside merging by exact string.

Found: UNER English-PUD (exact span and kind), NewsReader MEANTIME, GUM's Wikinews and re3d (whose spans hold titles
too, so a name may begin within its span), and invented articles (``written``). Merged: MEANTIME, GUM and these, within
articles, and across them: ``python -m benchmarks.names DATA``; ``--entities FILE`` measures texts of JSON Lines with
spans and links.

Half of each set is tuned on, the other held out. ``given`` merges the marked mentions, ``found`` counts those that are
found, ``end to end`` all: what is missed or is no name counts as wrong; ``aligned`` all that is marked, where a missed
mention stands alone and what is no name is left out. ``merged right`` is the share of mentions that
stand in a name of several surfaces and belong there.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.name_sets import (
    NamedText,
    NameMark,
    read_entities,
    read_gum_names,
    read_invented,
    read_meantime,
    read_pud,
    read_re3d,
    with_nationalities,
)
from benchmarks.scoring import HALVES, Count, half_of, interval, scores
from briefing.annotate.language_model import parse_articles
from briefing.annotate.names import find_names, merge_spans
from briefing.annotate.parsed import Parsed
from briefing.link.names import link_names
from briefing.model import KINDS, Article, Edited, Evidence, Kind, Known, Name, Settings

_PEER_KINDS: dict[str, Kind] = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
}


@dataclass(frozen=True, slots=True)
class Found:
    """A mention that is shown, and the name it was merged into."""

    paragraph: int
    start: int
    end: int
    kind: Kind
    text: str
    name: Hashable


Finder = Callable[[NamedText, Parsed], Iterator[Found]]
Half = tuple[str, list[NamedText]]


def measure(data: Path) -> dict[str, float]:
    """Scores by name, each between 0 and 1; ``peer`` are spaCy's own entities, merged by exact string."""
    found: dict[str, float] = {}
    pud = list(read_pud(data / "uner_pud" / "en_pud-ud-test.iob2"))
    for index, half in enumerate(HALVES):
        found |= measure_set(f"PUD {half}", pud[index::2], exact=True)
    gum = data / "gum_wikinews"
    sets = {
        "MEANTIME": [read_meantime(p) for p in sorted(data.glob("meantime/**/intra_cross-doc_annotation/*/*.xml"))],
        "GUM": [read_gum_names(p, gum / "coref" / f"{p.stem}.tsv") for p in sorted((gum / "xml").glob("*.xml"))],
        "re3d": [text for p in sorted((data / "re3d").glob("*/documents.json")) for text in read_re3d(p.parent)],
    }
    for name, texts in sets.items():
        for half in HALVES:
            found |= measure_set(f"{name} {half}", [text for text in texts if half_of(text.name) == half], exact=False)
    for half in HALVES:
        found |= measure_set(f"written {half}", list(read_invented(half)), exact=True)
    return found


def measure_set(name: str, texts: Sequence[NamedText], exact: bool) -> dict[str, float]:
    parsed = [document for _, document in parse_articles((text.name, text.paragraphs) for text in texts)]
    measured: dict[str, float] = {}
    for label, finder in (("", find_ours), (" peer", find_peers)):
        judged = [judge(text, finder(text, document), exact) for text, document in zip(texts, parsed, strict=True)]
        measured |= scores(f"{name}{label} found", [_count(pairs) for pairs in judged], intervals=not label)
        for kind in KINDS if any(mark.kind for text in texts for mark in text.marks) else ():
            measured |= scores(f"{name}{label} {kind}", [_count(pairs, kind) for pairs in judged], intervals=False)
        if any(mark.entity for text in texts for mark in text.marks):
            measured |= _merging(f"{name}{label}", judged)
    if any(mark.entity for text in texts for mark in text.marks):
        everyone = [with_nationalities(text) for text in texts]
        given = [judge(text, _given(text, doc), exact) for text, doc in zip(everyone, parsed, strict=True)]
        measured[f"{name} given B3"] = b_cubed([_links(pairs) for pairs in given])
        measured |= _across(name, texts, parsed, exact)
    return measured


# ------------------------------------------------------------------------------------------------------------- finding


def find_ours(text: NamedText, parsed: Parsed) -> Iterator[Found]:
    yield from _mentions(find_names(parsed), text)


def _mentions(names: Sequence[Name], text: NamedText) -> Iterator[Found]:
    for name in names:
        for m in name.mentions:
            if m.paragraph <= text.judged:
                yield Found(m.paragraph, m.start, m.end, name.kind, m.text, (name.name, name.kind))


def find_peers(text: NamedText, parsed: Parsed) -> Iterator[Found]:
    """spaCy's entities of our kinds, without the article and possessive that the sets leave out too."""
    for paragraph, doc in zip(parsed.paragraphs, parsed.docs, strict=True):
        for entity in doc.ents:
            kind = _PEER_KINDS.get(entity.label_)
            if kind and paragraph.number <= text.judged:
                start, end = entity.start, entity.end
                start += doc[start].lower_ in ("the", "a", "an") and end - start > 1
                end -= doc[end - 1].lower_ in ("'s", "’s") and end - start > 1
                span = doc[start:end]
                yield Found(paragraph.number, span.start_char, span.end_char, kind, span.text, span.text)


def _given(text: NamedText, parsed: Parsed) -> Iterator[Found]:
    """The marked names, merged as if we had found them."""
    spans = {(m.paragraph, m.start, m.end): m.kind for m in text.marks if m.wanted}
    yield from _mentions(merge_spans(parsed, [(*span, kind) for span, kind in spans.items()]), text)


# ------------------------------------------------------------------------------------------------------------- judging


Judged = list[tuple[Found | None, NameMark | None]]  # what is shown and the mark that it is, or one without the other


def judge(text: NamedText, found: Iterator[Found], exact: bool) -> Judged:
    """Pairs of mentions shown and names marked; what is marked but not wanted is left out if it is shown."""
    free = [mark for mark in text.marks if mark.paragraph <= text.judged]
    pairs: Judged = []
    for one in found:
        fitting = [mark for mark in free if _fits(one, mark, exact)]
        if not fitting:
            pairs += [] if not exact and any(_describes(mark, one) for mark in text.marks) else [(one, None)]
            continue
        best = min(fitting, key=lambda m: (m.kind not in (one.kind, None), not m.wanted, m.end - m.start, m.entity))
        same = [m for m in fitting if (m.start, m.end) == (best.start, best.end) or m.entity == best.entity != ""]
        if any(mark.wanted for mark in same):
            pairs.append((one, best))
        free = [mark for mark in free if mark not in same]
    return pairs + [(None, mark) for mark in _once(free) if mark.wanted]


def _once(marks: Sequence[NameMark]) -> list[NameMark]:
    """One mark a span: sets may give a span two kinds."""
    return list({(mark.paragraph, mark.start, mark.end): mark for mark in marks}.values())


def _fits(one: Found, mark: NameMark, exact: bool) -> bool:
    begins = one.start == mark.start if exact else mark.start <= one.start
    return one.paragraph == mark.paragraph and one.end == mark.end and begins


def _describes(mark: NameMark, one: Found) -> bool:
    """Whether a description of the kind holds the name: 'the NATO military alliance'."""
    inside = mark.paragraph == one.paragraph and mark.start <= one.start and one.end <= mark.end
    return inside and not mark.wanted and mark.kind == one.kind


def _count(pairs: Judged, kind: Kind | None = None) -> Count:
    shown = sum(one is not None and kind in (None, one.kind) for one, _ in pairs)
    gold = sum(mark is not None and (kind is None or mark.kind == kind) for _, mark in pairs)
    return Count(sum(_right(one, mark, kind) for one, mark in pairs), shown, gold)


def _right(one: Found | None, mark: NameMark | None, kind: Kind | None) -> bool:
    return one is not None and mark is not None and mark.kind in (one.kind, None) and kind in (None, one.kind)


# ------------------------------------------------------------------------------------------------------------- merging


Link = tuple[Hashable, Hashable]  # the cluster shown and the entity marked; None where one is missing


def _links(pairs: Judged) -> list[Link]:
    return [(one and one.name, mark and mark.entity) for one, mark in pairs if mark is None or mark.entity]


def _merging(name: str, judged: Sequence[Judged]) -> dict[str, float]:
    found = [[link for link in _links(pairs) if None not in link] for pairs in judged]
    everything = [_links(pairs) for pairs in judged]
    aligned = [_aligned(links) for links in everything]
    scored = {"found": found, "end to end": everything, "aligned": aligned}
    measured = {f"{name} {label} B3": b_cubed(links) for label, links in scored.items()}
    if " peer" in name:
        return measured
    for label, links in scored.items():
        low, high = interval(links, b_cubed)
        measured |= {f"{name} {label} B3 low": low, f"{name} {label} B3 high": high}
    return measured | {f"{name} merged right": _merged_right(judged)}


def _aligned(links: Sequence[Link]) -> list[Link]:
    """The marked mentions, each missed one as a name of its own."""
    return [((n,) if one is None else one, mark) for n, (one, mark) in enumerate(links) if mark is not None]


def b_cubed(documents: Sequence[Sequence[Link]]) -> float:
    """F1 of B3 (Bagga and Baldwin 1998); a mention without mark, or a mark without mention, scores nothing."""
    precision = recall = 0.0
    shown = marked = 0
    for links in documents:
        together = Counter(links)
        clusters, entities = Counter(c for c, _ in links), Counter(e for _, e in links)
        for (cluster, entity), n in together.items():
            if cluster is not None and entity is not None:
                precision += n * n / clusters[cluster]
                recall += n * n / entities[entity]
        shown += len(links) - clusters[None]
        marked += len(links) - entities[None]
    precision, recall = precision / max(1, shown), recall / max(1, marked)
    return 2 * precision * recall / max(1e-9, precision + recall)


def _merged_right(judged: Sequence[Judged]) -> float:
    right = total = 0
    for pairs in judged:
        clusters: dict[Hashable, list[tuple[str, str]]] = {}
        for one, mark in pairs:
            if one and mark and mark.entity:
                clusters.setdefault(one.name, []).append((one.text, mark.entity))
        for members in clusters.values():
            if len({text for text, _ in members}) > 1:
                right += max(Counter(entity for _, entity in members).values())
                total += len(members)
    return right / max(1, total)


def _across(name: str, texts: Sequence[NamedText], parsed: Sequence[Parsed], exact: bool) -> dict[str, float]:
    """Over all texts at once: the names as linked across articles, beside exact strings."""
    articles = [_article(text, find_names(document)) for text, document in zip(texts, parsed, strict=True)]
    linked, _ = link_names(articles, Settings("benchmark"))
    ours, peer = list[Link](), list[Link]()
    for text, article in zip(texts, linked, strict=True):
        for one, mark in judge(text, _mentions(article.names, text), exact):
            if one and mark and mark.instance:
                ours.append((one.name, mark.instance))
                peer.append((one.text, mark.instance))
    return {f"{name} across B3": b_cubed([ours]), f"{name} peer across B3": b_cubed([peer])}


def _article(text: NamedText, names: tuple[Name, ...]) -> Article:
    known, english = Known("", "inferred", Evidence("first-line")), Known("en", "inferred", Evidence("words"))
    return Article(text.name, text.name, "", Edited(), known, english, "ltr", text.paragraphs, names=names)


def measure_entities(file: Path) -> dict[str, float]:
    """Texts as JSON Lines with spans and links."""
    return measure_set("entities", list(read_entities(file)), exact=True)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.names", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path, nargs="?", help="folder of the data sets")
    parser.add_argument("--entities", type=Path, help="texts as JSON Lines with spans and links")
    arguments = parser.parse_args()
    measured = measure(arguments.data) if arguments.data else {}
    if arguments.entities:
        measured |= measure_entities(arguments.entities)
    for score, value in measured.items():
        print(f"{score:44} {value:.3f}")


if __name__ == "__main__":
    main()
