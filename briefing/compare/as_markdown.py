"""A review as Markdown for a comment of a code host."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.compare.outline import Folded, Row, Section, outline
from briefing.compare.review import Op, Review
from briefing.compare.wording import LOOK_ALONE, NOTHING, counted, summary
from briefing.compare.words import compare_words
from briefing.escape import comment_text

LONGEST = 60_000  # characters; hosts refuse a comment of more than 65,536
_LONG = 400  # characters of a value that is shown whole
_BESIDE = 160  # characters of two values that still stand beside each other, not word by word
_AROUND = 60  # characters kept on each side of a word that changed


def review_markdown(review: Review, page: str = "") -> str:
    """The review, cut where it would be longer than ``LONGEST``; ``page`` is the address of the whole one."""
    head = [f"## What this change does to the briefing\n\n{comment_text(f'{review.base} → {review.head}')}\n"]
    if not review.editorial:
        said = f"{LOOK_ALONE} ({counted(len(review.look), 'file')})." if review.look else NOTHING
        return "\n".join([*head, said, *_link(page)]) + "\n"
    blocks = [*head, summary(review) + "\n", *(block for section in outline(review) for block in _section(section))]
    return _within(blocks, "\n".join(_link(page)))


def _link(page: str) -> list[str]:
    return [f"\n[The whole review]({page})"] if page else []


def _within(blocks: list[str], end: str) -> str:
    text, left = "", LONGEST - len(end) - 100
    for number, block in enumerate(blocks):
        if len(text) + len(block) + 1 > left:
            cut = f"\n… {counted(len(blocks) - number, 'entry')} more; this comment may not be longer.\n"
            return f"{text}{cut}{end}\n" if end else text + cut
        text += f"{block}\n"
    return f"{text}{end}\n" if end else text


def _section(section: Section) -> Iterator[str]:
    yield f"### {section.title}\n"
    for row in section.rows:
        yield f"- {_row(row)}"
    if section.rows:
        yield ""
    for folded in section.folded:
        yield _folded(folded)


def _row(row: Row) -> str:
    what = comment_text(_shortened(row.what))
    if row.code:
        return f"{what}: {_code(row.code)}"
    if not row.differs:
        return what
    if row.lists:
        told = (("gained", row.after), ("lost", row.before))
        return f"{what} " + ", ".join(f"{word}: {_value(text)}" for word, text in told if text)
    if row.before and row.after and len(row.before) + len(row.after) > _BESIDE:
        return f"{what}: {_words(compare_words(row.before, row.after))}"
    return f"{what}: {_value(row.before)} → {_value(row.after)}"


def _code(text: str) -> str:
    """Hosts look for no references in code; a sign that would end it makes it a text like any other."""
    return comment_text(text) if "`" in text or "\n" in text else f"`{text}`"


def _value(text: str | None) -> str:
    return f"**{comment_text(_shortened(text))}**" if text else "*none*"


def _shortened(text: str) -> str:
    return text if len(text) <= _LONG else f"{text[: _LONG - 1]}…"


def _folded(folded: Folded) -> str:
    lines = [f"<details><summary>{comment_text(folded.title)}: {comment_text(folded.facts)}</summary>\n"]
    lines += [f"- {_row(row)}" for row in folded.rows]
    lines += [f"- ¶ {words.number}: {_words(words.parts)}" for words in folded.prose]
    return "\n".join([*lines, "\n</details>\n"])


def _words(parts: Iterable[tuple[Op, str]]) -> str:
    return "".join(_part(op, text) for op, text in parts)


def _part(op: str, text: str) -> str:
    if op == "same":
        short = text if len(text) <= 2 * _AROUND else f"{text[:_AROUND]} … {text[-_AROUND:]}"
        return _spaced(short, "{}")
    return _spaced(_shortened(text), "<del>{}</del>" if op == "gone" else "<ins>{}</ins>")


def _spaced(text: str, form: str) -> str:
    """The escaped text with the spaces at its ends, which escaping folds."""
    bare = text.strip()
    if not bare:
        return " " if text else ""
    return f"{' ' if text[0].isspace() else ''}{form.format(comment_text(bare))}{' ' if text[-1].isspace() else ''}"
