"""Who a language says is speaking, by what stands beside the marks: 'sagte X', 'a déclaré X', 'según X', 'X: «…»'."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from briefing.annotate.quotes.pattern_people import NAME, WORD
from briefing.annotate.quotes.pattern_subjects import PLACED, Subjects, Told, either

END = re.compile(r"(?<!\bM)(?<!\bMM)(?<!\bSr)(?<!\bSra)(?<!\bDr)\.|[;:!?«»“”„\"‹›()–—]")
NO_MARK = r"[^.;:«»“”\"!?]"
BEGIN = r"(?:^|[.!?»”,]\s)"
CLITIC = r"(?:(?:lo|la|le|les|los|se|l['’]|n['’]|me|nous|nos)\s?)?"
INVERTED = (
    r"(?P<inverted>a-t-(?P<who>il|elle)\s(?:\w+\s)?\w+|(?:s['’])?\w+-(?:t-)?(?P<whom>il|elle))(?!\w)"  # in French
)
PEOPLE = re.compile(rf"(?<!\w){WORD}\s{WORD}")
AND = frozenset({"y", "e", "et", "und"})
FAR = 300  # characters before the marks in which a speaker that comes first is looked for


class Cues:
    """The cues of one language, from ``lexicon/speech_verbs_other.tsv``."""

    def __init__(self, forms: Mapping[str, Sequence[str]], language: str) -> None:
        self._subjects = Subjects(forms, language)
        self._is_french = language == "fr"
        verb, by = either(forms["verb"]), either(forms["by"])
        inverted = INVERTED if self._is_french else "(?P<inverted>(?!))"
        self._cue = re.compile(rf"\s?,?\s?(?:{inverted}|(?P<verb>{verb}|{by})(?!\w))")
        # Any finite verb with its subject behind it: German and French invert nowhere else behind a comma.
        self._finite = re.compile(
            rf"\s?,\s(?!(?:{either(forms['unlike'])})\s)(?P<verb>{'|'.join(forms['finite'])})(?!\w)"
        )
        self._verb = re.compile(rf"(?<!\w)(?:{verb})(?!\w)")
        by_first = either([*forms["by"], *forms["for"]])
        self._by = re.compile(
            rf"(?:^|[.!?»”\"]\s)(?:(?:{either(forms['and'])})\s)?(?P<by>{by_first})(?=\s)", re.IGNORECASE
        )
        articles = [*forms["article"], *forms["any"]]
        article = either([*articles, *map(str.capitalize, articles)])
        described = rf"{BEGIN}(?:{article})(?:(?<=['’])|\s)[^,.;:«»“”\"]{{2,70}}?"
        apposition = r"(?P<apposition>,[^,.;:«»“”\"]{2,70},)?\s"
        self._quoted = re.compile(rf"\W{{1,2}}(?P<verb>{verb})(?!\w)")  # Paul Martin « regrette » cela
        self._bare = re.compile(rf"(?P<subject>{BEGIN}{NAME}|{described}){apposition}$")
        self._before = re.compile(
            rf"(?P<subject>(?<!\w){NAME}|{described}){apposition}{CLITIC}(?P<verb>{verb})(?!\w)"
            rf"(?P<middle>{NO_MARK}{{0,90}})[:,]?\s?$"
        )
        # 'Ada Lind (SPD) widersprach: „…“': behind a name any verb may lead to the marks.
        self._any_verb = re.compile(
            rf"(?P<subject>(?<!\w){NAME})(?:\s\([^()]*\))?{apposition}{CLITIC}(?P<verb>(?!(?:{either(forms['tells'])})\s?:)"
            rf"[a-zà-öø-ÿß]{{3,}})\s?:\s?$"
        )
        toward = rf"(?:\s(?:{either(forms['toward'])})\s[^,.;:]{{2,40}})?"
        self._colon = re.compile(rf"{BEGIN}(?P<name>{NAME})(?:\s\([^()]*\))?{toward}\s?:\s?$")

    def behind(self, text: str, place: int) -> Told | None:
        """From the end of the marks on."""
        return self._behind(text, self._cue.match(text, place)) or self._behind_finite(text, place)

    def _behind_finite(self, text: str, place: int) -> Told | None:
        found = self._finite.match(text, place)
        told = self._behind(text, found)
        return told if told and (told.kind in {"named", "definite"} or told.gender) else None

    def _behind(self, text: str, cue: re.Match[str] | None) -> Told | None:
        if cue is None:
            return None
        if inverted := cue.groupdict().get("inverted"):
            return Told("pronoun", "", inverted, {"il": "m", "elle": "f"}[cue["who"] or cue["whom"]])
        ends = END.search(text, cue.end())
        return self._subjects.behind(text[cue.end() : ends.start() if ends else len(text)], cue["verb"])

    def inside(self, text: str, start: int, end: int) -> Told | None:
        """French prints the cue within the marks: « Le matin, raconte Ada Lind, je me lave. »"""
        commas = (start + comma.start() for comma in re.finditer(",", text[start:end])) if self._is_french else ()
        return next(
            (told for told in (self._behind(text, self._cue.match(text, comma)) for comma in commas) if told), None
        )

    def before(self, text: str, start: int, place: int) -> Told | None:
        """From the begin of the sentence (``start``) to the marks."""
        window = text[max(start, place - FAR) : place]
        if colon := self._colon.search(window):
            return Told("named", colon["name"], ":")
        if (quoted := self._quoted.match(text, place)) and (subject := self._bare.search(window)):
            return self._subject_before(subject, quoted["verb"])
        found = self._before.search(window)
        if found is not None and not self._verb.search(found["middle"]) and not PEOPLE.search(found["middle"]):
            return self._subject_before(found, found["verb"])
        if found is None and (led := self._any_verb.search(window)):
            return self._subject_before(led, led["verb"])
        by = self._by.search(window)
        if by is None or self._verb.search(window, by.end()):
            return None
        return self._subjects.behind(window[by.end() :], by["by"].lower())

    def _subject_before(self, found: re.Match[str], verb: str) -> Told | None:
        """'Le maire, Paul Martin, a jugé …', 'Paul Martin a jugé …', 'La police a jugé …'."""
        subject, apposition = found["subject"].lstrip(".!?»”, "), (found["apposition"] or "").strip(", ")
        if re.fullmatch(NAME, apposition) and " " in apposition:
            return Told("named", apposition, verb)
        if pronoun := self._subjects.pronoun(subject, verb):
            return pronoun
        word_before = {word.lower() for word in found.string[: found.start("subject")].split()[-1:]}
        is_name = re.fullmatch(NAME, subject) and not self._subjects.is_article(subject)
        if is_name and not word_before & {*self._subjects.of, *PLACED, *AND}:
            return Told("named", subject, verb)
        return self._subjects.described(f" {subject[:1].lower()}{subject[1:]}", "", verb)
