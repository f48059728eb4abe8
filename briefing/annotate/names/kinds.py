"""What kind of thing a surface names in one article, and whether it is a name at all.

The model's label of one occurrence is a vote; the lexicon, the words of the name and the rest of the article overrule
it. What stays uncertain is left out.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from briefing.annotate.names.belief import (
    BODY_HEADS,
    Article,
    beginnings,
    forenames,
    is_believable,
    lower_words,
    middle_names,
)
from briefing.annotate.names.candidate import Candidate
from briefing.annotate.names.clues import clues_of, is_called, is_given, names_team, speaks
from briefing.annotate.names.plausible import PARTICLES
from briefing.annotate.names.surnames import surname
from briefing.annotate.names.teams import teams
from briefing.annotate.parsed import Parsed
from briefing.lexicon.names import (
    demonyms,
    given_names,
    kind_words,
    known_names,
    never_names,
    places_or_firms,
    surnames,
    without_form,
)
from briefing.lexicon.word_weights import is_noun
from briefing.model import KINDS, Kind

if TYPE_CHECKING:
    from spacy.tokens import Doc

_PLACE_HEADS = frozenset("County Lake Mount Mt Mt. Fort Gulf Cape Port Isle Camp Strait Bay Straits".split())
_OF_PLACES = frozenset("City Town State Republic Principality Kingdom Province County District Duchy Bay Gulf".split())
_HALLS = frozenset("Convention Shopping Exhibition Sports Detention Visitor".split())  # their centres are buildings
_LISTED = re.compile(r", (?:and |or )?| (?:and|or|to) ")  # between places of a list
_ROADS = frozenset(["Avenue", "Boulevard", "Road", "Highway"])  # which nobody is called, but 'Lane', 'Street'
_VENUES = frozenset(["Center", "Centre", "House", "Theatre", "Museum", "Cathedral", "Hospital"])  # where something is

_CAMEL = re.compile(r"\b(?!(?:Mc|Mac|De|La|Le|Du|Di|Van|Fitz|So)[A-Z])[A-Z]\w*?[a-z][A-Z]")  # what no place has
_OFTEN = 3  # mentions

_Votes = dict[str, Counter[Kind]]


def weigh(parsed: Parsed, candidates: Sequence[Candidate], introduced: Collection[str]) -> dict[str, Kind]:
    """The surfaces that are names, each with its kind; ``introduced`` are explained acronyms and their full names."""
    article = _read(parsed, candidates, introduced)
    return {text: kind for text, kind in article.kinds.items() if is_believable(text, kind, article)}


def kinds_of(parsed: Parsed, candidates: Sequence[Candidate], introduced: Collection[str]) -> dict[str, Kind]:
    """The kind of every surface, names or not."""
    return dict(_read(parsed, candidates, introduced).kinds)


def _read(parsed: Parsed, candidates: Sequence[Candidate], introduced: Collection[str]) -> Article:
    labels, clues = _votes(parsed, candidates)
    titled = {candidate.text for candidate in candidates if candidate.titled}
    spoke = {c.text for c in candidates if speaks(parsed.paragraphs[c.paragraph].text, c)}
    votes = {text: Counter({**labels[text], **(labels[text] + clues[text])}) for text in labels}  # none is a vote too
    introduced = {*introduced, *_firms(votes)}
    sure: dict[str, Kind] = {c.text: c.kind for c in candidates if c.sure}
    sure |= dict.fromkeys(teams(parsed, candidates), "organisation")
    kinds = {text: _kind(text, votes, clues[text], text in titled, text in introduced) for text in votes} | sure
    people: dict[str, int] = {}  # surname to where among the surfaces its first full name stands
    for index, (text, kind) in enumerate(kinds.items()):
        if kind == "person" and " " in text:
            people.setdefault(surname(text), index)
    for index, text in enumerate(kinds):
        if text in spoke and text not in introduced and people.get(surname(text), index) < index:
            kinds[text] = "person"  # 'Catania said', after Kathryn Catania was named
            continue
        if _is_relative(text, kinds[text], people):
            kinds[text] = "person"
            continue
        before = index < people.get(surname(text), -1)
        kinds[text] = _with_surname(text, kinds[text], labels[text], clues[text], before, people)
    rests = _rests(kinds)
    kinds |= _short_for(kinds, clues) | dict[str, Kind].fromkeys(rests, "organisation")
    support = _supported(parsed, candidates, kinds, votes)
    certain = frozenset({*titled, *introduced, *sure, *rests})
    return Article(
        kinds,
        certain,
        lower_words(parsed),
        middle_names(kinds) | people.keys(),
        forenames(kinds),
        beginnings(kinds),
        support,
        frozenset(text for text in labels if clues[text]["person"] or _is_often(labels[text])),
    )


def _votes(parsed: Parsed, candidates: Sequence[Candidate]) -> tuple[_Votes, _Votes]:
    """Of each surface how often the model gives it each kind, and what the words around it say."""
    labels: _Votes = defaultdict(Counter)
    clues: _Votes = defaultdict(Counter)
    for candidate in candidates:
        text = parsed.paragraphs[candidate.paragraph].text
        labels[candidate.text][candidate.kind] += candidate.labelled
        clues[candidate.text].update(clues_of(text, candidate))
    return labels, clues


def _firms(surfaces: Collection[str]) -> set[str]:
    """Surfaces with a legal form, and those that begin such a one: 'Alstom', 'J.P. Morgan' of 'J.P. Morgan & Co.'."""
    firms = {text for text in surfaces if without_form(text) != text}
    bare = [without_form(text) + " " for text in firms]
    short = {text for text in surfaces if _may_be_firm(text) and any(b.startswith(f"{text} ") for b in bare)}
    short |= {text for text in surfaces if " " in text and f"{text} " in bare and not is_called(text.split())}
    founders = {words[-1] for b in bare if (words := b.split()) and is_forename(" ".join(words[:-1]))}
    return firms | short | (founders & set(surfaces))


def is_forename(words: str) -> bool:
    """Whether a founder's given name or initials stand before a firm's short form: 'Heinz' of 'H.J. Heinz Co.'."""
    return words in given_names() or bool(re.fullmatch(r"(?:[A-Z]\. ?)+|Wm\.", words))


def _may_be_firm(surface: str) -> bool:
    word = surface.split()[0]
    plain = word in never_names() or word in demonyms() or (is_noun(word.lower()) and " " not in surface)
    return not (plain or is_given(word) or word in known_names())


def _kind(
    surface: str, votes: Mapping[str, Counter[Kind]], clues: Counter[Kind], titled: bool, introduced: bool
) -> Kind:
    known, own, words = known_names().get(surface), votes[surface], surface.split()
    if surface in places_or_firms():
        return "place" if clues["place"] else "organisation"
    rivals: tuple[Kind, ...] = KINDS if known and known.kind == "organisation" else ("person",)
    rivals = () if surface.isupper() else rivals  # letters of a known body are no town and nobody: 'RT'
    meant = Counter({**own, "place": clues["place"]})  # a firm is no place because the model says so
    if known and not (known.ambiguous and any(meant[kind] > own[known.kind] for kind in rivals)):
        return known.kind
    if introduced:
        return "organisation"
    person_like = is_given(words[0]) and own["person"] and len(words) == 2 and words[-1] not in _ROADS
    by_words = _kind_by_words(words) if len(words) > 1 and not titled and not person_like else None
    if by_words and words[-1] in _VENUES and clues["place"] > clues["organisation"]:
        return "place"
    if by_words and not (words[-1] == "City" and own["place"]):
        return by_words
    told = clues["organisation"] + clues["place"]
    if titled or ((surface in surnames() or is_called(words) or _called_by_last_word(words, votes)) and not told):
        return "person"
    if len(words) in (2, 3) and is_given(words[0]) and (clues["person"] or "-" in words[0]):
        return "person"
    if len(words) > 2 and is_given(words[0]) and PARTICLES & {*words[1:-1]} and not clues["place"]:
        return "person"
    said = own if len(words) == 1 else own - clues  # of what is said as often, people speak, and labels go before clues
    most = min(own, key=lambda kind: (-own[kind], -said[kind], kind != "person", kind))
    return "organisation" if most == "place" and _CAMEL.search(surface) else most


def _is_relative(surface: str, kind: Kind, people: Collection[str]) -> bool:
    """Whether a given name stands before a surname that the article gives somebody else too."""
    words = surface.split()
    fits = kind == "organisation" and len(words) in (2, 3) and is_given(words[0]) and words[-1] not in kind_words()
    return fits and surname(surface) in people


def _short_for(kinds: Mapping[str, Kind], clues: _Votes) -> dict[str, Kind]:
    """Single words with the kind of the name that they begin: 'Rocky' of Rocky Lind, 'Vera' of Vera Management."""
    first: dict[Kind, set[str]] = {kind: set() for kind in KINDS}
    for text, kind in kinds.items():
        if " " in text:
            first[kind].add(text.split()[0])
    given = {text for text in first["person"] & kinds.keys() & given_names() if text not in known_names()}
    firms = {
        text
        for text in first["organisation"] & kinds.keys() - first["person"] - given_names() - surnames()
        if kinds[text] == "person" and not clues[text]["person"] and text not in known_names()
    }
    people = {surname(text) for text, kind in kinds.items() if kind == "person" and " " in text}
    firms = {text for text in firms if surname(text) not in people}
    ends = [text for text in kinds if " " in text and text.split()[-1] in _VENUES and kinds[text] != "person"]
    tails = {text: kinds[other] for text in ends for other in ends if other.endswith(f" {text}")}
    told: dict[str, Kind] = {**tails, **dict[str, Kind].fromkeys(given, "person")}
    return told | dict.fromkeys(firms, "organisation")


def _rests(kinds: Mapping[str, Kind]) -> frozenset[str]:
    """Words for people that bodies are called by: 'Herons' of 'Norham Herons', 'Veldra' of 'Veldra University'."""
    bodies = [text.split() for text, kind in kinds.items() if kind == "organisation" and " " in text]
    called = {words[-1] for words in bodies if names_team(words)}
    called |= {words[0] for words in bodies if len(words) == 2 and words[1] in ("University", "College")}
    people = {surname(text) for text, kind in kinds.items() if kind == "person" and " " in text}
    told = [word for word in called if kinds.get(word) == "person" and surname(word) not in people]
    return frozenset(w for w in told if not (w in known_names() or w in given_names() or w in surnames()))


def _called_by_last_word(words: Sequence[str], votes: Mapping[str, Counter[Kind]]) -> bool:
    """People are called by their last word afterwards, firms by their first."""
    full = len(words) == 2 or (len(words) == 3 and is_given(words[0]))
    full = full and (is_given(words[0]) or words[0] not in known_names())  # 'Norham Herons'
    return full and words[-1] in votes and words[0] not in votes and words[-1] not in known_names()


def _kind_by_words(words: Sequence[str]) -> Kind | None:
    joint = next((i for i, word in enumerate(words) if i and word in ("of", "for")), len(words))
    heads = {kind_words().get(words[-1]), kind_words().get(words[joint - 1]) if joint > 1 else None}
    if words[0] in _PLACE_HEADS and "organisation" not in heads:
        return "place"
    if words[1:2] == ["of"] and words[0] in _OF_PLACES:
        return "place"
    if words[-1] in ("Center", "Centre") and words[-2] in _HALLS:
        return "place"
    if words[0] in BODY_HEADS:
        return "organisation"
    return kind_words().get(words[joint - 1]) or kind_words().get(words[-1])


def _with_surname(
    surface: str, kind: Kind, votes: Counter[Kind], clues: Counter[Kind], before: bool, people: Collection[str]
) -> Kind:
    """A single word that is a surname in the article is the person.

    Unless it is a known place or firm that the model saw as such (a firm whose name is a surname as often needs words
    beside it that tell one), or (``before``) stands before the person's full name and is mostly seen as something else:
    Ford, in an article that comes to William Ford later.
    """
    words = [word for word in surface.split() if word.lower() not in PARTICLES]
    if kind == "person" or len(words) != 1 or surname(surface) not in people:
        return kind
    firm_first = kind == "organisation" and before and votes[kind] > 1 and votes[kind] > 2 * votes["person"]
    known = known_names().get(surface)
    told = known is not None and (known.kind == "place" or not known.ambiguous or clues[known.kind] > 0)
    meant = votes["person"] > 0 or (not before and clues["person"] > max(1, clues["place"]))  # 'Lima, who'
    other = (told and not meant) or firm_first
    return kind if other else "person"


def _supported(
    parsed: Parsed, candidates: Iterable[Candidate], kinds: Mapping[str, Kind], votes: Mapping[str, Counter[Kind]]
) -> Counter[str]:
    """Surface to how much speaks for its being a name of its kind: labels, clues, and what it does."""
    support = Counter({text: votes[text][kind] for text, kind in kinds.items()})
    for candidate in candidates:
        person = kinds[candidate.text] == "person"
        given = person and candidate.text in given_names()
        able = person or (kinds[candidate.text] == "organisation" and " " in candidate.text)
        support[candidate.text] += given or (able and _acts(parsed.docs[candidate.paragraph], candidate))
    places = [c for c in candidates if kinds[c.text] == "place" and c.labelled and c.text not in given_names()]
    for one, other in pairwise(places):
        if one.paragraph == other.paragraph and one.end < other.start:
            listed = _LISTED.fullmatch(parsed.paragraphs[one.paragraph].text, one.end, other.start) is not None
            support.update({one.text: listed, other.text: listed})
    return support


def _is_often(labels: Counter[Kind]) -> bool:
    """Whether the model takes a surface for a person again and again, and for nothing else."""
    return labels["person"] == labels.total() > _OFTEN


def _acts(doc: Doc, candidate: Candidate) -> bool:
    """Whether a candidate does, owns or is somebody."""
    span = doc.char_span(candidate.start, candidate.end, alignment_mode="expand")
    return span is not None and span.root.dep_ in ("nsubj", "nsubjpass", "poss", "appos")
