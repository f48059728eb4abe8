"""Datelines: 'WASHINGTON (Reuters) - ', 'PARIS, March 3 (AP) — ', 'CNN — '."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib import resources

from briefing.annotate.layout.stamps import MONTH, find_date
from briefing.lexicon.outlets import RELEASE_WIRES, fold, known_outlet

_LONGEST = 120  # characters
_LATEST = timedelta(3)  # from a dateline to the paper
_DASH = r"(?:-{1,2}|–|—|―|_|/{1,2})"
_WORD = r"[^\W\d_][\w.'’]*"
_PLACE = rf"{_WORD}(?:[ \-/]{_WORD}){{0,4}}(?:,\s{_WORD}(?:\s{_WORD}){{0,2}}){{0,2}}"
_MONTH = rf"(?i:{MONTH})\.?"
_DAY = rf"(?:{_MONTH}\s\d{{1,2}}(?:,\s\d{{4}})?|\d{{1,2}}(?:er)?\.?\s(?:de\s)?{_MONTH}(?:\s(?:de\s)?\d{{4}})?)"
_DATELINE = re.compile(
    rf"(?:(?P<place>{_PLACE}?)(?:\s\[\w+\])?"
    rf"(?:(?:,\s(?:le\s)?|\.\s|\s?[–—-]\s|\s\()(?P<day>{_DAY})\)?)?"
    rf"|(?P<only>{_DAY}))[,.]?\s?"
    rf"(?:[(/](?P<agency>\w[\w&.\-/ ]{{1,30}})[)/])?\.?\s?"
    rf"(?P<dash>{_DASH}|:)?(?(agency)|(?(dash)|(?!)))\s?(?=[\w\"“‘'«(])"
)
_RELEASED = re.compile(rf"(?P<place>{_PLACE})--\((?P<agency>[A-Z][A-Z ]+)\)--\s?(?:(?P<day>{_DAY})--\s?)?")
_UNBRACKETED = re.compile(rf"(?P<place>{_PLACE}?)\s{{1,2}}(?P<agency>[A-Z]{{2,8}})\s{{1,2}}[—–]\s{{0,2}}(?=\w)")
_BEGINNING = r"(?:A|After|An|As|At|Before|During|For|From|In|It|On|The|This|When|While)\s"  # no word of a place
_RUN_IN = re.compile(rf"(?!{_BEGINNING})(?P<place>{_PLACE})\s(?={_BEGINNING})")  # Lindow, Ohio On Saturday, …
_SLASHED = re.compile(rf"(?P<place>{_PLACE}?),\s(?P<day>{_DAY})\.?\s/(?P<agency>[\w-]{{2,20}})/\.\s")
_AGENCY = re.compile(
    rf"(?:\((?P<bracketed>\w[\w .\-]{{1,30}})\)\s?(?:{_DASH})?|(?P<bare>[A-Z]{{2,8}})\s(?:—|–|--|-))\s?"
    r"(?=[^\W\d_a-z]|[\"“‘«])"
)

_STATE = re.compile(  # as agencies shorten it
    r", (?:Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|N\.H|N\.J|"
    r"N\.M|N\.Y|N\.C|N\.D|Okla|Ore|Pa|R\.I|S\.C|S\.D|Tenn|Vt|Va|Wash|W\.Va|Wis|Wyo)\.$"
)
_LONE = re.compile(r"(?:[^()]{2,60} \()?(?P<agency>[A-Z][\w .]{1,30}?)\)? ?(?:—|–|-{1,2})")


@dataclass(frozen=True, slots=True)
class Dateline:
    end: int  # where the sentence begins
    place: str | None
    date: str | None  # ISO 8601, only with a year
    agency: str | None  # a known outlet
    day: str = ""  # as it is written, with a year or not

    def written_on(self, published: str) -> str | None:
        """The day that it names, if the text appeared a day or a few after it."""
        try:
            appeared = date.fromisoformat(published)
        except ValueError:
            return None
        years = (appeared.year, appeared.year - 1)
        days = [self.date] if self.date else [find_date(f"{self.day}, {year}") for year in years]
        late = (day for day in days if day and timedelta(0) < appeared - date.fromisoformat(day) <= _LATEST)
        return next(late, None)


def read_dateline(text: str) -> Dateline | None:
    """The dateline at the head of a paragraph; None where it could as well be the beginning of a sentence."""
    head = text[:_LONGEST]
    found = _SLASHED.match(head) or _DATELINE.match(head)
    if found:
        carrier = found["agency"] or ""
        agency = known_outlet(carrier) or known_outlet(carrier.partition("/")[0])
        if _is_signed(found, agency) or _stands_alone(found, text):
            day = found["day"] or (found["only"] if found.re is _DATELINE else None) or ""
            return Dateline(found.end(), found["place"], find_date(day), agency, day)
    released = _RELEASED.match(head)
    if released and fold(released["agency"]) in RELEASE_WIRES:
        day = released["day"] or ""
        return Dateline(released.end(), released["place"], find_date(day), None, day)
    named = _UNBRACKETED.match(head)
    if named and is_place(named["place"]) and (agency := known_outlet(named["agency"])):
        return Dateline(named.end(), named["place"], None, agency)
    run_in = _RUN_IN.match(head)
    if run_in and _is_region(run_in["place"]):
        return Dateline(run_in.end(), run_in["place"], None, None)
    first = _AGENCY.match(head)
    agency = known_outlet(first["bracketed"] or first["bare"]) if first else None
    return Dateline(first.end(), None, None, agency) if first and agency else None


def lone_agency(text: str) -> str | None:
    """The outlet of a dateline on a line of its own: 'CNN —', 'Washington (CNN) —'."""
    found = _LONE.fullmatch(text) if len(text) <= _LONGEST else None
    return known_outlet(found["agency"]) if found else None


def is_lone_dateline(text: str) -> bool:
    """A dateline on a line of its own, with any agency or none: 'SPRINGFIELD, Ill. (WXYZ) —', 'Madrid -'."""
    dateline = read_dateline(f"{text} The") if len(text) <= _LONGEST and text[-1:] in "-–—" else None
    return lone_place(text) is not None or (dateline is not None and dateline.end > len(text))


def lone_place(text: str) -> str | None:
    """The known place of a dateline on a line of its own without an agency: 'Madrid -'."""
    place = re.fullmatch(rf"({_PLACE}) (?:—|–|-{{1,2}})", text) if len(text) <= _LONGEST else None
    return place[1] if place and is_place(place[1]) else None


def is_place(name: str) -> bool:
    """Whether the whole of ``name`` is a place that the gazetteer knows."""
    return fold(name) in _places()


def _is_region(place: str) -> bool:
    """A place with its country or region, each in capitals: 'Lindow, Ohio'."""
    parts = place.split(", ")
    return len(parts) > 1 and is_place(parts[-1]) and all(part[0].isupper() for part in re.split(r"[ ,]+", place))


def _is_signed(found: re.Match[str], agency: str | None) -> bool:
    """By a known agency, or by any after a place in capitals, if it is an abbreviation or a day is given:
    'SPRINGFIELD, Ill. (WXYZ) —', 'LISBON, March 11 (Dow Jones) -'."""
    place, carrier = found["place"] or "", found["agency"] or ""
    dash = found.re is _SLASHED or found["dash"]
    if agency or fold(carrier) in RELEASE_WIRES:
        dashed = bool(dash) and (dash != ":" or bool(found["day"]))
        return dashed or (bool(found["day"]) and is_place(place))
    capitals = place.split(",")[0].isupper() and len(place) > 3
    return bool(dash) and dash != ":" and capitals and len(carrier) > 1 and (carrier.isupper() or bool(found["day"]))


def _stands_alone(found: re.Match[str], text: str) -> bool:
    """Without an agency: a dash set off by spaces, and a place that is known and in capitals, with its region or with a
    day, or any with a day and its year, or in capitals with a state as agencies shorten it. Before a paragraph a known
    place in capitals needs no dash: 'NEW DELHI: A heatwave …'."""
    if found.re is _SLASHED or not found["place"] or (found["agency"] and not is_place(found["agency"])):
        return False
    parts = [fold(part) for part in re.split(r", |/", found["place"])]
    capitals = found["place"].split(",")[0].isupper() and len(parts[0]) > 3
    known = not _places().isdisjoint(parts)
    if (found["dash"] or "/") in {"/", ":"}:
        return found["dash"] == ":" and capitals and known and len(text) > _LONGEST
    if not text[found.start("dash") - 1].isspace():
        return False
    if re.search(r"\s\d{4}$", found["day"] or ""):
        return True
    if found["place"].split(",")[0].isupper():
        return capitals and (known or (len(parts) > 1 and bool(_STATE.search(found["place"]))))
    return parts[0] in _places() and (len(parts) > 1 or bool(found["day"]))


@cache
def _places() -> frozenset[str]:
    """Names of places and their other surfaces, folded."""
    text = resources.files("briefing.lexicon").joinpath("places.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return frozenset(fold(surface.rstrip("~")) for row in rows for cell in row[:2] for surface in cell.split("|"))
