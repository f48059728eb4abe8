"""The index as ``.js`` files, each a call of the client with its own name: a page can load them from a disk too.

``search/core.js`` says which shard has which words and which file which documents, and how long the documents are;
``search/terms-PREFIX.js`` are shards of the inverted index, ``search/texts-N.js`` titles, links and paragraphs. All
carry the stamp of one index, so that a file of another, from a browser's cache, is noticed.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from itertools import pairwise
from math import log2

from briefing.model import Briefing
from briefing.search.documents import Document, documents
from briefing.search.postings import Postings, shards
from briefing.search.words import join_compounds, split_words

SHARD_BYTES = 120_000  # of words and postings; with its frame a file stays below 150 KB
TEXT_BYTES = 64_000  # of titles and paragraphs; an article that is longer has a file of its own
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_HALF_PAIR = re.compile("[\ud800-\udfff]")


def build_search(
    briefing: Briefing, source_pages: Mapping[str, str] | None = None, words: Mapping[str, str] | None = None
) -> Iterator[tuple[str, str]]:
    """Path and text of every file of the index; ``briefing`` is the published one.

    ``source_pages`` are the paths of the sources' pages by name; ``words`` the dialog's words in the site's
    language (English without them), by the keys of ``WORDS`` in ``search.js``.
    """
    found = tuple(documents(briefing, source_pages or {}))
    seal, starts = _measure(found)
    for file, (start, end) in enumerate(pairwise((*starts, len(found)))):
        yield _file(f"texts-{file}", seal, "[\n" + ",\n".join(map(_card, found[start:end])) + "\n]")
    postings, lengths = _invert(found)
    prefixes = []
    for prefix, shard in shards(postings.in_order(), SHARD_BYTES):
        prefixes.append(prefix)
        yield _file(
            f"terms-{file_name(prefix)}", seal, _json([" ".join(column) for column in zip(*shard, strict=True)])
        )
    articles = [length for length, document in zip(lengths, found, strict=True) if document.kind == "article"]
    core = {
        "articles": len(found) - len(articles),
        "average": round(sum(articles) / len(articles), 1) if articles else 1,
        "lengths": "".join(map(_length, lengths)),
        "texts": starts,
        "terms": [[prefix, file_name(prefix)] for prefix in prefixes],
        "words": dict(words or {}),
    }
    yield _file("core", seal, _json(core))


def _measure(found: Iterable[Document]) -> tuple[str, list[int]]:
    """The seal of the index, and the first document of each file of texts."""
    stamp, starts, filled = sha256(), list[int](), TEXT_BYTES
    for number, document in enumerate(found):
        card = _card(document).encode()
        stamp.update(card + repr(document.fields).encode())
        if filled + len(card) > TEXT_BYTES:
            starts.append(number)
            filled = 0
        filled += len(card)
    return stamp.hexdigest()[:12], starts


def _invert(found: Iterable[Document]) -> tuple[Postings, list[int]]:
    """The inverted index, and the length of each document in weighted words."""
    postings, lengths = Postings(), []
    for number, document in enumerate(found):
        weights = _weights(document)
        postings.add(number, weights)
        lengths.append(weights.total())
    return postings, lengths


def _weights(document: Document) -> Counter[str]:
    """How much each word says of a document: once for each time it is there, times the weight of the field."""
    whole = "\n".join(text for _, text in document.paragraphs)
    weights = Counter(split_words(whole))
    weights.update(join_compounds(whole))
    for text, weight in document.fields:
        for word in (*split_words(text), *join_compounds(text)):
            weights[word] += weight
    return weights


def _length(words: int) -> str:
    """A length to within a tenth, as one character: ``#`` and four times the binary logarithm."""
    return chr(ord("#") + round(4 * log2(words + 1)))


def _card(document: Document) -> str:
    card: dict[str, object] = {
        "kind": document.kind,
        "path": document.path,
        "title": document.title,
        "detail": document.detail,
        "date": document.date,
        "language": document.language,
        "articles": document.articles,
        "paragraphs": document.paragraphs,
    }
    return _json({key: value for key, value in card.items() if value})


def _json(value: object) -> str:
    return _HALF_PAIR.sub("\ufffd", _JSON.encode(value))


def _file(name: str, seal: str, value: str) -> tuple[str, str]:
    return f"search/{name}.js", f'briefingSearch.add("{name}","{seal}",{value});\n'


def file_name(prefix: str) -> str:
    """A prefix as part of a file's name that every file system takes; no two prefixes share one."""
    return "".join(c if c.isascii() and c.isalnum() else f"_{ord(c):x}_" for c in prefix)
