"""The words that introduce a quotation: verbs of manner, nouns of speech, a name and a colon."""

from __future__ import annotations

import pytest

from tests.annotate.quoted import Read, quotes_of

CASES = {
    "a verb of manner behind a relative clause": (
        "Others begged to differ. “The pier looked shut,” Tom Becker, who runs it, croaked at noon.",
        [("The pier looked shut,", "Tom Becker", "croaked")],
    ),
    "a verb of manner and a hearer": (
        "“The pier has never been shut,” Tom Becker e-mailed me.",
        [("The pier has never been shut,", "Tom Becker", "e-mailed")],
    ),
    "a verb of manner with an object is not about the quotation": (
        "“The pier has never been shut,” Tom Becker sold a boat.",
        [("The pier has never been shut,", None, None)],
    ),
    "a remark before the marks": (
        "From the left: “You do not sell a pier,” Tom Becker thundered on Thursday.",
        [("You do not sell a pier,", "Tom Becker", "thundered")],
    ),
    "what somebody used to say": (
        "“A bank is a dentist,” the old governor, Hugh Lind, used to say.",
        [("A bank is a dentist,", "Hugh Lind", "used to say")],
    ),
    "as he liked to say": (
        "“It is an evasion of it,” as the late Tom Becker liked to say.",
        [("It is an evasion of it,", "Tom Becker", "say")],
    ),
    "came back with": (
        "Duarte came back with “He has sold more piers than all of us”.",
        [("He has sold more piers than all of us", "Maria Duarte", "came")],
    ),
    "advice, and what is said of it": (
        "The three judges found Tom Becker's advice to the board “was moved by a wish to avoid scrutiny.”",
        [("was moved by a wish to avoid scrutiny.", "The three judges", "found")],
    ),
    "of the mayor, who did not say it": (
        "Anna Lind mocked Tom Becker, and Becker, in turn, said the mayor “never listens.”",
        [],
    ),
    "a court that held that": (
        "The High Court held that the firm had “treated its permit as a decoration for the wall” for years.",
        [("treated its permit as a decoration for the wall", "High Court", "held")],
    ),
    "a colon before the marks, and a sentence that quotes behind them": (
        "Maria Duarte disagrees: “It has many teeth.” The Harbour Board vowed to “fight this with everything we have.”",
        [
            ("It has many teeth.", "Maria Duarte", "disagrees"),
            ("fight this with everything we have.", "Harbour Board", "vowed"),
        ],
    ),
    "called so by somebody, as another says": (
        "The board says Anna Lind was called “useless at all times” by Tom Becker and fired.",
        [("useless at all times", "Tom Becker", "called")],
    ),
    "a passive verb with another behind it": (
        "Maria Duarte said that the policy had been agreed by the board in March and that ‘it remains the policy’.",
        [("it remains the policy", "Maria Duarte", "said")],
    ),
    "a number put at": (
        "Anna Lind, a trade lawyer, put their number at “one box in five, if you look.”",
        [("one box in five, if you look.", "Anna Lind", "put")],
    ),
    "a rating of shares": ("Anna Lind wrote in a note that she was cutting the stock to “hold” from “buy.”", []),
    "what is added to a thing": (
        "The Harbour Board wants to add the question, “Is this person a sailor?”, to the form.",
        [("Is this person a sailor?", None, None)],
    ),
    "a sum it called": (
        "In a statement the bank said prices rose. It put debt at two billion, a sum it called “bad but not fatal.”",
        [("bad but not fatal.", "the bank", "called")],
    ),
    "whom another called so": (
        "Tom Becker referred to “the big guy,” whom Anna Lind said was her father.",
        [("the big guy,", "Tom Becker", "referred")],
    ),
    "a dig at somebody who had told another": (
        "Tom Becker told reporters it was “nothing new,” a dig at Anna Lind, who on Monday told a paper it was.",
        [("nothing new,", "Tom Becker", "told")],
    ),
    "said they were, of others": (
        "On a call chief executive Anna Lind blamed fuel and said sailors were “buying one pair of jeans a year.”",
        [("buying one pair of jeans a year.", "Anna Lind", "said")],
    ),
    "the lawyer who leads, set off from her name": (
        "Anna Lind, the former lawyer who leads Becker by 22 points, answered with three words: “Get some rest.”",
        [("Get some rest.", "Anna Lind", "answered")],
    ),
    "a claim and what it claims": (
        "The Harbour Board’s claim that the pier is “dead on arrival” was answered by Tom Becker, who said no.",
        [("dead on arrival", "Harbour Board", None)],
    ),
    "comments by somebody": (
        "Comments by Tom Becker that piers are “a solution in search of a problem” did little to calm them.",
        [("a solution in search of a problem", "Tom Becker", None)],
    ),
    "a claim and another verb of speech": (
        "Duarte’s claim that Tom Becker called the pier “a solution in search of a problem” was wrong.",
        [("a solution in search of a problem", "Tom Becker", "called")],
    ),
    "a response and a colon": (
        "Tom Becker left. The mayor’s response, by text message: “He is always welcome to go.” Maria Duarte is mayor.",
        [("He is always welcome to go.", "Maria Duarte", None)],
    ),
    "a body that was blunt": (
        "The hospitals association, in a letter to both, was chillier: “We anticipate closures.”",
        [("We anticipate closures.", "The hospitals association", "was")],
    ),
    "per an aide": (
        "Duarte will go, and “sooner than they think,” per an aide to the board.",
        [("sooner than they think,", "an aide", None)],
    ),
    "per cent": ("Rents rose by “some 4 or 5,” per cent, that is.", [("some 4 or 5,", None, None)]),
    "a clause behind the marks that says something else": (
        "Duarte predicted it would “fold by the end of May,” when Tom Becker says the money is gone.",
        [("fold by the end of May,", "Maria Duarte", "predicted")],
    ),
    "called so by one and so by another": (
        "The ruling was described by the Harbour Board as “a step backward” and by trade groups as “long overdue.”",
        [("a step backward", "Harbour Board", "described"), ("long overdue.", "trade groups", "described")],
    ),
    "a speaker put in before the predicate": (
        "That, said one Western diplomat, was “news to us.”",
        [("news to us.", "one Western diplomat", "said")],
    ),
    "a crowd that had begun to chant": (
        "Tom Becker told the crowd, which by then had begun chanting “Four more years!”",
        [("Four more years!", "the crowd", "chanting")],
    ),
    "an exclamation of few words": (
        "Opponents responded with “Do your job!”",
        [("Do your job!", "Opponents", "responded")],
    ),
    "a name, an aside and a colon": (
        "Tom Becker ran.\nBecker, reached by phone: “I was here before them and I will stay.”",
        [("I was here before them and I will stay.", "Tom Becker", None)],
    ),
    "what people called so": (
        "Republicans were quick to pounce on what they called “a stunning admission.”",
        [("a stunning admission.", "Republicans", "called")],
    ),
    "the rest of it, behind a verb of manner": (
        "“The pier was never shut,” Tom Becker croaked, “and your readers know it.”",
        [("The pier was never shut,", "Tom Becker", "croaked"), ("and your readers know it.", "Tom Becker", "croaked")],
    ),
    "a name and a colon between two": (
        "Duarte came back with “He has sold more piers than all of us,” to which Tom Becker: “Name one.”",
        [("He has sold more piers than all of us,", "Maria Duarte", "came"), ("Name one.", "Tom Becker", None)],
    ),
    "a sentence that ends with a short form": (
        "“She looked annoyed to be there,” Tom Becker, who runs it, texted at 10 p.m. “My guests are not happy.”",
        [("She looked annoyed to be there,", "Tom Becker", "texted"), ("My guests are not happy.", "Tom Becker", None)],
    ),
    "that was his verdict": (
        "“We blinked first” – that was Tom Becker's verdict on the pier.",
        [("We blinked first", "Tom Becker", None)],
    ),
    "that was her reaction, in a sentence of its own": (
        "“Never again.” That was the reaction of Anna Lind when she saw the bill.",
        [("Never again.", "Anna Lind", None)],
    ),
    "a name and an office alone": (
        "“The mood is one of panic at the port,” Anna Lind, an analyst at the bank.",
        [("The mood is one of panic at the port,", "Anna Lind", None)],
    ),
    "a clause with a subject of its own behind the marks": (
        "The form, which runs to 30 pages, “must be filled in at once”, the ministry recommending “a patient friend”.",
        [("must be filled in at once", None, None), ("a patient friend", "the ministry", "recommending")],
    ),
    "few words, far from the cue, that somebody is said to be": (
        "Tom Becker said in May that the keeper of the pier, up all night with a child, was “deeply upset” about it.",
        [("deeply upset", "Tom Becker", "said")],
    ),
    "what somebody saw": (
        "The bank said that it saw “clear risks” ahead.",
        [("clear risks", "The bank", "said")],
    ),
    "what somebody ate": ("The bank said that it bought a “red” ferry.", []),
    "to which another replied": (
        "Tom Becker accused Anna Lind of “hiding behind the board”, to which she replied that he was late.",
        [("hiding behind the board", "Tom Becker", "accused")],
    ),
    "if somebody says it": (
        "If a customer says “I want my money back,” the clerk must call Tom Becker.",
        [("I want my money back,", None, None)],
    ),
    "what somebody never said": (
        "Tom Becker never said that the pier was “safe at all hours of the day”.",
        [("safe at all hours of the day", None, None)],
    ),
    "an ad": (
        "The ad, paid for by sailors, says Becker “took money from big oil.”",
        [("took money from big oil.", "The ad", "says")],
    ),
    "put it more bluntly": (
        "Tom Becker put it more bluntly: “We are losing it.”",
        [("We are losing it.", "Tom Becker", "put")],
    ),
    "numbers are no quotation": ("Tom Becker pressed his “9-9-9” plan, saying that few would pay.", []),
    "a paper that cites another's question": (
        "The Harbour Board cited examples of hard questions, including: “Were you at sea in May?”",
        [("Were you at sea in May?", None, "cited")],
    ),
    "what is cited": (
        "Tom Becker cited “a want of boats and of men.”",
        [("a want of boats and of men.", "Tom Becker", "cited")],
    ),
    "what is joined to the words within the marks": (
        "The judge held that the Harbour Board had “treated its permit as a mere decoration” and had blasted on.",
        [("treated its permit as a mere decoration", "The judge", "held")],
    ),
    "known as the one who": (
        "You may remember Maria Duarte as the sailor who on Monday likened the board to “thieves asking for a tip”.",
        [("thieves asking for a tip", "Maria Duarte", "likened")],
    ),
    "was the one who": (
        "Maria Duarte was the sailor who called the board “thieves asking for a tip”.",
        [("thieves asking for a tip", "Maria Duarte", "called")],
    ),
    "how it began, and who broke in": (
        "“The pier has never paid” was how Tom Becker began, and Joe Fell cut him off.",
        [("The pier has never paid", "Tom Becker", "began")],
    ),
    "a verb and its particle": (
        "“Not while I live here,” fired back Anna Lind, the harbour's lawyer.",
        [("Not while I live here,", "Anna Lind", "fired")],
    ),
    "a verb of manner behind all that is its subject": (
        "“It was a circus,” a sailor who left in March texted on Friday.",
        [("It was a circus,", "a sailor", "texted")],
    ),
    "a name, on something, and a colon": (
        "The notes are short. Anna Lind, on a pair who gave half a boat: “far too small.” And from Tom Becker himself, "
        "who rarely writes, a card: “Gone fishing.” Jo Berg on Joe Fell: “He counts spoons.”",
        [
            ("far too small.", "Anna Lind", None),
            ("Gone fishing.", "Tom Becker", None),
            ("He counts spoons.", "Jo Berg", None),
        ],
    ),
    "signed, behind a label": (
        "The claim: “Rents have doubled.” — Captain Tom Becker, at a rally",
        [("Rents have doubled.", "Tom Becker", None)],
    ),
    "so many of them": (
        "Tom Becker gave the pier two “stars,” and wrote that “it is the best thing built here since the war.”",
        [("it is the best thing built here since the war.", "Tom Becker", "wrote")],
    ),
    "that's who, behind a colon": (
        "“He never paid for a drink”: that's Anna Lind, who ran the bar for thirty years.",
        [("He never paid for a drink", "Anna Lind", None)],
    ),
    "which argued, behind a title": (
        "A memo, headlined “The Road,” which warned that his rival “would win in a walk,” was on every desk.",
        [("would win in a walk,", "A memo", "warned")],
    ),
    "which argued, behind a name in marks": (
        "An essay, “The Long Road,” which argues that the town “has been sold by the yard,” did the rounds.",
        [("has been sold by the yard,", "An essay", "argues")],
    ),
    "a clause about the name of nobody named": (
        "A third aide, whose name was left out, chimed in: “Or ever. The pier one is really bad.”",
        [("Or ever. The pier one is really bad.", "A third aide", "chimed")],
    ),
    "is understood to have told": (
        "The manager, Joe Fell, is understood to have told them to expect no more than “bread and jam”.",
        [("bread and jam", "Joe Fell", "told")],
    ),
    "was reported to have described": (
        "Anna Lind was reported to have described the talks as “a waste of a good day”.",
        [("a waste of a good day", "Anna Lind", "described")],
    ),
    "said a report had described": (
        "The union pointed out that a cut had been made, and that a report of 2004 had described the plant as "
        "“vulnerable to a single storm”.",
        [("vulnerable to a single storm", "a report of 2004", "described")],
    ),
    "said a memo stated": (
        "Anna Lind said the memo stated that the plant was “unsafe for all who work there”.",
        [("unsafe for all who work there", "the memo", "stated")],
    ),
    "goes on behind a clause beside": (
        "“I have left so many messages,” one official said, speaking on condition of anonymity because talks were "
        "continuing, “that I am friends with the machine.”",
        [
            ("I have left so many messages,", "one official", "said"),
            ("that I am friends with the machine.", "one official", "said"),
        ],
    ),
    "according to, at the end of the sentence": (
        "It employs 710 people, of whom “a number in the low hundreds” will be asked to leave, according to Anna Lind.",
        [("a number in the low hundreds", "Anna Lind", None)],
    ),
    "according to somebody unnamed": (
        "Most of the staff “will be offered a post elsewhere” before the doors close, according to a spokesman.",
        [("will be offered a post elsewhere", "a spokesman", None)],
    ),
    "according to the source of something else": (
        "The staff “will be offered a post elsewhere” as planned, and Joe Fell said two may go, according to Lind.",
        [("will be offered a post elsewhere", None, None)],
    ),
    "it opens": (
        "The report was published on Friday. It opens: “No one was watching the gauge.”",
        [("No one was watching the gauge.", "The report", "opens")],
    ),
    "it ended, of a game": (
        "The game was close. It ended: “Ayr two, Harwell one after extra time.”",
        [("Ayr two, Harwell one after extra time.", None, None)],
    ),
    "called by friends and, by another": (
        "Maria Duarte was called a saint by friends and, by her rival Joe Fell, “a menace on wheels.”",
        [("a menace on wheels.", "Joe Fell", "called")],
    ),
    "a sign reads, in capitals": (
        "At the gate, a sign nailed to the post reads “Be Nice or Buy Your Fish Elsewhere.”",
        [("Be Nice or Buy Your Fish Elsewhere.", "a sign", "reads")],
    ),
    "a work of hers, in capitals": (
        "“She was patient,” said Anna Lind, who wrote her biography, “The Woman Who Drew Down” (2015).",
        [("She was patient,", "Anna Lind", "said")],
    ),
    "what she wrote in her letter": (
        "Anna Lind wrote a letter, “I am leaving and will not come back,” and left.",
        [("I am leaving and will not come back,", "Anna Lind", "wrote")],
    ),
    "she reads a book, in capitals": ("Anna Lind read “The Long Road to the Sea” on the train.", []),
    "behind a numeral that ends a sentence": (
        "Of the 41 churches, all are listed, 15 at Grade I. It adds that the deficit “will exhaust free reserves.”",
        [("will exhaust free reserves.", None, "adds")],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_finds_the_cue_and_whom_it_names(read: Read, case: str) -> None:
    text, expected = CASES[case]
    assert quotes_of(read, text) == expected
