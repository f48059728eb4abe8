"""Which marked mentions are merged: ``[a Ada Lind]`` is a mention of ``a``, ``[- Lind]`` of nobody certain.

A mark's kind is a person's where its letter is a to l, an organisation's from m to t, a place's from u on.
"""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from briefing.annotate.names.acronyms import abbreviated
from briefing.annotate.names.beside import with_clues
from briefing.annotate.names.candidate import Candidate
from briefing.annotate.names.merging import fullest, merge
from briefing.model import Kind

_MARK = re.compile(r"\[(\S) ([^\]]+)\]")

PEOPLE = {
    "a wife brought in later": "[a Tom Lind] hid. He met his wife, [b Eva Lind], there.\n[a Lind] drew maps.",
    "a relative behind the name": "[a Tom Lind] hid; [b Eva Lind], his sister, did too.\n[a Lind] drew maps.",
    "of a relative in her own paragraph": "[a Tom Lind] hid.\nHis wife, [b Eva Lind], drew. [- Lind] drew well.",
    "the son of another": "[a Tom Lind], son of former premier [b Karl Lind], won. [a Lind] is 46.",
    "whom a surname has meant": "[a Tom Lind] sued. [a Lind] lost.\n[a Tom] and [b Eva Lind] left.\n[a Lind] won.",
    "two of one surname": "[a Tom Lind] won. [a Lind] is 40.\n[b Karl Lind] lost. [b Karl Lind] is a lawyer.",
    "a form of address is one person's": "[a Tom Lind] sued. Lord [a Lind] lost; [b Eva Lind] wept, Mrs [b Lind] did.",
    "the first of two surnames": "[a Tomás Rivera Schalk] said no. [a Rivera] and [a Rivera Schalk] left.",
    "the same surname first and last": "[a Juan Lindo Ruiz] came. [a Lindo] sat.\n[b Fermín Lindo], his father, died.",
    "with an initial and without a second surname": "[a Pedro R. Lindero Urría] won. [a Pedro Lindero] smiled.",
    "a given name within the name is nobody's surname": "[a Anna Joseph Lind] met [b Joseph Torv]. [b Joseph] left.",
    "a family name that goes first": "[a Qiu Weiguo] fled. His son [b Qiu Jiayi] stayed.\nMr [a Qiu] owes 22 billion.",
    "a Korean family name": "[a Kim Dae-song] met [b Eva Lind] of Seoul. [a Kim] won.",
    "a nickname between": '[a Rosa "Chata" Bellido] spoke. [a Chata Bellido] is loved, [a Chata] rules.',
    "a nickname alone": "[a Robert Lind] ran. [a Bob] lost.",
    "Jr. and Sr.": "[a Hugh Lind Jr.] met [b Hugh Lind Sr.] in Oslo.",
    "a slip in a long surname": "[a Dorsa Lindeskhani] won. [a Dorsa Lindekhani] left.",
    "names of two sexes": "[a Paul Lind] met [b Paula Lind].",
    "family names that differ by a letter": "[a Wang Wei] met [b Yang Wei].",
    "of nobody with a full name": "[a Lind] sold.\n[a Lind] fled; his sister, [b Eva Lind], too.\n[a Lind] is ill.",
    "a name of birth": "[a Tom Lind] died. [a Lind] was 90.\nBorn [a Tom Moe] in Oslo, he met [b Eva Torv].",
    "a maiden name": "[a Eva Lind] (née [a Moe]) wrote.",
    "another vowel": "[a Tom Sareva] spoke. [a Sareve] left.",
    "another vowel of a surname that is common": "[a Tom Hanson] spoke. [b Hansen] left.",
    "two on a par": "[a Tom Lind] and his brother [b Jan Lind] were held.\nPolice said [- Lind] had confessed.",
}

ORGANISATIONS = {
    "a firm by the word that is its name": "[m Seguros Kukulva SA] fell. [m Kukulva] insures hotels.",
    "the members of a movement": "[m Freedom Tigers of Norland] won. [m Tigers] led.",
    "the first of two names joined by a hyphen": "[m Batikvo] riders led. [m Batikvo-Caldar] won.",
    "a firm without what it digs": "[m Orrinda Vale Resources] dug. [m Orrinda Vale] fell.",
    "a firm without what it does": "[m Luanfyo Copper Mines] dug. [m Luanfyo] pays 1 percent.",
    "a unit named in passing": "[m Celvoro SGPS SA] bid. Its unit, [n Celvoro Marine Ltda], builds. [m Celvoro] won.",
    "a unit in another country": "[m Albexa Gold] dug. [n Albexa Australia Pty Ltd] owns half. [m Albexa] is Canadian.",
    "a firm named in full next": "[m Quillmora] jumped.\n[m Quillmora Semiconductor Inc] moved.",
    "a paper, a court, a university": "[m Sunday Courier] and [n Constitutional Court] and [o University of Norland]"
    " met. [m Courier], [n Court] and [o University] agreed.",
    "a court of two": "[m Supreme Court] and [n Constitutional Court] ruled. [o Court] sat.",
    "a club by its town": "[m AC Milan] won. [m Milan] led.",
    "a bank of a country is not its team": "[m Bank of Norway] cut rates. [n Norway] won 2-0.",
    "a club with its town": "[m Ajaxo Amsterdam] won. [m Ajaxo] led.",
    "dots after letters": "[m L.M. Eriksen] and [m LM Eriksen] rose. [m Eriksen] fell.",
    "initials behind make another body": "[m United States Air Force] flew. [n Air Force ROTC] sat. [m Air Force] won.",
    "a broadcaster's news": "[m KBX] said so. [m KBX News] read it.",
    "a firm in capitals": "[m CEATOV LTD] UP.\n[m Ceatov Holdings Ltd] rose. [m Ceatov] fell.",
    "people's plural": "[u France] won. [u Frenchmen] danced with [v Irishmen] from [v Ireland].",
    "a state and the city": "Men in Everett, [u Washington], called [v Washington, D.C.] deaf.\n[v Washington] paid.",
    "states in a row": "In Maine, [u New York], New Norland and [v Washington] and [w Washington, D.C.] too.",
    "a city in a list": "[v Washington, D.C.] rests. Talks in Oslo, [v Washington] and [u Rome] failed.",
    "a city in a state of its name": "[u New York] sleeps. A clerk from Albany, [v New York], left [v New York] state.",
    "a party of the States, named so late": "[m Green Party] met. [m US Green Party] split.",
    "a slip in a body's name": "[m Norland Development Forum] met. [m Norland Developmen Forum] sat.",
    "a town without what it is of": "[u San Jarinto de la Vega] woke. [u San Jarinto] slept.",
    "a known town beside a longer one": "[u San José de Marlow] woke. [v San José] slept.",
    "the members of a party": "[m Marlowist Party] won. [m Marlowists] sang.",
    "two arms of a firm": "[m Chryslo Group] and [n Chryslo Holding] split. [m Chryslo] is sold.",
    "Congress": "[m Congress] met. [m U.S. Congress] left.",
    "marines": "[m Marine Corps] came. [m U.S. Marine Corps] left.",
}


@pytest.mark.parametrize("text", [*PEOPLE.values(), *ORGANISATIONS.values()], ids=[*PEOPLE, *ORGANISATIONS])
def test_who_is_meant(text: str) -> None:
    candidates, kinds, marked = _read(text)
    found = [[(m.paragraph, m.start) for m in group.members] for group in merge(candidates, kinds, {})]
    assert sorted(found) == sorted(marked.values())


def test_the_name_of_a_person_is_not_two_surnames() -> None:
    candidates, kinds, _ = _read("[a Tomás Rivera Schalk] left. [a Rivera Schalk] and [a Rivera Schalk] said so.")
    assert [fullest(group) for group in merge(candidates, kinds, {})] == ["Tomás Rivera Schalk"]


def _read(text: str) -> tuple[list[Candidate], dict[str, Kind], dict[str, list[tuple[int, int]]]]:
    candidates, marked = list[Candidate](), dict[str, list[tuple[int, int]]]()
    for number, line in enumerate(text.split("\n")):
        plain = _MARK.sub(r"\2", line)
        shift = 0
        for mark in _MARK.finditer(line):
            start = mark.start() - shift
            kind: Kind = "person" if mark[1] in "-abcdefghijkl" else "organisation" if mark[1] < "u" else "place"
            found = Candidate(number, start, start + len(mark[2]), mark[2], kind)
            candidates.append(with_clues(plain, found, kind))
            shift += len(mark[0]) - len(mark[2])
            if mark[1] != "-":
                marked.setdefault(mark[1], []).append((number, start))
    return candidates, {candidate.text: candidate.kind for candidate in candidates}, marked


def test_a_word_of_a_firm_and_of_its_head_is_as_the_model_says() -> None:
    candidates, kinds, _ = _read("[a Jean Lacoste] runs [m Dragages Lacoste]. [m Lacoste] rose.")
    assert [len(group.members) for group in merge(candidates, kinds, {})] == [1, 2]


def test_initials_with_and_are_those_of_all_spellings() -> None:
    assert abbreviated(["Marlo & Spender", "Marlo and Spender", "Torv Bank"])["M&S"] == "Marlo & Spender"


def test_initials_are_those_of_parts_joined_by_a_hyphen_too() -> None:
    assert abbreviated(["Gallow-Reyes Rubber Co."])["GRR"] == "Gallow-Reyes Rubber Co."


def test_a_mention_of_a_sure_kind_keeps_it() -> None:
    candidates, kinds, _ = _read("[u Seattle] slept. [m Seattle Marinos] won. [m Seattle] led.")
    sure = [replace(candidate, sure=True) for candidate in candidates]
    assert [fullest(group) for group in merge(sure, kinds, {})] == ["Seattle", "Seattle Marinos"]


KINDS_TOLD = [  # a mark is of the kind that the model took it for
    ("[m China Minshero Banking Corp] lent. [a Minshero] said so. [a Torvald] left.", ["organisation", "person"]),
    ("[m Enrovo Energy] sued. [u Enrovo] won.", ["organisation"]),
    ("[a Vigdis Thorsen] sat. [m Vigdis] rose.", ["person"]),
    ("[a Ines Betancur Pulecio] sat. [m Betancur] rose.", ["person"]),
    ("[m Norland Share Exchange] fell. The [a NSE] closed.", ["organisation"]),
    ("[m OSLO] slept. [u Oslo] woke.", ["place"]),
]


@pytest.mark.parametrize(("text", "kinds"), KINDS_TOLD, ids=[text for text, _ in KINDS_TOLD])
def test_forms_of_one_name_are_of_one_kind(text: str, kinds: list[Kind]) -> None:
    candidates, told, _ = _read(text)
    assert [group.kind for group in merge(candidates, told, {"NSE": "Norland Share Exchange"})] == kinds


def test_a_headline_cuts_a_name_short() -> None:
    candidates, kinds, _ = _read("[m Pensko Auto] buys\n[m Pensko Automotive Group] pays. [m Pensko] is big.")
    candidates[0] = replace(candidates[0], weak=True)
    assert [len(group.members) for group in merge(candidates, kinds, {})] == [3]


def test_a_state_is_called_one() -> None:
    candidates, kinds, _ = _read("A plant in Everett, [u Washington], closed; [v Washington] was told.")
    assert [fullest(group) for group in merge(candidates, kinds, {})] == ["Washington State", "Washington"]


def test_a_court_of_another_nation_is_not_called_by_the_known_name() -> None:
    candidates, kinds, _ = _read("[m Kenya Senate] met. [m Senate] and [m Senate] voted.")
    assert [fullest(group) for group in merge(candidates, kinds, {})] == ["Kenya Senate"]
