"""Teams and players in reports of sport: results, tables, lists, and places that play."""

from __future__ import annotations

import pytest

from tests.annotate.named import Expected, Read, check_names

CASES: list[tuple[str, str, Expected]] = [
    (
        "a club by its town",
        "Leicester City want the winger for two million. Leicester promised him the left side. He lives in Norwich.",
        {"organisation: Leicester City": ["Leicester City", "Leicester"], "place: Norwich": ["Norwich"]},
    ),
    (
        "the town of a club where somebody is",
        "Leicester City want the winger for two million. He was seen in Leicester on Friday.",
        {"organisation: Leicester City": ["Leicester City"], "place: Leicester": ["Leicester"]},
    ),
    (
        "nations at cricket",
        "Zimbabwe lost its last seven wickets for 38. At stumps Sri Lanka was 21 without loss. Zimbabwe 221 and 189.",
        {"organisation: Zimbabwe": ["Zimbabwe", "Zimbabwe"], "organisation: Sri Lanka": ["Sri Lanka"]},
    ),
    (
        "both sides of a result with those who scored",
        "Ostby 1 ( Lindqvist 20 ) Ruvia 0 . 18,219",
        {"organisation: Ostby": ["Ostby"], "organisation: Ruvia": ["Ruvia"], "person: Lindqvist": ["Lindqvist"]},
    ),
    (
        "both sides of a result in a sentence",
        "Champions Vallbo beat Herning 4-1 on Sunday.",
        {"organisation: Vallbo": ["Vallbo"], "organisation: Herning": ["Herning"]},
    ),
    (
        "a side with its article, then before a coach",
        "The Herons beat Vallbo 92-79 under Herons assistant coach Ada Lind.",
        {"organisation: Herons": ["Herons", "Herons"], "organisation: Vallbo": ["Vallbo"]},
    ),
    (
        "a town in which its team plays",
        "In Denver, the crowd sang. Denver beat Utah 99-90 on Sunday.",
        {"place: Denver": ["Denver"], "organisation: Denver": ["Denver"]},
    ),
    (
        "a bowler of a firm's name, and initials before two surnames",
        "D. Samarawick Bandar c Lindqvist b Ford 32",
        {"person: Ford": ["Ford"], "person: D. Samarawick Bandar": ["D. Samarawick Bandar"]},
    ),
    (
        "a set won is a player's",
        "Petra Lindqvist beat Ada Marlow 6-4 6-2 on Sunday.",
        {"person: Petra Lindqvist": ["Petra Lindqvist"], "person: Ada Marlow": ["Ada Marlow"]},
    ),
    (
        "a match that was not played",
        "Ostby at RUVIA , postponed",
        {"organisation: Ostby": ["Ostby"], "organisation: RUVIA": ["RUVIA"]},
    ),
    (
        "a schedule in capitals",
        "OSTBY AT ST RUVIA",
        {"organisation: OSTBY": ["OSTBY"], "organisation: ST RUVIA": ["ST RUVIA"]},
    ),
    (
        "figures of bowlers",
        "Bowling : Lindqvist 9-1-38-1 , Moeland 10-0-51-2",
        {"person: Lindqvist": ["Lindqvist"], "person: Moeland": ["Moeland"]},
    ),
    (
        "a table",
        "Vallbo 12 7 3 2 20 11 24",
        {"organisation: Vallbo": ["Vallbo"]},
    ),
    (
        "players by their rounds",
        "281 Erno Elsby ( South Africa ) 68 73 70 70 , Billy Fairmay 66 71 70 71",
        {"person: Erno Elsby": ["Erno Elsby"], "person: Billy Fairmay": ["Billy Fairmay"]},
    ),
    (
        "a team's sheet",
        "Team : 15 - Justin Harlow , 14 - Jon Griffin ; 9 - Andy Brevik",
        {"person: Justin Harlow": ["Justin Harlow"], "person: Jon Griffin": ["Jon Griffin"]},
    ),
    (
        "a list of who scored, each with the team",
        "9 - Petter Aunby ( Vallbo ) , Moeland ( Herning )",
        {"person: Petter Aunby": ["Petter Aunby"], "organisation: Vallbo": ["Vallbo"]},
    ),
    (
        "a score card",
        "M. Lindqvist c Moeland b Torvaldy 83\nR. Harlow not out 12",
        {"person: M. Lindqvist": ["M. Lindqvist"], "person: Moeland": ["Moeland"], "person: R. Harlow": ["R. Harlow"]},
    ),
    (
        "a team that takes the verb of several",
        "Westbury have named three new players.\nLindqvist scored two goals for them in May.",
        {"organisation: Westbury": ["Westbury"]},
    ),
    (
        "a club by its nickname",
        "Ada Lindqvist hit two home runs as the Herons won on Sunday. The Herons have ten points.",
        {"organisation: Herons": ["Herons", "Herons"]},
    ),
    (
        "a city and the club that plays there",
        "Results on Friday: BALTIMORE 5 Oakland 2\nAda Lindqvist hit two home runs as the Orioles won in Baltimore.",
        {"organisation: Orioles": ["BALTIMORE", "Orioles"], "place: Baltimore": ["Baltimore"]},
    ),
    (
        "a county that plays",
        "They bowled out Somerset for 121 at Taunton.\nSomerset, 203 behind, lost three wickets.",
        {"organisation: Somerset": ["Somerset", "Somerset"], "place: Taunton": ["Taunton"]},
    ),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_names_of_sport(read: Read, text: str, expected: Expected) -> None:
    check_names(read(text), expected)
