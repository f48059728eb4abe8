"""Quotations are verbatim, and a speaker is given only where the text leaves no doubt."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.annotate.quotes import correct_speakers, find_quotes, find_quotes_by_pattern
from briefing.annotate.quotes.marks import find_quotations
from briefing.model import Paragraph, Quote, SpeakerCorrection
from tests.annotate.quoted import Read, names_in, quotes_of

CASES = {
    "cue after": (
        "“The bridge will open before the summer,” Duarte told reporters on Monday.",
        [("The bridge will open before the summer,", "Maria Duarte", "told")],
    ),
    "cue after, inverted": (
        '"We have run out of patience with the builders," said Tom Becker.',
        [("We have run out of patience with the builders,", "Tom Becker", "said")],
    ),
    "cue before": (
        "Becker said: “Nobody asked the people who live here.”",
        [("Nobody asked the people who live here.", "Tom Becker", "said")],
    ),
    "cue in the middle": (
        "“We are ready,” Duarte said, “and we will not wait any longer.”",
        [("We are ready,", "Maria Duarte", "said"), ("and we will not wait any longer.", "Maria Duarte", "said")],
    ),
    "the sentence after a cued quotation": (
        "“We are ready,” Duarte said. “Nobody will wait any longer.”",
        [("We are ready,", "Maria Duarte", "said"), ("Nobody will wait any longer.", "Maria Duarte", None)],
    ),
    "a cue belongs to the quotation it introduces": (
        "Duarte said, “The old plan was a mistake.” Becker replied, “The new plan is worse.”",
        [
            ("The old plan was a mistake.", "Maria Duarte", "said"),
            ("The new plan is worse.", "Tom Becker", "replied"),
        ],
    ),
    "part of a sentence": (
        "Becker described the bridge as “hopeless” during a debate.",
        [("hopeless", "Tom Becker", "described")],
    ),
    "according to": (
        "The pier is “close to collapse,” according to the Harbour Board.",
        [("close to collapse,", "Harbour Board", None)],
    ),
    "the statement continued": (
        "In a statement, the Harbour Board said that “the pier is safe for walkers.”\n"
        "“Boats should keep away from it,” the statement added.",
        [
            ("the pier is safe for walkers.", "Harbour Board", "said"),
            ("Boats should keep away from it,", "Harbour Board", "added"),
        ],
    ),
    "a paragraph of nothing but quotation": (
        "“The pier is safe for walkers,” the Harbour Board said.\n“Boats should keep away from it for now.”",
        [
            ("The pier is safe for walkers,", "Harbour Board", "said"),
            ("Boats should keep away from it for now.", "Harbour Board", None),
        ],
    ),
    "over two paragraphs": (
        "“The pier is safe for walkers today.\n“Boats should keep away from it,” Duarte said.",
        [
            ("The pier is safe for walkers today.", "Maria Duarte", None),
            ("Boats should keep away from it,", "Maria Duarte", "said"),
        ],
    ),
    "a pronoun with one reading": (
        "Duarte opened the debate. “The bridge will be built,” she said.",
        [("The bridge will be built,", "Maria Duarte", "said")],
    ),
    "a pronoun with two readings": (
        "Maria Duarte met Anna Lind at the pier. “The bridge will be built,” she said.",
        [("The bridge will be built,", None, "said")],
    ),
    "a role that one person holds": (
        "Maria Duarte spoke at noon. “The bridge will be built,” the mayor said.",
        [("The bridge will be built,", "Maria Duarte", "said")],
    ),
    "a speaker without a name": (
        "“We heard a loud bang at midnight,” a fisherman said.",
        [("We heard a loud bang at midnight,", "a fisherman", "said")],
    ),
    "a title of a work": ("Duarte was seen reading “The Long Way Home” on the train.", []),
    "a so-called thing": ("The so-called “bridge tax” was dropped in May.", []),
    "a name given": ("The ship, called “Blue Star”, left the harbour.", []),
    "a scare quote": ("The “free” ferry costs four crowns.", []),
    "a block without marks": (
        "Maria Duarte said:\nThe pier is safe today.\nWe have seen to it.\nThe mayor left the port in May.",
        [("The pier is safe today.", "Maria Duarte", None), ("We have seen to it.", "Maria Duarte", None)],
    ),
    "words without marks behind a colon": (
        "Speaking at noon, Tom Becker said: The pier is safe and we are proud of it.\nThe mayor left the port in May.",
        [("The pier is safe and we are proud of it.", "Tom Becker", "said")],
    ),
    "a colon before what is nobody's words": (
        "Maria Duarte said two things were wrong:\nThe pier was closed.\nThe mayor left the port in May.",
        [],
    ),
    "a colon before what is reported in the end": (
        "Maria Duarte explained the plan:\nThe pier is closed.\nShe stressed the need to open our port soon.",
        [],
    ),
    "the first person before a colon": ("I mentioned the pier before:\nWe have seen to it.\nIt stands.", []),
    "a block that goes on with marks": (
        "Maria Duarte said:\n“The pier is safe today.”",
        [("The pier is safe today.", "Maria Duarte", None)],
    ),
    "no cue, but long enough": (
        "The sign at the pier reads “no boats beyond this point” in red.",
        [("no boats beyond this point", "The sign at the pier", "reads")],
    ),
}


SPEAKERS: dict[str, tuple[str, list[tuple[str | None, str | None]]]] = {  # text, then speaker and how known
    "a long name behind the cue": (
        "“The ice is melting from below,” said study co-author and research fellow Maria Duarte of the Harbour Board.",
        [("Maria Duarte", "named")],
    ),
    "the full stop of a rank ends no sentence": (
        "“The masks arrived in time,” said Maj. Gen. Tom Becker, commander of the port.",
        [("Tom Becker", "named")],
    ),
    "it goes on, and the comma stands behind the marks": (
        "“The port was shelled at noon”, said the Harbour Board. “We shall answer”, it added.",
        [("Harbour Board", "named"), ("Harbour Board", "reference")],
    ),
    "two roles of one person": (
        "Academic and writer Maria Duarte commented, “Nobody reads the small print any more.”",
        [("Maria Duarte", "named")],
    ),
    "two speakers": (
        "Maria Duarte and Tom Becker said: “We shall vote against the plan.”",
        [("Maria Duarte and Tom Becker", "described")],
    ),
    "a long office": (
        "“They are going out of business,” said Oceana's sales, service, and marketing vice president on Monday.",
        [("Oceana's sales, service, and marketing vice president", "described")],
    ),
    "few words behind others of the same sentence": (
        "Maria Duarte has called the sentence “dangerous for all of us who live by the port” and “ideological”.",
        [("Maria Duarte", "named"), ("Maria Duarte", "named")],
    ),
    "a hyphenated word is no title": (
        "Tom Becker called the hearing into Maria Duarte “Oceana-style”.",
        [("Tom Becker", "named")],
    ),
    "the ministry, then it": (
        "The ministry summoned the envoy on Friday. It said the remarks were “beyond what we can accept”.",
        [("The ministry", "reference")],
    ),
    "another body acts": (
        "“We regret it,” Tom Becker said. The Harbour Board met on Friday. It called the remarks “a disgrace”.",
        [("Tom Becker", "named"), ("Harbour Board", "reference")],
    ),
    "a label with a place in brackets": (
        "Mr. Becker (Norland): “Will the mayor give way?”",
        [("Tom Becker", "named")],
    ),
    "in the first person, of whom the sentence before is": (
        "Tom Becker was blunt about the boats of Norland. “We were awful today. I have no other word for it.”",
        [("Tom Becker", "context")],
    ),
    "in the first person, after two people": (
        "Tom Becker met Anna Lind at noon. “We were awful today. I have no other word for it.”",
        [(None, None)],
    ),
    "in the first person, of whom the sentence is": (
        "Anna Lind has sailed for two years, a habit that “stems from my love of the sea”.",
        [("Anna Lind", "context")],
    ),
    "in the first person, behind a day": (
        "Tom Becker was asked about the storm. On the night itself, “I felt that my whole house would sink with me”.",
        [("Tom Becker", "context")],
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
    "a cue between two quotations": (
        "The Harbour Board issued a statement. “The pier is closed,” read the statement; “nobody may walk on it.”",
        [("Harbour Board", "reference"), ("Harbour Board", "reference")],
    ),
    "was called so by": (
        "The plan was called “dead on arrival” by Tom Becker.",
        [("Tom Becker", "named")],
    ),
    "accused of": ("The campaign accused Tom Becker of “siding with pirates”.", [("The campaign", "described")]),
    "how a name is said": ("The ship is called Wild (pronounced “Vilt-two”) here.", []),
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
    "talked of": (
        "Anna Lind left. Tom Becker talked of her “countless gifts to the people of the port”.",
        [("Tom Becker", "named")],
    ),
    "shot back": ("“That is simply false,” Tom Becker shot back.", [("Tom Becker", "named")]),
    "a letter begins": ("“To all whom it may concern,” the letter begins.", [("the letter", "described")]),
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
    "a colon at the end of the paragraph": (
        "Anna Lind spoke. Tom Becker had a message for sailors:\n“Nobody is coming to save us.”",
        [("Tom Becker", "context")],
    ),
    "two speakers behind the cue": (
        "“We shall vote against the plan,” said Maria Duarte, the mayor, and Tom Becker.",
        [("Maria Duarte and Tom Becker", "described")],
    ),
    "two offices of one person": (
        "“This is a great day for the port,” said Oceana President and Chief Executive Officer, Tom Becker.",
        [("Tom Becker", "named")],
    ),
    "a witness goes on": (
        "“I saw a man with a rope at the pier,” a passenger told reporters. “He ran away at once.”",
        [("a passenger", "described"), ("a passenger", "context")],
    ),
    "a spokesman with his office": (
        "A spokesman for the port said the crane was “safe to use again”.",
        [("A spokesman for the port", "described")],
    ),
    "a woman who is not named": (
        "“It was a lovely day for all,” said a woman who asked not to be named.",
        [("a woman", "described")],
    ),
    "the board": (
        "The Harbour Board cut forty jobs in May. “We regret every one of them,” the board said.",
        [("Harbour Board", "reference")],
    ),
    "they go on": (
        "Residents called the plan “a slap in the face”. They said it was “written in a hurry”.",
        [("Residents", "described"), ("Residents", "reference")],
    ),
    "others speak after a company": (
        "The Harbour Board cut forty jobs. “We regret it,” the board said. The unions called it “shameful”.",
        [("Harbour Board", "reference"), ("The unions", "described")],
    ),
    "a statement is issued": (
        "Maria Duarte issued a statement on Monday. “Like many of you, I am sad to see it go.”",
        [("Maria Duarte", "context")],
    ),
    "somebody else's statement": (
        "Tom Becker was on board. Oceana's official statement read: “We are sorry for the delay.”",
        [("Oceana's official statement", "described")],
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
    "a cue after, with a long role": (
        "“I am happy with that”, Oceana coach Tom Becker said. “We gained ground.”",
        [("Tom Becker", "named"), ("Tom Becker", "context")],
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
    "he goes on about another": (
        "Becker spoke on Monday. He said Duarte was “a model for us all”; however, “to end it I shall go”, he added.",
        [("Tom Becker", "reference"), ("Tom Becker", "reference")],
    ),
    "she by the given name": (
        "Maria Duarte met Tom Becker at the pier. “The bridge will be built,” she said.",
        [("Maria Duarte", "reference")],
    ),
    "his sister is not he": (
        "Tom Becker was told of it. His sister pleaded with him at length, but he replied “I cannot do that”.",
        [("Tom Becker", "reference")],
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
    "a programme in which somebody spoke": (
        "Tom Becker paid tribute. He said on a radio programme “It is a loss to the people here, because he built it.”",
        [("Tom Becker", "reference")],
    ),
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
    "a student named so": (
        "A student named Anna Lind said, “We shall stay here all night.”",
        [("Anna Lind", "named")],
    ),
    "a cue close to marks without a comma": (
        '"I am in awe of the people who ran to help us" tweeted Mayor of Norland Tom Becker.',
        [("Tom Becker", "named")],
    ),
    "a nickname ends no sentence": (
        "“They would strike at noon,” said Col. Tom “J.B.” Becker of the port. “We shall not allow it to happen.”",
        [("Tom Becker", "named"), ("Tom Becker", "context")],
    ),
    "quoted by a paper": (
        "Tom Becker was quoted by the Harbour Board on the plan: “This mistake will cost us dear.”",
        [("Tom Becker", "named")],
    ),
    "part of a statement": (
        "Part of Duarte's statement reads “the average ship could be better suited to the port”.",
        [("Maria Duarte", "reference")],
    ),
    "one of several": (
        "One of the victims said the men were “nothing but cowards in boats”.",
        [("One of the victims", "described")],
    ),
    "I was like": (
        "Maria Duarte started swearing at me, and then I was like, “Look, nobody asked you about the pier.”",
        [(None, None)],
    ),
    "few words of a spokesperson": (
        "He had “two deep wounds”, according to a hospital spokesperson.",
        [("a hospital spokesperson", "described")],
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
    "a name and a long apposition": (
        "“It could have been much worse for all of us,” Nia Al-Sturrock, editor at large at the Gazette, said.",
        [("Nia Al-Sturrock", "described")],
    ),
    "one MP": ("One MP told a paper, “We know that people want to stay here.”", [("One MP", "described")]),
    "he, after according to": (
        "According to Tom Becker, sailors stay away. “They will start building trust in the port,” he told the press.",
        [("Tom Becker", "reference")],
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
    "as a pollster put it": (
        "As one pollster put it, voters are “tired of both of the candidates”.",
        [("one pollster", "described")],
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
    "his lawyer": (
        "“The words were taken out of context,” his lawyer argued.",
        [("his lawyer", "described")],
    ),
    "their statement": (
        "The Harbour Board issued a statement. Their statement read “it breaks every principle we have”.",
        [("Harbour Board", "reference")],
    ),
    "a number before a name": (
        "The suit names section 1201 Circumvention which says “no person shall go round a lock”.",
        [(None, None)],
    ),
    "a programme and its name": (
        "Speaking on Norland Radio's “Good Morning,” Tom Becker said that it “has a path to victory”.",
        [("Tom Becker", "named")],
    ),
    "few words that begin the sentence": (
        "“He was quiet,” said a neighbour who declined to be named.",
        [("a neighbour", "described")],
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
    "a friend's name is no speaker": (
        "A friend of Tom Becker said the use of boats “costs the port a lot of money”.",
        [("A friend of Tom Becker", "described")],
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
    "few words that are what is said": (
        "A senior official, speaking on condition of anonymity, said talks were “going nowhere”.",
        [("A senior official", "described")],
    ),
    "few words after an article": (
        "The strike was an act of piracy. Sailors called it a “war crime”.",
        [("Sailors", "described")],
    ),
    "few words that are a term": ("Analysts say the “free market” is over in the ports.", []),
    "a proclamation": (
        "The proclamation said “the flood constitutes an emergency for the whole of the port”.",
        [("The proclamation", "described")],
    ),
    "a trader": ("“I am a buyer here, and have been,” one trader said.", [("one trader", "described")]),
    "a proposed thing": (
        "Tom Becker called Maria Duarte's proposed deal “a lousy one for us all”.",
        [("Tom Becker", "named")],
    ),
    "somebody is nobody": ("“Nobody should cross it now,” somebody cried.", [(None, None)]),
    "others before it are nobody": (
        "Others believe that the losses answered the storm. “Some of the piers were a little worn but not that bad.”",
        [(None, None)],
    ),
    "a banner saying": (
        "Tom Becker held a banner saying “put it to the people now”.",
        [("a banner", "described")],
    ),
    "a statement which said, and a name within the marks": (
        "They released a statement which said, “Norland bears profound value, it must remain.”",
        [("a statement", "described")],
    ),
    "which a paper called": (
        "She wrote a novel, which the Harbour Board called “the steamiest book ever written here”.",
        [("Harbour Board", "named")],
    ),
    "names of works with commas within the marks": (
        "One could see “The Old Man at Sea,” “The Long Way Home Again,” and boats.",
        [],
    ),
    "the subject of the sentence before": (
        "Anna Lind left in May. Tom Becker was asked about it at the port. He said, “Our thoughts are with them.”",
        [("Tom Becker", "reference")],
    ),
    "it read": (
        "The Harbour Board released a statement on the arrest. It read, “First of all, he has a good name.”",
        [("Harbour Board", "reference")],
    ),
    "a law": (
        "Tom Becker issued a statement. The 14th amendment states: “all persons born here are citizens.”",
        [("The 14th amendment", "described")],
    ),
    "but ruled": (
        "A judge agreed the book may have held secrets but ruled that “the damage to the port is done”.",
        [("A judge", "described")],
    ),
    "with a phrase between": (
        "The Harbour Board has, in a statement, called on sailors to “keep away from it in every wind”.",
        [("Harbour Board", "named")],
    ),
    "a statement on a website": (
        "In a statement on the Harbour Board website, the company said the cause “is plain to see”.",
        [("Harbour Board", "reference")],
    ),
    "the following statement": (
        "The Harbour Board issued the following statement: “The pier is safe for walkers and for nobody else.”",
        [("Harbour Board", "named")],
    ),
    "the subject of the sentence, not of a clause in it": (
        "Anna Lind left in May. Giving way, Tom Becker agreed to a plan which Jo Berg wrote. “It is over,” he said.",
        [("Tom Becker", "reference")],
    ),
    "the only one of the paragraph": (
        "Tom Becker and Jo Berg met.\nJoe Fell's stay at the port was short. Rain fell. He joked “my shoes are wet”.",
        [("Joe Fell", "reference")],
    ),
    "few speak of themselves by name": (
        "For Tom Becker, a sailor, Jo Berg was a hero. He said, “Jo Berg was the heart of the port in my day.”",
        [("Tom Becker", "reference")],
    ),
    "a victim, then she": (
        "One of the victims came to the port. “There is nothing to be ashamed of,” she said.",
        [("One of the victims", "reference")],
    ),
    "remembered asking": (
        "“How can it go away?” Tom Becker remembered asking, “It is the best boat of the port.”",
        [("Tom Becker", "named"), ("Tom Becker", "named")],
    ),
    "others speak between": (
        "“We do not know who owns the pier”. Anna Lind wrote a book about it. “It was a good day,” she said.",
        [(None, None), ("Anna Lind", "reference")],
    ),
    "a statement that names another": (
        "The Harbour Board issued a statement that it should be settled by Maria Duarte: “We cannot do it.”",
        [("Harbour Board", "named")],
    ),
    "asked about it": (
        "Tom Becker, asked about the pier, said it was “safe for walkers and for nobody else”.",
        [("Tom Becker", "named")],
    ),
    "a former mayor is not the mayor": (
        "Maria Duarte, the mayor, met Tom Becker, the deputy mayor. The mayor called it “a waste of time”.",
        [("Maria Duarte", "reference")],
    ),
    "a paper's name is no post": (
        "Anna Lind said so. As Tom Becker told the Norland Post, it sank. “Despite all the work it has gone down.”",
        [("Tom Becker", "context")],
    ),
    "according to something that nobody is": (
        "The pier was “unlawful in every respect”, according to the summary.",
        [("the summary", "described")],
    ),
    "an epithet is whoever is spoken of": (
        "Tom Becker was not impressed. Talks failed. “The rule is short enough for all,” the 45-year-old sighed.",
        [("Tom Becker", "reference")],
    ),
    "an epithet of nobody in sight": (
        "Rain fell. “The rule is short enough for all,” the Swede sighed.",
        [(None, None)],
    ),
    "the mayor by what the text tells": (
        "Anna Lind has been sheriff of Norland for a year. “Give me lumber and good lawyers,” said the sheriff.",
        [("Anna Lind", "reference")],
    ),
    "the mayor did, then he said": (
        "Tom Becker left. Asked about it as she left the pier, the mayor smiled. “Tell him I like the port,” she said."
        " Maria Duarte is 60.",
        [("Maria Duarte", "reference")],
    ),
    "a court is no company": (
        "The High Court met on Monday. In a note to staff the company warned that “volumes do not return at once”.",
        [("the company", "described")],
    ),
    "who gave his name": (
        "“The petrol is dearer than it was,” said a taxi driver who gave his name as Joe Fell.",
        [("Joe Fell", "named")],
    ),
    "who asked to be called": (
        "“The petrol is dearer than it was,” said a taxi driver, who asked to be called Iqbal.",
        [("Iqbal", "described")],
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
    "whatever verb is put in": (
        "Anna Lind said she would vote. The winter, she allowed, “may be a quiet one.”",
        [("Anna Lind", "reference")],
    ),
    "a question, then the answer": (
        "“We have five camps,” Anna Lind said. Is that failure?\n“It is nine fewer than there were.”",
        [("Anna Lind", "named"), ("Anna Lind", "context")],
    ),
    "was asked": (
        "Tom Becker was asked how many jobs would go.\n“Fewer than you have read of.”",
        [("Tom Becker", "context")],
    ),
    "a question to nobody": ("Rain fell. How many jobs would go?\n“Fewer than you have read of.”", [(None, None)]),
    "goes on after a sentence about her": (
        "“I had saved since the war,” said Anna Lind. Her ticket cost a lot. “For that price one can build a house.”",
        [("Anna Lind", "named"), ("Anna Lind", "context")],
    ),
    "does not go on when another acts": (
        "“I had saved since the war,” said Anna Lind. A sailor met her. “For that price one can build a house.”",
        [("Anna Lind", "named"), (None, None)],
    ),
    "a time before a colon": (
        "“The plan is dead for good,” Tom Becker wrote. Four minutes later: “She should try a real job!”",
        [("Tom Becker", "named"), ("Tom Becker", "context")],
    ),
    "reminded her": (
        "“Ask me another time,” Anna Lind said. An aide reminded her that two men were there. “Ask them, too, my boy.”",
        [("Anna Lind", "named"), (None, None)],
    ),
    "someone is nobody whom she means": (
        "Anna Lind conceded. Someone shouted, “Next time!” She waved. “I do have the signs,” she said.",
        [("Someone", "described"), ("Anna Lind", "reference")],
    ),
    "her husband is not she": (
        "Anna Lind’s husband died in May. “They sent me a form that spring,” she said.",
        [("Anna Lind", "reference")],
    ),
    "its statement": (
        "Tom Becker left. The union urged restraint. Its statement said: “Words win votes and hurt the children.”",
        [("The union", "reference")],
    ),
    "a memo written by somebody": (
        "The suit quotes a memo written in May by an unnamed clerk. “If they got in,” it reads, “we would win.”",
        [("an unnamed clerk", "reference"), ("an unnamed clerk", "reference")],
    ),
    "an assessment, it said": (
        "A classified assessment reached another view: The unit, it said, “will hold the road by day and no longer.”",
        [("A classified assessment", "described")],
    ),
    "a dateline speaks not": (
        "NORLAND -- The Harbour Board, citing losses, said the quarter “will not look much prettier than that.”",
        [("Harbour Board", "named")],
    ),
    "what somebody has is not what he says": (
        "“Margins get worse before they get better,” said an analyst, who has a “buy” rating on it.",
        [("an analyst", "described")],
    ),
    "a term that is explained": (
        "Tom Becker suggests that “peak water” – the point at which it all turns – has passed.",
        [],
    ),
    "what was said before the cue is another sentence": (
        "“My wife is going to cry,” Tom Becker said. “I cannot tell you which kind.” His bus was late, he said.",
        [("Tom Becker", "named"), ("Tom Becker", "context")],
    ),
    "a person taken for a body": (
        "Ruth Tarrow spent the day on the pier. “Ask me that with a full tank,” she said.",
        [("Ruth Tarrow", "reference")],
    ),
    "the 23-year-old behind the verb": (
        "Tom Becker scored twice. “I am over the moon about it,” said the 23-year-old.",
        [("Tom Becker", "reference")],
    ),
    "a verb of no speech before who said it": (
        "“I only wanted a sandwich,” deadpanned Anna Lind.",
        [("Anna Lind", "named")],
    ),
    "was blunt": ("Captain Tom Becker was less polite: “We stank.”", [("Tom Becker", "named")]),
    "her message": (
        "Anna Lind spoke at noon. Her message was simple: “Go home and stay there.”",
        [("Anna Lind", "reference")],
    ),
    "adds a trader": ("Adds one trader: “Nobody buys.”", [("one trader", "described")]),
    "shrugged": ("Tom Becker shrugged. “You win some, you lose some.”", [("Tom Becker", "context")]),
    "shrugged, with few words": ("Tom Becker shrugged. “It is complicated.”", [("Tom Becker", "context")]),
    "single marks are no block": (
        "Tom Becker said: 'We do not comment on it, any of us.'",
        [("Tom Becker", "named")],
    ),
    "was called so, according to a paper": ("The city, according to Tom Becker, was called the “breadbasket”.", []),
    "a ministry's statement denouncing": (
        "The ministry issued a statement denouncing “a reckless act of provocation”.",
        [("The ministry", "reference")],
    ),
    "on his behalf": (
        "Tom Becker was silent, but a lawyer issued a statement on his behalf. “I was clean every time,” it read.",
        [("Tom Becker", "reference")],
    ),
    "one of many": (
        "Analysts were split. “It is too little, too late,” said one. Another said it was “bad news for the port”.",
        [("one analyst", "described"), ("another analyst", "described")],
    ),
    "fired after saying": (
        "Anna Lind was fired in May after telling pupils that “the earth is flat”.",
        [("Anna Lind", "named")],
    ),
    "her lawyer, of unknown sex": (
        "Anna Lind was fired. Her lawyer, Jo Berg, said she would appeal. “She was joking about it,” he said.",
        [("Jo Berg", "reference")],
    ),
    "a name that nobody lists, then the surname": (
        "“We are under water here,” said Gunda Page, a nurse. Page called it “the worst of floods”.",
        [("Gunda Page", "described"), ("Gunda Page", "described")],
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
    "what others called it, before who said": (
        "Tom Becker, in what analysts called “a stunning reversal,” said he would pay.",
        [("analysts", "described")],
    ),
    "an agency reported": (
        "Tom Becker told reporters that the claims were “absolutely unfounded,” the Norland agency reported.",
        [("Tom Becker", "named")],
    ),
    "the No. 2 carmaker": (
        "The No. 2 carmaker said it lost money and warned that the ports were “falling rapidly behind.”",
        [("The No. 2 carmaker", "described")],
    ),
    "a film called a bore": ("Tom Becker called the film “a two-hour bore”; it won.", [("Tom Becker", "named")]),
    "the next sentence, he said": (
        "Tom Becker called it “a plan for dogs.” The agency, he said, was “asleep at the wheel.”",
        [("Tom Becker", "named"), ("Tom Becker", "reference")],
    ),
    "her son is no woman": (
        "Anna Lind left. Her son, Jo Berg, died in May. “I want to see the mayor,” she said.",
        [("Anna Lind", "reference")],
    ),
    "the last to speak of two who act": (
        "Tom Becker refused to talk, but his assistant, Joe Fell, said so. “Berg is a winner,” he said.",
        [("Joe Fell", "reference")],
    ),
    "one of them": (
        "Sailors said they doubted it. “There is no stomach for it here,” one of them said.",
        [("one sailor", "described")],
    ),
    "whose sister pleaded": (
        "Tom Becker met Joe Fell. Becker’s sister pleaded with him, but he replied, “I am not able to do that.”",
        [("Tom Becker", "reference")],
    ),
    "what somebody has, before the verb": (
        "Analysts at the bank, who have a “sell” rating, described the figures as “dire”.",
        [("Analysts", "described")],
    ),
    "one e-mail": (
        "Tom Becker wrote a letter. One e-mail, dated May 12, read: “Expect bad weather on the day.”",
        [("One e-mail", "described")],
    ),
    "a far cue that ends the sentence": (
        "Cooks and “at least one ghost” will go if the pier shuts, the chairman, Tom Becker, joked grimly on Monday.",
        [("Tom Becker", "named")],
    ),
    "what they describe as": (
        "Drivers want more pay and an end to what they describe as “a lottery of shifts”.",
        [("Drivers", "described")],
    ),
    "a term of the group that says so": (
        "The cases target “major pirates”, a sailors' union said.",
        [("a sailors' union", "described")],
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
    "the only woman of the sentence before": (
        "Anna Lind said it would rain. That shocked Maria Duarte. “We wanted a boat, not a shop,” she told the board.",
        [("Maria Duarte", "reference")],
    ),
    "whose book it is, two sentences before": (
        "Maria Duarte left. Anna Lind’s novel is set at sea. It sold. “I never thought it would,” she told guests.",
        [("Anna Lind", "reference")],
    ),
    "a title that no list has": (
        "Commodore Tom Becker came. The pier was shut. “We would like him to come in and talk,” the commodore said.",
        [("Tom Becker", "reference")],
    ),
    "a role beside the name": (
        "The harbourmaster there, Maria Duarte, left. Tom Becker was glad. “Nobody asked me,” said the harbourmaster.",
        [("Maria Duarte", "reference")],
    ),
    "the deputy is not the mayor": (
        "Mayor Tom Becker won. Deputy Mayor Joe Fell lost. “I will be back in four years,” the deputy mayor said.",
        [("Joe Fell", "reference")],
    ),
    "the retired dentist": (
        "Tom Becker has had three letters. “They say I am not well,” says the retired dentist, from Norland.",
        [("Tom Becker", "reference")],
    ),
    "what the league calls it": (
        "But the league has not seen what it calls “credible proof of funds”.",
        [("the league", "described")],
    ),
    "its response": (
        "The agency said so in its written response, which called the matter “an anomaly.”",
        [("The agency", "reference")],
    ),
    "not the firm, but the regulator": (
        "Harbour Power went bust. Customers keep their boats, the regulator said. It told people to “sit tight” now.",
        [("the regulator", "reference")],
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
    "asked about another": (
        "Tom Becker was late. Asked whether Joe Fell would stay, he said: “Will you stay in the port?”",
        [("Tom Becker", "reference")],
    ),
    "what she read out": (
        "Anna Lind left. She read from the letter of a girl: “My sister asks me to turn off the light.”",
        [(None, None)],
    ),
    "somebody unnamed is asked": (
        "The mayor, visiting a bakery, was asked if she was glad.\n“They told me it would all be toast.”",
        [("The mayor", "context")],
    ),
    "who sought to be unnamed": (
        "“A year ago the boats were full,” a sailor, who sought anonymity because he is not allowed to speak, told us.",
        [("a sailor", "described")],
    ),
    "asked, who has spoken answers": (
        "“That is very good,” Tom Becker said.\n“Did you agree to it?” asked Anna Lind.\n“I did not.”",
        [("Tom Becker", "named"), ("Anna Lind", "named"), ("Tom Becker", "context")],
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
    "called so by another": (
        "That decision was called “dockside economics” by one aid worker and “the law” by the ministry.",
        [("the ministry", "described")],
    ),
    "whom she addresses": (
        "Tom Becker closed the meeting. “Your three minutes are up.”\n“So are your three, Tom Becker,” he heard.",
        [("Tom Becker", "context"), (None, None)],
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


PATTERNS = {
    "German, cue after": ("de", "„Wir haben lange genug gewartet“, sagte Ministerin Anna Berger.", "Anna Berger"),
    "German, a surname once known": (
        "de",
        "Anna Berger sagte: „Wir warten schon lange.“ „Jetzt müssen wir handeln“, so Berger.",
        "Anna Berger",
    ),
    "German, nobody named": ("de", "Die Sprecherin der Polizei sagte: „Es gab keine Verletzten gestern.“", None),
    "French, with a role": ("fr", "« Nous avons assez attendu », a déclaré le maire Paul Lenoir.", "Paul Lenoir"),
    "French, somebody else's wife": ("fr", "« Je ne sais rien de cela », a dit la femme de Paul Lenoir.", None),
    "French, cue before": ("fr", "Marie Dubois a expliqué : « Nous sommes prêts à partir. »", "Marie Dubois"),
    "Spanish, cue after": ("es", "«No vamos a esperar más tiempo», dijo la alcaldesa Ana Robledo.", "Ana Robledo"),
    "Spanish, cue before": ("es", "Pedro Campos afirmó: “No tenemos nada que ocultar”.", "Pedro Campos"),
    "another language": ("nl", "„Wij hebben lang genoeg gewacht”, zei Anna Visser.", None),
}


@pytest.mark.parametrize("case", PATTERNS)
def test_finds_speakers_by_pattern_where_nothing_is_parsed(case: str) -> None:
    language, text, speaker = PATTERNS[case]
    quotes = find_quotes_by_pattern((Paragraph(1, 1, text),), language)
    assert [quote.speaker for quote in quotes][-1:] == [speaker]


@pytest.mark.parametrize("case", CASES)
def test_finds_quotations_and_their_speakers(read: Read, case: str) -> None:
    text, expected = CASES[case]
    assert quotes_of(read, text) == expected


MARKS = {
    "curly, straight and nested": (
        ['He said “we are ‘done’ here,” and "left".'],
        ["we are ‘done’ here,", "left"],
    ),
    "guillemets, spaced and reversed": (["« Oui », «non», »Ja« und „Nein“."], ["Oui", "non", "Ja", "Nein"]),
    "possessives and apostrophes": (["The farmers' market isn't the '90s dogs' den, 'tis true."], []),
    "single marks": (["‘Our sailors’ wives are waiting,’ he said."], ["Our sailors’ wives are waiting,"]),
    "double marks inside single ones": (["‘He told me “no” again,’ she said."], ["He told me “no” again,"]),
    "inches and minutes": (['A 6\'2" man and a 12" pipe.'], []),
    "an opening mark that never closes": (["“Open never closes. He left.", "The end."], []),
    "an unclosed mark before a whole quotation": (["“Open. He said “this is whole” and left."], ["this is whole"]),
    "opening marks repeated": (["“First part.", "“Second part,” she said."], ["First part.", "Second part,"]),
    "closed by the wrong mark": (['She said “so it is“ and “so" again.'], ["so it is", "so"]),
    "an opening mark that is not repeated": (
        ["He said: “First part.", "Second part.", "Third part,” and “more” of it."],
        ["First part.", "Second part.", "Third part,", "more"],
    ),
    "typists' marks that are not repeated": (
        ["`` First part.", "Second part. '' He left."],
        ["First part.", "Second part."],
    ),
    "straight marks that are not repeated": (
        ['"First part.', 'Second part," he said.'],
        ["First part.", "Second part,"],
    ),
    "a mark that closes five paragraphs on": (["“First part.", "It.", "was.", "too.", "far.", "Away,” he said."], []),
    "a heading between the marks": (["“First part.", "", "Second part,” he said."], []),
    "typists' marks": (["He `` did not '' agree."], ["did not"]),
}


@pytest.mark.parametrize("case", MARKS)
def test_marks_open_and_close(case: str) -> None:
    texts, expected = MARKS[case]
    assert [texts[found.index][found.start : found.end] for found in find_quotations(texts)] == expected


@given(st.lists(st.text(alphabet="ab .,'\"“”‘’«»„`\n", max_size=60), max_size=4))
def test_quotations_of_any_text_are_in_order_and_never_overlap(texts: list[str]) -> None:
    position = (0, 0)
    for found in find_quotations(texts):
        assert (found.index, found.outer_start) >= position
        assert found.outer_start <= found.start < found.end <= found.outer_end <= len(texts[found.index])
        position = (found.index, found.outer_end)


def test_a_text_longer_than_its_parse_keeps_its_quotations_and_the_speakers_of_the_beginning(read: Read) -> None:
    end = "Becker said: “So are we.” He said: “We all are ready.”"
    text = "Duarte said: “We are ready.” " + "It rained. " * 2_500 + end
    assert quotes_of(read, text) == [("We are ready.", "Maria Duarte", "said"), ("We all are ready.", None, None)]


def test_without_a_language_model_long_quotations_have_no_speaker() -> None:
    paragraphs = (
        Paragraph(1, 1, "„Wir haben lange genug gewartet“, sagte sie und ging."),
        Paragraph(2, 2, "Das „freie“ Boot."),
    )
    assert find_quotes_by_pattern(paragraphs) == (Quote("Wir haben lange genug gewartet", 1, 1, 31, None, None),)


def test_an_editor_corrects_a_speaker_whatever_the_marks_around_the_text() -> None:
    quotes = (Quote("We are ready,", 1, 1, 14, "Tom Becker", "said"), Quote("No.", 2, 1, 4, None, "said"))
    corrected = correct_speakers(quotes, [SpeakerCorrection("“We are ready”", "Maria Duarte")])
    assert [quote.speaker for quote in corrected] == ["Maria Duarte", None]


def test_a_pronoun_after_somebody_unnamed_is_not_the_person_named_before(read: Read) -> None:
    text = (
        "Maria Duarte said the harbour was closed.\n"
        "One of the victims gave her name. She said there was “nothing to be ashamed of at all”."
    )
    assert [(quote, speaker) for quote, speaker, _ in quotes_of(read, text)] == [
        ("nothing to be ashamed of at all", "One of the victims")
    ]


def test_who_it_may_be_is_told_to_the_editor_and_shown_to_nobody(read: Read) -> None:
    parsed = read("Maria Duarte and Anna Lind met on Monday. “It was a very long day for both of us,” she said.")
    (quote,) = find_quotes(parsed, names_in(parsed))
    assert (quote.speaker, quote.known) == (None, None) and quote.likely in {"Anna Lind", "Maria Duarte"}
    parsed = read("“Nobody asked the people who live here,” Becker said.")
    (quote,) = find_quotes(parsed, names_in(parsed))
    assert (quote.speaker, quote.likely) == ("Tom Becker", None)


LIKELY = {
    "whom the sentence is about": (
        "Tom Becker spoke. Anna Lind has sailed for two years, a passion that “stemmed from a love of the open sea”.",
        "Anna Lind",
    ),
    "the subject of the sentence before": (
        "Tom Becker said so. Anna Lind broke news of a plan to Jo Berg. “He is a man that nobody owns.”",
        "Anna Lind",
    ),
    "not whom the quotation names": (
        "Anna Lind left with Tom Becker. “Nobody in the port can replace Anna Lind.”",
        "Tom Becker",
    ),
    "they are no person": (
        "Sailors called it “bad”. Rain fell all day. The sun rose. They say that “the pier is lost for us all” now.",
        "Sailors",
    ),
}


@pytest.mark.parametrize("case", LIKELY)
def test_guesses_whom_the_text_is_about(read: Read, case: str) -> None:
    text, expected = LIKELY[case]
    parsed = read(text)
    quote = find_quotes(parsed, names_in(parsed))[-1]
    assert (quote.speaker, quote.likely) == (None, expected)


def test_in_an_interview_i_is_whose_turn_it_is(read: Read) -> None:
    parsed = read(
        "Harbour News: Your website says the port is closed. Why do you say “the port is dead for ever”?\n"
        "Tom Becker: It is. I told the board, “You cannot sell what is not yours.”\n"
        "I mean it when I speak of the “free harbour”.\n"
        "Harbour News: And now?\n"
        "Tom Becker: Now we all wait."
    )
    quotes = find_quotes(parsed, names_in(parsed))
    assert [(quote.text, quote.speaker, quote.known) for quote in quotes] == [
        ("the port is dead for ever", "Tom Becker", "reference"),
        ("You cannot sell what is not yours.", "Tom Becker", "reference"),
        ("Now we all wait.", "Tom Becker", "named"),
    ]
