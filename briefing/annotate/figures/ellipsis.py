"""What a number without a noun goes on counting: '4,600 troops, up from 3,870', '15 of them', 'there are now 310'."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from briefing.annotate.figures.casualties import befalls
from briefing.annotate.figures.units import DURATIONS
from briefing.model import Figure

_WHOLE = 100  # percent
_FAR = 200  # characters to what 'of them' means
_IN_A_PLACE = re.compile(r"\s(in|at|from|for)\s(?:the\s)?\w[\w\s-]{1,30},?(?:\s(?:and|compared\s(?:to|with)))?\s")
_COMPARED = (
    r"(?:(?:up|down|compared\swith|compared\sto|against|versus|vs\.?)\s(?:from\s)?|from\s|"
    r"(?:climb|declin|dropp|fall|grow|gust|increas|jump|narrow|ris|slipp|swell|widen)ing\s(?:to|by)\s)"
    r"(?:(?:just|only|the|an?)\s(?:[a-z]+\s)?)?(?:of\s)?"
)
_FROM = re.compile(
    rf"[^.;:\d]{{0,60}}\s(?:(?:rather\s)?than\s|{_COMPARED}|(?:bring|tak|rais|push)ing\sthe\stotal\sto\s)"
)
_UNIT_FROM = re.compile(rf"(?:[^.;:\d]{{0,40}},\s|\s){_COMPARED}")
_ELSEWHERE = re.compile(r"(?:,|\sand|,\sand)\s(?:[A-Z][\w.]+\s){1,3}")  # and Jordan 650,000
_ENDS = re.compile(
    r"\s\(\d|[.,;]?$|[.,;]['\"”’]?\s|\s(?:among|and|before|during|for|in|last|on|since|today|when|(?:the|an?|two|three|four|five|\d+)\s"
    r"(?:days?|weeks?|months?|years?|decades?))\b"
)
_ASIDE = re.compile(r"[^.;:]{0,60}\s\(")  # followed by health care (19)
_SIDES = re.compile(r"(?:\spercent|\sper\scent|%)?\s(against|opposed|in\sfavou?r|undecided|disapprov\w+|disagreed)\b")
_SIDE = re.compile(r"(?:[^.;:\d]{0,60},|\sand)\s(?:[a-z]+\s)?")
_INTERVAL = re.compile(r"\s(?:CI|confidence\sinterval)[:,]?\s")
_TO = re.compile(r"[^.;:\d]{0,40},\sto\s")
_MORE = re.compile(r"\s(?:fewer|more)(?:\sthan\b|[.,;])")
_THEM_BEING = re.compile(r"\sof\s(?:them|whom|which)\s(?P<what>children|men|women|[a-z]{3,}s)(?=[.,;]|$|\sand\b)")
_OF_THEM = re.compile(
    r"\sof\s(?:them\b|(?:these|those)(?=[^\w\s]|$|\s(?:are|had|have|is|was|were|will)\b)|whom\b|which\b)"
)
_THE_OTHER = re.compile(r"\bthe\s(?:other|remaining)\s(?:[a-z]+\s)?$")
_OF_WHICH = re.compile(r",\s(?:and\s)?of\s(?:which|whom)\s$")
_THERE_ARE = re.compile(r"\b[Tt]here\s(?:are|were)\s(?:(?:now|currently|only|just)\s)*$")
_OF_ALL = re.compile(r"\b[Oo]f\s(?:all\s)?(?:(?:the|its|their|those|these|some|more\sthan|nearly|about)\s)*$")
_LEVEL = re.compile(r"\b(?:to|at|was|were|is|are|of|reached)\s(?:(?:an?|the)\s(?:[a-z]+\s)?)?$")
_OUT_OF = re.compile(r"\s(?:[a-z]+\s)?out\sof\s(?:an?\s[a-z]+\sof\s)?")
_WITH = re.compile(r"[^.:\d]+[;,]\s[^.:\d]*[a-z]\swith\s(?:just\s|only\s)?")  # came first with 14
_MONEY = re.compile(r"[A-Z]{3}|cents|pence")
_CONVERTED = ("; ", "/", " / ", " [")  # the same in another unit
_SENTENCE_END = re.compile(r"[.!?]['\"”’]?\s")


@dataclass(slots=True)
class Before:
    """The last figures of a paragraph: the last that counts, and the last with a unit if no other came since."""

    counted: Figure | None = None
    united: Figure | None = None
    verb: str = ""  # of which the last that counts is the object

    def go_on(self, text: str, figure: Figure, verb: str) -> Figure:
        """The figure with what it has from those before it; ``verb`` is that of which it is the object."""
        if verb != self.verb and befalls(verb):
            return figure  # killed nine people and injured 50 more
        being = _THEM_BEING.match(text, figure.end)
        if being and not 0 < figure.value < 1:
            return replace(figure, counts=being["what"])
        if verb and verb == self.verb and self.counted is not None and not (figure.counts or figure.unit):
            return replace(figure, counts=self.counted.counts)  # sold 800 copies, and has now sold 20,000
        last = self.united if figure.unit and not _OF_THEM.match(text, figure.end) else self.counted
        if last is not None and _goes_on(text, last, figure):
            return replace(figure, counts=last.counts)
        if self.united is not None and _goes_on_in_unit(text, self.united, figure):
            side = _SIDES.match(text, figure.end)  # 46 percent in favor, 45 against
            return replace(figure, unit=self.united.unit, counts=side[1] if side else self.united.counts)
        return figure

    def keep(self, figure: Figure, is_part: bool, verb: str) -> None:
        if figure.counts and not figure.unit and not is_part:
            things = figure.counts.partition(" (")[0]  # a lead of 300 votes out of 9,000
            self.counted, self.verb = replace(figure, counts=things), verb
        self.united = figure if figure.unit and figure.unit not in DURATIONS else None


def with_likeliest(quantities: Iterable[Figure]) -> Iterator[Figure]:
    """Quantities in text order, in which a bare number counts what the one before it does; right two times in five."""
    last: Figure | None = None
    counted: Figure | None = None
    for figure in quantities:
        if figure.counts or figure.unit:
            if figure.unit not in DURATIONS:
                last, counted = figure, counted if figure.unit else figure
            yield figure
            continue
        is_share = last is not None and last.unit == "%" and figure.value <= _WHOLE and figure.text[-1].isdigit()
        before = last if is_share or (last is not None and last.unit != "%" and not _is_share(figure)) else counted
        yield replace(figure, counts=before.counts, unit=before.unit) if before else figure


def _goes_on(text: str, before: Figure, figure: Figure) -> bool:
    """Whether a figure counts what the one before it does."""
    if not before.counts:
        return False
    between = _IN_A_PLACE.fullmatch(text, before.end, figure.start)
    if between is not None and not before.counts.startswith(f"{between[1]} "):  # not '12% for women, 9% for men'
        next_one = r"\w" if before.unit == figure.unit == "%" else "[A-Z]"
        if re.match(rf"\s{between[1]}\s(?:the\s)?{next_one}", text[figure.end :]):
            return True
    if figure.counts:
        return False
    gap, after = text[before.end : figure.start], text[figure.end :]
    if len(gap) > _FAR or (sentences := len(_SENTENCE_END.findall(gap))) > 1:
        return False
    if (them := _OF_THEM.match(after)) and (not sentences or "wh" not in them[0]):
        return True
    if _MORE.match(after) and not figure.unit:
        return True
    if figure.unit:
        return _is_of_the_same(text, before, figure)
    if _THE_OTHER.search(gap) or _THERE_ARE.search(gap):
        return bool(re.match(r"[^\w\s]|$|\sand\b", after))
    of_all = _OF_WHICH.search(gap) or (gap.endswith(", ") and _OF_ALL.search(text[: before.start]))
    if (of_all and not sentences) or (_is_share(before) and _is_share(figure)):
        return bool(re.match(r"\s[a-z]", after))
    compared = any(joint.fullmatch(gap) for joint in (_FROM, _ELSEWHERE, _OUT_OF, _WITH))
    if gap == " to " and text[: before.start].endswith("from "):
        return True  # the number of screens from 2,900 to 412
    return (gap == " to " and before.counts == "votes") or bool(_ENDS.match(after) and compared)


def _is_of_the_same(text: str, before: Figure, figure: Figure) -> bool:
    """'$4.56 billion, up from $4.07 billion', '€38 million ($42 million)', 'slipped 11 cents, or 2 percent'."""
    gap = text[before.end : figure.start]
    pair = gap == " to " and before.unit == figure.unit == "%"  # 50.1 percent to 42.9 percent
    converts = before.unit is not None and (
        gap in (" (", ", or ") or (gap in _CONVERTED and before.unit != figure.unit)
    )
    alike = before.unit == figure.unit or all(_MONEY.fullmatch(one.unit or "") for one in (before, figure))
    return converts or pair or (alike and _FROM.fullmatch(text, before.end, figure.start) is not None)


def _is_share(figure: Figure) -> bool:
    """'Two-thirds of voters' and what follows: 'a quarter said'."""
    return 0 < figure.value < 1 and not figure.unit


def _goes_on_in_unit(text: str, before: Figure, figure: Figure) -> bool:
    """Whether a bare number is in the unit of the one before: 'to 70 percent from 47', '9 per cent, up from seven'; not
    that of a change, as in 'fell 5 percent from 320'."""
    if figure.counts or figure.unit or not before.unit:
        return False
    gap, after = text[before.end : figure.start], text[figure.end :]
    if before.unit == "%" and after.startswith(")") and _ASIDE.fullmatch(gap):
        return True
    if before.unit == "%" and _SIDES.match(after) and _SIDE.fullmatch(gap):
        return True
    if before.unit == "%" and _INTERVAL.fullmatch(gap):
        return True
    if before.unit != "%" and text[: before.start].endswith(" by ") and _TO.fullmatch(gap):
        return bool(_ENDS.match(after))  # widened by 38 basis points, to 141
    compared = _UNIT_FROM.fullmatch(text, before.end, figure.start)
    if _ELSEWHERE.fullmatch(text, before.end, figure.start):
        return bool(_ENDS.match(text[figure.end :]))
    if compared is None or not _ENDS.match(text[figure.end :]):
        return False
    return "," in compared[0] or _LEVEL.search(text[: before.start]) is not None
