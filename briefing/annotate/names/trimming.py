"""A span trimmed to the name itself, or found to be none.

``Secretary of State Anthony Blinken`` becomes ``Anthony Blinken``, ``the White House's`` becomes ``White House``.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from briefing.annotate.names.plausible import is_plausible, opens_title
from briefing.annotate.names.role_words import SAYING
from briefing.lexicon.names import (
    demonyms,
    given_names,
    kind_words,
    known_names,
    never_names,
    places_or_firms,
    role_nouns,
    surnames,
    title_pattern,
)
from briefing.lexicon.word_weights import is_noun, share
from briefing.model import Kind

_EDGES = " \t\n\"“”„«»'‘’()[]{}<>,;:.!?*—–-_/|•…&"
_ABBREVIATED = re.compile(r"(?:\b(?:[A-Z]\.){2,}|\b(?:Jr|Sr|Inc|Corp|Co|Ltd|Bros)\.)$")
_POSSESSIVE = re.compile(r"['’]s?$")
_ARTICLE = re.compile(r"^(?:the|a|an)\s+(?!(?-i:v[ao]n)\b)", re.IGNORECASE)
_CUT = re.compile(  # 'Grade I. It adds': a sentence ends
    r"\s*[(\[\n|;:]|\s(?:--?|[–—])\s|, |(?<=\b[A-Z])\. (?=(?:But|He|It|She|That|The|They|This|We)\b)"
)
_WORD = re.compile(r"[^\s]+")
_CREDIT = re.compile(r"\s?Image$")  # 'Ada Lind Image: Reuters'
_PARTY = re.compile(r"^(?:I|D|R|Ind|Dem|Rep|Lab|Con)-")
_ADDRESS = re.compile(r"(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame)\.?\s")
_OPENING = re.compile(
    r"(?:Near|In|At|From|With|But|And|While|Unlike|Like|Dear|Since|When|As|For|If|After|By|To|Of|On|GMT|UTC|EST|EDT|CET|BST)\s+(?=[A-Z])"
)
_ORDER = re.compile(
    r"(?:Tell|Ask|Thank|Call|Meet|Let|Is|Was|Does|Did|Has|Had|Enter|Even|Not|Yes|No|So|Because|Though)\s+(?=[A-Z])"
)
_SAID = re.compile(r"Sa(?:id|ys)\s+(?=[A-Z])")  # 'Said Lind: “…”'
_NATION_OF_TITLE = re.compile(r"(?:US|U\.S\.|United States|UK|U\.K\.|EU|UN|U\.N\.)\s+([A-Z][\w-]+)(?=\s)")
_MODEL = re.compile(r"([A-Z]\w+(?: [A-Z]\w+)?) (?:[A-Z]+-?\d|\d{3})[\w-]*(?= |$)")
_PLAIN = 0.01  # share of documents that hold a word which says nothing by itself
_PARTIES = frozenset("Republican Democratic Conservative Labour Liberal Labor Socialist".split())
_GIVEN_TOO = frozenset(["Duke", "Earl", "Prince", "Baron", "King", "Major", "Dean", "Marshal"])  # by themselves titles
_ROYAL = frozenset(["king", "queen", "prince", "princess", "pope", "emperor", "empress", "saint"])


class Trimmed(NamedTuple):
    start: int
    end: int
    kind: Kind
    titled: bool  # a person's title stood before the name


def trim(text: str, start: int, end: int, kind: Kind) -> Trimmed | None:
    """The name inside a span of a text, with its kind as titles and the like tell it."""
    opening = _OPENING.match(text, start, end)
    start = opening.end() if opening else start
    said = text[start:end].split(" ")[0]
    start += len(said) + 1 if said in SAYING and len(said) < end - start and _opens_sentence(text, start) else 0
    order = (_ORDER if text[end : end + 1] != ":" else _SAID).match(text, start, end) if kind == "person" else None
    start = order.end() if order else start
    start = _behind_word(text, start, end) if kind == "person" else start
    end = _first_cut(text, start, end, kind)
    credit = _CREDIT.search(text, start, end) if text[end : end + 1] == ":" else None
    start, end = _within_edges(text, start, credit.start() if credit else end)
    titled = False
    if kind != "place" or _ADDRESS.match(text, start, end):
        start, kind, titled = _behind_titles(text, start, end, kind)
        start, end = _within_edges(text, start, end)
    if kind == "organisation":
        end = _before_model(text, start, _before_repeated(text, start, _before_office(text, start, end)))
        start = _behind_demonym(text, start, end)
    surface = text[start:end]
    if text[end : end + 1] == "." and f"{surface}." in known_names():
        end += 1  # 'Pa.'
    if not is_plausible(surface, kind) or _PARTY.match(surface):
        return None
    return Trimmed(start, end, kind, titled)


def _behind_word(text: str, start: int, end: int) -> int:
    """Behind a word before a person that is none of the name: '[Broadcaster] Ada Lind', '[Regarding] Lind'."""
    first, _, rest = text[start:end].partition(" ")
    lower = first.lower()
    if not rest or first in given_names() or title_pattern().match(text, start, end):
        return start
    trade = lower in role_nouns() and " " in rest and rest.split()[0] in given_names()
    verb = _opens_sentence(text, start) and lower.endswith(("ing", "ly")) and share(lower) > _PLAIN / 2
    return start + len(first) + 1 if trade or verb else start


def _opens_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip(" \"“‘'")
    return not before or before[-1] in ".!?:)"


def _first_cut(text: str, start: int, end: int, kind: Kind) -> int:
    """Where a span ends that runs on: at a bracket, a comma (but 'Rail, Maritime and Transport'), a possessive."""
    for cut in _CUT.finditer(text, start + 1, end):
        listed = cut[0] == ", " and re.match(
            r"(?:[\w'’-]+(?:, | ))*?(?:and|&) [A-Z]|(?:Inc|Ltd|LLC|Corp)\b", text[cut.end() : end]
        )
        if not (kind == "organisation" and listed):
            return cut.start()
    owner = re.search(r"\w['’]s\s", text[start:end])
    if not owner or (kind != "person" and not _is_known(text[start : start + owner.start() + 1])):
        return end
    return start + owner.start() + 1


def _is_known(owner: str) -> bool:
    """Whether the owner in a span is a name of its own: 'Apple Computer's Mac OS', not 'St Mary's Hospital'."""
    known = known_names().get(owner.split()[0])
    return owner in known_names() or (known is not None and known.kind == "organisation" and " " in owner)


def _within_edges(text: str, start: int, end: int) -> tuple[int, int]:
    """Without quotation marks, punctuation, the article before and the possessive behind."""
    while True:
        before = start, end
        while start < end and text[start] in _EDGES:
            start += 1
        while start < end and text[end - 1] in _EDGES and not _ABBREVIATED.search(text[start:end]):
            end -= 1
        surface = text[start:end]
        possessive = _POSSESSIVE.search(surface)
        if possessive:
            end -= len(possessive[0])
        article = _ARTICLE.match(surface)
        if article and surface not in known_names():
            start += article.end()
        if (start, end) == before:
            return start, end


def _behind_titles(text: str, start: int, end: int, kind: Kind) -> tuple[int, Kind, bool]:
    """Where the name itself begins, its kind, and whether a title stood before it."""
    start = _behind_office(text, start, end)
    before = _title_before(text, start) if kind == "person" else ""
    if before.lower() in _ROYAL and _one_name(text[start:end]):
        return start - len(before) - 1, kind, True
    titled, begin = bool(before), start
    while True:
        word = re.match(r"[\w'’.-]+\s+", text[begin:end])
        title = title_pattern().match(text, begin, end)
        given = title is not None and titled and title[0].strip() in _GIVEN_TOO  # 'Gov. Duke Lind'
        if title and not given and not (title[0].strip().lower() in _ROYAL and _one_name(text[title.end() : end])):
            begin, titled = title.end(), True
        elif word and kind == "person" and word[0].strip() in demonyms():
            begin += word.end()
        elif (nation := _NATION_OF_TITLE.match(text, begin, end)) and opens_title(nation[1]):
            begin = nation.start(1)
        else:
            break
    if kind == "person":
        return begin, kind, titled
    royal = re.match(r"(\w+)\s+(?=[A-Z][\w'’-]+(?:\s[IVX]+)?$)", text[start:end])
    if royal and royal[1].lower() in _ROYAL - {"saint"}:
        return start, "person", True
    rest = text[begin:end].split()
    common = len(rest) == 1 and is_noun(rest[0].lower()) and rest[0] not in surnames()  # 'PC World', 'General Motor'
    if begin > start and titled and len(rest) <= 3 and rest and not (common or _is_body(text[start:end])):
        return begin, "person", True
    return start, kind, False


def _before_office(text: str, start: int, end: int) -> int:
    """Where an organisation's name ends before somebody's title: '[State Department] Spokesman'."""
    for word in re.finditer(r"\b[A-Z]\w+ (?=[A-Z])", text[start:end]):
        office = title_pattern().fullmatch(f"{text[start + word.end() : end]} ")
        if office and " " in office[0].strip() and word[0].strip() in kind_words():
            return start + word.end() - 1
    while True:
        last = re.search(r"\s+([A-Z][\w-]+)$", text[start:end])
        if not last or re.search(r"\b(?:of|the|for)$", text[start : start + last.start()]):
            return end
        after = re.match(r"\s+[A-Z][\w-]+", text[end : end + 30])
        two_words = bool(after) and last[1] not in kind_words() and opens_title(last[1] + text[end : end + 30])
        follows = re.match(r"\s+([a-z]+)\b", text[end : end + 30])
        low = follows is not None and {last[1].lower(), follows[1]} <= role_nouns()  # '[T Rowe Lind] Head trader'
        if not (opens_title(last[1]) or two_words or low):
            return end
        end = start + last.start()


def _before_model(text: str, start: int, end: int) -> int:
    """Where a firm's name ends before what it makes: '[Boeing] B-17 Flying Fortress'."""
    made = _MODEL.match(text, start, end)
    known = known_names().get(made[1]) if made and text[start:end] not in known_names() else None
    firm = made and known and (known.kind == "organisation" or made[1] in places_or_firms())
    return made.end(1) if made and firm else end


def _before_repeated(text: str, start: int, end: int) -> int:
    """Where a name ends that is followed by its own place: '[Norham Assembly] of Norham'."""
    twice = re.fullmatch(r"((.+) .+) of \2", text[start:end])
    return start + len(twice[1]) if twice else end


def _behind_demonym(text: str, start: int, end: int) -> int:
    """Behind the nation of a name that is one by itself: 'Norwegian [Veldra]', not 'Norwegian Navy'."""
    words = text[start:end].split()
    chamber = words[0] in _PARTIES and words[-1] in known_names()  # 'the Republican [Senate] leader'
    if len(words) != 2 or not (words[0] in demonyms() or chamber) or text[start:end] in known_names():
        return start
    plain = words[1] in kind_words() or words[1] in never_names() or share(words[1].lower()) > _PLAIN
    return start if plain and words[1] not in known_names() else end - len(words[1])


def _behind_office(text: str, start: int, end: int) -> int:
    """Behind the rest of an office whose head stands before the span: 'Secretary of [State Anthony Blinken]'."""
    head = re.search(
        r"\b(?:secretary|minister|commissioner|secretaries|ministers)\s+(?:of|for)\s+$", text[:start][-40:], re.I
    )
    words = list(_WORD.finditer(text, start, end))
    if not head or len(words) < 2:
        return start
    for word in words[1:]:
        if word[0] in given_names():
            return word.start()
    return words[1].start() if len(words) == 3 else start


def _one_name(text: str) -> bool:
    """Whether a title is part of the name, for want of a surname: 'Pope Francis', 'Queen Elizabeth II'."""
    return bool(re.fullmatch(r"[^\W\d_][\w'’-]+(?:\s+[IVX]+)?", text))


def _title_before(text: str, start: int) -> str:
    """The title that ends where a span begins, or nothing."""
    before = text[max(0, start - 40) : start]
    words = before.split()
    for count in (3, 2, 1):
        title = " ".join(words[-count:])
        if len(words) >= count and before.endswith(title + " ") and title_pattern().fullmatch(title + " "):
            return title
    return ""


def _is_body(surface: str) -> bool:
    """Whether a word says that this is an organisation or a place: 'Prime Minister Office', 'Board for Trade'."""
    words = surface.split()
    return words[-1] in kind_words() or any(
        word in kind_words() for word, joint in pairwise(words) if joint in ("of", "for")
    )
