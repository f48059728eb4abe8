"""Keyphrases are noun phrases of the text that say what it is about."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.annotate.keyphrases import MOST, find_keyphrases
from briefing.annotate.parsed import Parsed
from briefing.lexicon.word_weights import weight
from briefing.model import Mention, Name

Read = Callable[[str], Parsed]

TEXT = (
    "The harbour council voted on Monday to rebuild the old fishing pier after the winter storm.\n"
    "Maria Duarte said the fishing pier had lost two thirds of its oak planks. Repairs to the fishing pier will take "
    "three months, she said, and such things cost a lot of money.\n"
    "Storm damage closed several beaches last week. Duarte wants insurance money for storm damage, and so do others."
)


def test_chooses_recurring_noun_phrases(read: Read) -> None:
    phrases = find_keyphrases(read(TEXT), (), weight)
    assert "fishing pier" in phrases
    assert any("torm damage" in phrase for phrase in phrases)
    assert len(phrases) <= MOST


def test_every_phrase_is_verbatim_and_says_something(read: Read) -> None:
    phrases = find_keyphrases(read(TEXT), (), weight)
    assert all(phrase in TEXT for phrase in phrases)
    assert not {"things", "she", "others", "last week", "Monday", "three months", "lot"} & set(phrases)


def test_no_phrase_repeats_another(read: Read) -> None:
    phrases = [phrase.lower() for phrase in find_keyphrases(read(TEXT), (), weight)]
    assert not any(one != other and one in other for one in phrases for other in phrases)


def test_names_alone_are_no_keyphrases(read: Read) -> None:
    parsed = read(TEXT)
    start = parsed.paragraphs[1].text.index("Maria")
    duarte = Name("Maria Duarte", "person", (Mention(2, start, start + 12, "Maria Duarte"),))
    assert "Maria Duarte" not in find_keyphrases(parsed, (duarte,), weight)


def test_an_empty_text_has_none(read: Read) -> None:
    assert find_keyphrases(read(""), (), weight) == ()


def test_people_roles_and_places_with_a_plain_noun_are_no_keyphrases(read: Read) -> None:
    text = (
        "Dock wages caused a harbour strike, of which nobody saw the effort; the harbour strike began in Norland "
        "city.\n"
        "The chief economist had denied the effort of a harbour strike in the Norland region twice, a clerk said."
    )
    phrases = find_keyphrases(read(text), (), weight)
    assert "harbour strike" in phrases
    assert not {"chief economist", "effort", "Norland city", "Norland region"} & set(phrases)


def test_what_is_said_once_and_late_in_words_used_once_is_no_keyphrase(read: Read) -> None:
    late = TEXT + " Everyone who came was in good spirits despite the biting cold, an elderly neighbour remarked later."
    assert not {"biting cold", "elderly neighbour"} & set(find_keyphrases(read(late), (), weight))


SAID_OFTEN = (
    "The ferry struck the harbour wall. The ferry had left at six; nobody steered the ferry, its girls were afraid.\n"
    "Girls jumped from the deck, two girls swam. In an ultimate sense a lasting defeat of seamanship, the clerk wrote."
)


@pytest.mark.parametrize(
    ("phrase", "chosen"),
    [
        ("ferry", True),  # a single word that recurs and is rare
        ("harbour wall", True),  # told first
        ("girls", False),  # says little, however often
        ("deck", False),  # a single word said once
        ("clerk", False),  # a role
        ("sense", False),
        ("ultimate sense", False),
        ("lasting defeat", False),
        ("seamanship", False),
        ("six", False),
    ],
)
def test_a_person_would_choose(read: Read, phrase: str, chosen: bool) -> None:
    assert (phrase in find_keyphrases(read(SAID_OFTEN), (), weight, "Ferry strikes harbour with girls")) is chosen


FILLER = "Those who were there spoke of a long evening, and nobody could say when it would end or why it began. "


def test_one_word_counts_where_it_is_said_often_and_stands_alone(read: Read) -> None:
    def phrases(text: str) -> tuple[str, ...]:
        return find_keyphrases(read(text + FILLER * 12), (), weight, "Oak planks at the pier")

    oak = "Oak planks are dear, and oak planks last. "
    often = f"{oak}A ferry is late. The ferry had left at six; nobody steered the ferry. The ferry is old. "
    assert "ferry" in phrases(often)
    assert "ferry" not in phrases(f"{oak}The ferry is old. ")
    bound = often.replace("A ferry", "A salt ferry").replace("nobody steered the", "nobody steered the grain")
    assert "ferry" not in phrases(bound.replace("The ferry is", "The coal ferry is").replace("The ferry had", "It had"))


def test_one_word_must_say_more_than_several(read: Read) -> None:
    met = "The two sides met on Monday in Varn. Oak planks were dear, so were oak planks in Norland."
    assert "canal" not in find_keyphrases(read(f"{met} A canal is likely."), (), weight)
    assert "canal cruise" in find_keyphrases(read(f"{met} A canal cruise is likely."), (), weight)


def test_words_in_capitals_are_a_heading(read: Read) -> None:
    text = "CORRESPONDENT REPORT A grain convoy crossed the quay on Friday. CORRESPONDENT REPORT It was late."
    assert find_keyphrases(read(text), (), weight, "Evening bulletin") == ("grain convoy",)


def test_a_phrase_does_not_end_with_a_name(read: Read) -> None:
    text = "At the moment Shalev teaches. At that moment Shalev writes a grain ledger."
    assert not any("Shalev" in phrase for phrase in find_keyphrases(read(text), (), weight, "Moment with Shalev"))


def test_what_is_said_once_and_late_is_none(read: Read) -> None:
    """Unless the headline has it, or it speaks for a topic."""
    text = f"The harbour wall fell on Monday.\n{FILLER * 8}It was built beside a tar shed."
    assert "tar shed" not in find_keyphrases(read(text), (), weight, "Harbour wall falls")
    assert "tar shed" in find_keyphrases(read(text), (), weight, "Harbour wall falls on tar shed")
    topical = text.replace("tar shed", "power station")
    assert "power station" in find_keyphrases(read(topical), (), weight, "Harbour wall falls")


def test_one_phrase_is_shown_rather_than_none(read: Read) -> None:
    """The best, where it is not much too weak."""
    text = f"{FILLER * 4}They walked home along a cold shore."
    assert find_keyphrases(read(text), (), weight) == ("cold shore",)
    assert find_keyphrases(read(f"{FILLER * 24}They walked home along a cold shore."), (), weight) == ()


def test_a_term_with_of_is_one_phrase(read: Read) -> None:
    text = "The town is in a state of emergency. The state of emergency lasts, and a cup of the tea costs ten crowns."
    phrases = find_keyphrases(read(text), (), weight)
    assert "state of emergency" in phrases
    assert not any(phrase.startswith("cup of") for phrase in phrases)


@pytest.mark.parametrize(
    ("text", "phrase", "chosen"),
    [
        ("A tide office is near.", "tide office", False),  # ends in a word that says little
        ("A tide crane is near.", "tide crane", True),
        ("A pinch of salt is near.", "pinch of salt", False),  # not all that have 'of' are a term
        ("A canal is near. The canal is his.", "canal", True),
        ("A room is near. The room is his.", "room", False),  # in many texts
        ("An old canal is near. The new canal is his.", "canal", False),  # always cut
    ],
)
def test_some_say_less(read: Read, text: str, phrase: str, chosen: bool) -> None:
    planks = "Oak planks last, oak planks burn."
    assert (phrase in find_keyphrases(read(f"{planks} {text} {FILLER * 4}"), (), weight)) is chosen


def test_what_a_longer_phrase_begins_with_may_be_the_term(read: Read) -> None:
    text = "Civil rights leaders marched for civil rights bills. Leaders and bills matter."
    assert "Civil rights" in find_keyphrases(read(text), (), weight, "Civil rights")


WHOLE = [  # headline, text, what is chosen, what is not
    (
        "Census talks",
        "They refused to disclose to Congress documents about the census. The census is old.",
        "",
        "Congress documents",
    ),
    (
        "Capsule opens",
        "Engineers gave the crew access and sent the vessel commands. The vessel waited.",
        "",
        "vessel commands",
    ),
    ("Maker cuts phones", "Stores sell the 32 GB models and the 2 GHz models. Models sell well.", "", "GB models"),
    (
        "Prices fall",
        "Fish prices fell by two per cent, and by ten per cent in Varn. Fish prices rose before.",
        "ish prices",
        "per cent",
    ),
    ("Two jailed in rape case", "The rape case went on for years. Nobody spoke of it.", "rape case", "years"),
    (
        "Plan for a terminal",
        "The ferry terminal) burnt. The new ferry terminal opens soon, with a ferry.",
        "ferry terminal",
        "terminal)",
    ),
    (
        "Makers agree",
        "Varn will transfer fuel technology. Fuel technology is dear.",
        "uel technology",
        "transfer fuel technology",
    ),
    (
        "Senator picks ally",
        "The senator named her running mate. The running mate thanked her; a running mate needs patience.",
        "running mate",
        "mate",
    ),
    (
        "Report on Varn",
        "The report lists human rights abuses. Abuses went on, they said; the human rights situation is grim.",
        "human rights",
        "rights abuses",
    ),
    (
        "Tremor and tsunami",
        "The earthquake shook the coast at dawn; the earthquake was long. Later came a mini tsunami.",
        "mini tsunami",
        "dawn",
    ),
    (
        "Regime falls",
        "The old Norland palace burnt. Voters went home, and the flood defences held.",
        "flood defences",
        "Norland palace",
    ),
    (
        "Pilot at home again",
        "The pilot had undergone surgery in spring. The lung infection was gone; a lung infection is no joke.",
        "lung infection",
        "undergone surgery",
    ),
    (
        "Minister mourns",
        "It was a heinous act, the harbour master said at a press conference. The oil spill grew; the oil spill stank.",
        "oil spill",
        "heinous act",
    ),
    (
        "Clerks at work",
        "The day-to-day operations of the oil refinery rest. An oil refinery is dear.",
        "oil refinery",
        "day operations",
    ),
    (
        "Lender fears bankruptcy",
        "The lender fears bankruptcy. It had left Varn, and a clerk waited for it on the quay.",
        "bankruptcy",
        "clerk",
    ),
    (
        "Pier and wall",
        "The harbour wall fell on the fish market. Later an American flag flew there.",
        "harbour wall",
        "American flag",
    ),
    (
        "Death in an assisted living facility",
        "The keeper died at an assisted living facility. The assisted living facility was old.",
        "assisted living facility",
        "living facility",
    ),
    (
        "Court issues ruling",
        "The court issued a ruling finding in favour of the ferry owners. The ruling is final.",
        "ruling",
        "ruling finding",
    ),
    (
        "Bread is short",
        "They want to keep nine bread shops open. Bread shops are dear; nobody keeps shops open.",
        "bread shops",
        "shops",
    ),
    (
        "Rails again",
        "The high-speed line is late. A high-speed line is dear; the high-speed line has a bridge.",
        "high-speed line",
        "speed line",
    ),
    (
        "Eels are back",
        "An eel ladder stands at the mill weir, and eels climb the ladder at the weir. A Norland king rested there.",
        "eel ladder",
        "Norland king",
    ),
    (
        "Sexton remembered",
        "The sexton painted oil lamps, rang bells and rescued swans from the floods. Oil lamps need oil.",
        "oil lamps",
        "rescued swans",
    ),
    (
        "Owls counted",
        "Owl boxes hang in the elm trees near the town. Owl boxes work: an owl box costs little, and so do elm trees.",
        "wl box",
        "box",
    ),
]


@pytest.mark.parametrize(("title", "text", "chosen", "left_out"), WHOLE, ids=[case[0] for case in WHOLE])
def test_a_phrase_is_whole_and_a_noun(read: Read, title: str, text: str, chosen: str, left_out: str) -> None:
    phrases = find_keyphrases(read(text), (), weight, title)
    assert left_out not in phrases
    assert any(chosen in phrase for phrase in phrases) or not chosen


def test_a_word_of_a_name_alone_is_none(read: Read) -> None:
    text = "The Varn Space Station burnt. The station fell; a station of this kind never fell, said the station."
    name = Name("Varn Space Station", "organisation", (Mention(1, 4, 22, "Varn Space Station"),))
    assert "station" not in find_keyphrases(read(text), (name,), weight)


def test_what_the_headline_says_counts_more(read: Read) -> None:
    text = "Boat licences and oak planks are dear. Oak planks last; boat licences do not."
    assert find_keyphrases(read(text), (), weight, "Oak planks for everyone")[0] == "oak planks"
    assert find_keyphrases(read(text), (), weight, "Boat licences for everyone")[0] == "Boat licences"


def test_a_phrase_that_shares_a_word_with_a_better_one_is_left_out(read: Read) -> None:
    text = "Insurance companies raise fares. The insurance industry is dear; insurance companies are rich."
    phrases = [phrase.lower() for phrase in find_keyphrases(read(text), (), weight)]
    assert "insurance companies" in phrases
    assert "insurance industry" not in phrases


def test_one_word_that_is_cut_says_less(read: Read) -> None:
    text = f"Oak planks last, oak planks burn. A canal is near. The canal is his. {FILLER * 12}"
    assert "canal" in find_keyphrases(read(text), (), weight)
    assert "canal" not in find_keyphrases(read(text.replace("A canal", "An old canal")), (), weight)


def test_two_words_are_shown_as_the_phrase_that_they_make(read: Read) -> None:
    """'Bus' and 'crash' would be 'bus crash'."""
    text = (
        "The barge burnt, and the barge was old. A stampede was long. The stampede frightened the barge. They call it "
        f"the barge stampede. {FILLER}"
    )
    assert find_keyphrases(read(text), (), weight, "Barge sinks") == ("barge stampede",)


def test_a_measure_is_no_keyphrase(read: Read) -> None:
    text = "A kilogram of cod costs more, and a kilogram of herring too. The kilogram rose twice at the fish auction."
    assert "kilogram" not in find_keyphrases(read(text), (), weight, "What a kilogram costs")


def test_one_word_in_two_forms_is_one_phrase(read: Read) -> None:
    text = "Protesters hold the quay. The protests went on; protests and protesters are many."
    assert find_keyphrases(read(text), (), weight, "Protesters and protests") == ("Protesters",)


def test_what_goes_on_with_of_counts_less(read: Read) -> None:
    """'The rupture of the dam' is cut to 'rupture'."""

    def phrases(text: str) -> tuple[str, ...]:
        return find_keyphrases(read(text), (), weight, "Elevator rupture")

    before = f"Oak planks burn well, and oak planks are dear. {FILLER * 10}"
    assert "rupture" in phrases(f"{before} They feared a rupture. The grain elevator had a rupture.")
    assert "rupture" not in phrases(f"{before} They feared a rupture of walls. The grain elevator had a rupture.")


def test_people_in_general_and_names_that_nobody_knew_are_none(read: Read) -> None:
    text = "At home the Rovers rest. The Rovers painted the grain elevator; Rovers sing."
    assert find_keyphrases(read(text), (), weight, "Rovers at work") == ("grain elevator",)
    assert "men" not in find_keyphrases(read("Six men painted the mast; the men sang."), (), weight, "Men at work")


def test_in_a_long_text_a_word_recurs_only_where_it_is_said_often(read: Read) -> None:
    filler = "Those who were there spoke of a long evening, and nobody could say when it would end or why.\n" * 60
    text = f"The quay has a crane depot.\n{filler}The crane depot burnt."
    assert "crane depot" in find_keyphrases(read("The quay has a crane depot. The crane depot burnt."), (), weight)
    assert "crane depot" not in find_keyphrases(read(f"{filler}A crane depot stood. {filler}{text}"), (), weight)
