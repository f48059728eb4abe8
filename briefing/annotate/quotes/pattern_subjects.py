"""Who stands beside a verb of speech: a name, an office with a name, a body, a pronoun, or whom is spoken to first."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from briefing.annotate.quotes.pattern_people import FULL, NAME

ANOTHER = re.compile(  # "le porte-parole du ministre …": whose name follows did not speak
    r"\b(?:porte-parole|portavoz|avocate?s?|abogad[oa]s?|conseill[eè]re?|asesora?|femme|mari|épouse|mujer|esposa|esposo|"
    r"marido|m[eè]re|p[eè]re|madre|padre|fils|fille|hij[oa]|fr[eè]re|s[oœ]e?ur|herman[oa]|entourage|entorno|proches?|"
    r"collègue|colega)\s(?:de|du|des|del|d['’])"
)
ADDRESS = r"(?:(?:MM?|Mme|Mlle|Sra?|Herr|Herrn|Frau|Dr|Don|Doña)\b\.?\s)?"
ARTICLES = frozenset("el la los las le les l' l’".split())
PLACED = frozenset(
    "en à au aux a al in an aus nach chez desde mit con avec gegen contra contre über sobre sur".split()
)  # before another's name, or a place
HEARERS = re.compile(r"\s(?:aux|los|las|est[ea]|notre|nos|nuestr[oa]|la\spresse|la\sprensa)\s", re.IGNORECASE)
OPEN = frozenset("el la los las le les un une una su sa son este esta".split())  # after which a noun is to come
DATIVE = re.compile(r"\w+en\s|[\w-]+(?:in|ung|heit|keit|tät|ion|ur|schaft)\b")  # behind 'der': whom is spoken to
NEVER_BODY = frozenset("día días jour fois vez momento moment Tag Mal Abend Morgen semana semaine Woche año an".split())
COMPLEMENT = r"(?:\s(?:de\sla|de\slos|de\slas|de\sl['’]|du|des|del|de|d['’]|der|von|vom|für)\s?[^\s,]+){0,3}"
OF_AGE = re.compile(r"\d+-[Jj]ährige\b")  # in German the person at hand
LONGEST_ROLE = 9  # words between an article and the name behind it
LONGEST_HEARER = 8


class Told(NamedTuple):
    """Words for who speaks: a name, a description to be shown as it is, a pronoun, or the noun behind an article.

    The gender of the last two may be empty.
    """

    kind: Literal["named", "described", "pronoun", "definite"]
    words: str
    cue: str
    gender: str = ""


class Subjects:
    """How the subjects of one language look; see ``lexicon/speech_verbs_other.tsv``."""

    def __init__(self, forms: Mapping[str, Sequence[str]], language: str) -> None:
        self.of = frozenset(forms["of"])
        self._bodies = tuple(forms["body"])
        self._is_german = language == "de"  # all nouns have capitals, and the last part of one tells
        self._is_dropped = language == "es"  # the pronoun
        self._by = frozenset(forms["by"])
        self._genders = dict(form.split(":") for form in forms["pronoun"])
        self._definites = {
            article: gender for article, _, gender in (form.partition(":") for form in forms["definite"])
        }
        self._synonyms = frozenset(forms["synonym"])
        self._between = re.compile(rf"(?:\s(?:{'|'.join(forms['between'])})(?=\s)){{1,2}}")
        self._pronoun = re.compile(rf"\s(?P<pronoun>{either([*self._genders])})(?!\w)", re.IGNORECASE)
        kinds = "|".join(rf"(?P<{kind}>{either(forms[kind])})" for kind in ("article", "any", "this"))
        self._first = re.compile(rf"\s?(?:{kinds})(?:(?<=['’])|\s)(?=\w)", re.IGNORECASE)
        self._to = re.compile(rf"\s(?:{either(forms['to'])})(?=\s)")

    def behind(self, tail: str, cue: str) -> Told | None:
        """The speaker who is told right behind a cue; ``tail`` ends with the sentence or at other marks."""
        segment, _, rest = (
            self._between.sub("", tail, count=1).partition(",") if self._between.match(tail) else tail.partition(",")
        )
        if pronoun := self._pronoun.match(segment):
            return Told("pronoun", "", cue, self._genders[pronoun["pronoun"].lower()])
        if not segment.strip():
            return Told("pronoun", "", cue) if self._is_dropped and cue not in self._by else None
        if segment[0] != " ":
            return None
        return self.described(segment, rest, cue) or self._named(segment, cue) or self._past_hearer(segment, rest, cue)

    def pronoun(self, words: str, cue: str) -> Told | None:
        gender = self._genders.get(words.lower())
        return None if gender is None else Told("pronoun", "", cue, gender)

    def is_article(self, words: str) -> bool:
        return self._first.match(words) is not None

    def _past_hearer(self, segment: str, rest: str, cue: str) -> Told | None:
        """'a déclaré à l'AFP le maire …', 'dijo a este medio Ana Ruiz': whom is spoken to stands first."""
        heads = list(re.finditer(r"\s[^\s]+(?=\s)", segment)) if self._to.match(segment) else []
        for head in heads[1:LONGEST_HEARER]:
            last, behind = head[0].strip(), segment[head.end() :]
            if last.lower() in self.of or last.lower() in OPEN:
                continue
            if found := self.described(behind, rest, cue):
                return found
            is_addressed = re.match(rf"\s{ADDRESS[:-1]}", behind)
            if is_addressed and (named := self._named(behind, cue)):
                return named
            if last[0].islower() and (named := self._named(behind, cue)):
                return named if HEARERS.search(segment[: head.end() + 1]) else None
        return Told("pronoun", "", cue) if self._is_dropped else None

    def _named(self, segment: str, cue: str) -> Told | None:
        run = re.match(rf"\s{ADDRESS}(?P<name>{NAME})", segment)
        return Told("named", run["name"], cue) if run else None

    def described(self, segment: str, rest: str, cue: str) -> Told | None:
        """'la ministre des Transports, Ada Lind', 'le capitaine Paul Martin', 'une source', 'la police'."""
        first = self._first.match(segment)
        if first is None:
            return None
        told = segment[first.end() :]
        if OF_AGE.match(told):
            return Told("pronoun", "", cue, "f" if first[0].strip() == "die" else "m")
        if self._is_german and first[0].strip() == "der" and DATIVE.match(told):
            return None
        if name := self._name_behind(told):
            return Told("named", name, cue)
        apposition = re.fullmatch(rf"\s({NAME})(?=,|$)", rest.partition(",")[0])
        if apposition and " " in apposition[1]:
            return Told("named", apposition[1], cue)
        if first["this"]:
            return Told("pronoun", "", cue)
        return self._description(segment.strip(), told, bool(first["any"]), cue) or self._definite(first[0], told, cue)

    def _definite(self, article: str, told: str, cue: str) -> Told | None:
        """'die Ministerin', 'le maire', but not 'le maire de Lyon', who may be another."""
        gender = self._definites.get(article.strip().lower())
        noun = re.match(r"(?P<noun>[\w-]+)(?!['’\w])", told)
        if gender is None or noun is None:
            return None
        if noun["noun"].lower() in self._synonyms:
            return Told("pronoun", "", cue, gender)
        is_plural = self._is_german and gender == "f" and not noun["noun"].endswith(("in", "frau", "e"))
        if is_plural or re.match(rf"\s(?:{either([*self.of])})(?:\s|(?<=['’]))", told[noun.end() :]):
            return None
        return Told("definite", noun["noun"], cue, gender)

    def _name_behind(self, told: str) -> str | None:
        """The name that a role ends with: 'capitaine des pompiers Paul Martin', 'maire de Lyon Jean Petit'."""
        if ANOTHER.search(told):
            return None
        for run in FULL.finditer(told):
            words, role = run[0].split(), re.findall(r"[^\s'’]+['’]?", told[: run.start()].lower())
            before = [word for word in role if word not in ARTICLES]
            if len(before) > LONGEST_ROLE or (self._is_german and self._is_body(words[0])):
                return None
            if not before or not (before[-1] in self.of or before[-1] in PLACED):
                return run[0] if before or (self._is_german and len(words) > 1) else None
            if len(words) > 2 and words[1][0].isupper():
                return " ".join(words[1:])
        return None

    def _is_body(self, noun: str) -> bool:
        return noun.lower().endswith(self._bodies) if self._is_german else noun.lower() in self._bodies

    def _description(self, segment: str, told: str, is_any: bool, cue: str) -> Told | None:
        adjectives = r"(?:[a-zäöüß-]+\s)*" if self._is_german else ""
        behind = "" if self._is_german else r"(?:\s[\w-]+(?=$|\s(?:de|du|del|des)\s|\sd['’]))?"
        whole = re.match(rf"{adjectives}(?P<noun>[\w-]+){behind}{COMPLEMENT}", told)
        if whole is None or whole["noun"] in NEVER_BODY or not (is_any or self._is_body(whole["noun"])):
            return None
        start = len(segment) - len(told.rstrip())
        return Told("described", segment[:start] + whole[0].rstrip(), cue)


def either(words: Sequence[str]) -> str:
    """A pattern of any of some words, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))
