"""Teams in reports of sport: both sides of a result, and the places that play: 'Ruvia beat Norland 2-1'."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from briefing.annotate.names.spans import Candidate
from briefing.annotate.parsed import Parsed
from briefing.lexicon.names import known_names, never_names

_SIDE = r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,2}"
_RESULT = re.compile(rf"(?:^|[:;,] ?)({_SIDE}) (\d{{1,3}}),? ({_SIDE}) (\d{{1,3}})(?= ?(?:[;,.(]|$))")
_SPORT = re.compile(
    r"\b\d{1,3}-\d{1,3}\b|\b(?:wickets?|innings|goals?|quarter-?finals?|semi-?finals?|qualifiers?|World Cup qualif\w+"
    r"|strikers?|midfielders?|goalkeepers?|home runs?|playoffs?|touchdowns?)\b"
)
_BEATS = (
    r"beat|beats|thrashed|routed|outscored|edged|hammered|trounced|swept|drew (?:\d|with)|held|lost (?:\d|to)|won \d"
    r"|chased|were (?:bowled|held|beaten)|batted|scored|host(?:ed)?|(?:will )?(?:play|face|meet)|defeated|qualified"
)
_PLAYS = re.compile(
    rf" (?:{_BEATS})\b|[’']s? (?:captain|coach|goalkeeper|striker|batsm[ae]n|bowlers?)\b|, who (?:lead|{_BEATS})\b"
)
_AGAINST = re.compile(
    r"\b(?:beat|thrashed|routed|outscored|edged|hammered|trounced|swept|defeated|against|draw with|drew \d+-\d+ with"
    r"|lost(?: \d+-\d+)? to|(?:victory|win) over|defeat (?:by|to)|play|face|held) $"
)
_STANDS = re.compile(r"\b(?:in|from|near|to|through|across) $")
_WINDOW = 40


def find_results(parsed: Parsed, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Candidates with both sides of every result in place of what the model found there."""
    sides = [side for index, text in enumerate(parsed.texts) for side in _sides(index, text)]
    free = [c for c in candidates if not any(_overlap(c, side) for side in sides)]
    return [*free, *sides]


def _sides(index: int, text: str) -> Iterator[Candidate]:
    for result in _RESULT.finditer(text):
        if not any(result[group].split()[0] in never_names() for group in (1, 3)):
            for group in (1, 3):
                yield Candidate(index, result.start(group), result.end(group), result[group], "organisation", sure=True)


def _overlap(one: Candidate, other: Candidate) -> bool:
    return one.paragraph == other.paragraph and one.start < other.end and other.start < one.end


def teams(parsed: Parsed, candidates: Sequence[Candidate]) -> set[str]:
    """Surfaces of places that play at least every second time that they are named, and where little happens."""
    votes: Counter[str] = Counter()
    played: Counter[str] = Counter()
    times = Counter(candidate.text for candidate in candidates if not candidate.sure and not candidate.weak)
    for candidate in candidates:
        known = known_names().get(candidate.text)
        text = parsed.paragraphs[candidate.paragraph].text
        if known and known.kind == "place" and not candidate.sure and _SPORT.search(text):
            before = text[max(0, candidate.start - _WINDOW) : candidate.start]
            behind = re.sub(r"^ (?=[,'’])", "", text[candidate.end : candidate.end + _WINDOW])
            plays = bool(_PLAYS.match(behind)) or bool(_AGAINST.search(before))
            played[candidate.text] += plays
            votes[candidate.text] += plays - bool(_STANDS.search(before))
    return {text for text, count in votes.items() if count > 0 and 2 * played[text] >= times[text]}
