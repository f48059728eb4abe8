"""A summary is sentences of the text that stand by themselves, the lead first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.annotate.summary import summarize
from briefing.lexicon.word_weights import weight
from briefing.model import Paragraph, ParagraphKind


def paragraphs_of(*texts: str, kind: ParagraphKind = "text") -> tuple[Paragraph, ...]:
    return tuple(Paragraph(number, number, text, kind) for number, text in enumerate(texts, 1))


LEAD = "The harbour council voted on Monday to rebuild the fishing pier after the winter storm."
NEWS = "Engineers found that the storm had carried away half of the fishing pier and its oak planks."
LEANING = "But they also found that the fishing pier and the harbour wall were worse than the council feared."
QUOTED = "“The fishing pier and the harbour council will be back before the storm season, whatever the storm did.”"
FILLER = "A local bakery gave away its leftover bread to whoever walked past that quiet afternoon."


def test_takes_the_lead_and_what_the_text_keeps_coming_back_to() -> None:
    summary = summarize(paragraphs_of(LEAD, FILLER, NEWS), weight)
    assert summary[0].text == LEAD
    assert [sentence.paragraph for sentence in summary] == sorted(sentence.paragraph for sentence in summary)


def test_no_sentence_leans_on_one_that_is_not_there() -> None:
    texts = [sentence.text for sentence in summarize(paragraphs_of(LEAD, QUOTED, LEANING, NEWS), weight)]
    assert texts == [LEAD, NEWS]


def test_right_after_the_sentence_that_it_leans_on_one_may_stand() -> None:
    texts = [sentence.text for sentence in summarize(paragraphs_of(LEAD, LEANING, QUOTED, FILLER), weight)]
    assert texts == [LEAD, LEANING]


def test_of_sentences_that_lean_on_each_other_only_the_first_may_stand() -> None:
    again = "They also said that the harbour wall was worse than the fishing pier after the storm."
    texts = [s.text for s in summarize(paragraphs_of(LEAD, LEANING, again), weight, 3)]
    assert texts == [LEAD, LEANING]


def test_what_stands_first_leans_on_nothing() -> None:
    first = "This Thursday the harbour council begins to rebuild the fishing pier after the storm."
    cleft = "It was a day of joy for the harbour council: the fishing pier stands after the storm."
    for lead in (first, cleft):
        assert summarize(paragraphs_of(lead, NEWS), weight)[0].text == lead


def test_what_goes_on_in_a_paragraph_left_out_gives_way_to_the_beginning_of_one() -> None:
    """Not of one that is begun already."""
    other, on = "Nobody at the chapel asked so far.", "The garden there has a gate of iron, three ponds and a bench."
    first = "The tower there has a bell of bronze, three lamps and a ladder."
    assert on not in [s.text for s in summarize(paragraphs_of(LEAD, f"{other} {on}", first), weight)]
    assert on in [s.text for s in summarize(paragraphs_of(f"{LEAD} {on}", other, first), weight)]


def test_background_gives_way_to_news() -> None:
    past = "In 1987 the harbour council had rebuilt the fishing pier and the wall after a winter storm."
    assert [s.text for s in summarize(paragraphs_of(LEAD, past, NEWS), weight)] == [LEAD, NEWS]


@pytest.mark.parametrize(
    "past",
    [
        "In November the harbour council had painted the fishing pier and its oak planks before a storm.",
        "Last year the harbour council painted the fishing pier and its oak planks after the storm.",
        "The fall of the fishing pier of the harbour council in the storm occurred at about 7:45 p.m.",
        "The fishing pier is the pride of the harbour council and its oak planks have seen a storm.",
        "The clerk, whom engineers of the council found on the fishing pier, was born there.",
        "Engineers found that the storm of last year had left the fishing pier and half of its oak planks as they are.",
        "A pier of oak planks usually lasts the harbour council for longer than a storm of the winter.",
    ],
)
def test_what_was_before_and_the_hour_give_way_to_news(past: str) -> None:
    assert [s.text for s in summarize(paragraphs_of(LEAD, past, NEWS), weight)] == [LEAD, NEWS]


def test_an_opening_that_tells_no_news_is_left_out() -> None:
    """It has neither a word of the headline nor a name nor a number; without a headline it may be the news."""
    opening = "Some of those who know say that whatever comes will come again."
    texts = paragraphs_of(opening, LEAD, NEWS)
    assert [s.text for s in summarize(texts, weight, title="Council to rebuild fishing pier")] == [LEAD, NEWS]
    assert summarize(texts, weight)[0].text == opening
    named = opening.replace("those who know", "those at Lindow who know")
    assert summarize(paragraphs_of(named, LEAD), weight, title="Council to rebuild pier")[0].text == named


def test_no_sentence_says_again_what_another_said() -> None:
    again = "The harbour council voted to rebuild the fishing pier, clerks said in a letter to all."
    assert [s.text for s in summarize(paragraphs_of(LEAD, again, NEWS), weight)] == [LEAD, NEWS]


def test_a_line_without_letters_is_not_taken_twice() -> None:
    numbers = "11 12 13 14 15 16 17 18."
    found = [s.text for s in summarize(paragraphs_of(LEAD, numbers), weight, 3)]
    assert len(found) == len(set(found))


def test_a_sentence_is_weighed_by_what_those_before_it_have_not_said() -> None:
    again = "The fishing pier stood up to every winter storm so far, whatever came."
    new = "Ferries lost their berths, and the sailors of the ferries look for other berths."
    text = paragraphs_of(LEAD, again, new, "Ferries, sailors, berths!")
    assert [s.text for s in summarize(text, weight)] == [LEAD, new]


@pytest.mark.parametrize(
    ("telling", "plain"),
    [
        ("Three people died near the oak bench", "Three people sat near the oak bench"),  # an outcome
        ("Somebody from the chapel protested at the quay", "Somebody from the chapel painted at the quay"),  # an answer
        ("The bench is $30 of wood, they say", "The bench is a lot of wood, they say"),  # a sum
        ("The clerks voted 7-2 for the oak bench", "The clerks came along to the oak bench"),  # a score
    ],
)
def test_an_outcome_an_answer_a_sum_and_a_score_are_told_before_what_else_there_is(telling: str, plain: str) -> None:
    for said in (telling, plain):
        sentence = f"{said}, where a lamp burned."
        other = "Nobody knows who left the ladder there, and nobody asked so far."
        assert (sentence in [s.text for s in summarize(paragraphs_of(LEAD, other, sentence), weight)]) == (
            said == telling
        )


def test_what_is_half_in_quotation_marks_gives_way_to_the_articles_own_words() -> None:
    other = "Nobody knows who left the ladder of the chapel there, and nobody but the sexton asked so far."
    for half, told in (("as old, as bare and as dear", True), ("“as old, as bare and as dear”", False)):
        sentence = f"The bench is {half} as the ladder of the chapel."
        assert (sentence in [s.text for s in summarize(paragraphs_of(LEAD, sentence, other), weight)]) == told


def test_what_the_headline_has_counts_more() -> None:
    one = "Nobody knows who will mend the bell of the chapel, the sexton said on the quay."
    other = "Nobody knows who will mend the lamp of the tower, the warden said on the beach."
    text = paragraphs_of(LEAD, FILLER, one, other)
    assert one in [s.text for s in summarize(text, weight, title="Chapel without bell")]
    assert other in [s.text for s in summarize(text, weight, title="Tower without lamp")]


def test_a_sentence_from_the_middle_of_a_quotation_is_not_the_articles_own() -> None:
    speech = (
        "Duarte said: “The storm broke the fishing pier. The council of the harbour must rebuild the pier now. Go.”"
    )
    texts = [sentence.text for sentence in summarize(paragraphs_of(LEAD, speech, NEWS), weight)]
    assert texts == [LEAD, NEWS]


def test_headings_items_and_fragments_are_left_out() -> None:
    heading = Paragraph(1, 1, "Council votes to rebuild the fishing pier after the winter storm in harbour", "heading")
    item = Paragraph(2, 2, "The fishing pier is one of the oldest on this coast of the harbour.", "item")
    caption = Paragraph(3, 3, "The fishing pier in the harbour before the winter storm")
    assert [s.text for s in summarize((heading, item, caption, Paragraph(4, 4, LEAD)), weight)] == [LEAD]


def test_a_text_of_one_sentence_gives_that_sentence() -> None:
    assert [s.text for s in summarize(paragraphs_of("He left."), weight)] == ["He left."]
    assert summarize((), weight) == ()


def test_a_long_text_gives_a_third_sentence_if_it_is_worth_it_and_the_caller_may_ask_for_fewer() -> None:
    villages = {"Arn": "mill", "Bel": "pier", "Cor": "wall", "Dun": "road", "Elm": "gate", "Fen": "barn"}
    texts = [f"The council of village {name} rebuilt its {thing} after the storm." for name, thing in villages.items()]
    answer = "The fishermen rejected the rebuilt pier, which takes three million crowns from the harbour council."
    assert len(summarize(paragraphs_of(LEAD, NEWS, answer, FILLER, *texts), weight)) == 3
    assert len(summarize(paragraphs_of(LEAD, NEWS, FILLER, *texts), weight)) == 2
    assert len(summarize(paragraphs_of(LEAD, NEWS, answer, FILLER, *texts), weight, 1)) == 1


def test_sentences_of_other_scripts_are_found() -> None:
    text = "市议会星期一投票决定在冬季风暴之后重建旧渔港码头。工程师发现风暴冲走了码头的一半和所有的橡木板。"
    assert len(summarize(paragraphs_of(text), lambda _: 1.0)) == 2


@given(st.lists(st.text(max_size=80), max_size=6))
def test_every_sentence_is_verbatim(texts: list[str]) -> None:
    for sentence in summarize(paragraphs_of(*texts), weight):
        assert sentence.text in texts[sentence.paragraph - 1]


def test_a_dateline_is_no_part_of_the_sentence_and_a_line_of_an_interview_is_none() -> None:
    dated = f"PARIS, March 3 (AP) — {LEAD}"
    assert summarize(paragraphs_of(dated, NEWS), weight)[0].text == LEAD
    abbreviated = f"ST. LINDOW, S.C. -- {LEAD}"
    assert summarize(paragraphs_of(abbreviated, NEWS), weight)[0].text == LEAD
    asked = "Q: How much of the fishing pier has the harbour council rebuilt since the storm?"
    assert asked not in [sentence.text for sentence in summarize(paragraphs_of(LEAD, asked, NEWS), weight)]


def test_who_speaks_more_than_once_behind_a_name_is_no_voice_of_the_article() -> None:
    said = "DUARTE: The clerks of Lindow counted nine oak planks on the quay."
    once = summarize(paragraphs_of(LEAD, said), weight)
    assert [sentence.text for sentence in once] == [LEAD, said]
    again = summarize(paragraphs_of(LEAD, said, "DUARTE: We count the rest tomorrow."), weight)
    assert [sentence.text for sentence in again] == [LEAD]


ORPHANS = [
    "A pump of oak was lost to the clerks of Lindow the next day.",
    "Others fear that no bridge nearby would bear a winter of ice and rain.",
    "On Friday their boats lost six masts near the lighthouse of Lindow.",
    "Although this plan of the harbour council failed, the fishing pier was rebuilt.",
    "When he saw the fishing pier after the storm, the harbour council was told.",
    "This council of the harbour lost its fishing pier in the winter storm.",
    "Earlier, the harbour council had asked for money to rebuild the fishing pier.",
    "There the harbour council wants to rebuild the fishing pier after the storm.",
    "Later in the evening the harbour council met on the fishing pier after the storm.",
    "At the ceremony, the harbour council promised oak planks for the fishing pier.",
    "In between, she told the harbour council that the fishing pier had to be rebuilt.",
    "Called the Long Pier, it was rebuilt by the harbour council after the winter storm.",
    "Built before the winter storm, she told the harbour council, the fishing pier fell.",
    "On Monday, he told the harbour council that the fishing pier was lost in the storm.",
    "A few days later the harbour council found the fishing pier broken by the storm.",
    "At the time the harbour council had no money to rebuild the fishing pier.",
    "Both received money from the harbour council for the fishing pier after the storm.",
    "We want the harbour council to rebuild the fishing pier after the winter storm.",
    "Our council rebuilt the fishing pier of the harbour after the winter storm.",
    "You will find the fishing pier of the harbour council where the storm left it.",
    "((ABC)) : How much of the fishing pier has the harbour council rebuilt since the storm?",
    "`` The fishing pier of the harbour is lost, the council told us after the storm.",
    "The clerk told the harbour council: “The fishing pier is lost after the storm.",
    "He told the harbour council on Monday that the fishing pier could be rebuilt.",
    "This means that the fishing pier of the harbour has to be rebuilt by the council.",
    "Such storms have carried away the fishing pier of the harbour twice before.",
    "However, the harbour council wants the fishing pier to be rebuilt in stone.",
    "Meanwhile the harbour council looked for money to rebuild the fishing pier.",
    "Those who use the fishing pier asked the harbour council to rebuild it soon.",
    "The latter wants the harbour council to rebuild the fishing pier after the storm.",
    "I have fished from the pier of this harbour before and after every storm.",
    "It is the fourth storm since spring to damage the fishing pier of the harbour.",
    "It was expected to cost the harbour council more than the fishing pier of oak.",
    "One of these storms carried away the fishing pier of the harbour council.",
    "Most of them want the harbour council to rebuild the fishing pier after the storm.",
    "In his speech, the clerk of the harbour council praised the fishing pier and its oak.",
    "The harbour council, however, wants the fishing pier to be rebuilt in stone.",
    "As a boy I'd never seen the harbour council on the fishing pier after a storm.",
]
OF_THE_REPORT = [
    "The next report will be issued by the clerks of Lindow on the first of March.",
    "The following is the fourth edition of a monthly series on the fishing pier and the harbour council.",
    "Below is what the harbour council wrote on the fishing pier after the winter storm.",
    "Part of a series on the harbour, this is what is known of the fishing pier after the storm.",
    "Reuters examined letters of the harbour council on the fishing pier and the storm.",
    "The Associated Press has contacted the harbour council about the fishing pier.",
    "(Harbour Ltd) bought the oak planks of the fishing pier from the council after the storm.",
    "What will the harbour council do with the fishing pier after the winter storm?",
]
OF_THE_PAGE = [
    "Duarte (left) and the clerk of the harbour council on the fishing pier after the storm.",
    "-Page of the harbour council on the fishing pier and the winter storm.",
    "• The fishing pier of the harbour council was lost in the winter storm.",
    "Ed.: See the list of the harbour council for a full index of the fishing pier.",
    "See the page of the harbour council for more about the fishing pier.",
    "Read more about the storm and the fishing pier of the harbour council here.",
    "Click here to see pictures of the fishing pier after the winter storm.",
    "Photo: the fishing pier of the harbour before the storm, by the council.",
    "Photo by the harbour council of the fishing pier after the winter storm.",
    "Above: the fishing pier of the harbour council after the winter storm.",
    "Follow the harbour council for news of the fishing pier and the storm.",
    "Subscribe to our letter on the harbour, the council and the fishing pier.",
    "For more about the storm and the fishing pier ask the harbour council.",
    "Updated: the harbour council will meet on the fishing pier after the storm.",
    "Editor’s note about the harbour: the council has not seen this fishing pier.",
    "Correction: the storm took the fishing pier of the harbour on a Sunday.",
    "To learn more about the fishing pier, visit the harbour council after the storm.",
    "Pictured after the storm is the fishing pier of the harbour and its council.",
]
NEWSY = [
    "US engineers told the harbour council that the fishing pier was lost in the storm.",
    "This week the harbour council begins to rebuild the fishing pier after the storm.",
    "Earlier this month the harbour council sold the oak planks of the fishing pier.",
    "There were 40 anglers on the fishing pier of the harbour council in the storm.",
    "After the storm, it was clear to the harbour council that the fishing pier was lost.",
    "When Maria Duarte saw the fishing pier, she asked the harbour council to rebuild it.",
    "Weather aside, the harbour council will rebuild the fishing pier after the storm.",
    "Following the storm, the harbour council sold the planks of the fishing pier.",
    "Video games about the storm and the fishing pier amused the harbour council.",
    "Credit Harbour, the bank of the council, pays for the fishing pier after the storm.",
    "Watchmakers gave the harbour council money for the fishing pier after the storm.",
    "Right after the storm the harbour council met on what is left of the fishing pier.",
    "Contact with the fishing pier ended in the storm, the harbour council reports.",
    "Topping the list of the harbour council after the storm is the fishing pier.",
    "It was reported on Saturday that the harbour council will rebuild the fishing pier.",
    "It emerged on Monday that the harbour council had sold the planks of the fishing pier.",
    "Harbour Foods examined the books of the council and of the fishing pier after the storm.",
    "In his speech, Tom Roe of the harbour council praised the fishing pier and its oak.",
    "Those who use the fishing pier such as anglers asked the harbour council to rebuild it.",
    "World War I, a storm and the harbour council left their marks on the fishing pier.",
]


@pytest.mark.parametrize("sentence", [*ORPHANS, *OF_THE_PAGE, *OF_THE_REPORT])
def test_no_orphan_and_nothing_of_the_page_is_in_a_summary(sentence: str) -> None:
    assert [s.text for s in summarize(paragraphs_of(LEAD, "Who pays?", sentence), weight)] == [LEAD]


@pytest.mark.parametrize("sentence", NEWSY)
def test_news_that_begins_with_such_a_word_is(sentence: str) -> None:
    assert sentence in [s.text for s in summarize(paragraphs_of(sentence, FILLER), weight)]


def test_what_is_left_of_a_sentence_is_none() -> None:
    rest = "said the clerk of the harbour council who rebuilt the fishing pier after the storm."
    assert [s.text for s in summarize(paragraphs_of(LEAD, rest), weight)] == [LEAD]


def test_a_long_lead_is_better_than_what_follows_it() -> None:
    long = (
        "The harbour council voted to rebuild " + ", ".join(["the fishing pier and the wall of oak planks"] * 7) + "."
    )
    assert 60 < len(long.split()) <= 75
    assert summarize(paragraphs_of(long, NEWS, FILLER), weight)[0].text == long


def test_the_lead_is_in_whatever_the_text_comes_back_to() -> None:
    lead = (
        "The Varn crown fell 1.2 percent on Monday after Finance Minister Stellan Brink stepped down over a loan he "
        "failed to declare, deepening doubts about the budget."
    )
    after = (
        "Prime Minister Henrika Dahl named Trade Minister Oda Lien to replace him. Traders said that Lien was seen as "
        "a safe pair of hands. Bond yields rose."
    )
    assert summarize(paragraphs_of(lead, after), weight)[0].text == lead


def test_a_thing_named_in_a_sentence_left_out_begins_no_sentence_of_the_summary() -> None:
    other = "Somebody saw a lorry near the quay that night, and nobody in town gave it much of a thought."
    leaning = "The lorry was found near the fishing pier by the harbour council after the winter storm."
    texts = [s.text for s in summarize(paragraphs_of(LEAD, other, leaning, NEWS), weight)]
    assert leaning not in texts or other in texts


def test_what_is_told_to_do_something_was_named_before_unless_there_is_one_everywhere() -> None:
    for thing, told in (("rules", False), ("police", True)):
        sentence = f"The {thing} ask the owners of each fishing boat of the harbour to moor elsewhere."
        texts = [s.text for s in summarize(paragraphs_of(LEAD, FILLER, sentence), weight)]
        assert (sentence in texts) == told


def test_what_the_headline_names_may_begin_a_sentence_of_the_summary() -> None:
    """Whose sentence before is left out is told by nothing else."""
    other = "She saw a lorry near the quay that night, and nobody in town gave it much of a thought."
    leaning = "During the festival, the harbour council promised oak planks for the pier."
    text = paragraphs_of(LEAD, other, leaning)
    assert leaning not in [s.text for s in summarize(text, weight)]
    assert leaning in [s.text for s in summarize(text, weight, title="Festival on the broken pier")]


def test_what_a_release_lets_somebody_say_is_not_the_articles_own() -> None:
    spoken = "Every plank of oak will come back to the harbour, whatever the next winter may bring to this coast."
    assert [s.text for s in summarize(paragraphs_of(LEAD, "Maria Duarte said:", spoken), weight)] == [LEAD]
    assert [s.text for s in summarize(paragraphs_of(LEAD, spoken), weight)] == [LEAD, spoken]


def test_what_is_said_comes_with_the_line_that_announces_it() -> None:
    spoken = "Every plank of oak will come back to the harbour, whatever the next winter may bring to this coast."
    texts = paragraphs_of("The mayor of Lindow, Maria Duarte, said:", spoken, FILLER)
    assert [s.text for s in summarize(texts, weight)] == ["The mayor of Lindow, Maria Duarte, said:", spoken]


@pytest.mark.parametrize(
    "own",
    [
        "Our condolences go to the harbour council for the loss of the fishing pier in the storm.",
        "The storm broke the fishing pier, and we hope that the harbour council will rebuild it soon.",
        "As I told the harbour council, the oak planks of the fishing pier will be paid for.",
    ],
)
def test_what_a_statement_says_of_itself_is_not_for_the_site_to_say(own: str) -> None:
    assert own not in [s.text for s in summarize(paragraphs_of(LEAD, own, NEWS), weight, 3)]


def test_where_all_is_said_in_the_first_person_a_summary_is_too() -> None:
    ours = "We asked the harbour council to rebuild the fishing pier after the winter storm in oak."
    more = "We will pay for the planks that the quay of the town has lost since then."
    assert [s.text for s in summarize(paragraphs_of(ours, more), weight)] == [ours, more]
    lead = "The harbour council will rebuild the fishing pier with the oak that we have promised it."
    assert summarize(paragraphs_of(lead, FILLER), weight)[0].text == lead


@pytest.mark.parametrize(("kind", "told"), [("Department", False), ("Department of Harbours", True)])
def test_a_body_by_its_kind_alone_was_named_before(kind: str, told: bool) -> None:
    sentence = f"The {kind} will pay for the oak planks of the fishing pier and the harbour wall."
    assert (sentence in [s.text for s in summarize(paragraphs_of(LEAD, FILLER, sentence), weight)]) == told


@pytest.mark.parametrize(
    "turn",
    [
        "In the first half the harbour council held the ball on the fishing pier after the storm.",
        "The harbour council lost a winger of the fishing pier in the 28th minute to a storm of boos.",
        "The harbour council had more of the ball than the fishing pier had in the match.",
    ],
)
def test_turns_of_a_match_give_way_to_its_outcome(turn: str) -> None:
    assert [s.text for s in summarize(paragraphs_of(LEAD, turn, NEWS), weight)] == [LEAD, NEWS]
