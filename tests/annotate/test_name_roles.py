"""How a text describes people: what is said before, behind and beside their names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.annotate.names import find_names
from briefing.annotate.names.roles import role_behind
from briefing.annotate.parsed import Parsed

Read = Callable[[str], Parsed]

CASES: list[tuple[str, str, str, tuple[str, ...]]] = [
    (
        "one title of several, each from a state",
        "It was backed by Senators Ada Lindqvist of Florida, Mick Harlow of Utah, and Dave Marlow of Georgia.",
        "Mick Harlow",
        ("Senator",),
    ),
    (
        "members of a house",
        "He met Republican members of the House of Representatives Mick Bosten and Rod Marlow on Monday.",
        "Mick Bosten",
        ("Republican member of the House of Representatives",),
    ),
    (
        "whose rights, which no owner is",
        "“They are treated as cargo,” said Farida Collin, women’s rights director at Dignity Abroad.",
        "Farida Collin",
        ("women’s rights director at Dignity Abroad",),
    ),
    (
        "kin and more",
        "Maya Marlow Harlow, his wife and the current chairwoman of the Norland Party, said he had worked to the end.",
        "Maya Marlow Harlow",
        ("current chairwoman of the Norland Party",),
    ),
    (
        "at a firm whose name has commas",
        "“It slowed,” said Harold Timmins, chief economist at Crewe, Baxter & Lowe Inc., a New York firm.",
        "Harold Timmins",
        ("chief economist at Crewe, Baxter & Lowe Inc.",),
    ),
    (
        "somebody's fellow",
        "She and fellow Republican Senator Ada Lindqvist left.",
        "Ada Lindqvist",
        ("Republican Senator",),
    ),
    ("somebody's colleague", "He praised his colleague Justice Ada Lindqvist.", "Ada Lindqvist", ("Justice",)),
    (
        "two portfolios",
        "The state keeps it, Trade and Industry Minister Vlado Lindqvist said.",
        "Vlado Lindqvist",
        ("Trade and Industry Minister",),
    ),
    (
        "the party of an office",
        "They agreed with the Harbour Party of Prime Minister Ada Lindqvist to share power.",
        "Ada Lindqvist",
        ("Prime Minister",),
    ),
    (
        "what somebody is before what she was",
        "Former governor Ada Lindqvist spoke. Ada Lindqvist, the party's treasurer, left.",
        "Ada Lindqvist",
        ("party's treasurer", "Former governor"),
    ),
    (
        "several of one role",
        "The capsule carried NASA astronauts Bob Kessler and Doug Marlow into space.",
        "Doug Marlow",
        ("NASA astronaut",),
    ),
    (
        "the first of several",
        "The capsule carried NASA astronauts Bob Kessler and Doug Marlow into space.",
        "Bob Kessler",
        ("NASA astronaut",),
    ),
    (
        "former, of several",
        "On stage were former presidents Jimmy Kessler and Bill Marlow.",
        "Bill Marlow",
        ("former president",),
    ),
    (
        "an office of a place",
        "Today, Chief Executive of Hong Kong Carrie Marlow delivered her annual policy speech.",
        "Carrie Marlow",
        ("Chief Executive of Hong Kong",),
    ),
    (
        "an office of the nation",
        "Former Vice President of the United States Joe Marlow won two delegates.",
        "Joe Marlow",
        ("Former Vice President of the United States",),
    ),
    (
        "a state and its office",
        "Secretary of State Michael Marlow met Minister of Education Stefania Kessler.",
        "Stefania Kessler",
        ("Minister of Education",),
    ),
    (
        "a number that belongs to it",
        "1st Fleet Command's Navy Information Agency head Anna Kessler told a newspaper so.",
        "Anna Kessler",
        ("1st Fleet Command's Navy Information Agency head",),
    ),
    (
        "an adjective that belongs to it",
        "The study's lead author, doctoral candidate Martin Kessler, said so on Monday.",
        "Martin Kessler",
        ("doctoral candidate",),
    ),
    (
        "then-",
        "The plan was made by then-New Jersey Governor Chris Marlow in 2013.",
        "Chris Marlow",
        ("then-New Jersey Governor",),
    ),
    (
        "a body with 'of' before the noun",
        "Florida Department of Transportation official Trevor Marlow said the road would be closed.",
        "Trevor Marlow",
        ("Florida Department of Transportation official",),
    ),
    (
        "a league's president",
        "The support was strong, League of United Latin American Citizens president Domingo Kessler said.",
        "Domingo Kessler",
        ("League of United Latin American Citizens president",),
    ),
    (
        "a chapter's director",
        "The executive director of the Dallas chapter of the Council of Teachers Alice Marlow said so.",
        "Alice Marlow",
        ("executive director of the Dallas chapter of the Council of Teachers",),
    ),
    (
        "a form of address between",
        "Undersecretary for Education Mr. Toscano says that schools will close.",
        "Toscano",
        ("Undersecretary for Education",),
    ),
    (
        "First Lady",
        "Guests were First Lady Melanie Marlow and others.",
        "Melanie Marlow",
        ("First Lady",),
    ),
    (
        "what somebody stands for is no role",
        "The party nominated Rosa Kessler for president and rapper Kenny Marlow for vice president.",
        "Kenny Marlow",
        ("rapper",),
    ),
    (
        "half a role is none",
        "It was the work of CNN reporter and former Bill Kessler White House aide Joe Marlow.",
        "Bill Kessler",
        (),
    ),
    (
        "behind a dash",
        "Members voted on Tuesday to elect Boris Kessler — former Foreign Secretary, mayor and member of Parliament.",
        "Boris Kessler",
        ("former Foreign Secretary",),
    ),
    (
        "who succeeded somebody",
        "He stood against Jeremy Marlow, who succeeded him as Foreign Secretary, the chief diplomat.",
        "Jeremy Marlow",
        ("Foreign Secretary",),
    ),
    (
        "behind the body of which somebody is",
        "Dr. Tristan Kessler of University College London, a shipping researcher, said the signal was lost.",
        "Tristan Kessler",
        ("shipping researcher",),
    ),
    (
        "without the second comma",
        "Tom Kessler, the president of Veldra announced that the plant would fold.",
        "Tom Kessler",
        ("president of Veldra",),
    ),
    (
        "a participle that is part of it",
        "“No,” said Michael R. Kessler, the GAO's managing associate general counsel for procurement law.",
        "Michael R. Kessler",
        ("GAO's managing associate general counsel for procurement law",),
    ),
    (
        "responsible for something",
        "It printed an interview with Gaspar Kessler, the government commissioner responsible for defence, on Monday.",
        "Gaspar Kessler",
        ("government commissioner responsible for defence",),
    ),
    (
        "then, behind the name",
        "William Kessler, then the deputy executive director of the Port Authority, was convicted.",
        "William Kessler",
        ("then deputy executive director of the Port Authority",),
    ),
    (
        "a bracket before the name",
        "The secretary general of CEI (Norland Bishops), Nuncio Kessler, has called it dangerous.",
        "Nuncio Kessler",
        ("secretary general of CEI",),
    ),
    (
        "a doctor's title before the name",
        "Nobody claimed it, but the general manager of Norham Media, Dr Ali Kessler, blamed rebels.",
        "Ali Kessler",
        ("general manager of Norham Media",),
    ),
    (
        "in the middle of the sentence",
        "Following the vote, a Department of State spokesperson, Morgan Kessler, was disappointed.",
        "Morgan Kessler",
        ("Department of State spokesperson",),
    ),
    (
        "a single word with its article",
        "Another eyewitness, Nicole Kessler, described extensive tire marks.",
        "Nicole Kessler",
        ("eyewitness",),
    ),
    (
        "letters with full stops",
        "He paraphrased the first U.S. citizen in space, Alan Marlow, before the launch.",
        "Alan Marlow",
        ("first U.S. citizen in space",),
    ),
    (
        "a title that is part of a word",
        "It was opened by then-Norland-president Jimmy Marlow.",
        "Jimmy Marlow",
        ("then-Norland-president",),
    ),
    (
        "no longer in office",
        "The now-former governor Marlow had been sworn in. Anna Marlow has gone.",
        "Anna Marlow",
        ("now-former governor",),
    ),
    (
        "all nouns before the noun",
        "He wrote several songs for folk rock musician Bob Kessler in 2009.",
        "Bob Kessler",
        ("folk rock musician",),
    ),
    (
        "a day is no part of it",
        "On Monday Prime Minister Lars Kessler met the unions.",
        "Lars Kessler",
        ("Prime Minister",),
    ),
    (
        "two titles of two kinds",
        "“No,” said lead author Professor David Kessler of the University of Norham.",
        "David Kessler",
        ("lead author",),
    ),
    (
        "three trades",
        "The actor, director and producer Tom Kessler died on Friday.",
        "Tom Kessler",
        ("actor, director and producer",),
    ),
    (
        "whose office it is not",
        "Andrea Marlow, a spokeswoman for Sen. Ben Kessler, agreed.",
        "Ben Kessler",
        ("Sen.",),
    ),
    (
        "for somebody with a name",
        "Andrea Marlow, a spokeswoman for Sen. Ben Kessler, agreed.",
        "Andrea Marlow",
        ("spokeswoman for Sen. Ben Kessler",),
    ),
    (
        "an owner whom nobody knows",
        "Sam Kessler, the city's home minister, came later.",
        "Sam Kessler",
        ("home minister",),
    ),
    (
        "an owner of whom it is",
        "Sam Kessler, the judge's deputy, came later.",
        "Sam Kessler",
        ("judge's deputy",),
    ),
    ("an age between", "John Kessler, 45, a plumber from Leeds, heard it.", "John Kessler", ("plumber from Leeds",)),
    ("in brackets", "Nikki Kessler (former envoy to Norland) wrote it.", "Nikki Kessler", ("former envoy to Norland",)),
    (
        "a full stop within",
        "Kamala Kessler, a sitting U.S. senator from Ohio, went.",
        "Kamala Kessler",
        ("sitting U.S. senator from Ohio",),
    ),
    (
        "named as",
        "The car maker on Tuesday named Mary Kessler as its new chief executive.",
        "Mary Kessler",
        ("new chief executive",),
    ),
    (
        "elected",
        "Shareholders elected Ada Kessler chairwoman of the board.",
        "Ada Kessler",
        ("chairwoman of the board",),
    ),
    (
        "named by somebody else",
        "Ruth Marlow was named by Dan Kessler as secretary of justice on Friday.",
        "Dan Kessler",
        (),
    ),
    (
        "was appointed by somebody",
        "She replaces Daniel Kessler, who was appointed by the government as both chief executive and chairman.",
        "Daniel Kessler",
        ("chief executive and chairman",),
    ),
    (
        "is somebody",
        "Noam Kessler is a professor emeritus at Norham University.",
        "Noam Kessler",
        ("professor emeritus at Norham University",),
    ),
    ("if he is", "Few asked if Noam Kessler is the president of anything.", "Noam Kessler", ()),
    ("called so in a quotation", "“Noam Kessler is the champion of the poor,” Ruth Marlow said.", "Noam Kessler", ()),
    (
        "the first of many",
        "Noam Kessler is the first president to be tried twice.",
        "Noam Kessler",
        (),
    ),
    ("a wife", "Mugara's wife Grace Mugara bought it.", "Grace Mugara", ("Mugara's wife",)),
    (
        "his wife is nobody's",
        "Grace Mugara, his wife, bought it. Tom Mugara did not.",
        "Grace Mugara",
        (),
    ),
    (
        "what says more, once",
        "President Ana Kessler spoke. French President Ana Kessler left.",
        "Ana Kessler",
        ("French President",),
    ),
    (
        "another office",
        "President Ana Kessler spoke. Former Vice President Ana Kessler had left.",
        "Ana Kessler",
        ("President", "Former Vice President"),
    ),
    (
        "an office somewhere in the clause",
        "A judge ordered the former president of the Port Authority, Adam Kessler, to be held.",
        "Adam Kessler",
        ("former president of the Port Authority",),
    ),
    (
        "what a clause before another speaks of",
        "Speaking to the president, Ruth Kessler, who had come, wept.",
        "Ruth Kessler",
        (),
    ),
    (
        "letters of honour between",
        "The jury preferred the case of Geoffrey Kessler, QC, counsel for the newspaper.",
        "Geoffrey Kessler",
        ("counsel for the newspaper",),
    ),
    (
        "a verb is no part of it",
        "They hired finance director Paul Kessler in May.",
        "Paul Kessler",
        ("finance director",),
    ),
    (
        "a wife of somebody else",
        "She called Ruth Marlow, the wife of a former minister, Igor Kessler.",
        "Igor Kessler",
        ("former minister",),
    ),
    (
        "who is in a list with him",
        "There came Nicola Kessler, Norland MP (Member of Parliament) Tom Marlow, and others.",
        "Nicola Kessler",
        (),
    ),
    (
        "a bracket behind it",
        "“No,” said Igor Kessler, secretary-general of the Forum for Renewal (FFR). He left.",
        "Igor Kessler",
        ("secretary-general of the Forum for Renewal",),
    ),
    (
        "who does something to him",
        "A judge on Tuesday ordered the former president of the Port Authority of Oslo, Adam Kessler, to be held.",
        "Adam Kessler",
        ("former president of the Port Authority of Oslo",),
    ),
    (
        "who did something",
        "The geologist who reported the find, Hector Kessler, has not been seen since Sunday.",
        "Hector Kessler",
        ("geologist who reported the find",),
    ),
    (
        "an address of elsewhere between",
        "Norland's director-general of mines, Datuk Ismail Kessler, said so.",
        "Ismail Kessler",
        ("Norland's director-general of mines",),
    ),
    (
        "a judge's form of address",
        "Mrs Justice Kessler ordered him to pay. Ruth Kessler sat alone.",
        "Ruth Kessler",
        ("Justice",),
    ),
    (
        "a minister of something",
        "Gone, too, is agriculture minister Gideon Kessler.",
        "Gideon Kessler",
        ("agriculture minister",),
    ),
    (
        "an office before a comma, and what he said",
        "Minister for Ports, Tobias Kell said: “No.”",
        "Tobias Kell",
        ("Minister for Ports",),
    ),
    (
        "an office that is told to be over",
        "Anna Kessler, who served as President of Norland for six years, died. Kessler, a poet, was 80.",
        "Anna Kessler",
        ("poet", "served as President of Norland for six years"),
    ),
    (
        "what somebody was",
        "Anna Kessler, who was a candidate in the harbour election, ended her campaign on Monday.",
        "Anna Kessler",
        ("was a candidate in the harbour election",),
    ),
    (
        "what the sentence says somebody was, until a year",
        "Anna Kessler was the deputy head of the Norham Bank until 2010.",
        "Anna Kessler",
        ("was the deputy head of the Norham Bank until 2010",),
    ),
    (
        "an office of a year behind what somebody is",
        "Anna Kessler was elected president in 2004. Now the poet Anna Kessler lives in Norham.",
        "Anna Kessler",
        ("poet", "elected president in 2004"),
    ),
    (
        "an office that somebody was called to in a year",
        "The port named Anna Kessler as its director in 2003 and closed.",
        "Anna Kessler",
        ("named director in 2003",),
    ),
    (
        "an office that somebody was called to this week",
        "Anna Kessler was sworn in as governor on Monday.",
        "Anna Kessler",
        ("governor",),
    ),
    (
        "an office that somebody has not yet",
        "Anna Kessler will be named mayor of Norham. Now the poet Anna Kessler writes.",
        "Anna Kessler",
        ("poet", "will be named mayor of Norham"),
    ),
    ("a head who was driven out", "The ousted president Anna Kessler fled.", "Anna Kessler", ("ousted president",)),
    (
        "the head before this one",
        "It was begun under previous mayor Anna Kessler, who left.",
        "Anna Kessler",
        ("previous mayor",),
    ),
    (
        "whom a house has impeached, where the verb is no part of the office",
        "The Norland Assembly impeached President Anna Kessler on Monday.",
        "Anna Kessler",
        ("President",),
    ),
    (
        "the letters of a body behind it",
        "“It grows,” said Tobias Kessler, a spokesman for the PMF.",
        "Tobias Kessler",
        ("spokesman for the PMF",),
    ),
    (
        "letters of a degree between",
        "“It grows,” said Ruth Kessler, Ph.D., project lead for the harbour study.",
        "Ruth Kessler",
        ("project lead for the harbour study",),
    ),
    (
        "whom the next sentence names",
        "They met Anna Kessler of Norham. Tom Becker, the mayor, had left.",
        "Anna Kessler",
        (),
    ),
    (
        "whom the sentence before names",
        "They met the pilots Tom Becker. Anna Kessler and Jan Moss had left.",
        "Anna Kessler",
        (),
    ),
    (
        "a sentence that ends with letters",
        "It was Igor Kessler, an envoy to the U.S. He left, it said.",
        "Igor Kessler",
        ("envoy",),
    ),
    ("a whip", "Senate Minority Whip Piers Kell questioned the plan.", "Piers Kell", ("Senate Minority Whip",)),
    (
        "behind a verb of saying",
        "Noted Harbour Board spokesman Erik Kell: “No.”",
        "Erik Kell",
        ("Harbour Board spokesman",),
    ),
]


@pytest.mark.parametrize(("text", "name", "roles"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_roles_of_short_texts(read: Read, text: str, name: str, roles: tuple[str, ...]) -> None:
    found = {one.name: one.roles for one in find_names(read(text))}
    assert found.get(name) == roles, found


def test_a_word_of_many_capitals_is_read_in_time_that_grows_with_it(read: Read) -> None:
    """The words behind 'of' were tried in every division of such a word, which never ended."""
    names = find_names(read(f"Ada Lindqvist of the {'A' * 200} said so. Ada Lindqvist, head of {'AB' * 200}, spoke."))
    assert "Ada Lindqvist" in [name.name for name in names]


def test_many_blanks_behind_a_name_are_read_in_time_that_grows_with_them() -> None:
    """Every way to share them out between the words of a description was tried."""
    assert role_behind("Lind," + " " * 1_000_000, 4) is None
