"""Topics and the words that speak for them: IPTC Media Topics and the project's own lexicon of terms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml

PREFIX = "medtop:"
LANGUAGES = ("en", "de", "es", "fr")  # each has its own terms

_CURRENCIES = "$£€¥"
_TOKEN = re.compile(rf"(?:[^\W\d_]\.){{2,}}(?:['’]s)?|[{_CURRENCIES}]?[^\W_]+(?:(?:['’]|[.,](?=\d))[^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
_ELIDED = re.compile(r"\b(?:[cdjlmnst]|qu|lorsqu|jusqu)['’](?=\w)", re.IGNORECASE)  # l'élection
_ENDINGS = {"de": ("", "e", "en", "n", "er", "s", "es", "ern"), "es": ("", "s", "es"), "fr": ("", "s", "e", "es")}
_SHORTEST_HEAD = 5  # letters of the last part of a German compound
_STRONG, _PHRASE, _WORD, _WEAK = 3.0, 1.4, 1.0, 0.4


@dataclass(frozen=True, slots=True)
class Concept:
    """A concept of the vocabulary. ``parent`` is None for the seventeen top topics."""

    id: str
    label: str
    parent: str | None


@dataclass(frozen=True, slots=True)
class Speaks:
    """What a term says: the topic it speaks for and its weight; weak terms count only beside others.

    ``term`` is the term as the lexicon has it, the same for all its forms. ``event``: it tells what happened.
    """

    topic: str
    term: str
    weight: float
    weak: bool
    event: bool = False


class Node(dict[str, "Node"]):
    """A node of the trie of terms: next tokens, and what the term that ends here says (None: no term ends here)."""

    __slots__ = ("says",)

    def __init__(self) -> None:
        super().__init__()
        self.says: tuple[Speaks, ...] | None = None

    def after(self, token: str, lowered: str) -> list[Node]:
        """The nodes reached by a token as it is and in lower case, in that order."""
        if token == lowered:
            return [self[token]] if token in self else []
        return [self[key] for key in (token, lowered) if key in self]


@cache
def concepts() -> Mapping[str, Concept]:
    """All concepts by id (``medtop:20000076``), in the order of their codes."""
    text = resources.files("briefing.lexicon").joinpath("media_topics.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return {
        PREFIX + code: Concept(PREFIX + code, label, PREFIX + parent if parent else None)
        for code, parent, label in rows
    }


@cache
def lineage(topic: str) -> tuple[str, ...]:
    """A concept's id and those above it, upwards; of an id outside the vocabulary itself alone."""
    concept = concepts().get(topic)
    return (topic, *lineage(concept.parent)) if concept and concept.parent else (topic,)


def find_concept(label: str) -> str | None:
    """The id of the concept with this label, whatever the case; the broadest, then lowest, of several."""
    return _ids_by_label().get(label.strip().casefold())


@cache
def _ids_by_label() -> dict[str, str]:
    by_depth = sorted(concepts().values(), key=lambda c: (len(lineage(c.id)), c.id), reverse=True)
    return {concept.label.casefold(): concept.id for concept in by_depth}


def tokens(text: str, language: str = "en") -> list[str]:
    """The tokens that terms are matched against, case kept: hyphens part them, ``U.S.`` is ``US``, no ``'s``, and of
    the other languages no elided article. Sums keep the sign of their currency, for £100m is no race, and numbers
    stay whole, for 6.4% is no set."""
    return [_bare(token) for token in _TOKEN.findall(text if language == "en" else _ELIDED.sub("", text))]


def heads(found: Sequence[str], root: Node) -> list[str]:
    """German tokens, each noun that is no term by its last part if that is one: ``Landespolitiker``, ``politiker``."""
    return [token if token.lower() in root or not token[0].isupper() else _head(token, root) for token in found]


def _head(token: str, root: Node) -> str:
    parts = (token[start:].lower() for start in range(3, len(token) - _SHORTEST_HEAD + 1))
    return next((part for part in parts if part in root and root[part].says is not None), token)


def _bare(token: str) -> str:
    if token.isalnum():
        return token
    return _POSSESSIVE.sub("", token).replace("’", "'").replace(".", "").replace(",", "")


def add_term(root: Node, term: str, says: Iterable[Speaks], language: str = "en") -> None:
    """Put a term into a trie; what it says is added to what it says already, each topic once."""
    node = root
    for token in tokens(term, language):
        node = node.setdefault(_key(token), Node())
    if node is not root:
        known = node.says or ()
        node.says = known + tuple(s for s in says if s.topic not in {k.topic for k in known})


def _key(token: str) -> str:
    return token if _is_cased(token) else token.lower()


def _is_number(token: str) -> bool:
    return token.lstrip(_CURRENCIES).isdigit()


def _is_cased(token: str) -> bool:
    return any(c.isupper() for c in token)


def match_terms(root: Node, found: Sequence[str]) -> Iterator[tuple[int, int, tuple[Speaks, ...]]]:
    """(first token, token after the last, what it says) of every term: the longest at each place, none overlapping."""
    lowered = [token.lower() for token in found]
    place, end = 0, len(found)
    while place < end:
        reached, says = place, None
        step, nodes = place, root.after(found[place], lowered[place])
        while nodes:
            step += 1
            ended = next((node.says for node in nodes if node.says is not None), None)
            if ended is not None:
                reached, says = step, ended
            while step < end and _is_number(found[step]) and not any(found[step] in node for node in nodes):
                step += 1  # 'cut 1,200 jobs' says 'cut jobs'
            nodes = [after for node in nodes for after in node.after(found[step], lowered[step])] if step < end else []
        if says:
            yield place, reached, says
        place = max(reached, place + 1)


@cache
def lexicon(language: str = "en") -> Node:
    """The trie of all terms of a language of ``LANGUAGES``; masks are terms that say nothing."""
    name = "topics.yml" if language == "en" else f"topics_{language}.yml"
    text = resources.files("briefing.lexicon").joinpath(name).read_text(encoding="utf-8")
    document = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    root = Node()
    for code, entry in document["topics"].items():
        for kind, term, forms, weight in _weighed(entry, language):
            speaks = Speaks(PREFIX + code, term, weight, kind == "weak", kind == "events")
            for form in forms:
                add_term(root, form, (speaks,), language)
    for mask in document["masks"]:
        add_term(root, mask, (), language)
    return root


def is_term(phrase: str) -> bool:
    """Whether a phrase in lower case speaks as a whole for a topic, and not weakly."""
    node = lexicon()
    for token in tokens(phrase):
        if token not in node:
            return False
        node = node[token]
    return not all(speaks.weak for speaks in node.says or ())


def _weighed(entry: Mapping[str, Sequence[str]], language: str) -> Iterator[tuple[str, str, tuple[str, ...], float]]:
    """(kind, term, its forms, its weight) of every term of a topic."""
    for kind, terms in entry.items():
        for term in terms:
            phrase = _PHRASE if len(tokens(term, language)) > 1 else _WORD
            weight = {"strong": _STRONG, "weak": _WEAK, "verbs": _WORD}.get(kind, phrase)
            yield kind, term, _verb_forms(term) if kind == "verbs" else _forms(term, language), weight


def _forms(term: str, language: str) -> tuple[str, ...]:
    return with_plural(term) if language == "en" else tuple(term + ending for ending in _ENDINGS[language])


def with_plural(term: str) -> tuple[str, ...]:
    """A term and the regular English plural of its last word: ``aid agency``, ``aid agencies``."""
    if not term[-1:].isalpha() or term.endswith(("s", "ed", "ing")):
        return (term, term + "es") if term.endswith("ss") else (term,)
    if term.endswith(("x", "ch", "sh")):
        return term, term + "es"
    if term.endswith("y") and term[-2:-1] not in "aeiou":
        return term, term[:-1] + "ies"
    if term.endswith("man"):
        return term, term + "s", term[:-2] + "en"
    return term, term + "s"


def _verb_forms(verb: str) -> tuple[str, ...]:
    """The regular forms of a verb; of a short one with the last letter doubled as well, as ``ban`` asks for."""
    first, _, rest = verb.partition(" ")
    stem = first.removesuffix("e")
    if first.endswith("y") and first[-2:-1] not in "aeiou":
        forms = [first, first[:-1] + "ies", first[:-1] + "ied", first + "ing"]
    else:
        plural = first + ("es" if first.endswith(("s", "x", "ch", "sh")) else "s")
        forms = [first, plural, stem + "ed", stem + "ing"]
        if re.fullmatch(r".*[^aeiou][aeiou][bdglmnprt]", first):
            forms += [first + first[-1] + "ed", first + first[-1] + "ing"]
    return tuple(f"{form} {rest}".strip() for form in forms)
