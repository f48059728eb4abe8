"""Speakers whom a pronoun, a role or the text around refers to, and how that is known."""

from __future__ import annotations

import pytest

from briefing.annotate.quotes import find_quotes
from tests.annotate.quoted import Read, names_in, quotes_of

REFERENCES = {
    "it goes on, and the comma stands behind the marks": (
        "“The port was shelled at noon”, said the Harbour Board. “We shall answer”, it added.",
        [("Harbour Board", "named"), ("Harbour Board", "reference")],
    ),
    "the ministry, then it": (
        "The ministry summoned the envoy on Friday. It said the remarks were “beyond what we can accept”.",
        [("The ministry", "reference")],
    ),
    "another body acts": (
        "“We regret it,” Tom Becker said. The Harbour Board met on Friday. It called the remarks “a disgrace”.",
        [("Tom Becker", "named"), ("Harbour Board", "reference")],
    ),
    "in the first person, of whom the sentence before is": (
        "Tom Becker was blunt about the boats of Norland. “We were awful today. I have no other word for it.”",
        [("Tom Becker", "context")],
    ),
    "in the first person, of whom the sentence is": (
        "Anna Lind has sailed for two years, a habit that “stems from my love of the sea”.",
        [("Anna Lind", "context")],
    ),
    "in the first person, behind a day": (
        "Tom Becker was asked about the storm. On the night itself, “I felt that my whole house would sink with me”.",
        [("Tom Becker", "context")],
    ),
    "a cue between two quotations": (
        "The Harbour Board issued a statement. “The pier is closed,” read the statement; “nobody may walk on it.”",
        [("Harbour Board", "reference"), ("Harbour Board", "reference")],
    ),
    "a colon at the end of the paragraph": (
        "Anna Lind spoke. Tom Becker had a message for sailors:\n“Nobody is coming to save us.”",
        [("Tom Becker", "context")],
    ),
    "a witness goes on": (
        "“I saw a man with a rope at the pier,” a passenger told reporters. “He ran away at once.”",
        [("a passenger", "described"), ("a passenger", "context")],
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
    "a cue after, with a long role": (
        "“I am happy with that”, Oceana coach Tom Becker said. “We gained ground.”",
        [("Tom Becker", "named"), ("Tom Becker", "context")],
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
    "a programme in which somebody spoke": (
        "Tom Becker paid tribute. He said on a radio programme “It is a loss to the people here, because he built it.”",
        [("Tom Becker", "reference")],
    ),
    "a nickname ends no sentence": (
        "“They would strike at noon,” said Col. Tom “J.B.” Becker of the port. “We shall not allow it to happen.”",
        [("Tom Becker", "named"), ("Tom Becker", "context")],
    ),
    "part of a statement": (
        "Part of Duarte's statement reads “the average ship could be better suited to the port”.",
        [("Maria Duarte", "reference")],
    ),
    "he, after according to": (
        "According to Tom Becker, sailors stay away. “They will start building trust in the port,” he told the press.",
        [("Tom Becker", "reference")],
    ),
    "their statement": (
        "The Harbour Board issued a statement. Their statement read “it breaks every principle we have”.",
        [("Harbour Board", "reference")],
    ),
    "the subject of the sentence before": (
        "Anna Lind left in May. Tom Becker was asked about it at the port. He said, “Our thoughts are with them.”",
        [("Tom Becker", "reference")],
    ),
    "it read": (
        "The Harbour Board released a statement on the arrest. It read, “First of all, he has a good name.”",
        [("Harbour Board", "reference")],
    ),
    "a statement on a website": (
        "In a statement on the Harbour Board website, the company said the cause “is plain to see”.",
        [("Harbour Board", "reference")],
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
    "others speak between": (
        "“We do not know who owns the pier”. Anna Lind wrote a book about it. “It was a good day,” she said.",
        [(None, None), ("Anna Lind", "reference")],
    ),
    "a former mayor is not the mayor": (
        "Maria Duarte, the mayor, met Tom Becker, the deputy mayor. The mayor called it “a waste of time”.",
        [("Maria Duarte", "reference")],
    ),
    "a paper's name is no post": (
        "Anna Lind said so. As Tom Becker told the Norland Post, it sank. “Despite all the work it has gone down.”",
        [("Tom Becker", "context")],
    ),
    "an epithet is whoever is spoken of": (
        "Tom Becker was not impressed. Talks failed. “The rule is short enough for all,” the 45-year-old sighed.",
        [("Tom Becker", "reference")],
    ),
    "a mayor whom the text names later": (
        "A mayor accused the board of “a waste of time”.\nMaria Duarte, the mayor, met Tom Becker.",
        [("Maria Duarte", "reference")],
    ),
    "the town's mayor": (
        "Boats stayed in as the town's mayor said it was “a waste of time”.\nMaria Duarte, the mayor, met Tom Becker.",
        [("Maria Duarte", "reference")],
    ),
    "a mayor, beside the one that the text has named": (
        "Maria Duarte, the mayor, met Tom Becker.\nA mayor of the north called it “a waste of time”.",
        [("A mayor of the north", "described")],
    ),
    "one of the people who spoke before": (
        "Two people with knowledge of the matter said so. “The papers are drafted, not signed,” said one of them.",
        [("one of the people", "described")],
    ),
    "a paper is not whom 'he' means": (
        "The Post asked Anna Lind about it. “It is a broad term,” he said.",
        [(None, None)],
    ),
    "a letter that some have signed": (
        "Fifty former sailors signed a letter saying the e-mails had “all the classic earmarks of a hoax.”",
        [("Fifty former sailors", "reference")],
    ),
    "guidance, then it": (
        "Guidance for applicants is published on the website. It states that awards “may not be used to meet costs”.",
        [("Guidance for applicants", "reference")],
    ),
    "another document than the one before": (
        "“We value our people,” the Harbour Board said in a statement. The suit says it “fires who complains”.",
        [("Harbour Board", "named"), ("The suit", "described")],
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
    "goes on after a sentence about her": (
        "“I had saved since the war,” said Anna Lind. Her ticket cost a lot. “For that price one can build a house.”",
        [("Anna Lind", "named"), ("Anna Lind", "context")],
    ),
    "a time before a colon": (
        "“The plan is dead for good,” Tom Becker wrote. Four minutes later: “She should try a real job!”",
        [("Tom Becker", "named"), ("Tom Becker", "context")],
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
    "her message": (
        "Anna Lind spoke at noon. Her message was simple: “Go home and stay there.”",
        [("Anna Lind", "reference")],
    ),
    "shrugged": ("Tom Becker shrugged. “You win some, you lose some.”", [("Tom Becker", "context")]),
    "shrugged, with few words": ("Tom Becker shrugged. “It is complicated.”", [("Tom Becker", "context")]),
    "a ministry's statement denouncing": (
        "The ministry issued a statement denouncing “a reckless act of provocation”.",
        [("The ministry", "reference")],
    ),
    "on his behalf": (
        "Tom Becker was silent, but a lawyer issued a statement on his behalf. “I was clean every time,” it read.",
        [("Tom Becker", "reference")],
    ),
    "her lawyer, of unknown sex": (
        "Anna Lind was fired. Her lawyer, Jo Berg, said she would appeal. “She was joking about it,” he said.",
        [("Jo Berg", "reference")],
    ),
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
    "whose sister pleaded": (
        "Tom Becker met Joe Fell. Becker’s sister pleaded with him, but he replied, “I am not able to do that.”",
        [("Tom Becker", "reference")],
    ),
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
    "its response": (
        "The agency said so in its written response, which called the matter “an anomaly.”",
        [("The agency", "reference")],
    ),
    "not the firm, but the regulator": (
        "Harbour Power went bust. Customers keep their boats, the regulator said. It told people to “sit tight” now.",
        [("the regulator", "reference")],
    ),
    "asked about another": (
        "Tom Becker was late. Asked whether Joe Fell would stay, he said: “Will you stay in the port?”",
        [("Tom Becker", "reference")],
    ),
    "somebody unnamed is asked": (
        "The mayor, visiting a bakery, was asked if she was glad.\n“They told me it would all be toast.”",
        [("The mayor", "context")],
    ),
    "asked, who has spoken answers": (
        "“That is very good,” Tom Becker said.\n“Did you agree to it?” asked Anna Lind.\n“I did not.”",
        [("Tom Becker", "named"), ("Anna Lind", "named"), ("Tom Becker", "context")],
    ),
    "whom she addresses": (
        "Tom Becker closed the meeting. “Your three minutes are up.”\n“So are your three, Tom Becker,” he heard.",
        [("Tom Becker", "context"), (None, None)],
    ),
    "a report, then it": (
        "A report seen by Tom Becker tells another story. It says the pier is “held together by habit”.",
        [("A report", "reference")],
    ),
    "a note, then it": (
        "A guard found a note on the door. It read: “Back in ten minutes, we hope.”",
        [("a note", "reference")],
    ),
    "it is no guard": (
        "“The tide was late today,” a guard said. It added: “We drown.”",
        [("a guard", "described")],
    ),
    "the senator, of whom no text tells that he is one": (
        "Tom Becker's camp was blamed. On the radio the senator called it “a bad joke, told slowly”.",
        [("Tom Becker", "reference")],
    ),
    "a senator, then the senator": (
        "Tom Becker lost his case. He had met a senator. “He never had one,” the senator said.",
        [("the senator", "described")],
    ),
    "the board's answer, then it": (
        "Tom Becker asked for money. The Harbour Board's answer is no. “We have none to give away,” it told the mayor.",
        [("Harbour Board", "reference")],
    ),
    "the widow of somebody, who goes on": (
        "Tom Becker drowned in May. His widow said he had been tired. She asked for quiet. “He loved it,” she said.",
        [("His widow", "reference")],
    ),
    "the husband of somebody": (
        "Anna Lind's husband, a retired sailor, was at home on Friday. “I knew it was her,” he said.",
        [("Anna Lind's husband", "reference")],
    ),
    "she, whom an agent had promised something": (
        "Anna Lind, who is 31, left Norland in May. An agent had promised her a post. “It was a trap,” she told us.",
        [("Anna Lind", "reference")],
    ),
    "as for somebody": (
        "Joe Fell kept the money. As for Tom Becker, he works now. A guard woke him on Friday. “Did I win?” he said.",
        [("Tom Becker", "reference")],
    ),
    "a statement that somebody released by the way": (
        "Tom Becker was shocked by it, releasing a statement saying “the pier is a slap in the face to us all”.",
        [("Tom Becker", "reference")],
    ),
    "the bank chief, named before": (
        "Shares rose after Norland bank chief Tom Becker came. On Friday the bank chief said “it is a good start”.",
        [("Tom Becker", "reference")],
    ),
    "the family, of its statement": (
        "The family's statement on the death read: “She was loved by all who met her.”",
        [("The family", "described")],
    ),
    "a sign, whatever the parse makes of the verb": (
        "A sign on the door of the bakery read, “Closed due to death in the family.”",
        [("A sign", "described")],
    ),
    "a rival, who goes on behind the marks": (
        "Few were surprised. A rival was kinder: “They had bad luck,” he says.",
        [("A rival", "reference")],
    ),
    "another, who has a name": (
        "“He lit up the room,” said a friend. “I miss his laugh,” added another, Tom Becker.",
        [("a friend", "described"), ("Tom Becker", "named")],
    ),
    "an answer, then a question back or another": (
        "“Did you see him?” asked Tom Becker. “I did,” said Anna Lind. “Where was it then?” “He stood by the door.”",
        [("Tom Becker", "named"), ("Anna Lind", "named"), (None, None), (None, None)],
    ),
    "a letter in which somebody resigned": (
        "Tom Becker resigned in a letter to the board stating, “I can no longer meet my duties.”",
        [("Tom Becker", "reference")],
    ),
    "a word that nobody lists, for whom the sentence is about": (
        "Tom Becker was asked about it, and the would-be savior of the port said it was “none of his concern”.",
        [("Tom Becker", "reference")],
    ),
}


@pytest.mark.parametrize("case", REFERENCES)
def test_says_who_is_meant_and_how_that_is_known(read: Read, case: str) -> None:
    text, expected = REFERENCES[case]
    parsed = read(text)
    assert [(quote.speaker, quote.known) for quote in find_quotes(parsed, names_in(parsed))] == expected


def test_a_pronoun_after_somebody_unnamed_is_not_the_person_named_before(read: Read) -> None:
    text = (
        "Maria Duarte said the harbour was closed.\n"
        "One of the victims gave her name. She said there was “nothing to be ashamed of at all”."
    )
    assert [(quote, speaker) for quote, speaker, _ in quotes_of(read, text)] == [
        ("nothing to be ashamed of at all", "One of the victims")
    ]
