"""Whether the words around an expression of time tell of what was or of what is to come, by the forms of verbs."""

from __future__ import annotations

import re
from collections.abc import Mapping

from briefing.annotate.times.values import Tense

PAST: Mapping[str, re.Pattern[str]] = {
    "de": re.compile(
        r"\b(?:so\s(?=(?:der\s|die\s)?[A-ZÄÖÜ])|war(?:en)?|wurden?|hatten?|(?:[a-zäöü]{2,4})?(?:kamen?|gingen?|gab(?:en)?|fand(?:en)?|nahm(?:en)?|stand(?:en)?|"
        r"lag(?:en)?|sprach(?:en)?|traf(?:en)?|starb(?:en)?|begann(?:en)?|schrieb(?:en)?|stieg(?:en)?|fiel(?:en)?|zog(?:en)?|"
        r"hielt(?:en)?|ließ(?:en)?|liess(?:en)?|brach(?:en)?|verlor(?:en)?|gewann(?:en)?|schloss(?:en)?|wies(?:en)?|"
        r"warf(?:en)?|rief(?:en)?|bot(?:en)?|trat(?:en)?|schlug(?:en)?|blieb(?:en)?|schien(?:en)?|schied(?:en)?|"
        r"(?:bat|drang|fing|flog|floh|fuhr|geschah|griff|half|hing|lief|litt|lud|riet|riss|sah|sank|saß|schnitt|schob|schuf|schwand|schwieg|"
        r"sprang|stahl|stritt|trug|warb|wuchs|zwang|hieß)(?:en)?)|"
        r"(?!heute|geplanten?|könnten?|sollten?|möchten?|müssten?|dürften?|hätten?|würden?|\w*?(?:letzten?|ersten?|[dzr]itten?|"
        r"guten?|alten?|rechten?|besten?|nächsten?|weiten?|breiten?|harten?|roten?|weißten?|kosten|leisten|arbeiten|"
        r"bieten|treten|halten|warten|raten|gelten|starten|berichten|bereiten|leiten|bitten|streiten|achten|richten)\b)"
        r"[a-zäöüß]{2,}ten?|(?:hat|haben|habe|ist|sind|sei|seien)\b[^.]*?\b(?:\w{0,5}ge\w+(?:t|en)|worden|"
        r"(?:be|ver|er|ent|zer)\w+(?:t|en)))\b"
    ),
    "fr": re.compile(
        r"\b(?:(?:a|ont|ai|avons|est|sont|avait|avaient|était|étaient|a-t-(?:il|elle|on)|s['’](?:est|était))"
        r"(?:\s\w+){0,3}?\s(?!lieu\b)(?:\w+(?:é|ée|és|ées|i|is|ie|ies|it|u|us|ue|ues|ert|erts|erte)|mort|morts|fait|dit|pris)|"
        r"(?!devai(?:t|ent)\b|allai(?:t|ent)\b|fait|parfait|lait|trait|souhait|portrait|retrait|extrait|attrait|\w*rai(?:t|ent)\b)\w{2,}(?:ait|aient))\b"
    ),
    "es": re.compile(
        r"\b(?:[a-zñáéíóú]{2,}(?:ó|aron|ieron|eron)|fue|[a-z]*(?:dijo|hizo|hubo|tuvo|pudo|quiso|vino|puso|supo|dujo)|dio|vio|"
        r"(?:ha|han|he|hemos|había|habían)(?:\s\w+)?\s\w+(?:ado|ido|cho|to)|[a-zñáéíóú]{3,}aban?|eran?|"
        r"(?:hab|ten|hac|pod|dec|quer|sab|viv|exist|segu)ían?)\b"
    ),
}
AHEAD: Mapping[str, re.Pattern[str]] = {
    "de": re.compile(
        r"\b(?:wird|werden?|würden?|soll|sollen|sollten?|will|wollen|wolle|kann|können|könne|könnten?|muss|müssen|"
        r"müssten?|möchten?|dürften?|plant|planen|beginnt|beginnen|startet|tagt|tagen|geplant(?:e[nrsm]?)?|erwartet|vorgesehen|"
        r"findet|finden|berät|beraten|reist|reisen|entscheidet|trifft|treffen|eröffnet|angesetzt|"
        r"stehen\san|steht\san|spätestens|tritt|treten|endet|enden|folgt|folgen|öffnet|öffnen|gilt|gelten|spielt|spielen|wählt|wählen)\b|\bab\s{4}"
    ),
    "fr": re.compile(
        r"\b(?:(?!opéra|caméra|contra|extra|para)[a-zéèêç-]{2,}(?:ra|ront|rai|rons)|doit|doivent|[a-zéèêç]{2,}rai(?:t|ent)|va|vont|"
        r"prévoit|prévoient|prévue?s?|attendue?s?|programmée?s?|fixée?s?|convoquée?s?|compte|comptent|d['’]ici|dès|(?:a|ont)\slieu|s['’]ouvre(?:nt)?|commencent?|débutent?|entrent?\sen\svigueur|s['’]achèvent?|"
        r"expirent?)\b"
    ),
    "es": re.compile(
        r"\b(?:(?!está|están|además|detrás|jamás)[a-zñéíóú]{2,}(?:rá|rán|ré|remos)|(?:va|van|voy|vamos)\sa|debe|deben|"
        r"prevén?|previst[oa]s?|programad[oa]s?|convocad[oa]s?|planean?|espera|esperan|[a-z]{3,}rían?|a\spartir|comienzan?|empiezan?|vencen?|entran?\sen\svigor|tienen?\slugar|se\scelebran?)\b"
    ),
}
# A participle right beside the expression: 'am Donnerstag vorgelegten', 'présenté lundi', 'presentado este martes'.
PARTICIPLE: Mapping[str, re.Pattern[str]] = {
    "de": re.compile(r"(?!)"),
    "fr": re.compile(
        r"\b(?!du\b|plus|nous|vous|tous|sous|depuis|mais|puis|jamais|marché|café|côté|année|journée|soirée|"
        r"\w+(?:ité|iété|anté|erté)s?\b)\w*(?:\wée?s?|[bcdlmnrtv]ue?s?|ise?s?|ites?)\s(?:ce\s|le\s|dès\s)?$",
        re.IGNORECASE,
    ),
    "es": re.compile(r"\w(?:[ai]d[oa]s?)\s(?:(?:este|el|en)\s)?$", re.IGNORECASE),
}
BEHIND = re.compile(  # in German it stands behind
    r"\s(?:\w+\s)?(?!geplant|erwartet|vorgesehen|angesetzt|erst)(?:[a-zäöü]{0,4}ge|be|ver|er|ent|zer|vor|an|auf|aus|ab|"
    r"ein|mit|über|unter)[a-zäöüß]{2,}(?:te|ene)[nrsm]?\s\w"
)
SINCE: Mapping[str, re.Pattern[str]] = {
    "de": re.compile(r"\bseit\s(?:dem\s|Ende\s|Anfang\s|Mitte\s)?$", re.IGNORECASE),
    "fr": re.compile(r"\bdepuis\s(?:le\s|l['’]|(?:la\s)?fin\s|(?:le\s)?début\s|mi-)?$", re.IGNORECASE),
    "es": re.compile(r"\bdesde\s(?:el\s|la\s|(?:finales|principios|mediados)\sde\s)?$", re.IGNORECASE),
}
MEANT_FOR = re.compile(
    r"\b(?:para|hasta|antes\sde|pour|avant|jusqu['’](?:en|au|à)|für|auf|bis(?:\szum)?)\s"
    r"(?:(?:el|la|le|den|Ende|Mitte|Anfang|fin)\s|l['’]|(?:finales|mediados|principios)\sde\s)*$",
    re.IGNORECASE,
)
PLANNED = re.compile(
    r"\b(?:geplant|angesetzt|vorgesehen|terminiert|prévue?s?|programmée?s?|previst[oa]s?|programad[oa]s?)\b"
)
ASIDE = re.compile(r"\([^()]*\)")
FEW = 2  # words before an expression that opens its sentence
BOUNDS = re.compile(
    r"[.!?;:,()“”„«»\"–—]\s|\s[–—(«„“\"]|[“”«»\"]|\b(?:que|qui|dass|où|quand|alors\sque|quien|cuando|donde)\s|\bqu['’]|"
    r"\s(?:et|und|y)\s(?=(?:le|la|les|il|elle|ils|der|die|das|er|sie|el|los|las)\s)"
)


COMMA = ", "
# A part between commas that begins so has no verb: 'vers 16 heures', 'dans la collision de deux trains lundi'.
ADJUNCT = re.compile(
    r"(?:vers|dans|à|au|aux|en|lors|avec|sur|par|après|devant|chez|sous|près|peu|con|al?|tras|durante|ante|por|sobre|cerca|"
    r"hacia|gegen|kurz|um|nach|auf|bei|im|am|in|seit|ab|zwischen|bis|vor|entre|desde|hasta|depuis|avant|antes|dont(?!\s(?:ils?|elles?|on|l[ae]s?)\b))\s(?!de[mnr]\s)",
    re.IGNORECASE,
)


def tense_around(text: str, start: int, end: int, code: str) -> Tense:
    """By the clause of the expression: the verb last before it, else the first behind it; an adjunct goes with what
    stands before its comma or, where it opens its sentence, behind that."""
    text = ASIDE.sub(lambda aside: aside[0] if aside.start() < start < aside.end() else " " * len(aside[0]), text)
    begins = [0, *(found.end() for found in BOUNDS.finditer(text, 0, start))]
    stops = [*(found.start() for found in BOUNDS.finditer(text, end)), len(text)]
    begin, stop = begins.pop(), stops.pop(0)
    if stop == end and stops and text.startswith(COMMA, end) and len(text[begin:start].split()) <= FEW:
        stop = stops.pop(0)  # 'Lundi, le maire a déclaré'
        while stops and text.startswith(COMMA, stop) and ADJUNCT.match(text, end + len(COMMA)):
            end, stop = stop, stops.pop(0)
    tense = _tense_of(text, begin, start, end, stop, code)
    while tense is None and begins and ADJUNCT.match(text, begin) and text.endswith(COMMA, 0, begin):
        begin = begins.pop()
        tense = _tense_of(text, begin, start, end, stop, code)
    if tense is None and code != "de" and stops and text.startswith(COMMA, stop) and ADJUNCT.match(text, begin):
        tense = _tense_of(text, begin, start, end, stops[0], code)  # 'Dans la nuit de samedi à dimanche, il a plu'
    return tense or "unknown"


def _tense_of(text: str, begin: int, start: int, end: int, stop: int, code: str) -> Tense | None:
    """By the words from ``begin`` to ``stop``; None where these hold no verb."""
    if code == "es":  # whose sentences may begin with the verb
        text = text[:begin] + text[begin : begin + 1].lower() + text[begin + 1 :]
    is_since = SINCE[code].search(text[begin:start])  # in Spanish also from a day to come
    if is_since and not (code == "es" and AHEAD[code].search(text[begin:stop])):
        return "past"
    if PLANNED.search(text[begin:start]) or PLANNED.search(text[end:stop]):
        return "future"
    if not AHEAD[code].search(text[max(begin, start - 20) : start]) and (
        PARTICIPLE[code].search(text[begin:start]) or (code == "de" and BEHIND.match(text[end : stop + 1]))
    ):
        return "past"
    told = sorted(
        (found.start(), tense)
        for tense, pattern in (("past", PAST[code]), ("future", AHEAD[code]))
        for found in pattern.finditer(text[begin:start] + " " * (end - start) + text[end:stop])
    )
    before = [tense for place, tense in told if place < start - begin]
    tenses = [*reversed(before), *(tense for place, tense in told if place >= start - begin)]
    if not tenses:
        return None
    if tenses[0] == "past" and MEANT_FOR.search(text[begin:start]):
        return "unknown"
    return "past" if tenses[0] == "past" else "future"
