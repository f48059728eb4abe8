"""Whether a sentence leans on the one before it, so that it is clear only right after it."""

from __future__ import annotations

import re

# 'this week' of other languages: of no sentence before.
NEAR_TIMES = (
    r"Woche|Jahr|Jahres|Monat|Sommer|Winter|Herbst|Frühjahr|Wochenende|\w+tag|Mittwoch|"
    r"semaine|année|mois|matin|soir|été|hiver|automne|printemps|week-end|\w+di|dimanche|"
    r"semana|año|mes|verano|invierno|otoño|primavera|fin de semana|lunes|martes|miércoles|jueves|viernes|sábado|domingo"
)
# The French pronoun, which is an article in Italian; not 'il y a', 'il faut'.
IL = (
    r"il(?! (?:y |faut|faudra|fallait|a(?:ura|vait)? fallu|s['’]agi))"
    r"(?= (?:a|est|était|avait|n['’]|s['’]|l['’]|ne|se|sera|aura|va|vient|doit|peut|veut|dit|"
    r"\w+(?:ait|era|oit|end|ige))\b)"
)
LEANING = re.compile(
    r"(?:but|and|or|also|yet|so|however|still|then|thus|instead|meanwhile|moreover|nevertheless|therefore|otherwise|"
    r"additionally|furthermore|besides|likewise|similarly|he|she|they|him|"
    r"it(?! (?:(?:is|was|has been|had been) (?:\w+ly )?(?:reported|announced|revealed|confirmed|disclosed|alleged|"
    r"claimed|estimated|believed|feared|expected|thought|understood|said|agreed|decided|not known|unclear)|emerged|"
    r"emerges|transpired) (?:that|the|whether|how|on|yesterday|today|late|early|this|last|\w+day)\b)|"
    r"her|his|hers|its|their|that|these|those|"
    r"this(?! (?:week|weekend|month|year|summer|winter|spring|autumn|morning|afternoon|evening|season|\w+day)\b)|"
    r"such|others|here|there(?! (?:was|were)\b)|both|the two|the pair|the latter|the former|"
    r"as a result|in addition|for example|for instance|"
    r"in between|in the event|at (?:the|that) time|afterwards?|"
    r"(?:later|earlier)(?! (?:this|today|in (?!the\b))\b)|"
    r"(?:although|though|while|when|after|before|since|because|as|if|once|until|despite|with|for) "
    r"(?:he|she|it|they|his|her|its|their|this|that|these|those)\b(?! (?:week|weekend|month|year|summer|season)\b)|"
    r"(?:a few|\w+) (?:days?|weeks?|months?|years?|hours?|minutes?) (?:later|earlier|before)|"
    r"(?:on|in|by|since) \w+ (?:he|she|it|they|his|her|its|their)|"
    r"er|sie|es(?! (?:gibt|gab|sei|ist|war)\b)|aber|und|auch|dabei|dennoch|jedoch|außerdem|zudem|doch|denn|deshalb|"
    r"daher|danach|trotzdem|zugleich|ihre?[mnrs]?|seine?[mnrs]?|deren|dessen|"
    rf"dies(?:e[rsmn]?)?(?! (?:{NEAR_TIMES})\b)|"
    rf"{IL}|elle|ils|elles|mais|et|aussi|cela|cependant|ces|sa|ses|pourtant|toutefois|en revanche|par ailleurs|"
    rf"(?:selon|d['’]après) (?:lui|elles?|eux)|ce(?:t|tte)?(?! (?:{NEAR_TIMES})\b)|"
    rf"él|ella|ellos|pero|también|esto|est[ea](?! (?:{NEAR_TIMES})\b)|sin embargo|además|sus|su(?= [a-zñ])|asimismo|"
    r"no obstante|por su parte|según (?:él|ellas?|ellos)|"
    r"ma|anche|egli|questo|questa|tuttavia|mas|também|ele|ela|isso|hij|zij|maar|ook|dit)\b",
    re.IGNORECASE,
)
# An opening part without a name, and then a pronoun: 'Called the Long Walk, it ...', 'On Monday, she ...'.
OPENING = re.compile(
    r"(?!(?i:if|when|while|because|although|though|since|after|before|once|as|until|unless|where|whether)\b)"
    r"[^,;“\"]{2,90}, (?:he|she|it(?! (?:is|was|will|has|takes?|took|seems?|may)\b)|they (?:said|were|had|told))\b"
)
PARTICIPLE = re.compile(
    r"(?:\w+ed|\w+ing|born|known|built|held|made|seen|given)\b[^,;“\"]{2,90}, (?:he|she|it|they)\b", re.IGNORECASE
)
# The first sentence of a text has nothing to lean on, but these stand for somebody whom only a headline names.
FIRST = re.compile(
    r"(?:he|she|they|him|her|his|hers|its|their|these|those(?! who\b)|both|"
    r"it(?! (?:is|was|will|has|emerged|emerges|transpired)\b))\b"
    rf"|er\b|sie\b|{IL}|elle\b|él\b|ella\b",
    re.IGNORECASE,
)
# What stands within a sentence and points to another: 'one of these groups', 'most of them'.
POINTING = re.compile(
    r"\b(?:another|instead|these|such(?! as\b)|the same|in question|"
    r"the (?:next|following|previous) (?:day|week|month|year|morning|evening|night)|"
    r"those(?! (?:who|whose|with|in|of|from|at|on|under|over|aged|\w+ing|\w+ed)\b)|"
    r"this(?! (?:week|weekend|month|year|summer|winter|spring|autumn|fall|morning|afternoon|evening|season|time|"
    r"century|decade|quarter|past|coming|\w+day)\b))\b|, (?:too|however|though|meanwhile|then)\b|"
    r"^(?:\S+ ){1,4}of (?:them|the two)\b",
    re.IGNORECASE,
)
# 'In his speech, the minister …'; not 'In his speech, Tom Roe …', which tells whose.
OF_SOMEBODY = re.compile(
    r"(?i:in|at|on|by|under|from|during|after|before|with|for|through|following|despite) (?:his|her|its|their)\b"
    r"[^,;]{2,60}, (?:[a-z]|The\b|He\b|She\b)"
)
NAMED = re.compile(  # a capital within, of no day or month
    r"(?<=\w )(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|"
    r"September|October|November|December)[A-Z]\w"
)
# What is told at once of a thing that an earlier sentence named: 'The car was recalled', 'During the event, …', 'The
# rules cite the flood …'; of what there is one of everywhere it may be.
NAMED_BEFORE = re.compile(
    r"(?:The|(?:During|After|Before|Following|Despite|Since|At) the) "
    r"(?!same|next|first|end|weekend|day|week|month|year)"
    r"(?P<thing>[a-z]+)(?:,| (?:was|were|had|also|did|then|later|came|follows|followed|comes)\b|"
    r"(?<!government)(?<!president)(?<!police)(?<!army)(?<!military)(?<!parliament)(?<!opposition)"
    r" (?!(?:of|in|on|at|to|for|from|by|with|between|against|about|over|under|after|before|behind|into|near|that|who|"
    r"which|and|or|where|when|as|than)\b)[a-z]+ (?:the|an?|that|its|his|her|their|whether)\b)"
)


# A body by its kind alone: 'The Department, through its adviser, …'.
KIND_ALONE = re.compile(
    r"The (?P<thing>Agency|Association|Board|Bureau|Commission|Committee|Company|Corporation|Department|Foundation|"
    r"Fund|Institute|Ministry|Office|Organi[sz]ation|Society|University)(?:,|['’]s?\b| (?!of\b|for\b|on\b)[a-z])"
)


def leans(text: str, leads: bool) -> bool:
    if leads:
        return bool(FIRST.match(text))
    opening = OPENING.match(text)
    if LEANING.match(text) or PARTICIPLE.match(text) or (opening and not NAMED.search(opening[0])):
        return True
    return bool(POINTING.search(text) or OF_SOMEBODY.match(text))


def thing_named_before(text: str) -> str | None:
    """The thing that the sentence begins with as if it were known: 'lorry' of 'The lorry was found'."""
    found = NAMED_BEFORE.match(text) or KIND_ALONE.match(text)
    return found["thing"].lower() if found else None
