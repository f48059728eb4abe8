"""Speakers whom the cue names, and how that is known."""

from __future__ import annotations

import pytest

from briefing.annotate.quotes import find_quotes
from tests.annotate.quoted import Read, names_in

SPEAKERS = {
    "a long name behind the cue": (
        "“The ice is melting from below,” said study co-author and research fellow Maria Duarte of the Harbour Board.",
        [("Maria Duarte", "named")],
    ),
    "the full stop of a rank ends no sentence": (
        "“The masks arrived in time,” said Maj. Gen. Tom Becker, commander of the port.",
        [("Tom Becker", "named")],
    ),
    "two roles of one person": (
        "Academic and writer Maria Duarte commented, “Nobody reads the small print any more.”",
        [("Maria Duarte", "named")],
    ),
    "few words behind others of the same sentence": (
        "Maria Duarte has called the sentence “dangerous for all of us who live by the port” and “ideological”.",
        [("Maria Duarte", "named"), ("Maria Duarte", "named")],
    ),
    "a hyphenated word is no title": (
        "Tom Becker called the hearing into Maria Duarte “Oceana-style”.",
        [("Tom Becker", "named")],
    ),
    "a label with a place in brackets": (
        "Mr. Becker (Norland): “Will the mayor give way?”",
        [("Tom Becker", "named")],
    ),
    "in the first person, after two people": (
        "Tom Becker met Anna Lind at noon. “We were awful today. I have no other word for it.”",
        [(None, None)],
    ),
    "quoted by a paper as saying, within marks": (
        "Norland.com quotes a “port aide” as saying: “This trick ignores the work of the whole board.”",
        [(None, None)],
    ),
    "in the third person, of whom the sentence before is": (
        "Tom Becker left on Monday. “He was the best captain the port has had.”",
        [(None, None)],
    ),
    "a colon, and another's plan": (
        "Tom Becker opposed Anna Lind's plan for the harbour: “It belongs in a museum of bad ideas.”",
        [("Tom Becker", "named")],
    ),
    "a colon, and another who is acted on": (
        "Tom Becker introduced Anna Lind to the board: “It belongs in a museum of bad ideas.”",
        [(None, None)],
    ),
    "saw it as": (
        "Tom Becker saw the sale as a way out of the quarrel: “I think that both sides should share it.”",
        [("Tom Becker", "named")],
    ),
    "was called so by": (
        "The plan was called “dead on arrival” by Tom Becker.",
        [("Tom Becker", "named")],
    ),
    "how a name is said": ("The ship is called Wild (pronounced “Vilt-two”) here.", []),
    "talked of": (
        "Anna Lind left. Tom Becker talked of her “countless gifts to the people of the port”.",
        [("Tom Becker", "named")],
    ),
    "shot back": ("“That is simply false,” Tom Becker shot back.", [("Tom Becker", "named")]),
    "told a broadcaster": (
        "“We have no food and no water,” Anna Lind, a mother of four, told Harbour Board by phone.",
        [("Anna Lind", "named")],
    ),
    "a rank before a name between commas": (
        "Asked about it, a port spokeswoman, Maj. Anna Lind, said the board “continues to weigh the request”.",
        [("Anna Lind", "named")],
    ),
    "visibly shaken": ("“That is not who we are,” a visibly shaken Tom Becker said.", [("Tom Becker", "named")]),
    "an expert at a body, who": (
        "A view is held by Tom Becker, a sailor at Harbour Board, who said “great piers rarely fall in a day”.",
        [("Tom Becker", "named")],
    ),
    "the ban on the players": (
        "Tom Becker, head of the port, explained the decision to ban the players saying, “They broke the rules.”",
        [("Tom Becker", "named")],
    ),
    "two offices of one person": (
        "“This is a great day for the port,” said Oceana President and Chief Executive Officer, Tom Becker.",
        [("Tom Becker", "named")],
    ),
    "a colon without a verb of speech": (
        "Maria Duarte addressed the crowd: “No one should take this storm lightly.”",
        [("Maria Duarte", "named")],
    ),
    "a colon behind what somebody handed on": (
        "Tom Becker shared the poster: “No one should take this storm lightly.”",
        [(None, None)],
    ),
    "a participle takes the speaker of its sentence": (
        "Duarte said in a video, “I do not decide this lightly,” calling it a “painful step”.",
        [("Maria Duarte", "named"), ("Maria Duarte", "named")],
    ),
    "a participle behind its main verb": (
        "Tom Becker tweeted his reasons, saying: “The harbour needs a rest.”",
        [("Tom Becker", "named")],
    ),
    "led to say": (
        "Anger at the plan led Tom Becker to say: “I should have asked first.”",
        [("Tom Becker", "named")],
    ),
    "in the words of": (
        "By the end the pier was, in the words of the engineer, Tom Becker, “held up by paint and habit”.",
        [("Tom Becker", "named")],
    ),
    "a credit behind a dash": (
        "“The future is only peace.” — Maria Duarte, on the talks",
        [("Maria Duarte", "named")],
    ),
    "while another praised": (
        "Duarte told the paper he “was a great man,” while Tom Becker praised his “wit”.",
        [("Maria Duarte", "named"), ("Tom Becker", "named")],
    ),
    "who says what others think": (
        "Maria Duarte said the owners thought the pier was “nothing but a toy to play with”.",
        [("Maria Duarte", "named")],
    ),
    "a verb far from the marks": (
        "Maria Duarte learned to read and write at a very early age because her parents were “persistent” people.",
        [],
    ),
    "a friend may be he": (
        "Tom Becker was told of it. A friend pleaded with him at length, but he replied “I cannot do that”.",
        [(None, None)],
    ),
    "a name behind a place": (
        "First Minister of Norland Maria Duarte said via radio, “Today's judgment is of huge weight.”",
        [("Maria Duarte", "named")],
    ),
    "told the world": (
        "“Our house is burning. Literally!” Duarte told the world on Thursday.",
        [("Maria Duarte", "named")],
    ),
    "a thing pointed to": ("Tom Becker pointed to the table served with “electric” lemonade.", []),
    "a book between commas": ("Duarte wrote a book, “The Long Way Home”, about it.", []),
    "a paragraph with sentences of its own": (
        "“We made too many mistakes,” Becker said.\n"
        "The home side saw two cards, which left the coach unhappy. “One of them was harsh, the other was fair.”",
        [("Tom Becker", "named"), (None, None)],
    ),
    "a mark that never closes": (
        "Duarte said: “The pier is safe.\nBecker went home. He was tired.\nThe Harbour Board said: “It is closed.”",
        [("Harbour Board", "named")],
    ),
    "a student named so": (
        "A student named Anna Lind said, “We shall stay here all night.”",
        [("Anna Lind", "named")],
    ),
    "a cue close to marks without a comma": (
        '"I am in awe of the people who ran to help us" tweeted Mayor of Norland Tom Becker.',
        [("Tom Becker", "named")],
    ),
    "quoted by a paper": (
        "Tom Becker was quoted by the Harbour Board on the plan: “This mistake will cost us dear.”",
        [("Tom Becker", "named")],
    ),
    "I was like": (
        "Maria Duarte started swearing at me, and then I was like, “Look, nobody asked you about the pier.”",
        [(None, None)],
    ),
    "few words of nobody": ("The men were told to prepare for a “quasi-state of war” at noon.", []),
    "a term before its noun": ("The port was run under the “one town, two harbours” model.", []),
    "a headline with its date": ("“Harbour plan found on a rainy street” — Norland Post, 15 August 2008", []),
    "a body whose chair speaks": (
        "“She was the most brilliant of us all,” said Harbour Board, Norland's chancellor, Maria Duarte.",
        [("Maria Duarte", "named")],
    ),
    "a long office and a name between commas": (
        "Speaking to Agence Oceana, the president of the Norland League for Free Ports, Tom Becker, said, "
        "“We are for the freedom to dock here.”",
        [("Tom Becker", "named")],
    ),
    "a body whose chair nobody lists": (
        "“She was the most brilliant of us all,” said University of Oceana, Norland's chancellor, who left.",
        [(None, None)],
    ),
    "a quote attributed to somebody": (
        "There is a wonderful quote attributed to Tom Becker — “If we knew the way, we would not sail.”",
        [("Tom Becker", "named")],
    ),
    "a speech declaring": (
        "Tom Becker delivered a speech declaring himself the “president of law and order”.",
        [("Tom Becker", "named")],
    ),
    "an infinitive before a colon": (
        "Becker explained the reason to call the ship so: “We had thought of its builder.”",
        [("Tom Becker", "named")],
    ),
    "the latter confirming": (
        "The unions met the two agencies, with the latter confirming they “do not come here”.",
        [(None, None)],
    ),
    "a thing put somewhere": ("Tom Becker put it on the table beside the “electric” lemonade.", []),
    "in somebody's words": (
        "In Tom Becker's words, the deal was “a triumph of diplomacy”.",
        [("Tom Becker", "named")],
    ),
    "in somebody's words, behind the marks": (
        "The deal was “a triumph of diplomacy,” in Tom Becker's words.",
        [("Tom Becker", "named")],
    ),
    "hailed by": (
        "The decision was hailed as “a triumph of diplomacy” by Maria Duarte.",
        [("Maria Duarte", "named")],
    ),
    "a number before a name": (
        "The suit names section 1201 Circumvention which says “no person shall go round a lock”.",
        [(None, None)],
    ),
    "a programme and its name": (
        "Speaking on Norland Radio's “Good Morning,” Tom Becker said that it “has a path to victory”.",
        [("Tom Becker", "named")],
    ),
    "quoted as saying": (
        "The Harbour Board quoted Tom Becker as saying “the port has an important role to play in this”.",
        [("Tom Becker", "named")],
    ),
    "was quoted as saying, behind the marks": (
        '"The fees are against the law," Tom Becker was quoted as saying by a paper.',
        [("Tom Becker", "named")],
    ),
    "a participle behind the marks, with another's verb": (
        "Tom Becker said the crew must face “mutiny and piracy charges”, adding Norland will pursue them.",
        [("Tom Becker", "named")],
    ),
    "according to a paper, of what somebody called it": (
        "Maria Duarte called the vote “a breach of every promise we made,” according to the Harbour Board.",
        [("Maria Duarte", "named")],
    ),
    "an aside between dashes": (
        "The mayor Maria Duarte commented on it — which the Harbour Board noted as unusual — “It is plain to see.”",
        [("Maria Duarte", "named")],
    ),
    "a comma within brackets": (
        "“With all that has happened to us, we feel that it heals us[,]” Maria Duarte of the port told them.",
        [("Maria Duarte", "named")],
    ),
    "a comma before a whole sentence": (
        "Maria Duarte spoke on Norland Radio, “This is going to cost us dear in the end.”",
        [("Maria Duarte", "named")],
    ),
    "a verb taken for a noun": (
        "The Harbour Board notes, “Ground water causes more damage to piers than all storms together.”",
        [("Harbour Board", "named")],
    ),
    "a bank and its president": (
        "Harbour Board president Tom Becker said the use of foreign boats “costs the port a lot of money”.",
        [("Tom Becker", "named")],
    ),
    "a label before a colon": (
        "Harbour chief Tom Becker: “This budget is built on sand and everybody can see it.”",
        [("Tom Becker", "named")],
    ),
    "what he called": (
        "Tom Becker spoke on Monday. The port suffers from what Becker called “a dark and divisive” feud.",
        [("Tom Becker", "named")],
    ),
    "nicknamed the": ("Maria Duarte, nicknamed the “Iron Lady of Norland,” had left in May.", []),
    "few words that are a term": ("Analysts say the “free market” is over in the ports.", []),
    "a proposed thing": (
        "Tom Becker called Maria Duarte's proposed deal “a lousy one for us all”.",
        [("Tom Becker", "named")],
    ),
    "somebody is nobody": ("“Nobody should cross it now,” somebody cried.", [(None, None)]),
    "others before it are nobody": (
        "Others believe that the losses answered the storm. “Some of the piers were a little worn but not that bad.”",
        [(None, None)],
    ),
    "which a paper called": (
        "She wrote a novel, which the Harbour Board called “the steamiest book ever written here”.",
        [("Harbour Board", "named")],
    ),
    "names of works with commas within the marks": (
        "One could see “The Old Man at Sea,” “The Long Way Home Again,” and boats.",
        [],
    ),
    "with a phrase between": (
        "The Harbour Board has, in a statement, called on sailors to “keep away from it in every wind”.",
        [("Harbour Board", "named")],
    ),
    "the following statement": (
        "The Harbour Board issued the following statement: “The pier is safe for walkers and for nobody else.”",
        [("Harbour Board", "named")],
    ),
    "remembered asking": (
        "“How can it go away?” Tom Becker remembered asking, “It is the best boat of the port.”",
        [("Tom Becker", "named"), ("Tom Becker", "named")],
    ),
    "a statement that names another": (
        "The Harbour Board issued a statement that it should be settled by Maria Duarte: “We cannot do it.”",
        [("Harbour Board", "named")],
    ),
    "asked about it": (
        "Tom Becker, asked about the pier, said it was “safe for walkers and for nobody else”.",
        [("Tom Becker", "named")],
    ),
    "an epithet of nobody in sight": (
        "Rain fell. “The rule is short enough for all,” the Swede sighed.",
        [(None, None)],
    ),
    "who gave his name": (
        "“The petrol is dearer than it was,” said a taxi driver who gave his name as Joe Fell.",
        [("Joe Fell", "named")],
    ),
    "a verb before who said it": (
        "A decision would not be taken before Friday, said Tom Becker, adding: “We do nothing in haste here.”",
        [("Tom Becker", "named")],
    ),
    "replied the director": (
        "The chest still has money in it, replied the director, Anna Lind, although “we will not sit and watch it go”.",
        [("Anna Lind", "named")],
    ),
    "is how somebody sums it up": (
        "“We are paying for our own ruin,” is how Tom Becker, head of the union, sums it up.",
        [("Tom Becker", "named")],
    ),
    "a question to nobody": ("Rain fell. How many jobs would go?\n“Fewer than you have read of.”", [(None, None)]),
    "does not go on when another acts": (
        "“I had saved since the war,” said Anna Lind. A sailor met her. “For that price one can build a house.”",
        [("Anna Lind", "named"), (None, None)],
    ),
    "reminded her": (
        "“Ask me another time,” Anna Lind said. An aide reminded her that two men were there. “Ask them, too, my boy.”",
        [("Anna Lind", "named"), (None, None)],
    ),
    "a dateline speaks not": (
        "NORLAND -- The Harbour Board, citing losses, said the quarter “will not look much prettier than that.”",
        [("Harbour Board", "named")],
    ),
    "a term that is explained": (
        "Tom Becker suggests that “peak water” – the point at which it all turns – has passed.",
        [],
    ),
    "a verb of no speech before who said it": (
        "“I only wanted a sandwich,” deadpanned Anna Lind.",
        [("Anna Lind", "named")],
    ),
    "was blunt": ("Captain Tom Becker was less polite: “We stank.”", [("Tom Becker", "named")]),
    "single marks are no block": (
        "Tom Becker said: 'We do not comment on it, any of us.'",
        [("Tom Becker", "named")],
    ),
    "was called so, according to a paper": ("The city, according to Tom Becker, was called the “breadbasket”.", []),
    "fired after saying": (
        "Anna Lind was fired in May after telling pupils that “the earth is flat”.",
        [("Anna Lind", "named")],
    ),
    "the teenager charged": (
        "Tom Becker said the boy charged “like a football player on the field”.",
        [("Tom Becker", "named")],
    ),
    "a promise to": (
        "Tom Becker’s promise to “leave no sailor behind” rang hollow, said Anna Lind.",
        [("Tom Becker", "named")],
    ),
    "was his response": ("“You have got to be kidding,” was Tom Becker’s response.", [("Tom Becker", "named")]),
    "an agency reported": (
        "Tom Becker told reporters that the claims were “absolutely unfounded,” the Norland agency reported.",
        [("Tom Becker", "named")],
    ),
    "a film called a bore": ("Tom Becker called the film “a two-hour bore”; it won.", [("Tom Becker", "named")]),
    "a far cue that ends the sentence": (
        "Cooks and “at least one ghost” will go if the pier shuts, the chairman, Tom Becker, joked grimly on Monday.",
        [("Tom Becker", "named")],
    ),
    "a surname misspelt once": (
        "Maria Duarte went home. Tom Belinger met her. “I have two boats,” Bellinger said.",
        [("Tom Belinger", "named")],
    ),
    "who goes by a name": (
        "The leader of the band, who goes by the name Tom Becker, told them he was “ready to come back for it.”",
        [("Tom Becker", "named")],
    ),
    "known only as": ("A man known only as Tom Becker said: “We are ready to go.”", [("Tom Becker", "named")]),
    "what she read out": (
        "Anna Lind left. She read from the letter of a girl: “My sister asks me to turn off the light.”",
        [(None, None)],
    ),
    "after an answer either may speak": (
        "“Was Joe Fell there?” Tom Becker asked.\n“He was,” said Anna Lind.\n“And he never told us about it.”",
        [("Tom Becker", "named"), ("Anna Lind", "named"), (None, None)],
    ),
    "a question and its answer, alone": (
        "The pier should stay, said Tom Becker.\n“Will the gentleman pay for it?”\n“The gentleman will think of it.”",
        [(None, None), (None, None)],
    ),
    "what they had said before": (
        "The pier is shut. Sailors had told the board so. “And three times we told them to go away.”",
        [(None, None)],
    ),
    "asked, who answers is not who asked": (
        "“No, sir,” Tom Becker replied.\n“Why not do it now?” Anna Lind asked.\n“It is a gimmick and no more.”",
        [("Tom Becker", "named"), ("Anna Lind", "named"), (None, None)],
    ),
}


@pytest.mark.parametrize("case", SPEAKERS)
def test_says_who_speaks_and_how_that_is_known(read: Read, case: str) -> None:
    text, expected = SPEAKERS[case]
    parsed = read(text)
    assert [(quote.speaker, quote.known) for quote in find_quotes(parsed, names_in(parsed))] == expected
