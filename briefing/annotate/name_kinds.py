"""What kind of thing a surface names in one article, and whether it is a name at all.

The model's label of one occurrence is a vote; the lexicon, the words of the name and the rest of the article overrule
it. What stays uncertain is left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.annotate.name_spans import Candidate
from briefing.annotate.name_trimming import PARTICLES
from briefing.annotate.parsed import Parsed
from briefing.lexicon.names import given_names, kind_words, known_names, role_nouns, without_firm
from briefing.model import Kind

if TYPE_CHECKING:
    from spacy.tokens import Doc

_PLACE_HEADS = frozenset("Lake Mount Mt Mt. Fort Gulf Cape Port Isle Camp Strait Bay Straits".split())
_BEFORE_PLACES = re.compile(r"\b(?:in|at|near|from|across|around|outside|throughout)\s+(?:the\s+)?$", re.IGNORECASE)
_WITHIN = re.compile(r"\b(?:in|near)\s+$")
_CLOSED = re.compile(
    r"[,.;:)]|\s+(?:and|on|where|when|after|before|to|by|with|from|during|since|last|this|has|was|is)\b"
)
_COUNTRY_AFTER = re.compile(r",\s+((?:[A-Z][\w.'’-]+)(?:\s[A-Z][\w'’-]+)?)")
_SPEECH = re.compile(
    r",?\s+(?:has\s+|had\s+|also\s+|later\s+|then\s+)?(?:said|says|told|added|wrote|asked|argued|announced|explained"
    r"|noted|insisted|warned|replied|tweeted|stated|testified|recalled)\b"
)
_POST_NOMINAL = re.compile(r"(?<=[a-z]),? (?:QC|KC|SC|MP|MEP|MSP|OBE|MBE|CBE|PhD)$")
_ROLE_BEFORE = re.compile(r"\b([A-Za-z-]+)(?: of [A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?,)? $")  # 'president of Norland, '
_EMPLOYERS = frozenset({"owner", "publisher", "builder", "broadcaster", "operator", "developer", "contractor"})
_SPEECH_BEFORE = re.compile(r"\b(?:said|says|added|told|according to|wrote)\s+$")


def weigh(parsed: Parsed, candidates: Sequence[Candidate], introduced: Collection[str]) -> dict[str, Kind]:
    """The surfaces that are names, each with its kind; ``introduced`` are explained acronyms and their full names."""
    votes: dict[str, Counter[Kind]] = {}
    for candidate in candidates:
        votes.setdefault(candidate.text, Counter())[candidate.kind] += 1
    titled = {candidate.text for candidate in candidates if candidate.titled}
    located = _located(parsed, candidates) - titled
    described = _described(parsed, candidates)
    kinds = {text: _kind(text, votes, text in titled, text in introduced) for text in votes}
    kinds |= {text: "person" for text, kind in kinds.items() if kind == "organisation" and text in described}
    kinds |= {text: "place" for text in located if text not in known_names() and text not in introduced}
    people: dict[str, int] = {}  # surname to where among the surfaces its first full name stands
    for index, (text, kind) in enumerate(kinds.items()):
        if kind == "person" and " " in text:
            people.setdefault(surname(text), index)
    spoke = {c.text for c in candidates if _SPEECH.match(parsed.paragraphs[c.paragraph].text, c.end)}
    for index, text in enumerate(kinds):
        if text in spoke and text not in introduced and people.get(surname(text), index) < index:
            kinds[text] = "person"  # 'Catania said', after Kathryn Catania was named
            continue
        kinds[text] = _with_surname(text, kinds[text], votes[text], index < people.get(surname(text), -1), people)
    article = _Article(_lower_words(parsed), frozenset(people), _supported(parsed, candidates))
    certain = titled | located | {*introduced, *known_names()}
    return {text: kind for text, kind in kinds.items() if text in certain or _believable(text, kind, article)}


@dataclass(frozen=True, slots=True)
class _Article:
    """What an article says of the surfaces in it."""

    lower: frozenset[str]  # words that it writes in lower case
    surnames: frozenset[str]  # last words of people's full names, in lower case
    support: Mapping[str, int]  # surface to how much speaks for its being a name


def _lower_words(parsed: Parsed) -> frozenset[str]:
    return frozenset(word for doc in parsed.docs for word in re.findall(r"\b[a-zß-ÿ]{3,}\b", doc.text))


def without_letters(name: str) -> str:
    """A person's name without the letters of an office or honour behind it: 'Kama Melly QC', 'Jane Doe, MP'."""
    return _POST_NOMINAL.sub("", name)


def surname(name: str) -> str:
    """The last word of a person's name in lower case, without Jr., QC and the like, 'al-' and an inner possessive."""
    words = [
        word for word in without_letters(name).split() if not re.fullmatch(r"(?:Jr|Sr)\.?|[IVX]+", word)
    ] or name.split()
    return re.sub(r"^(?:al|el|as|ar|ad|an|ash)-", "", words[-1].lower())


def _kind(surface: str, votes: Mapping[str, Counter[Kind]], titled: bool, introduced: bool) -> Kind:
    known, own, words = known_names().get(surface), votes[surface], surface.split()
    if known and not (known.ambiguous and own["person"]):
        return known.kind
    if introduced or without_firm(surface) != surface:
        return "organisation"
    person_like = words[0] in given_names() and own["person"] and len(words) == 2
    by_words = _kind_by_words(words) if len(words) > 1 and not titled and not person_like else None
    if by_words:
        return by_words
    if titled or _called_by_last_word(words, votes):
        return "person"
    return min(own, key=lambda kind: (-own[kind], kind != "person", kind))


def _called_by_last_word(words: Sequence[str], votes: Mapping[str, Counter[Kind]]) -> bool:
    """People are called by their last word afterwards, firms by their first."""
    return len(words) == 2 and words[1] in votes and words[0] not in votes and words[1] not in known_names()


def _kind_by_words(words: Sequence[str]) -> Kind | None:
    joint = next((i for i, word in enumerate(words) if i and word in ("of", "for")), len(words))
    if words[0] in _PLACE_HEADS and kind_words().get(words[-1]) != "organisation":
        return "place"
    return kind_words().get(words[joint - 1]) or kind_words().get(words[-1])


def _with_surname(surface: str, kind: Kind, votes: Counter[Kind], before: bool, people: Collection[str]) -> Kind:
    """A single word that is a surname in the article is the person.

    Unless it is a known place or firm that the model saw as such, or (``before``) stands before the person's full name
    and is mostly seen as something else: Ford, in an article that comes to William Ford later.
    """
    words = [word for word in surface.split() if word.lower() not in PARTICLES]
    if kind == "person" or len(words) != 1 or surname(surface) not in people:
        return kind
    firm_first = before and votes[kind] > 1 and votes[kind] > 2 * votes["person"]
    other = (surface in known_names() and not votes["person"]) or firm_first
    return kind if other else "person"


def _located(parsed: Parsed, candidates: Iterable[Candidate]) -> set[str]:
    """Surfaces that the words around them make places, whatever the model says: 'in Cahors,', 'Abbotsford, Canada'."""
    found = set()
    spoke = set()
    for candidate in candidates:
        text = parsed.paragraphs[candidate.paragraph].text
        before, after = text[max(0, candidate.start - 30) : candidate.start], text[candidate.end : candidate.end + 40]
        country = _COUNTRY_AFTER.match(after)
        within = candidate.text.count(" ") == 0 and _WITHIN.search(before) and _CLOSED.match(after)
        if any(word in kind_words() for word in candidate.text.split()):
            continue
        if within or (country and country[1] in known_names() and known_names()[country[1]].kind == "place"):
            found.add(candidate.text)
        if _SPEECH.match(after) or candidate.text.isupper() or candidate.text.split()[0] in given_names():
            spoke.add(candidate.text)
    return found - spoke


def _described(parsed: Parsed, candidates: Iterable[Candidate]) -> set[str]:
    """Surfaces of two or three plain words that a person's role stands before: 'prosecutor Kama Melly'."""
    found = set()
    for candidate in candidates:
        words = candidate.text.split()
        plain = 1 < len(words) < 4 and not any(word in kind_words() or word.lower() == "of" for word in words)
        if not plain or candidate.text in known_names() or words[0] in known_names() or words[0].isupper():
            continue
        before = parsed.paragraphs[candidate.paragraph].text[max(0, candidate.start - 60) : candidate.start]
        role = _ROLE_BEFORE.search(before)
        if role and role[1].lower() in role_nouns() - _EMPLOYERS:
            found.add(candidate.text)
    return found


def _supported(parsed: Parsed, candidates: Iterable[Candidate]) -> Counter[str]:
    """Surface to how much speaks for it: one for each occurrence, two where the words around it treat it as a name."""
    support: Counter[str] = Counter()
    for candidate in candidates:
        doc, text = parsed.docs[candidate.paragraph], parsed.paragraphs[candidate.paragraph].text
        before, after = text[max(0, candidate.start - 30) : candidate.start], text[candidate.end : candidate.end + 30]
        strong = bool(_SPEECH.match(after) or _SPEECH_BEFORE.search(before))
        if candidate.kind == "place":
            strong = bool(_BEFORE_PLACES.search(before))
        elif not strong and (candidate.kind == "person" or " " in candidate.text):
            strong = (candidate.kind == "person" and candidate.text in given_names()) or _acts(doc, candidate)
        support[candidate.text] += 2 if strong else 1
    return support


def _acts(doc: Doc, candidate: Candidate) -> bool:
    """Whether a candidate does, owns or is somebody."""
    span = doc.char_span(candidate.start, candidate.end, alignment_mode="expand")
    return span is not None and span.root.dep_ in ("nsubj", "nsubjpass", "poss", "appos")


def _believable(surface: str, kind: Kind, article: _Article) -> bool:
    words, support = surface.split(), article.support[surface]
    if len(words) == 1:
        if kind == "place" and surface.isupper() and len(surface) < 4:
            return False
        if kind == "person" and surname(surface) in article.surnames:
            return True
        if surface.lower() in article.lower or surface.lower().rstrip("s") in article.lower:
            return False
        return support > (2 if kind == "organisation" and not surface.isupper() else 1)
    if kind == "person":
        return words[0] in given_names() or not any(_ordinary(word, article) for word in words)
    if any(word in kind_words() for word in words) or without_firm(surface) != surface:
        return True
    opening = known_names().get(words[0])
    if kind == "organisation" and opening and opening.kind == "organisation":
        return True
    return support > 1 and not all(_ordinary(word, article) for word in words)


def _ordinary(word: str, article: _Article) -> bool:
    """Whether a word is one of the article's plain words, or a place's."""
    known = known_names().get(word)
    return word not in PARTICLES and (word.lower() in article.lower or bool(known and not known.ambiguous))
