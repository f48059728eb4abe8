"""What editors may type into sidecars and ``briefing.yml``: right, nearly right, and anything at all."""

from __future__ import annotations

from hypothesis import strategies as st

from briefing import config
from briefing.read import sidecar

LINE, OTHER_LINE = "Die Werft von Lindow hat am Montag 12 Boote zu Wasser gelassen.", "Ein Boot kehrte um."
_RIGHT = (
    "Harbour closes", "2024-04-28", "true", "no", "full", "excerpt", "link", "internal", "withdrawn", "draft",
    "exclude", "person", "12", "3", "[1]", "[3]", f'"{LINE}"', "https://example.org/a", "en", "pt-BR", "harbour-2",
    "[a, b]", "medtop:11000000", "werft", "markt", ">-\n  Two lines\n  of words", "[{text: kehrte, speaker: Ana}]",
    "{date: 2024-04-28, text: The mayor is Ana.}", "{A: {kind: person, also: [B]}, C: {not: true}}",
    "{Ferries: {terms: [ferry]}}", "{The Post: {rights: link}}", "{intro: Words, lead: werft, order: [markt]}",
)  # fmt: skip
_WRONG = (
    "", "~", "null", "2024-02-30", "28.4.2024", "-1", "1e9", "0x10", "&a x", "*a", "!!python/name:os.system x", "!x y",
    "{", "[", "'", '"', "a: b", "- a", "|\n", ">\n", "[[[[1]]]]", "{a: {b: {c: 1}}}", "\t", "# no value", "%", "@x",
    "x" * 400, "javascript:alert(1)", "../../etc/passwd", "index", "con", "{{ x }}", "{% raw %}", "<script>", "\x07",
    "\u2028", "\ufeff", "\u202e", "yes", ".nan", ".inf", "1_000", "<<: *a", "? a", "...", "---",
)  # fmt: skip
_FREE = st.text(alphabet=st.characters(exclude_categories=("Cs",)), max_size=40)


def _values() -> st.SearchStrategy[str]:
    return st.one_of(st.sampled_from(_RIGHT), st.sampled_from(_RIGHT), st.sampled_from(_WRONG), _FREE)


def _lines(keys: tuple[str, ...]) -> st.SearchStrategy[str]:
    key = st.one_of(st.sampled_from(keys), st.sampled_from(keys), st.sampled_from(("titel", "<<", "", "Title")))
    return st.builds(lambda key, value: f"{key}: {value}", key, _values())


def _files(keys: tuple[str, ...]) -> st.SearchStrategy[str]:
    listed = st.lists(_lines(keys), max_size=5).map("\n".join)
    return st.one_of(listed, listed, listed, st.text(alphabet=st.characters(exclude_categories=("Cs",)), max_size=80))


def sidecars() -> st.SearchStrategy[str]:
    return _files(sidecar.KEYS)


def desks() -> st.SearchStrategy[str]:
    return _files(config.KEYS)
