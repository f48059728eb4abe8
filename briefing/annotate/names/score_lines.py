"""Teams and players where reports of sport give no sentences: results, tables, score cards and team sheets.

``Ruvia 2 Norland 1``, ``Derby 1 (Lind 20) Bath 0``, ``274 Ada Lind 70 66 68``, ``Lind c Moe b Torv 83``; and both sides
of a result in a sentence, ``Ruvia beat Norland 2-1``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.annotate.names.candidate import Candidate
from briefing.annotate.names.clues import is_called
from briefing.annotate.names.teams import find_clubs
from briefing.annotate.parsed import Parsed
from briefing.lexicon.names import known_names, nations, never_names, role_nouns
from briefing.lexicon.word_weights import is_noun
from briefing.model import Kind

_SIDE = r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,2}"
_BRACKET = r"(?: ?\([^()]{1,200}\))?"
_RESULT = re.compile(
    rf"(?:^|[:;,)] ?)({_SIDE}) (\d{{1,3}}){_BRACKET},? ({_SIDE}) (\d{{1,3}}){_BRACKET}(?= ?(?:[;,.(]|$))"
)
_FIXTURE = re.compile(rf"^({_SIDE}) (?:at|AT|[vV]\.?|vs\.?|VS\.?) ({_SIDE})(?= ?(?:[,(]|$))")
_BEATEN = re.compile(
    rf"\b({_SIDE}) (?:beat|thrashed|routed|edged|hammered|trounced|swept|defeated|drew with|lost to)"
    rf" ({_SIDE}),? \d{{1,3}}-\d{{1,3}}(?! ?,? ?\(?\d{{1,2}}-\d)\b"
)
_TABLE = re.compile(rf"^({_SIDE})(?: \.?\d[\d.:]*){{4,}}(?: [-\d.]+)*$")
_NAME = (
    r"(?:(?:[A-Z]\. ?){1,3}(?:[A-Z][\w'’-]+ )?|(?:[A-Z][\w'’-]+ (?:(?:van|von|de|der|den|da|di|el|al|la) )*){0,3})"
    r"[A-Z][\w'’-]+"
)
_NATION = r"(?: ?\( ?[A-Z][\w. ]+\))?"
_COUNTED = re.compile(r"[\d(]")
_SCORERS = re.compile(r"(?<=\d )\( ?([^()]*\d[^()]*)\)")
_PLAYERS = (
    re.compile(rf"({_NAME})(?: og| pen)? \d{{1,3}}(?: ?pen| ?og)?(?= ?(?:,|$|\)))"),  # within the brackets of a result
    re.compile(rf"(?:^\d{{1,3}} |, )({_NAME}){_NATION}(?: \d\d){{2,}}(?= ?(?:,|$))"),  # golf
    re.compile(rf"(?:^|: |[,;] )\d{{1,2}} ?[-.] ?({_NAME})(?= ?(?:[,;(]|$))"),  # a team's sheet, a list of scorers
    re.compile(
        rf"(?:^|[,;:] )({_NAME}) (?:c and b|c [A-Z]|b [A-Z]|st [A-Z]|lbw b|run out|not out|\d+(?:\.\d)?-\d+-\d+-\d+)"
    ),
    re.compile(rf"^{_NAME} c and b ({_NAME})|^{_NAME} (?:.*? )?b ({_NAME}) \d"),
    re.compile(rf"^{_NAME} (?:c|st) ({_NAME}) b "),
)
_FROM = re.compile(
    rf"(?:^|\b(?:beat|and|v) |[,;] |\d{{1,2}} ?[-.] ?)({_NAME}) ?\( ?([A-Z][\w. ]+?) ?\)"
)  # 'Ada Lind (Norway)'
_RIDES_FOR = re.compile(rf"^\d{{1,3}}\. {_NAME} ?\([^()]+\) ({_SIDE}(?:-[A-Z]\w+)?)")
_PLAYS_FOR = re.compile(rf"(?:^\d{{1,3}} ?[-.] ?|, ){_NAME} \( ?({_SIDE}) ?\)")


def find_results(parsed: Parsed, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Candidates with the teams and players of every result and list in place of what the model found there."""
    people = {c.text.split()[-1] for c in candidates if c.kind == "person" and c.titled}
    sides = [side for index, text in enumerate(parsed.texts) for side in _of_line(index, text, people)]
    sides += [club for club in find_clubs(parsed) if not any(_overlap(club, side) for side in sides)]
    free = [c for c in candidates if not any(_overlap(c, side) for side in sides)]
    return [*free, *sides]


def _of_line(index: int, text: str, people: set[str]) -> list[Candidate]:
    found = list[Candidate]()
    if not _COUNTED.search(text) and not _FIXTURE.match(text):
        return found
    for candidate in [*_teams(index, text, people), *_players(index, text)]:
        if not any(_overlap(candidate, other) for other in found):
            found.append(candidate)
    return found


def _teams(index: int, text: str, people: set[str]) -> Iterator[Candidate]:
    for pattern, groups in ((_RESULT, (1, 3)), (_FIXTURE, (1, 2)), (_TABLE, (1,))):
        for result in pattern.finditer(text):
            if not any(result[group].split()[0] in never_names() for group in groups):
                yield from (_sure(index, text, result.span(group), "organisation") for group in groups)
    for result in _BEATEN.finditer(text):
        spans = [_without_description(text, *result.span(group)) for group in (1, 2)]
        if not any(_is_player(text[start:end], people) for start, end in spans):
            yield from (_sure(index, text, span, "organisation") for span in spans)
    for pattern in (_PLAYS_FOR, _RIDES_FOR):
        teams = (team for team in pattern.finditer(text) if not _is_nation(team[1]))
        yield from (_sure(index, text, team.span(1), "organisation") for team in teams)


def _players(index: int, text: str) -> Iterator[Candidate]:
    scorers, *lists = _PLAYERS
    for bracket in _SCORERS.finditer(text):
        spans = (player.span(1) for player in scorers.finditer(text, *bracket.span(1)))
        yield from (_sure(index, text, span, "person") for span in spans)
    for player in _FROM.finditer(text):
        if _is_nation(player[2]):
            yield _sure(index, text, player.span(1), "person")
            yield _sure(index, text, player.span(2), "place")
    for pattern in lists:
        for player in pattern.finditer(text):
            group = player.lastindex or 1
            known = known_names().get(player[group])
            firm = known is not None and (known.kind == "place" or pattern is lists[0])
            if not firm and player[group].split()[0] not in never_names():
                yield _sure(index, text, player.span(group), "person")


def _is_nation(text: str) -> bool:
    known = known_names().get(text)
    return known is not None and known.name in nations()


def _without_description(text: str, start: int, end: int) -> tuple[int, int]:
    """A side without the words before it that say what it is: 'Champions Ruvia', 'The Herons'."""
    words = text[start:end].split()
    while len(words) > 1 and (_is_description(words[0]) or words[0] == "The"):
        start += len(words.pop(0)) + 1
    return start, end


def _is_description(word: str) -> bool:
    return (word in never_names() or is_noun(word.lower())) and word not in known_names()


def _is_player(side: str, people: set[str]) -> bool:
    words = side.split()
    return is_called(words) or words[-1] in people or words[0].lower() in role_nouns() or side in never_names()


def _sure(index: int, text: str, span: tuple[int, int], kind: Kind) -> Candidate:
    return Candidate(index, *span, text[slice(*span)], kind, sure=True)


def _overlap(one: Candidate, other: Candidate) -> bool:
    return one.paragraph == other.paragraph and one.start < other.end and other.start < one.end
