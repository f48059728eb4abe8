"""Who a language says is speaking, by what stands beside the marks: 'sagte X', 'a déclaré X', 'según X', 'X: «…»'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from briefing.annotate.quotes.pattern_people import FULL, NAME

ANOTHER = re.compile(  # "le porte-parole du ministre …": whose name follows did not speak
    r"\b(?:porte-parole|portavoz|avocate?s?|abogad[oa]s?|conseill[eè]re?|asesora?|femme|mari|épouse|mujer|esposa|esposo|marido|"
    r"m[eè]re|p[eè]re|madre|padre|fils|fille|hij[oa]|fr[eè]re|s[oœ]e?ur|herman[oa]|entourage|entorno|proches?|collègue|colega)"
    r"\s(?:de|du|des|del|d['’])"
)
HEARERS = re.compile(r"\s(?:aux|los|las|est[ea]|notre|nos|nuestr[oa]|la\spresse|la\sprensa)\s", re.IGNORECASE)
END = re.compile(r"[.;:!?«»“”„\"‹›()–—]")
NEVER_BODY = frozenset("día días jour fois vez momento moment Tag Mal Abend Morgen semana semaine Woche año an".split())
LONGEST_ROLE = 9  # words between an article and the name behind it
COMPLEMENT = r"(?:\s(?:de\sla|de\slos|de\slas|de\sl['’]|du|des|del|de|d['’]|à\sla|aux|au|der|von|vom|für)\s?[^\s,]+){0,3}"


class Told(NamedTuple):
    """``kind``: named, described, pronoun (``words`` is its gender) or none; with the cue."""

    kind: str
    words: str
    cue: str


class Cues:
    """The patterns of one language, from ``lexicon/speech_verbs_other.tsv``."""

    def __init__(self, forms: Mapping[str, Sequence[str]], language: str) -> None:
        self._language = language
        self._of, self._bodies = frozenset(forms["of"]), tuple(forms["body"])
        self._genders = {word.lstrip("-").removeprefix("t-"): gender for word, gender in map(_pair, forms["pronoun"])}
        verb, by = _either(forms["verb"]), _either(forms["by"])
        pronoun = _either(list(self._genders))
        inverted = rf"(?P<stem>a-t-(?P<who>il|elle)\s(?:\w+\s)?\w+|\w+-(?:t-)?(?P<whom>il|elle))" if language == "fr" else "(?!)(?P<stem>)(?P<who>)(?P<whom>)"
        self._cue = re.compile(rf"\s?,?\s?(?:(?P<verb>{verb}|{by})(?!\w)|{inverted})")
        self._verb = re.compile(rf"(?<!\w)(?:{verb})(?!\w)")
        self._pronoun = re.compile(rf"\s(?P<pronoun>{pronoun})(?!\w)", re.IGNORECASE)
        self._first = re.compile(
            rf"\s?(?:(?P<article>{_either(forms['article'])})|(?P<any>{_either(forms['any'])})|"
            rf"(?P<this>{_either(forms['this'])}))(?:(?<=['’])|\s)(?=\w)", re.IGNORECASE,
        )
        self._insertion = re.compile(rf"\s(?:{_either(forms['to'])})\s?(?:l['’])?(?:[^\s,]+\s){{0,6}}?[^\s,]+(?=\s)") if language != "de" else None
        self._by = re.compile(rf"(?:^|[.!?»”\"]\s)(?P<by>{by})(?=\s)", re.IGNORECASE)
        clitic = r"(?:(?:lo|la|le|les|los|se|l['’]|n['’]|me|nous|nos)\s?)?"
        articles = [*forms["article"], *forms["any"]]
        article = rf"(?:{_either([*articles, *(word.capitalize() for word in articles)])})"
        self._before = re.compile(
            rf"(?P<subject>(?<!\w){NAME}|(?:^|[.!?»”,]\s){article}(?:(?<=['’])|\s)[^,.;:«»“”\"]{{2,70}}?)"
            rf"(?P<apposition>,[^,.;:«»“”\"]{{2,70}},)?\s{clitic}(?P<verb>{verb})(?!\w)(?P<middle>[^.;:«»“”\"!?]{{0,90}})[:,]?\s?$"
        )
        self._colon = re.compile(rf"(?:^|[.!?»”]\s)(?P<name>{NAME})\s?:\s?$")

    # ------------------------------------------------------------------------------------------------- behind

    def behind(self, text: str, place: int) -> Told | None:
        """From the end of the marks on."""
        cue = self._cue.match(text, place)
        if cue is None:
            return None
        if cue["stem"]:
            return Told("pronoun", {"il": "m", "elle": "f"}[cue["who"] or cue["whom"]], cue["stem"])
        return self._subject(text, cue.end(), cue["verb"])

    def _subject(self, text: str, place: int, cue: str) -> Told | None:
        """The speaker who is told behind a cue."""
        ends = END.search(text, place)
        tail = text[place : ends.start() if ends else len(text)]
        segment, _, rest = tail.partition(",")
        if pronoun := self._pronoun.match(segment):
            return Told("pronoun", self._genders[pronoun["pronoun"].lower()], cue)
        if not segment.strip():
            return Told("pronoun", "", cue) if self._language == "es" and cue not in {"según"} else None
        if segment[0] != " ":
            return None
        return self._described(segment, rest, cue) or self._named(segment, cue) or self._past_hearer(segment, rest, cue)

    def _past_hearer(self, segment: str, rest: str, cue: str) -> Told | None:
        """'a déclaré à l'AFP le maire …', 'dijo a este medio Ana Ruiz': whom is spoken to stands first."""
        if self._insertion is None:
            return None
        for length in range(1, 8):
            head = re.match(rf"(?:\s[^\s]+){{{length + 1}}}(?=\s)", segment)
            if head is None or not self._insertion.match(segment):
                break
            last = head[0].split()[-1]
            found = self._described(segment[head.end() :], rest, cue)
            if found and last.lower() not in self._of and not _is_article(last):
                return found
            named = self._named(segment[head.end() :], cue)
            if named and last[0].islower() and last.lower() not in self._of and not _is_article(last):
                return named if HEARERS.search(head[0]) else None
        return Told("pronoun", "", cue) if self._language == "es" else None

    def _named(self, segment: str, cue: str) -> Told | None:
        run = FULL.match(segment, 1)
        return Told("named", run[0], cue) if run else None

    def _described(self, segment: str, rest: str, cue: str) -> Told | None:
        """'la ministre des Transports, Ada Lind', 'le capitaine Paul Martin', 'une source', 'la police'."""
        first = self._first.match(segment)
        if first is None:
            return None
        told = segment[first.end() :]
        for run in FULL.finditer(told):
            before = told[: run.start()].split()
            is_anothers = ANOTHER.search(told[: run.start()])
            if len(before) <= LONGEST_ROLE and not is_anothers and (not before or before[-1].lower() not in self._of):
                if self._language != "de" and not before:
                    break
                if " " in run[0] or self._language != "de":
                    return Told("named", run[0], cue)
            break
        apposition = re.fullmatch(rf"\s({NAME})(?=,|$)", rest.partition(",")[0])
        if apposition and " " in apposition[1]:
            return Told("named", apposition[1], cue)
        if first["this"]:
            return Told("pronoun", "", cue)
        return self._description(segment.strip(), told, bool(first["any"]), cue)

    def _description(self, segment: str, told: str, is_any: bool, cue: str) -> Told | None:
        noun = re.match(r"[\w-]+", told)
        while self._language == "de" and noun and noun[0][0].islower():
            noun = re.match(rf"{re.escape(told[: noun.end()])}\s(?P<noun>[\w-]+)", told)
        if noun is None:
            return None
        head = noun[noun.lastindex or 0]
        is_body = head.lower().endswith(self._bodies) if self._language == "de" else head.lower() in self._bodies
        if head in NEVER_BODY or not (is_any or is_body):
            return None
        adjective = r"(?:\s[\w-]+(?=$|\s(?:de|d['’]|du|del|des)(?:\s|\w)))?" if self._language != "de" else ""
        start = len(segment) - len(told.rstrip())
        whole = re.match(rf".{{{start}}}{re.escape(noun[0])}{adjective}{COMPLEMENT}", segment)
        return Told("described", whole[0] if whole else segment[: start + noun.end()], cue)

    # ------------------------------------------------------------------------------------------------- before

    def before(self, text: str, start: int, place: int) -> Told | None:
        """From the begin of the sentence (``start``) to the marks."""
        window = text[start:place]
        if colon := self._colon.search(window):
            return Told("named", colon["name"], ":")
        found = self._before.search(window)
        if found is not None and not self._verb.search(found["middle"]):
            return self._subject_before(found, window)
        by = self._by.search(window)
        if by is None or self._verb.search(window, by.end()):
            return None
        return self._subject(window + ".", by.end(), by["by"].lower())

    def _subject_before(self, found: re.Match[str], window: str) -> Told | None:
        subject, apposition = found["subject"].lstrip(".!?»”, "), (found["apposition"] or "").strip(", ")
        if re.fullmatch(NAME, apposition) and " " in apposition:
            return Told("named", apposition, found["verb"])
        word_before = window[: found.start("subject")].split()[-1:]
        if re.fullmatch(NAME, subject) and not (set(map(str.lower, word_before)) & {*self._of, "y", "et", "und"}):
            if self._first.match(subject) is None:
                return Told("named", subject, found["verb"])
        return self._described(f" {subject[:1].lower()}{subject[1:]}", "", found["verb"])

    def inside(self, text: str, start: int, end: int) -> Told | None:
        """French prints the cue within the marks: « Le matin, raconte Ada Lind, je me lave. »"""
        if self._language != "fr":
            return None
        for comma in re.finditer(r",", text[start:end]):
            place = start + comma.start()
            cue = self._cue.match(text, place)
            if cue is not None and (told := self.behind(text, place)):
                return told
        return None


def _is_article(word: str) -> bool:
    return word.lower() in {"el", "la", "los", "las", "le", "les", "un", "une", "una", "su", "sa", "son", "este", "esta"}


def _either(words: Sequence[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))


def _pair(word: str) -> tuple[str, str]:
    form, _, gender = word.partition(":")
    return form, gender
