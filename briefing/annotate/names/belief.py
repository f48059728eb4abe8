"""Whether a surface is a name in one article: what its words and the rest of the article make believable."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from briefing.annotate.names.acronyms import initials
from briefing.annotate.names.clues import is_given, names_team
from briefing.annotate.names.entities import SUBJECTS
from briefing.annotate.names.firms import is_trade
from briefing.annotate.names.plausible import PARTICLES
from briefing.annotate.names.surnames import surname, without_accents
from briefing.annotate.parsed import Parsed
from briefing.lexicon.names import given_names, kind_words, known_names, names_alone, surnames, without_form
from briefing.lexicon.word_weights import is_noun
from briefing.model import Kind

_LOWER = re.compile(r"(?<![@#/.\w-])[a-zß-ÿ]{3,}\b(?!\.[a-z])")  # but not '@norfeed', 'norfeed.com'

BODY_HEADS = frozenset(  # what a body is, which names of other languages and of stations have first
    "Radio Banco Banca Banque Grupo Groupe Gruppo Universidad Universidade Università Université Universität Instituto "
    "Institut Istituto Fundação Fundación Fondation Fondazione Ministerio Partido Parti Partito Galerie Galleria "
    "Galería Teatro Théâtre Editorial Editora Federación Federação Confederação Confederación Sindicato Syndicat "
    "Associação Asociación Associazione Compagnie Companhia Compañía Société Sociedad Sociedade Società Sporting "
    "Dynamo Dinamo Olympique Sparta Lokomotiv Borussia Deportivo Clube".split()
)


@dataclass(frozen=True, slots=True)
class Article:
    """What an article says of the surfaces in it."""

    kinds: Mapping[str, Kind]
    certain: frozenset[str]  # surfaces that are names whatever speaks for them
    lower: frozenset[str]  # words that it writes in lower case
    surnames: frozenset[str]  # last words of people's full names, in lower case
    forenames: frozenset[str]  # given names that begin one person's full name
    beginnings: frozenset[str]  # first words and initials of longer organisations, and plurals that end them
    support: Mapping[str, int]  # surface to how much speaks for its being a name
    described: frozenset[str]  # surfaces that the words beside them, or the model often, tell to be people


def lower_words(parsed: Parsed) -> frozenset[str]:
    words = (word for text in parsed.texts for word in _LOWER.findall(text))
    return frozenset(words)


def forenames(kinds: Mapping[str, Kind]) -> frozenset[str]:
    first = Counter(text.split()[0] for text, kind in kinds.items() if kind == "person" and " " in text)
    return frozenset(word for word, people in first.items() if people == 1) & given_names()


def middle_names(kinds: Mapping[str, Kind]) -> frozenset[str]:
    """Nicknames, and what may be the first of somebody's two surnames: 'lind' of 'Tomás Lind Orva'."""
    full = (text.split()[1:-1] for text, kind in kinds.items() if kind == "person")
    words = (word.strip('"“”') for inner in full for word in inner if word not in given_names())
    return frozenset(without_accents(word.lower()) for word in words)


def beginnings(kinds: Mapping[str, Kind]) -> frozenset[str]:
    longer = [text.split() for text, kind in kinds.items() if kind == "organisation" and " " in text]
    initials = ("".join(word[0] for word in words if word[0].isupper()) for words in longer)
    teams = (words[-1] for words in longer if names_team(words))
    return frozenset([*(words[0] for words in longer), *teams, *(letters for letters in initials if len(letters) > 2)])


def is_believable(surface: str, kind: Kind, article: Article) -> bool:
    words, support = surface.split(), article.support[surface]
    known = known_names().get(surface)
    if surface in article.certain or (known and (kind != "person" or not known.ambiguous)):
        return True
    if len(words) == 1:
        letters = surface.isupper() and surface.isalpha() and len(surface) < 6
        body = surface in kind_words() and surface not in given_names() and surname(surface) not in article.surnames
        if kind == "person" and (letters or body):
            return False  # 'NGO', 'the Navy'
        if kind == "person" and surface in surnames() and surface.lower() not in article.lower:
            return True
        if kind == "place" and (surface in kind_words() or (surface.isupper() and len(surface) < 4)):
            return False
        if kind == "person" and (surname(surface) in article.surnames or surface in article.forenames):
            return True
        if surface.lower() in article.lower or surface.lower().rstrip("s") in article.lower:
            return False
        if kind != "organisation" and is_noun(surface.lower()):
            return False
        if kind == "organisation" and (surface in article.beginnings or re.fullmatch(r"[A-Z]{3,6}", surface)):
            return support > 0
        if kind == "person" and not (surface in article.described or is_given(surface)):
            return False  # 'any Norhamer', 'the Linds'
        return support > (2 if kind == "organisation" and not surface.isupper() else 1)
    if kind == "person":
        odd = any(_ordinary(word, article) for word in words) or is_noun(words[-1].lower())
        placed = len(words) == 2 and names_alone(words[0]) and words[1] in known_names()
        told = placed and surface in article.described  # 'Ravel Lima, 20,'
        return words[0] in given_names() or not odd or told or (PARTICLES & {*words[1:-1]} != set())
    told = any(word in kind_words() and word not in SUBJECTS for word in words) or words[-1] in SUBJECTS
    if told or (kind == "organisation" and words[0] in BODY_HEADS):
        return True
    opening = known_names().get(words[0])
    at_home = opening or "place" in (article.kinds.get(words[0]), article.kinds.get(words[0].upper()))
    if kind == "organisation" and at_home and article.kinds.get(" ".join(words[1:])) == kind:
        return True  # 'Tulsa Roughnecks', who are the Roughnecks elsewhere
    if kind == "organisation" and opening and opening.kind == "organisation":
        return True
    if kind == "organisation" and _has_kin(surface, article):
        return True
    return support > 2 or (support > 1 and not all(_ordinary(word, article) for word in words))


def _has_kin(surface: str, article: Article) -> bool:
    """Whether the article has a body's initials, or a firm whose name begins alike: 'Lind Marine'."""
    first, letters = surface.split()[0], initials(surface.split())
    if any(len(short) > 2 and short in article.kinds for short in letters):
        return True
    beside = (text for text, kind in article.kinds.items() if kind == "organisation" and text.startswith(f"{first} "))
    firms = (text for text in beside if without_form(text) != text or is_trade(text.split()[-1]))
    return names_alone(first) and any(text != surface for text in firms)


def _ordinary(word: str, article: Article) -> bool:
    """Whether a word is one of the article's plain words, or a place's."""
    known = known_names().get(word)
    return word.lower() not in PARTICLES and (word.lower() in article.lower or bool(known and not known.ambiguous))
