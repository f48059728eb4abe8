"""Which blocks of a text are not the article's own, each with its reason, and what they say of the article."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from briefing.annotate.layout.above import body_span
from briefing.annotate.layout.blocks import Block
from briefing.annotate.layout.boilerplate import boilerplate_reason
from briefing.annotate.layout.bylines import (
    Byline,
    bare_name,
    is_name,
    is_role,
    named_as_outlet,
    outlet_in,
    read_byline,
)
from briefing.annotate.layout.captions import find_captions
from briefing.annotate.layout.datelines import is_lone_dateline, lone_agency
from briefing.annotate.layout.edges import set_aside_edges
from briefing.annotate.layout.groups import in_furniture_groups, is_parted, stands_right_under
from briefing.annotate.layout.headline import is_body, is_headline, is_sentence_end
from briefing.annotate.layout.inserts import addresses_after_contact, find_inserts
from briefing.annotate.layout.repeats import find_page_heads, find_repeats
from briefing.annotate.layout.signed import read_signed
from briefing.annotate.layout.source import Claim, claims_of
from briefing.annotate.layout.stamps import Stamp, read_stamp, split_stamp
from briefing.lexicon.names import given_names
from briefing.model import Evidence, Known
from briefing.tabular import lines_of_figures

_FRAMING = {"aside": "page", "caption": "caption", "note": "end-note"}  # marked as not of the running text
_HEAD_BODIES = 2  # paragraphs of running text that the head may hold: a standfirst, a caption nobody could tell
_LONGEST_HEAD, _LONGEST_TAIL = 60, 30  # blocks
_LONGEST_STANDFIRST = 40  # words
_LONGEST_LINK = 25
_LONGEST_ROLE = 6
_MOST_UNDER_SIGNATURE = 2  # paragraphs: the dates of the life that was told
_LONGEST_STAMP = 80  # characters of one that ends like a sentence: 'Actualizado a las 09:05 h. del 19 jul.'
_LONGEST_NOTE = 3_000  # characters of a paragraph in which a reprint note is looked for
_REPRINT = re.compile(
    r"\b[Tt]his (?:article|story|post|piece|essay|report|interview|column|blog post) (?:(?:has|was|is) )?(?:been )?"
    r"(?:originally|first) (?:appeared|published|posted) (?:on|in|at|by) .{2,120}"
)
_TOLD_BY_OTHERS = frozenset(
    {"caption", "credit", "pasted-twice", "repeated"}
)  # reasons that hold for a line between two paragraphs
_JOINT = re.compile(r"(?:^|\s)(?:and|und|et|y|&)$|,$", re.IGNORECASE)
_BETWEEN_NAMES = re.compile(r",? (?:and|und|et|y|&) |, ")
_LONGEST_NAME = 4  # words
_LONE_LABEL = re.compile(r"(?:(?:written )?by|von|par|por|author):?", re.IGNORECASE)
_HIGHLIGHTS = re.compile(
    r"(?:story\s)?highlights|key\s(?:points|takeaways|facts)|takeaways|at\sa\sglance|in\sbrief|in\sshort|what\syou\sneed\sto\sknow|"
    r"das\swichtigste(?:\sin\skürze)?|l(?:'|’)essentiel|claves",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Furniture:
    reasons: dict[int, str]  # index of a block that is set aside, to its reason
    published: Known[str] | None = None
    updated: Known[str] | None = None
    authors: Known[tuple[str, ...]] | None = None
    claims: tuple[Claim, ...] = ()


@dataclass(slots=True)
class _Head:
    """What the lines of the head say, as it is gathered."""

    reasons: dict[int, str]
    stamps: list[tuple[Block, Stamp]] = field(default_factory=list)
    bylines: list[tuple[Block, Byline]] = field(default_factory=list)

    def sign(self, i: int, block: Block, byline: Byline) -> None:
        self.reasons[i] = "byline"
        self.bylines.append((block, byline))


def find_furniture(
    blocks: Sequence[Block], keep: Collection[int], remove: Collection[int], day_first: bool
) -> Furniture:
    """The blocks that are set aside. Lines numbered in ``keep`` never are, those in ``remove`` always are."""
    kept = {i for i, block in enumerate(blocks) if any(line.number in keep for line in block.lines)}
    reasons = {i: "edited" for i, block in enumerate(blocks) if any(line.number in remove for line in block.lines)}
    candidates = {i: block for i, block in enumerate(blocks) if i not in kept and i not in reasons}
    reasons |= {i: reason for i, reason in _page_furniture(blocks).items() if i in candidates}
    framing = {i: _FRAMING[block.kind] for i, block in candidates.items() if block.kind in _FRAMING}
    reasons |= {i: reason for i, reason in framing.items() if i not in reasons and is_body(blocks[i].text)}
    head = _Head(reasons)
    _read_head(blocks, candidates, head, day_first)
    _read_signature(blocks, candidates, head)
    authors = [name for _, byline in head.bylines for name in byline.authors]
    set_aside_edges(blocks, candidates, reasons, authors)
    reasons |= {i: reason for i, reason in framing.items() if i not in reasons}  # where nothing above says more of them
    claims = [
        claim for i, reason in sorted(reasons.items()) for claim in claims_of(blocks[i].text, blocks[i].number, reason)
    ]
    claims += _reprints(blocks, reasons)
    claims += [
        Claim(byline.outlet, "source-byline", block.number, block.text)
        for block, byline in head.bylines
        if byline.outlet
    ]
    return Furniture(
        reasons,
        _first_known(((b, s.published) for b, s in head.stamps), "date-line"),
        _first_known(((b, s.updated) for b, s in head.stamps), "date-line"),
        _known_authors(head.bylines),
        tuple(claims),
    )


def _reprints(blocks: Sequence[Block], reasons: Collection[int]) -> list[Claim]:
    """'This post was originally published on …' within the first or last paragraphs, which stay."""
    rest = [i for i in range(len(blocks)) if i not in reasons]
    found = []
    for i in dict.fromkeys([*rest[:2], *rest[-2:]]):
        if len(blocks[i].text) < _LONGEST_NOTE and (note := _REPRINT.search(blocks[i].text)):
            found += claims_of(note[0], blocks[i].number, "reprint")
    return found


def _page_furniture(blocks: Sequence[Block]) -> dict[int, str]:
    """Captions, what was pasted twice, and lines that are boilerplate wherever they stand."""
    reasons = find_captions(blocks) | dict.fromkeys(find_repeats(blocks), "pasted-twice")
    for i, block in enumerate(blocks):
        if i not in reasons and block.kind != "code" and (reason := boilerplate_reason(block.text, 1)):
            reasons[i] = reason
    texts = [block.text for block in blocks]
    for i in lines_of_figures(texts):
        reasons.pop(i, None)  # 'District | Homes | Boats' over a table is no menu
    reasons |= find_inserts(texts, reasons)
    reasons |= {i: "page" for i in in_furniture_groups(blocks, reasons) if i not in reasons}
    first, last = body_span(blocks, reasons)
    reasons |= dict.fromkeys(addresses_after_contact(texts, last), "press-release")
    for i, reason in [(i, r) for i, r in reasons.items() if r != "advertisement" and first < i < last]:
        alone = any(map(str.isalpha, blocks[i].text)) and not any(
            _is_page_like(blocks, reasons, j) for j in (i - 1, i + 1)
        )
        known = (
            re.search(r" |^\W", blocks[i].text) and blocks[i].kind != "heading" and boilerplate_reason(blocks[i].text)
        )
        if alone and not known and reason not in _TOLD_BY_OTHERS:
            del reasons[i]  # 'Comments', 'More on the way' between paragraphs: as likely a subheading
    reasons = dict.fromkeys(find_page_heads(blocks), "page") | reasons
    opening = next((i for i in range(len(blocks)) if reasons.get(i) in {None, "navigation"}), None)
    if opening in reasons and ":" in blocks[opening].text and is_headline(blocks[opening].text):
        del reasons[opening]  # 'Watch: Storm hits the coast' may be the headline
    return reasons


def _is_page_like(blocks: Sequence[Block], reasons: Collection[int], i: int) -> bool:
    """A line of the page, or one as short as its links are."""
    return i in reasons or (len(blocks[i].text.split()) <= _LONGEST_LINK and not is_sentence_end(blocks[i].text))


def _read_head(blocks: Sequence[Block], candidates: dict[int, Block], head: _Head, day_first: bool) -> None:
    """Dates and bylines before the third paragraph of running text, and labelled dates after the last."""
    bodies = long_bodies = 0
    _, last = body_span(blocks, head.reasons)
    near = (
        *range(min(_LONGEST_HEAD, len(blocks))),
        *range(max(_LONGEST_HEAD, len(blocks) - _LONGEST_TAIL), len(blocks)),
    )
    for i in near:
        block = blocks[i]
        if i not in candidates or i in head.reasons or block.kind == "code":
            continue
        short = len(block.text) <= _LONGEST_STAMP
        body = is_body(block.text) and not (short and read_stamp(block.text, day_first))
        bodies += body
        long_bodies += body and (bodies > 1 or len(block.text.split()) > _LONGEST_STANDFIRST)
        if body or ((bodies > _HEAD_BODIES or i >= _LONGEST_HEAD) and (i < last or not split_stamp(block.text)[1])):
            continue
        if not _read_line(block, head, i, day_first, late=long_bodies > 0):
            _read_neighbours(blocks, candidates, head, i, day_first)


def _read_line(block: Block, head: _Head, i: int, day_first: bool, *, late: bool) -> bool:
    """Set a line aside that says nothing but when and by whom."""
    read = read_signed(block.text, day_first)
    if not read:
        return False
    stamp, byline = read
    if stamp and not byline and late and not split_stamp(block.text)[1]:
        return False  # a bare date after running text is an event's, or a diary's
    if stamp:
        head.stamps.append((block, stamp))
        head.reasons[i] = "published"
    if byline:
        head.sign(i, block, byline)
    return True


def _read_neighbours(
    blocks: Sequence[Block], candidates: dict[int, Block], head: _Head, i: int, day_first: bool
) -> None:
    """Lines that only the one before or after explains: 'By' / 'Jane Doe' / 'Political correspondent'."""
    block, text = blocks[i], blocks[i].text
    following = blocks[i + 1].text if i + 1 in candidates else ""
    if block.kind == "text" and _HIGHLIGHTS.fullmatch(text.rstrip(":")):
        head.reasons[i] = "label"
    elif lone_agency(text) or is_lone_dateline(text):
        head.reasons[i] = "dateline"
    elif head.reasons.get(i - 1) == "byline" and (more := _continued(text, blocks[i - 1].text)):
        head.sign(i, block, more)
    elif _LONE_LABEL.fullmatch(text) and is_name(bare_name(following)):
        head.reasons[i] = "byline"
        head.sign(i + 1, blocks[i + 1], Byline((bare_name(following),)))
    elif i > 0 and (names := _names(bare_name(text))) and _signs(following, day_first):
        head.sign(i, block, Byline(names))
    elif split_stamp(text) == ("", text) and " " not in text and read_stamp(following, day_first):
        head.reasons[i] = "published"


def _read_signature(blocks: Sequence[Block], candidates: dict[int, Block], head: _Head) -> None:
    """Without a byline: a person's name alone under the last paragraphs, who is named nowhere else in the text."""
    free = [i for i in candidates if i not in head.reasons]
    if any(byline.authors for _, byline in head.bylines) or not is_parted(blocks, head.reasons):
        return
    for before, i in pairwise(free):
        text = blocks[i].text
        alone = not stands_right_under(blocks, i) and not stands_right_under(blocks, i + 1)
        if not (alone and is_name(text) and text.split()[0] in given_names() and is_body(blocks[before].text)):
            continue
        others = [block.text for j, block in enumerate(blocks) if j != i]
        after = sum(is_body(blocks[j].text) for j in free if j > i)
        if after <= _MOST_UNDER_SIGNATURE and not any(text.split()[-1] in other for other in others):
            head.sign(i, blocks[i], Byline((text,)))
            return


def _continued(text: str, before: str) -> Byline | None:
    """A line under a byline: 'and John Roe', ',' and then 'John Roe', 'Political correspondent', 'BBC, Washington',
    'Springfield Gazette'."""
    if _JOINT.fullmatch(text):
        return Byline(())
    if _JOINT.search(before):
        return read_byline(f"By {text}")
    if text.startswith(("and ", "und ", "et ")):
        return read_byline(f"By {text.split(' ', 1)[1]}")
    if outlet := named_as_outlet(text):
        return Byline((), outlet)
    short = len(text.split()) <= _LONGEST_ROLE or outlet_in(text)
    return Byline((), outlet_in(text)) if short and is_role(text) else None


def _names(text: str) -> tuple[str, ...]:
    """Those of a line that holds nothing else: 'Jane Doe', 'Jane Doe, Ada Lind and John Roe'; of several the first is
    a given name.
    """
    names = tuple(_BETWEEN_NAMES.split(text))
    people = all(is_name(name) and len(name.split()) <= _LONGEST_NAME for name in names)
    return names if people and (len(names) == 1 or names[0].split()[0] in given_names()) else ()


def _signs(following: str, day_first: bool) -> bool:
    """What follows a name that stands alone if it is a byline: a role, an outlet, or a date."""
    parts = read_signed(following, day_first) if following else None
    role = is_role(following) and len(following.split()) <= _LONGEST_ROLE
    return role or named_as_outlet(following) is not None or bool(parts and parts[0])


def _first_known(values: Iterator[tuple[Block, str | None]], rule: str) -> Known[str] | None:
    return next((Known(v, "stated", Evidence(rule, block.number, block.text)) for block, v in values if v), None)


def _known_authors(bylines: Sequence[tuple[Block, Byline]]) -> Known[tuple[str, ...]] | None:
    names = tuple(dict.fromkeys(name for _, byline in bylines for name in byline.authors))
    first = next((block for block, byline in bylines if byline.authors), None)
    return Known(names, "inferred", Evidence("byline", first.number, first.text)) if first else None
