"""A summary is sentences of the text that stand by themselves, the lead first."""

from __future__ import annotations

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
    texts = [sentence.text for sentence in summarize(paragraphs_of(LEAD, LEANING, QUOTED, NEWS), weight)]
    assert texts == [LEAD, NEWS]


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


def test_a_long_text_gives_three_sentences_and_the_caller_may_ask_for_fewer() -> None:
    villages = {"Arn": "mill", "Bel": "pier", "Cor": "wall", "Dun": "road", "Elm": "gate", "Fen": "barn"}
    texts = [f"The council of village {name} rebuilt its {thing} after the storm." for name, thing in villages.items()]
    different = paragraphs_of(LEAD, FILLER, NEWS, *texts)
    assert len(summarize(different, weight)) == 3
    assert len(summarize(different, weight, 1)) == 1


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
    asked = "Q: How much of the fishing pier has the harbour council rebuilt since the storm?"
    assert asked not in [sentence.text for sentence in summarize(paragraphs_of(LEAD, asked, NEWS), weight)]
