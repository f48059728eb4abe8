"""How many of our sentences an editor would print, and how much of a person's summary they say, beside two other ways.

On 220 articles of ``corpus_open`` of which readers told what the best brief would be (``briefs_open.tsv``):
``right`` is how many of the sentences shown belong to it or would do as well, ``best`` how many of those that are the
best are shown. ROUGE-1 (Lin 2004) without stemming, against the human one-sentence summaries of GUM's Wikinews and
the editors' summaries of ``corpus_pdmd`` (those that are no sentence of the text itself): of the summary as it is shown
(two or three sentences; ``lead`` and ``peer`` have as many), and ``one`` of the best single sentence. Also how often a
summary begins with a pronoun of nobody named: ``python -m benchmarks.summary DATA``. ``lead`` are the first sentences,
``peer`` is sumy's LexRank, left out where it is not installed. Half of each set is tuned on, the other held out;
``low`` and ``high`` hold 95 of 100 draws of texts.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.briefs import Brief, read_briefs
from benchmarks.marked_text import read_gum
from benchmarks.posts import read_posts
from benchmarks.scoring import HALVES, RATES, Count, half_of, interval, rouge
from briefing.annotate.sentences import split_sentences
from briefing.annotate.summary import SUMMARY_KINDS, summarize
from briefing.lexicon.word_weights import weight
from briefing.model import Paragraph

_HUMAN = re.compile(r'\bsummary\d+="\(human\d*\) ([^"]+)"')
_WORD = re.compile(r"\w+")
_ORPHAN = re.compile(r"(?:he|she|it|they|his|her|their|this|these|that|those)\b", re.IGNORECASE)
_SHORTEST = 8  # sentences of a text that can be summarized

Summarizer = Callable[[Sequence[Paragraph], int], list[str]]


@dataclass(frozen=True, slots=True)
class Summarized:
    name: str
    title: str
    paragraphs: tuple[Paragraph, ...]
    right: str


def measure(data: Path) -> dict[str, float]:
    found: dict[str, float] = {}
    briefs = list(read_briefs(data))
    for half in HALVES:
        found |= measure_briefs(f"briefs {half}", [brief for brief in briefs if brief.half == half])
    return found | _measure_summaries(data)


def measure_briefs(name: str, briefs: Sequence[Brief]) -> dict[str, float]:
    ours = [[one.text for one in summarize(b.layout.paragraphs, weight, None, b.layout.title.value)] for b in briefs]
    found = {f"{name} articles": float(len(briefs))}
    for label, other in {"": None, **_others()}.items():
        said = [
            one if other is None else other(brief.layout.paragraphs, len(one))
            for brief, one in zip(briefs, ours, strict=True)
        ]
        places = [{brief.place(text) for text in one} for brief, one in zip(briefs, said, strict=True)]
        right = [Count(len(p & (b.best | b.good)), len(p), len(p)) for b, p in zip(briefs, places, strict=True)]
        best = [Count(len(p & b.best), len(p), len(b.best)) for b, p in zip(briefs, places, strict=True)]
        key = " ".join(filter(None, (name, label)))
        found |= {f"{key} right": RATES["P"](right), f"{key} best": RATES["R"](best)}
        if other is None:
            found[f"{key} right low"], found[f"{key} right high"] = interval(right, RATES["P"])
    return found


def _measure_summaries(data: Path) -> dict[str, float]:
    sets = {"GUM": list(read_summaries(data / "gum_wikinews")), "pdmd": list(read_editors(data))}
    found: dict[str, float] = {}
    for name, texts in sets.items():
        for half in HALVES:
            found |= measure_set(f"{name} {half}", [text for text in texts if half_of(text.name) == half])
    return found


def measure_set(name: str, texts: Sequence[Summarized]) -> dict[str, float]:
    ours = [_ours(text, None) for text in texts]
    found = {f"{name} texts": float(len(texts)), f"{name} begins with a pronoun": _orphans(ours)}
    scores = [rouge(said, text.right) for said, text in zip(ours, texts, strict=True)]
    found[f"{name} ROUGE-1"] = _mean(scores)
    found[f"{name} ROUGE-1 low"], found[f"{name} ROUGE-1 high"] = interval(scores, _mean)
    found[f"{name} one ROUGE-1"] = _mean([rouge(_ours(text, 1), text.right) for text in texts])
    for label, other in _others().items():
        said = [other(text.paragraphs, len(one)) for text, one in zip(texts, ours, strict=True)]
        found[f"{name} {label} ROUGE-1"] = _mean([rouge(s, t.right) for s, t in zip(said, texts, strict=True)])
        found[f"{name} one {label} ROUGE-1"] = _mean([rouge(other(t.paragraphs, 1), t.right) for t in texts])
    return found


def read_summaries(folder: Path) -> Iterator[Summarized]:
    """GUM's articles with what people wrote of them, the headline apart."""
    for path in sorted((folder / "xml").glob("*.xml")):
        human = _HUMAN.search(path.read_text(encoding="utf-8").split("\n", 1)[0])
        text = read_gum(path).paragraphs
        paragraphs = tuple(p for p in text if p.text[-1] in ".!?”\"'")
        if human and _is_long(paragraphs):
            yield Summarized(
                path.stem, text[0].text, paragraphs, human[1].replace("&apos;", "'").replace("&quot;", '"')
            )


def read_editors(data: Path) -> Iterator[Summarized]:
    for post in read_posts(data):
        text = " ".join(paragraph.text for paragraph in post.layout.paragraphs)
        own = post.summary and _folded(post.summary)[:60] not in _folded(text)
        if own and _is_long(post.layout.paragraphs):
            yield Summarized(post.title, post.title, post.layout.paragraphs, post.summary)


def _folded(text: str) -> str:
    return "".join(_WORD.findall(text.lower()))


def _is_long(paragraphs: Sequence[Paragraph]) -> bool:
    return len(_sentences(paragraphs)) >= _SHORTEST


def _sentences(paragraphs: Sequence[Paragraph]) -> list[str]:
    kept = [paragraph.text for paragraph in paragraphs if paragraph.kind in SUMMARY_KINDS]
    return [text[start:end] for text in kept for start, end in split_sentences(text)]


def _ours(text: Summarized, count: int | None) -> list[str]:
    return [sentence.text for sentence in summarize(text.paragraphs, weight, count, text.title)]


def _lead(paragraphs: Sequence[Paragraph], count: int) -> list[str]:
    return _sentences(paragraphs)[:count]


def _others() -> dict[str, Summarizer]:
    """The first sentences and, where it is installed, sumy."""
    try:
        from sumy.models.dom import ObjectDocumentModel, Sentence
        from sumy.models.dom import Paragraph as Part
        from sumy.summarizers.lex_rank import LexRankSummarizer
    except ImportError:
        print("sumy is not installed: no peer", file=sys.stderr)
        return {"lead": _lead}

    class Words:
        def to_words(self, text: str) -> tuple[str, ...]:
            return tuple(_WORD.findall(text.lower()))

    def rank(paragraphs: Sequence[Paragraph], count: int) -> list[str]:
        part: Any = Part([Sentence(text, Words()) for text in _sentences(paragraphs)])
        return [str(sentence) for sentence in LexRankSummarizer()(ObjectDocumentModel([part]), count)]

    return {"lead": _lead, "peer": rank}


def _orphans(summaries: Sequence[Sequence[str]]) -> float:
    return _mean([float(bool(said and _ORPHAN.match(said[0]))) for said in summaries])


def _mean(values: Sequence[float]) -> float:
    return sum(values) / max(1, len(values))


if __name__ == "__main__":
    for score, value in measure(Path(sys.argv[1])).items():
        print(f"{score:36} {value:.3f}")
