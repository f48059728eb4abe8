"""Numbers with a currency, a percentage, a measure or a plain noun: '4,3 Millionen Kubikmeter', '67 000 personnes'.

As in English, years, ages, times and spans of time are no figures, nor small counts of plain things; where a number may
be read in two ways ('1,250'), nothing is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from briefing.annotate.locales.words import code_of, either, words
from briefing.model import Figure, Paragraph

SPACES = "\u00a0\u202f\u2009 "
GROUPED = rf"\d{{1,3}}(?:[.{SPACES}'’]\d{{3}})+(?:,\d+)?"
DIGITS = rf"{GROUPED}|\d+(?:,(?:\d{{1,2}}|\d{{4,}})(?!\d)|\.\d{{1,2}}(?!\d))?"
SMALL = 10  # a bare count up to this is no figure
YEARS = range(1900, 2100)  # a number without a separator between them is more often a year than a count
NOUN = {"de": r"(?:[a-zäöüß]{3,}e[nrs]?\s)?[A-ZÄÖÜ][\w-]{2,}", "fr": r"[a-zà-öø-ÿœ-]{3,}", "es": r"[a-zá-öø-ÿ]{3,}"}
# Of what a fraction is, which stands behind it.
OF = {
    "de": r"(?:der|des|von|aller)\s",
    "fr": r"(?:(?:des|du|de\s(?:la|ses|leurs|nos))\s|de\sl['’])",
    "es": r"(?:del|de\s(?:l[ao]s?|sus?))\s",
}
# Between a number and that of the whole: '84 der 130 Parkplätze'.
OF_WHOLE = {
    "de": r"(?:der|von)(?:\s(?:insgesamt|rund|knapp|den))?",
    "fr": r"(?:des|sur(?:\sles|\sun\stotal\sde)?)(?:\squelque)?",
    "es": r"(?:de\sl[oa]s|de\sun\stotal\sde)(?:\scasi)?",
}
NOT_NOUNS = {
    "de": frozenset({"Ende", "Anfang", "Mitte", "Prozent", "Uhr"}),
    "fr": frozenset(
        "ainsi alors après avant avec aux celle cette chez comme contre dans depuis deux dont elle elles entre est "
        "était étaient ils les leur leurs mais ont ont-ils ou par parce pas pendant plus pour puis qui quand que sans "
        "sauf selon ses soit son sont sous sur tandis tous toutes une voire vers très trop moins mille".split()
    ),
    "es": frozenset(
        "ante antes aunque bajo como con contra cuando del desde después donde durante ella ellas ellos entre eran "
        "esta este fue fueron hacia han hasta las los mientras más menos mil millones muy para pero por porque que "
        "según sin sino sobre son sus también tras una unas unos".split()
    ),
}  # fmt: skip
CHANGE = re.compile(r"\b(?:de|von)\s$", re.IGNORECASE)  # 'de 10 à 15 %' is a change
CHANGED = frozenset({"auf", "auf zuletzt", "auf nun", "auf rund", "auf jetzt"})
RATE = re.compile(r"\b(?:pour|por(?:\scada)?|je|pro|auf|sur)\s$", re.IGNORECASE)  # '312 pour 100 000 habitants'
ROUND = frozenset({100, 1_000, 10_000, 100_000, 1_000_000})
BETWEEN = re.compile(r"\bentre\s$", re.IGNORECASE)


def find_figures_by_locale(paragraphs: Sequence[Paragraph], language: str) -> tuple[Figure, ...]:
    """Figures of a language whose words are known; none of any other."""
    code = code_of(language)
    read = (paragraph for paragraph in paragraphs if code and paragraph.kind != "code")
    return tuple(figure for paragraph in read for figure in _find(paragraph, code or ""))


def _find(paragraph: Paragraph, code: str) -> list[Figure]:
    """In text order; a number of a share is no figure by itself."""
    shares = list(_shares(paragraph, code))
    found = [*shares]
    for match in _pattern(code).finditer(paragraph.text):
        figure = _fraction(match, paragraph, code) if match["fraction"] else _figure(match, paragraph, code)
        if figure is None or any(figure.start < share.end and share.start < figure.end for share in shares):
            continue
        found.append(figure)
        if match["last"] and figure.start == match.start("last") and _is_change(match):  # what it was before, too
            start, end = match.span("number")
            before = _value(match["number"], code) * _scale(match, code)
            found.append(replace(figure, text=paragraph.text[start:end], value=round(before, 6), start=start, end=end))
    return sorted(found, key=lambda figure: figure.start)


def _figure(match: re.Match[str], paragraph: Paragraph, code: str) -> Figure | None:
    low, high, start = match["number"], match["last"], match.start()
    if high and not _is_range(match, paragraph.text[max(0, start - 6) : start], code):
        low, high, start = high, None, match.start("last")
    scale = _scale(match, code)
    value, last = _value(low, code) * scale, _value(high, code) * scale if high else None
    unit, counts, stop = _unit(match, code), None, match.end()
    if unit is None:
        counted = _counted(match, paragraph.text, code)
        is_rate = value in ROUND and RATE.search(paragraph.text[max(0, start - 10) : start])
        if counted is None or is_rate or not _tells(match, value, counted, code):
            return None
        counts, stop = counted
    elif value == 1 and not low.isdigit() and not match["scale"]:
        return None
    qualifier = words(code, "qualifier").get((match["qualifier"] or "").lower()) if start == match.start() else None
    text, last = paragraph.text[start:stop], round(last, 6) if last else None
    return Figure(text, round(value, 6), unit, counts, qualifier, paragraph.number, start, stop, last=last)


def _is_change(match: re.Match[str]) -> bool:
    """'de 310 a 335 dólares', but not 'de 2012 a 335' nor 'um 3 auf 15 Prozent'."""
    is_year = match["number"].isdigit() and int(match["number"]) in YEARS
    return not is_year and bool(CHANGE.search(match.string[max(0, match.start() - 6) : match.start()]))


def _scale(match: re.Match[str], code: str) -> float:
    return float({**words(code, "scale"), **words(code, "short")}.get((match["scale"] or "").lower(), 1))


def _shares(paragraph: Paragraph, code: str) -> Iterator[Figure]:
    """'uno de cada diez españoles', 'un habitant sur douze', 'jede zehnte Lehrkraft'."""
    for match in _share_pattern(code).finditer(paragraph.text):
        noun = match["noun"].split()[-1]
        if noun in NOT_NOUNS[code] or noun.lower() in {*words(code, "period"), *words(code, "uncounted")}:
            continue
        found = match.groupdict()
        whole = _value(found["whole"], code) if found.get("whole") else 0
        value = _value(match["some"], code) / whole if whole else float(words(code, "each")[match["each"].lower()])
        if 0 < value < 1:
            start, end = match.span()
            yield Figure(match[0], round(value, 6), None, match["noun"], None, paragraph.number, start, end)


@cache
def _share_pattern(code: str) -> re.Pattern[str]:
    number = f"(?:{either(words(code, 'number'))}|[1-9]|10)"
    written = {
        "de": rf"[Jj]ede[rsnm]?\s(?P<each>{either(words(code, 'each'))})\s(?P<noun>{NOUN['de']})",
        "fr": rf"(?P<some>{number})\s(?P<noun>{NOUN['fr']})\ssur\s(?P<whole>{number})",
        "es": rf"(?P<some>{number})\sde\scada\s(?P<whole>{number})\s(?P<noun>{NOUN['es']}s)",
    }
    return re.compile(rf"(?<![\w.,]){written[code]}(?![\w'’]|[.,]\d)", re.IGNORECASE if code != "de" else 0)


def _is_range(match: re.Match[str], before: str, code: str) -> bool:
    """'10 à 15 %', 'entre 10 y 15 %'; not 'en 2012 et 15 %'."""
    joined = match.string[match.end("number") : match.start("last")].strip()
    rises = _value(match["number"], code) < _value(match["last"], code)
    return (
        rises
        and joined not in CHANGED
        and not CHANGE.search(before)
        and (joined not in {"et", "y"} or bool(BETWEEN.search(before)))
    )


def _fraction(match: re.Match[str], paragraph: Paragraph, code: str) -> Figure | None:
    """'un quart des ménages'; without of what, it may be anything."""
    noun = re.compile(rf"\s{OF[code]}(?P<noun>{NOUN[code]})(?!\w)").match(paragraph.text, match.end("fraction"))
    if noun is None or noun["noun"] in {*NOT_NOUNS[code], *words(code, "period")}:
        return None
    value = float(words(code, "fraction")[match["fraction"].lower()])
    qualifier = words(code, "qualifier").get((match["qualifier"] or "").lower())
    start, stop = match.start(), noun.end()
    return Figure(paragraph.text[start:stop], value, None, noun["noun"], qualifier, paragraph.number, start, stop)


def _value(text: str, code: str) -> float:
    """'1.234,5', '1 234,5', '3.5' and 'zwölf'."""
    if not text[0].isdigit():
        return float(words(code, "number")[text.lower()])
    if re.fullmatch(r"\d+\.\d{1,2}", text):
        return float(text)
    return float(re.sub(rf"[.'’{SPACES}]", "", text).replace(",", "."))


def _unit(match: re.Match[str], code: str) -> str | None:
    if match["prefix"]:
        return words(code, "prefix")[match["prefix"].lower()]
    return words(code, "unit")[match["unit"].lower()] if match["unit"] else None


def _counted(match: re.Match[str], text: str, code: str) -> tuple[str, int] | None:
    """What is counted, and where it ends."""
    of = "" if code == "de" else r"(?:de\s|d['’])?" if match["scale"] or " " in match["number"] else ""
    adjective = either(words(code, "adjective")) or "(?!)"
    whole = rf"(?P<whole>\s{OF_WHOLE[code]}\s(?:{DIGITS}))?"
    pattern = rf"{whole}[{SPACES}]{of}(?P<noun>(?:(?:{adjective})\s)?{NOUN[code]})(?![\w'’])"
    noun = re.compile(pattern).match(text, match.end())
    if noun is None or (noun["whole"] and noun["noun"].lower() in words(code, "unit")):
        return None
    last = noun["noun"].split()[-1]
    never = {*words(code, "uncounted"), *words(code, "month"), *words(code, "weekday")}
    is_none = last in NOT_NOUNS[code] or last.lower() in never
    return None if is_none or _is_verb(last, code) else (noun["noun"], match.end() if noun["whole"] else noun.end())


def _is_verb(word: str, code: str) -> bool:
    """'hubo 17 fueron', 'les 23 étaient': what is counted is a plural."""
    return code != "de" and not word.endswith(("s", "x"))


def _tells(match: re.Match[str], value: float, counted: tuple[str, int], code: str) -> bool:
    counts, end = counted
    before = match.string[max(0, match.start() - 20) : match.start()]
    if re.search(rf"\b(?:{either(words(code, 'label'))})\s$", before, re.IGNORECASE):
        return False
    befallen = counts.split()[-1].lower() in words(code, "befallen")
    if not (value > SMALL or (value > 1 and (befallen or _befell(match.string, counts, end, code)))):
        return False
    return bool(match["scale"] or match["qualifier"]) or not (match["number"].isdigit() and value in YEARS)


def _befell(text: str, counts: str, end: int, code: str) -> bool:
    """'Quatre personnes sont mortes', 'zwei Menschen ums Leben gekommen': how few they are tells."""
    befell = rf"(?<!\b[dl][eo]s\s)(?<!\blas\s)\b(?:{either(words(code, 'befell'))})(?!\w)"
    behind = re.compile(rf"[^.,;:«»„“”\"()]{{0,40}}?{befell}", re.IGNORECASE)
    return counts.lower() in words(code, "people") and bool(behind.match(text, end))


@cache
def _pattern(code: str) -> re.Pattern[str]:
    number = f"(?:{DIGITS}|(?:{either(words(code, 'number'))})(?!\\w))"
    prefix = either(words(code, "prefix"))
    until = {"de": r"\s(?:bis|auf)\s(?:(?:zu|zuletzt|nun|rund|jetzt)\s)?", "fr": r"\s(?:à|et)\s", "es": r"\s[ay]\s"}[
        code
    ]
    return re.compile(
        rf"(?<![\w.,/:–-])(?:(?P<qualifier>{either(words(code, 'qualifier'))})[{SPACES}])?"
        rf"(?:(?P<fraction>{either(words(code, 'fraction'))})(?!\w)|"
        rf"(?:(?P<prefix>{prefix})[{SPACES}]?)?(?P<number>{number})"
        rf"(?:(?:{until}|\s?[–-]\s?)(?P<last>{number}))?"
        rf"(?:[{SPACES}]?(?P<scale>(?<=[{SPACES}])(?:{either(words(code, 'scale'))})(?!\w)|"
        rf"(?:{either(words(code, 'short')) or '(?!)'})(?=[€$£])))?"
        rf"(?:[{SPACES}]?(?:d['’]|de\s)?(?P<unit>{either(words(code, 'unit'))})(?!\w))?)(?![\d/:])",
        re.IGNORECASE,
    )
