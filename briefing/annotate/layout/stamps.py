"""Lines that say when a text was published or updated: 'Published 3:04 PM EDT, Sun April 28, 2024'.

A line is a stamp only if nothing but dates, times and the words around them is in it. A date without a year, or one
that could be read two ways (03/04/2024), gives no value: the line is set aside all the same.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_LONGEST = 200
_FULL_YEAR = 4  # figures; 16/10/16 is a date only beside a label or a time, and gives no value
_MONTHS = {
    month: number
    for number, names in enumerate(
        (
            "january jan januar jänner janvier janv enero ene gennaio gen janeiro januari január ledna stycznia января",
            "february feb februar février févr fév febrero febbraio fevereiro fev februari helmikuuta "
            "února lutego февраля",
            "march mar märz mär mars marzo março maart mrt maaliskuuta března marca марта",
            "april apr avril avr abril abr aprile huhtikuuta dubna kwietnia апреля",
            "may mai mayo maggio mag maio mei maj toukokuuta května maja мая",
            "june jun juni juin junio giugno giu junho kesäkuuta června czerwca июня",
            "july jul juli juillet juil julio luglio lug julho heinäkuuta července lipca июля",
            "august aug août aout agosto ago augustus augusti elokuuta srpna sierpnia августа",
            "september sep sept septembre septiembre settembre set setembro syyskuuta září września сентября",
            "october oct oktober okt octobre octubre ottobre ott outubro out lokakuuta října października октября",
            "november nov novembre noviembre novembro marraskuuta listopadu listopada ноября",
            "december dec dezember dez décembre déc diciembre dic dicembre dezembro joulukuuta prosince "
            "grudnia декабря",
        ),
        1,
    )
    for month in names.split()
}
MONTH = "|".join(sorted(_MONTHS, key=lambda name: (-len(name), name)))
_DATE = re.compile(
    rf"""
      (?P<iso>\b(?P<y1>\d{{4}})[-/.](?P<m1>\d{{1,2}})[-/.](?P<d1>\d{{1,2}})(?=\D|T|$))
    | (?P<cjk>(?P<y2>\d{{4}})\s?[年년]\s?(?P<m2>\d{{1,2}})\s?[月월]\s?(?P<d2>\d{{1,2}})\s?[日일])
    | (?P<mdy>\b(?P<m3>{MONTH})\b\.?\s?(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?\b
        (?:,?\s(?P<y3>\d{{4}})(?=\D|$|\d{{1,2}}:\d{{2}}))?)
    | (?P<dmy>(?:\b|(?<=\d{{4}}))(?P<d4>\d{{1,2}})(?:st|nd|rd|th|er|º|°)?\.?[\s-](?:of\s|de\s)?(?P<m4>{MONTH})\b\.?
        (?:,?[\s-](?:de\s)?(?P<y4>\d{{4}})(?=\D|$|\d{{1,2}}:\d{{2}}|\d{{1,2}}\s(?:{MONTH})\b))?)
    | (?P<num>\b(?P<a5>\d{{1,2}})(?P<sep>[./-])(?P<b5>\d{{1,2}})(?P=sep)(?P<y5>\d{{4}}|\d{{2}})\b)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_UPDATED = (
    "last updated|last update|letzte aktualisierung|letztes update|dernière mise à jour|last modified|last edited|"
    "updated|update|modified|revised|zuletzt aktualisiert|aktualisiert|"
    "stand|mis à jour le|mis à jour|mise à jour|modifié le|modifié|última actualización|actualizado|"
    "aggiornato il|aggiornato|"
    "ultimo aggiornamento|atualizado em|atualizado|laatst bijgewerkt|bijgewerkt|senast uppdaterad|uppdaterad|"
    "sist oppdatert|"
    "oppdatert|opdateret|aktualizacja|zaktualizowano|aktualizováno|päivitetty|обновлено"
)
_PUBLISHED = (
    "originally broadcast|first broadcast|broadcast|originally aired|"
    "originally published|first published|date published|date posted|published|posted|publication date|release date|"
    "released|issued|created|date|veröffentlicht am|veröffentlicht|erstellt am|erschienen am|publié le|publié|paru le|"
    "fecha de publicación|publicado el|publicado em|publicado|pubblicato il|pubblicato|gepubliceerd op|gepubliceerd|"
    "publicerad|publisert|udgivet|opublikowano|julkaistu|опубликовано|datum|fecha|data"
)
_LABEL = re.compile(rf"(?<!\w)(?:(?P<updated>{_UPDATED})|(?P<published>{_PUBLISHED}))(?!\w)", re.IGNORECASE)
_CLOCK = re.compile(
    r"(?:T|\b|(?<=\s))\d{1,2}(?:[:.h]\d{2}){1,2}(?:\.\d+)?(?:\s?[ap]\.?m\b\.?|\s?Uhr|\s?h\b|Z\b)?|\b\d{1,2}\s?(?:[ap]\.?m\b\.?|Uhr\b|h\b)|"
    r"\b\d{3,4}\s?(?:hrs|GMT|UTC|[AP]M)\b|[+-]\d{2}:?\d{2}\b|\b(?:GMT|UTC)(?:[+-]\d{1,2})?\b",
    re.IGNORECASE,
)
_SPANS = r"sekunden?|minut\w*|stunden?|tag\w*|wochen?|heures?|jours?|semaines?|semanas?|horas?|días?"
_AGO = re.compile(
    r"\b(?:an?|\d{1,3})\s?(?:second|minute|min|hour|hr|h|day|d|week|w|month|mo|year)s?\sago\b|"
    rf"\b(?:vor|il y a|hace|há)\s(?:\w{{2,5}}|\d{{1,3}})\s(?:{_SPANS})\b|"
    r"\b(?:yesterday|today|gestern|heute|hier|aujourd['’]hui|ayer|hoy)\b(?=.*\d)",
    re.IGNORECASE,
)
_GLUED = re.compile(r"(?<=\w)(?=(?:(?:Last|First|Originally) )?(?:Updated|Published|Posted|Modified|Actualizado)\b)")
_DAY_FIRST = re.compile(  # words of a line, and the full stops of a date, in languages that write the day first
    r"\b(?:publi(?:é|cado)|mi[st]e? à jour|modifié|veröffentlicht|aktualisiert|stand|erstellt|actualizado|pubblicato|"
    r"aggiornato|gepubliceerd|bijgewerkt|uhr|datum|fecha)\b|\b\d{1,2}\.\d{1,2}\.\d{4}\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"this (?:article|story|page|post|report) (?:was|is|has been) (?=\w)", re.IGNORECASE)
_FILLER = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?|"
    r"\b(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|"
    r"dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|"
    r"(?:segunda|terça|quarta|quinta|sexta)-feira|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)\b|"
    r"[(（][日一二三四五六月火水木金土][)）]|星期[日一二三四五六]|"
    r"\b(?:at|on|the|of|and|um|am|vom|den|le|el|del|il|a|à|alle|ore|las|às|em|kl|klo|op|om|time|local|noon|midnight|"
    r"(?:late|early|first|second|final|home|city|national)(?:\s(?:city|final))?\sedition|final|"
    r"and|und|et|y|e[sd]?t|p[sd]?t|c[sd]?t|m[sd]?t|ak[sd]t|hst|bst|cet|cest|ist|jst|kst|"
    r"aest|aedt|acst|awst|nz[sd]t|wib|sast|msk|eat|wat|cat|"
    r"hkt|sgt|myt|pht|ict|pkt|gst|trt|brt|art)\b\.?|[\s,;:|•·—–()/\[\].-]+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a line says of its text's dates; ISO 8601 days, None where it gives none that can be relied on."""

    published: str | None
    updated: str | None


def read_stamp(text: str, day_first: bool) -> Stamp | None:
    """The dates of a line that holds nothing else; ``day_first`` says how to read 03/04/2024 (False: not at all).

    A line without a label ('Saturday, January 5, 2019') must give a day of a year, or a time beside its day.
    """
    if len(text) > _LONGEST or not (_AGO.search(text) or any(map(str.isdigit, text))):
        return None
    day_first = day_first or _DAY_FIRST.search(text) is not None
    text = _GLUED.sub(" ", _SENTENCE.sub("", text))
    ago = _AGO.search(text) is not None
    text = _AGO.sub(lambda found: " " * len(found[0]), text)
    dates, labels, clock = list(_DATE.finditer(text)), list(_LABEL.finditer(text)), _CLOCK.search(text) is not None
    rest = _FILLER.sub("", _LABEL.sub(" ", _CLOCK.sub(" ", _DATE.sub(" ", text))))
    dated = any(_iso(found, day_first) or len(found["y5"] or "") == _FULL_YEAR for found in dates)
    if rest or not (dated or ago or (labels and (dates or clock)) or (dates and clock)):
        return None
    published = updated = None
    for found in dates:
        otherwise = labels[0] if labels and not ago else None
        label = next((x for x in reversed(labels) if x.start() < found.start()), otherwise)
        if label and label["updated"]:
            updated = updated or _iso(found, day_first)
        else:
            published = published or _iso(found, day_first)
    return Stamp(published, updated)


def find_date(text: str) -> str | None:
    """The first day of a year named in ``text``, ISO 8601."""
    return next(filter(None, (_iso(found, False) for found in _DATE.finditer(text))), None)


def split_stamp(text: str) -> tuple[str, str]:
    """What stands before the first label of a stamp, and the rest: ('By Jane Doe, CNN', 'Updated 4:14 PM EDT …')."""
    label = _LABEL.search(text) if len(text) <= _LONGEST else None
    return (text[: label.start()].rstrip(" ,|•·-–—"), text[label.start() :]) if label else (text, "")


def _iso(found: re.Match[str], day_first: bool) -> str | None:
    year, month, day = _parts(found, day_first)
    try:
        return date(int(year), int(month), int(day)).isoformat() if year and 1700 < int(year) < 2200 else None
    except ValueError:
        return None


def _parts(found: re.Match[str], day_first: bool) -> tuple[str | None, str | int, str | int]:
    if found["iso"]:
        return found["y1"], found["m1"], found["d1"]
    if found["cjk"]:
        return found["y2"], found["m2"], found["d2"]
    if found["mdy"]:
        return found["y3"], _MONTHS[found["m3"].lower()], found["d3"]
    if found["dmy"]:
        return found["y4"], _MONTHS[found["m4"].lower()], found["d4"]
    first, second = int(found["a5"]), int(found["b5"])
    if first > 12 or day_first or first == second:
        return found["y5"], second, first
    return (found["y5"], first, second) if second > 12 else (None, 0, 0)
