"""What a page's front matter says is read back as it was."""

import re

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from briefing.front_matter import KEYS, dump, load

TEXTS = st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1)


@given(TEXTS, TEXTS, st.lists(TEXTS, min_size=1))
@example("2024-02-30", "yes", ["null", "~", "1_000", "0x1f", "1e3", "---", "- a", "key: value"])
@example("a\u0085b\u2028c\u2029d\nsearch: exclude", "\ufeff", ["\t", "é", "😀", "\x00\x07\x1b", "\n---\n", "..."])
def test_any_text_comes_back(title: str, words: str, authors: list[str]) -> None:
    values = {"title": title, "authors": authors, "quotes": [{"text": words, "paragraph": 3}]}
    assert load(dump(values) + "# Page\n---\n") == (values, "# Page\n---\n")
    assert yaml.safe_load(dump(values).removesuffix("---\n")) == values


@given(
    st.recursive(
        TEXTS | st.integers() | st.booleans() | st.floats(allow_nan=False),
        lambda inner: (
            st.lists(inner, min_size=1) | st.dictionaries(st.sampled_from(["text", "value"]), inner, min_size=1)
        ),
    )
)
@example("a" * 10_001)
@example("".join(map(chr, (*range(0x20, 0xD800, 7), *range(0xE000, 0x10000, 5)))))
def test_what_is_written_here_is_what_libyaml_writes(value: object) -> None:
    """Plain texts and whole numbers are written without it, in the same bytes."""

    class Quoting(yaml.CSafeDumper):
        def ignore_aliases(self, _: object) -> bool:
            return True

    Quoting.add_representer(str, lambda d, text: d.represent_scalar("tag:yaml.org,2002:str", text, style='"'))
    whole = yaml.dump({"quotes": value}, Dumper=Quoting, allow_unicode=True, width=1_000_000, sort_keys=False)
    keys_quoted = dump({"quotes": value}).removeprefix("---\n").removesuffix("---\n")
    assert keys_quoted == re.sub(r'^([- ]*)"(quotes|text|value)":', r"\1\2:", whole, flags=re.MULTILINE)


@pytest.mark.parametrize("character", ["\x7f", "\x85", "\xa0", "\u2028", "\ufeff", "\ufffd", "😀", '"', "\\", "\x00"])
def test_every_sort_of_character_comes_back(character: str) -> None:
    values = {"title": f"a{character}b", "tags": [character]}
    assert load(dump(values)) == (values, "")


@pytest.mark.parametrize("key", ["yes", "no", "null", "a b", "a: b", "Ä", "-", ""])
def test_a_key_that_would_need_quotes_is_refused(key: str) -> None:
    with pytest.raises(ValueError, match="no key"):
        dump({"seed": {key: "x"}})


def test_keys_come_in_the_order_of_the_contract_and_texts_are_quoted() -> None:
    values = {"seed": {"file": "seeds/a.txt"}, "date": "2024-04-28", "title": "Gaza: talks", "tags": ["a", "b"]}
    assert dump(values) == (
        '---\ntitle: "Gaza: talks"\ndate: "2024-04-28"\ntags:\n- "a"\n- "b"\nseed:\n  file: "seeds/a.txt"\n---\n'
    )


def test_what_is_unknown_is_absent() -> None:
    values = {"title": "A", "date": None, "url": "", "authors": [], "provenance": {"date": None}, "quotes": [{}]}
    assert dump(values) == '---\ntitle: "A"\n---\n'


def test_numbers_and_flags_stay_what_they_are() -> None:
    values = {"figures": [{"text": "1.5m", "value": 1500000.0, "paragraph": 1}], "related": [{"score": 0.0}]}
    assert load(dump(values)) == (values, "")


def test_a_long_text_stays_on_one_line() -> None:
    assert dump({"description": "word " * 500 + "end"}).count("\n") == 3


def test_a_key_outside_the_contract_is_refused() -> None:
    with pytest.raises(ValueError, match="'titel'"):
        dump({"titel": "A"})


@pytest.mark.parametrize("value", ["\ud800", object(), float("nan")])
def test_a_value_that_would_not_come_back_is_refused(value: object) -> None:
    with pytest.raises(ValueError):
        dump({"title": value})


def test_no_key_is_named_twice() -> None:
    assert len(set(KEYS)) == len(KEYS)


def test_a_page_without_front_matter_is_all_text() -> None:
    assert load("# Page\n") == ({}, "# Page\n")
    assert load("---\nunfinished") == ({}, "---\nunfinished")


def test_a_text_of_a_million_characters_stays_on_one_line() -> None:
    text = "&lt;div&gt; \\ " * 100_000
    assert load(dump({"title": text})) == ({"title": text}, "")
