"""Places that play, in reports of sport ('Ruvia, who lead', 'the Norland captain'), and clubs by their town."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from briefing.annotate.names.belief import BODY_HEADS
from briefing.annotate.names.candidate import Candidate
from briefing.annotate.names.groups import Group
from briefing.annotate.parsed import Parsed
from briefing.lexicon.names import demonyms, kind_words, known_name, known_names, names_alone, never_names

_SPORT = re.compile(
    r"\b\d{1,3}-\d{1,3}\b|\b(?:wickets?|innings|goals?|quarter-?finals?|semi-?finals?|qualifiers?|World Cup qualif\w+"
    r"|strikers?|midfielders?|goalkeepers?|wingers?|(?:left|right|full)-?backs?"
    r"|home runs?|playoffs?|touchdowns?|halftime|unbeaten|champions|batsm[ae]n)\b"
)
_BEATS = (
    r"beats?|thrashed|routed|outscored|edged|hammered|trounced|swept|drew (?:\d|with)|held|lost (?:\d|to|by)"
    r"|won (?:\d|by)|chased|batted|scored|host(?:ed)?|(?:will )?(?:play|face|meet)|defeated|qualified"
    r"|(?:were|are|have|had been|were all) (?:bowled|held|beaten|\d|named|won|lost|out for|relegated|second|third|top)"
)
_PLAYS = re.compile(
    rf" (?:(?:{_BEATS})\b|(?:first|second) innings|to \d+ (?:for|all out)"
    r"|was \d+ (?:without|for)\b|lost its (?:first|last|final)\b|\d{1,3} (?:and|for|all out)\b)"
    rf"|, who (?:lead|{_BEATS})\b"
    r"|(?:[’']s?)? (?:captain|(?:head |assistant )?coach|manager|goalkeeper|striker|midfielder"
    r"|defender|winger|pitcher|quarterback|fans|pacemen|skipper|batsm[ae]n|bowlers?)\b"
    r"|, (?:\d{1,3} (?:behind|ahead|for)|second|third|fourth|top|bottom|unbeaten)\b"
)
_AGAINST = re.compile(
    r"\b(?:beat|thrashed|routed|outscored|edged|hammered|trounced|swept|defeated|against|draw with|drew \d+-\d+ with"
    r"|lost(?: \d+-\d+)? to|(?:victory|win) over|defeat (?:by|to)|play|face|held|dismissed|bowled out|(?:home|away) to"
    r"|(?:\d+-\d+|draw|loss|defeat|victory|win) (?:at|against|over)) $"
)
_STANDS = re.compile(r"\b(?:in|from|near|to|through|across) $")
_CLUB = re.compile(rf"\b[Tt]he ([A-Z][a-z]+s)(?= (?:{_BEATS}|won|lost|have|were|are|had|led|trailed|took)\b)")
_SEVERAL = re.compile(  # who is one and takes the verb of several: 'Ruvia have won'
    r"(?:^|[.:;!?“\"] ?|\b(?:said|says|that|when|as|but|because|after|before|where) )([A-Z][\w-]+[^\Ws])"
    r"(?: [A-Z]\w+)? (?:have|were|are)\b"
)
_WINDOW = 40
CLUBS = frozenset("City United Town Athletic County Rovers Wanderers Albion".split())
CLUB_LETTERS = frozenset("FC AFC CF SC SK IL IF BK FK AC RFC".split())


def find_clubs(parsed: Parsed) -> Iterator[Candidate]:
    """Teams by their nickname, which is a plural, or by the verb of several: 'the Herons won', 'Ruvia have won'."""
    for index in sorted(_of_sport(parsed)):
        text = parsed.texts[index]
        clubs = [club for club in _CLUB.finditer(text) if not _is_other(club[1])]
        clubs += [team for team in _SEVERAL.finditer(text) if names_alone(team[1])]
        yield from (Candidate(index, *club.span(1), club[1], "organisation", sure=True) for club in clubs)


def _is_other(word: str) -> bool:
    return word in known_names() or word in demonyms() or word in never_names()


def teams(parsed: Parsed, candidates: Sequence[Candidate]) -> set[str]:
    """Surfaces of places that play at least every second time that they are named, and where little happens."""
    votes: Counter[str] = Counter()
    played: Counter[str] = Counter()
    times = Counter(candidate.text for candidate in candidates if not candidate.sure and not candidate.weak)
    sport, towns = _of_sport(parsed), _towns_of_clubs(candidates)
    for candidate in candidates:
        if candidate.paragraph in sport and not candidate.sure and _may_play(candidate):
            text = parsed.paragraphs[candidate.paragraph].text
            before = text[max(0, candidate.start - _WINDOW) : candidate.start]
            behind = re.sub(r"^ (?=[,'’])", "", text[candidate.end : candidate.end + _WINDOW])
            stands = bool(_STANDS.search(before))
            plays = bool(_PLAYS.match(behind) or _AGAINST.search(before)) or (candidate.text in towns and not stands)
            played[candidate.text] += plays
            votes[candidate.text] += plays - stands
    return {text for text, count in votes.items() if count > 0 and 2 * played[text] >= times[text]}


def _towns_of_clubs(candidates: Sequence[Candidate]) -> set[str]:
    """Towns whose club the article names in full: 'Norham' of 'Norham City', 'Sporting Norham'."""
    clubs = {c.text for c in candidates if c.kind == "organisation" and " " in c.text}
    known = {text for text in clubs if (told := known_names().get(text)) and told.kind == "organisation"}
    ends = {text.rpartition(" ")[0] for text in clubs if text.rpartition(" ")[2] in CLUBS}
    return ends | {text.rpartition(" ")[2] for text in known if text.partition(" ")[0] in BODY_HEADS | CLUB_LETTERS}


def _of_sport(parsed: Parsed) -> set[int]:
    """The paragraphs that tell of sport, all where every third does."""
    told = {index for index, text in enumerate(parsed.texts) if _SPORT.search(text)}
    return {*range(len(parsed.texts))} if 3 * len(told) >= len(parsed.texts) else told


def _may_play(candidate: Candidate) -> bool:
    known = known_names().get(candidate.text)
    return known.kind == "place" if known else candidate.kind == "place" and " " not in candidate.text


def plays_for(short: Group, longer: Group) -> bool:
    """Whether a club goes by its town or by what stands beside it: 'Milan' of 'AC Milan'."""
    towns = [known.name for text in short.surfaces() if (known := known_name(text)) and known.kind == "place"]
    names = [_called(text) for text in longer.surfaces()]
    plain = (word for name in names for word in name.split() if word not in CLUBS)
    if not towns or any(kind_words().get(word) for word in plain):
        return False
    return any(name.startswith(f"{town} ") or name.endswith(f" {town}") for name in names for town in towns)


def known_clubs(group: Group) -> set[str]:
    """What the lexicon calls a group, in lower case: 'norland orioles' for 'Orioles'."""
    return {_called(text).lower() for text in group.surfaces() if text in known_names()}


def _called(text: str) -> str:
    known = known_names().get(text)
    return known.name if known else text
