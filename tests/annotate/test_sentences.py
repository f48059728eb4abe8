from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.annotate.sentences import split_sentences

CASES = {  # "|" marks where a sentence ends
    "abbreviations": "Mr. Poe met Sen. Ann Oh on Jan. 5.|They spoke of No. 10, e.g. of its door.",
    "initials": "J. K. Doe and George W. Roe agreed.|So did I.|The rest did not.",
    "acronyms": "He left the U.S. Senate.|He loves the U.S.|The reverse is less sure.",
    "clock": "It began at 5 p.m.|Police came at 6 a.m. EST on Monday.",
    "name in other words": "The firm Varn Kft. (Varn Limited) bought the pier.|It is rich.|(See below.)",
    "clock of a place": "He died at 10 a.m. Norland time at home.|It was 10 a.m.|Crowds came in time.",
    "clock of another zone": "It began at 5 p.m. (2100 UTC) in Lindow.|It ended at 8 p.m.|(See below.)",
    "ranks": "Pfc. Ada Lind met Spc. Tom Becker.|They spoke.",
    "decimals": "Prices rose 3.5 percent.|Then they fell.",
    "quotes": "“Is it true?” he asked.|“Yes.”|She left.",
    "straight quotes": '"No," he said.|"Not now."|"Why not?"',
    "french quotes": "« Oui. »|Il partit.|Et voilà !|Fin",
    "brackets": "It sank (see Fig. 3).|(Nobody drowned.)|Then it rose.",
    "ellipsis": "She waited… and waited.|Nothing…|Then he came.",
    "german": "Er kam am 28. April, z.B. um 5 Uhr.|Dann ging er.",
    "list numbers": "1. First point.|2. Second point.",
    "chinese": "他说。|“是的。”|我们走吧！",
    "japanese": "今日は雨だ。|「はい。」と言った。|終わり",
    "hindi": "वह आया।|फिर वह गया।",
    "arabic": "هل هذا صحيح؟|نعم.|لا۔",
    "glued": "It ended in the spring.|The talks went on.",
    "addresses": "Visit example.org or read Node.js pages.|Then stop.",
}


@pytest.mark.parametrize("marked", CASES.values(), ids=CASES.keys())
def test_sentences_end_where_a_reader_ends_them(marked: str) -> None:
    parts = marked.split("|")
    text = "".join(parts) if marked.startswith(("It ended", "他说", "今日")) else " ".join(parts)
    assert [text[start:end] for start, end in split_sentences(text)] == parts


@given(st.text(alphabet=".!?…。।” )\"'«»“(abA1 U.S\n", max_size=80))
def test_no_character_is_lost_or_in_two_sentences(text: str) -> None:
    end_before = 0
    for start, end in split_sentences(text):
        assert end_before <= start < end
        assert not text[end_before:start].strip()
        assert text[start:end] == text[start:end].strip()
        end_before = end
    assert not text[end_before:].strip()
