"""Make ``briefing/lexicon/word_weights.tsv``: ``python benchmarks/word_weights.py DATA``.

DATA is a folder with ``corpus_open`` and ``corpus_pdmd`` (texts with a ``manifest.jsonl``), ``gum_wikinews`` and
``meantime`` (XML). Only counts of words leave this script. News is the smaller part and counts three times, so that
it weighs about as much as the posts. A word is marked as a noun when the English model reads it so, mostly.
"""

from __future__ import annotations

import html
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from briefing.annotate.language_model import load
from briefing.lexicon.word_weights import singular, words

NEWS_FACTOR = 3
SMALLEST_COUNT = 2
NOUN_SHARE = 0.5
MARKUP = re.compile(r"!?\[([^\]]*)\]\([^)]*\)|https?://\S+|<[^>]+>|\{\{.*?\}\}", re.S)


def plain(text: str) -> str:
    return html.unescape(MARKUP.sub(lambda m: f" {m.group(1) or ''} ", text))


def corpus_texts(folder: Path) -> Iterator[str]:
    for line in (folder / "manifest.jsonl").read_text(encoding="utf-8").splitlines():
        yield plain((folder / json.loads(line)["file"]).read_text(encoding="utf-8", errors="replace"))


def gum_texts(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("xml/*.xml")):
        rows = re.sub(r"^<.*>$", "", path.read_text(encoding="utf-8"), flags=re.M).splitlines()
        yield html.unescape(" ".join(row.split("\t")[0] for row in rows if row))


def meantime_texts(folder: Path) -> Iterator[str]:
    for path in sorted({path.name: path for path in sorted(folder.rglob("*.xml"))}.values()):
        text = path.read_text(encoding="utf-8", errors="replace")
        yield html.unescape(" ".join(re.findall(r"<token [^>]*>([^<]*)</token>", text)))


def count_nouns(texts: list[str]) -> tuple[Counter[str], Counter[str]]:
    """How often each word occurs, and how often as a common noun."""
    uses: Counter[str] = Counter()
    nouns: Counter[str] = Counter()
    model = load()
    for doc in model.pipe((text[:20_000] for text in texts), batch_size=32, disable=["ner", "parser", "lemmatizer"]):
        for token in doc:
            for word in words(token.text)[:1]:
                uses[singular(word)] += 1
                nouns[singular(word)] += token.pos_ == "NOUN"
    return uses, nouns


def main(data: Path) -> None:
    news = [*corpus_texts(data / "corpus_open"), *gum_texts(data / "gum_wikinews"), *meantime_texts(data / "meantime")]
    posts = list(corpus_texts(data / "corpus_pdmd"))
    counts: Counter[str] = Counter()
    for factor, texts in ((NEWS_FACTOR, news), (1, posts)):
        for text in texts:
            for key in {singular(word) for word in words(text)}:
                counts[key] += factor
    uses, nouns = count_nouns([*news, *posts[::4]])
    rows = [
        f"{word}\t{count}" + ("\tn" if nouns[word] > NOUN_SHARE * uses[word] else "")
        for word, count in sorted(counts.items())
        if count >= SMALLEST_COUNT and len(word) <= 30
    ]
    head = [
        "# Document frequencies of words, plural endings taken off; n: mostly a common noun. Version 1.",
        f"# Counted over {len(news)} news articles (each {NEWS_FACTOR} times) and {len(posts)} posts under open"
        " licences; made by benchmarks/word_weights.py.",
        f"documents\t{NEWS_FACTOR * len(news) + len(posts)}",
    ]
    target = Path(__file__).parents[1] / "briefing" / "lexicon" / "word_weights.tsv"
    target.write_text("\n".join([*head, *rows]) + "\n", encoding="utf-8")
    print(f"{len(rows)} words, {len(news)} news, {len(posts)} posts, {target.stat().st_size:,} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
