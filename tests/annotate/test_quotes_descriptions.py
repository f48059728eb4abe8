"""Speakers whom the cue describes: nobody the text names, and how that is known."""

from __future__ import annotations

import pytest

from briefing.annotate.quotes import find_quotes
from tests.annotate.quoted import Read, names_in

DESCRIBED = {
    "two speakers": (
        "Maria Duarte and Tom Becker said: “We shall vote against the plan.”",
        [("Maria Duarte and Tom Becker", "described")],
    ),
    "a long office": (
        "“They are going out of business,” said Oceana's sales, service, and marketing vice president on Monday.",
        [("Oceana's sales, service, and marketing vice president", "described")],
    ),
    "accused of": ("The campaign accused Tom Becker of “siding with pirates”.", [("The campaign", "described")]),
    "an auditor's words": (
        "The plan is, in the words of one auditor, “a black hole”.",
        [("one auditor", "described")],
    ),
    "a supplier": (
        "“We are worried about the boats,” said a Norland boat parts supplier.",
        [("a Norland boat parts supplier", "described")],
    ),
    "the account of a show": (
        "The account for the show tweeted: “We salute you.”",
        [("The account for the show", "described")],
    ),
    "a letter begins": ("“To all whom it may concern,” the letter begins.", [("the letter", "described")]),
    "two speakers behind the cue": (
        "“We shall vote against the plan,” said Maria Duarte, the mayor, and Tom Becker.",
        [("Maria Duarte and Tom Becker", "described")],
    ),
    "a spokesman with his office": (
        "A spokesman for the port said the crane was “safe to use again”.",
        [("A spokesman for the port", "described")],
    ),
    "a woman who is not named": (
        "“It was a lovely day for all,” said a woman who asked not to be named.",
        [("a woman", "described")],
    ),
    "somebody else's statement": (
        "Tom Becker was on board. Oceana's official statement read: “We are sorry for the delay.”",
        [("Oceana's official statement", "described")],
    ),
    "a name that nobody lists": (
        "Okafor tweeted, “Nobody asked the people who live here.”",
        [("Okafor", "described")],
    ),
    "a name that nobody lists, with an office": (
        "First Minister of Oceana Nia Sturrock said on air, “Today's judgment is of huge weight.”",
        [("Nia Sturrock", "described")],
    ),
    "a name beside an office that another holds": (
        "Maria Duarte, the mayor, left. The deputy mayor of Oceana, Mick Olsen, said it was “nowhere near enough now”.",
        [("Mick Olsen", "described")],
    ),
    "one of several": (
        "One of the victims said the men were “nothing but cowards in boats”.",
        [("One of the victims", "described")],
    ),
    "few words of a spokesperson": (
        "He had “two deep wounds”, according to a hospital spokesperson.",
        [("a hospital spokesperson", "described")],
    ),
    "a name and a long apposition": (
        "“It could have been much worse for all of us,” Nia Al-Sturrock, editor at large at the Gazette, said.",
        [("Nia Al-Sturrock", "described")],
    ),
    "one MP": ("One MP told a paper, “We know that people want to stay here.”", [("One MP", "described")]),
    "as a pollster put it": (
        "As one pollster put it, voters are “tired of both of the candidates”.",
        [("one pollster", "described")],
    ),
    "his lawyer": (
        "“The words were taken out of context,” his lawyer argued.",
        [("his lawyer", "described")],
    ),
    "few words that begin the sentence": (
        "“He was quiet,” said a neighbour who declined to be named.",
        [("a neighbour", "described")],
    ),
    "a friend's name is no speaker": (
        "A friend of Tom Becker said the use of boats “costs the port a lot of money”.",
        [("A friend of Tom Becker", "described")],
    ),
    "few words that are what is said": (
        "A senior official, speaking on condition of anonymity, said talks were “going nowhere”.",
        [("A senior official", "described")],
    ),
    "few words after an article": (
        "The strike was an act of piracy. Sailors called it a “war crime”.",
        [("Sailors", "described")],
    ),
    "a proclamation": (
        "The proclamation said “the flood constitutes an emergency for the whole of the port”.",
        [("The proclamation", "described")],
    ),
    "a trader": ("“I am a buyer here, and have been,” one trader said.", [("one trader", "described")]),
    "a banner saying": (
        "Tom Becker held a banner saying “put it to the people now”.",
        [("a banner", "described")],
    ),
    "a statement which said, and a name within the marks": (
        "They released a statement which said, “Norland bears profound value, it must remain.”",
        [("a statement", "described")],
    ),
    "a law": (
        "Tom Becker issued a statement. The 14th amendment states: “all persons born here are citizens.”",
        [("The 14th amendment", "described")],
    ),
    "but ruled": (
        "A judge agreed the book may have held secrets but ruled that “the damage to the port is done”.",
        [("A judge", "described")],
    ),
    "according to something that nobody is": (
        "The pier was “unlawful in every respect”, according to the summary.",
        [("the summary", "described")],
    ),
    "a court is no company": (
        "The High Court met on Monday. In a note to staff the company warned that “volumes do not return at once”.",
        [("the company", "described")],
    ),
    "who asked to be called": (
        "“The petrol is dearer than it was,” said a taxi driver, who asked to be called Iqbal.",
        [("Iqbal", "described")],
    ),
    "an assessment, it said": (
        "A classified assessment reached another view: The unit, it said, “will hold the road by day and no longer.”",
        [("A classified assessment", "described")],
    ),
    "what somebody has is not what he says": (
        "“Margins get worse before they get better,” said an analyst, who has a “buy” rating on it.",
        [("an analyst", "described")],
    ),
    "adds a trader": ("Adds one trader: “Nobody buys.”", [("one trader", "described")]),
    "one of many": (
        "Analysts were split. “It is too little, too late,” said one. Another said it was “bad news for the port”.",
        [("one analyst", "described"), ("another analyst", "described")],
    ),
    "a name that nobody lists, then the surname": (
        "“We are under water here,” said Gunda Page, a nurse. Page called it “the worst of floods”.",
        [("Gunda Page", "described"), ("Gunda Page", "described")],
    ),
    "what others called it, before who said": (
        "Tom Becker, in what analysts called “a stunning reversal,” said he would pay.",
        [("analysts", "described")],
    ),
    "the No. 2 carmaker": (
        "The No. 2 carmaker said it lost money and warned that the ports were “falling rapidly behind.”",
        [("The No. 2 carmaker", "described")],
    ),
    "one of them": (
        "Sailors said they doubted it. “There is no stomach for it here,” one of them said.",
        [("one sailor", "described")],
    ),
    "what somebody has, before the verb": (
        "Analysts at the bank, who have a “sell” rating, described the figures as “dire”.",
        [("Analysts", "described")],
    ),
    "one e-mail": (
        "Tom Becker wrote a letter. One e-mail, dated May 12, read: “Expect bad weather on the day.”",
        [("One e-mail", "described")],
    ),
    "what they describe as": (
        "Drivers want more pay and an end to what they describe as “a lottery of shifts”.",
        [("Drivers", "described")],
    ),
    "a term of the group that says so": (
        "The cases target “major pirates”, a sailors' union said.",
        [("a sailors' union", "described")],
    ),
    "what the league calls it": (
        "But the league has not seen what it calls “credible proof of funds”.",
        [("the league", "described")],
    ),
    "the advice of one of them": (
        "Counsellors took calls. “Tell the neighbours to stop asking,” was the advice of one of them.",
        [("one counsellor", "described")],
    ),
    "one of those whom the sentence is about": (
        "Workers walked out. Council leaders doubt it, or, as one of them put it, “a pound a week on every house”.",
        [("one leader", "described")],
    ),
    "said one, in two words": (
        "Neighbors were less than pleased. “Nice dog,” said one.",
        [("one neighbor", "described")],
    ),
    "warned them of it": (
        "The agent warned superiors of a “ticking time bomb” in the port.",
        [("The agent", "described")],
    ),
    "what a reviewer called it": (
        "The film made money despite what one reviewer called “the silliest twist since the last one”.",
        [("one reviewer", "described")],
    ),
    "somebody unnamed was blunter": (
        "One minister was blunter: “They have cried wolf every spring.”",
        [("One minister", "described")],
    ),
    "who sought to be unnamed": (
        "“A year ago the boats were full,” a sailor, who sought anonymity because he is not allowed to speak, told us.",
        [("a sailor", "described")],
    ),
    "called so by another": (
        "That decision was called “dockside economics” by one aid worker and “the law” by the ministry.",
        [("the ministry", "described")],
    ),
    "a body that has asked for": (
        "Jo Berg died on Sunday. The family has asked for “no flowers and no speeches from anybody”.",
        [("The family", "described")],
    ),
    "one, and a second": (
        "“We are done for,” one aide said. A second, by the door, called it “the longest week of my life”.",
        [("one aide", "described"), ("a second aide", "described")],
    ),
}


@pytest.mark.parametrize("case", DESCRIBED)
def test_gives_the_words_of_the_text_for_who_speaks(read: Read, case: str) -> None:
    text, expected = DESCRIBED[case]
    parsed = read(text)
    assert [(quote.speaker, quote.known) for quote in find_quotes(parsed, names_in(parsed))] == expected
