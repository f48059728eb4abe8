"""Who appears with whom: names one below the other, those who share articles near each other, and an arc for each pair.

The same pairs give the same picture: names are put in one after the other, the most connected first, each where its
arcs are shortest.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from markupsafe import Markup

from briefing.render.pictures.drawing import Box, box_of, cut, dot, drawings, path, short, width_of, words
from briefing.texts import number_text, say, say_count

NAMES, PAIRS = 24, 60  # more are a tangle; the table says how many articles each of these has
_ROW, _TOP = 24, 16
_NAME_ROOM = 0.5  # of the width
_HEAVIEST = 4
_ROUNDS = 8
_ROUND = 2.4  # an arc reaches out so many times half of its height, at most


class Pair(NamedTuple):
    one: str
    other: str
    shared: int  # articles that name both


def strongest(pairs: Sequence[Pair], names: int = NAMES) -> tuple[Pair, ...]:
    """The pairs with most articles, as long as no more than so many names are in them, and not too many pairs."""
    kept: list[Pair] = []
    seen: set[str] = set()
    for pair in sorted(pairs, key=lambda p: (-p.shared, p.one, p.other)):
        if len(kept) < PAIRS and len(seen | {pair.one, pair.other}) <= names:
            seen |= {pair.one, pair.other}
            kept.append(pair)
    return tuple(kept)


def in_order(pairs: Sequence[Pair]) -> list[str]:
    """The names, those of strong pairs near each other."""
    ties: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for pair in pairs:
        ties[pair.one][pair.other] = ties[pair.other][pair.one] = pair.shared
    waiting = sorted(ties, key=lambda name: (-sum(ties[name].values()), name))
    order: list[str] = []
    while waiting:
        name = next((name for name in waiting if ties[name].keys() & set(order)), waiting[0])
        waiting.remove(name)
        order = min((_put(order, place, name) for place in range(len(order) + 1)), key=lambda row: _length(row, ties))
    return _improved(order, ties)


def draw_company(pairs: Sequence[Pair], table: str, language: str) -> Markup:
    order = in_order(pairs)
    first = pairs[0]
    most = say_count(language, "site.articles", first.shared)
    said = say(language, "pictures.company_said", n=len(order), one=first.one, other=first.other, articles=most)

    def draw(width: int) -> tuple[float, Iterator[str]]:
        return 2 * _TOP + _ROW * (len(order) - 1), _parts(order, pairs, width, language)

    return drawings(draw, say(language, "pictures.company"), said, table)


def _put(order: list[str], place: int, name: str) -> list[str]:
    return [*order[:place], name, *order[place:]]


def _length(order: Sequence[str], ties: Mapping[str, Mapping[str, int]]) -> int:
    place = {name: number for number, name in enumerate(order)}
    return sum(
        count * abs(place[one] - place[other]) for one in order for other, count in ties[one].items() if other in place
    )


def _improved(order: list[str], ties: Mapping[str, Mapping[str, int]]) -> list[str]:
    """Neighbours changed over as long as that makes the arcs shorter."""
    for _ in range(_ROUNDS):
        before = order
        for place in range(len(order) - 1):
            other = [*order[:place], order[place + 1], order[place], *order[place + 2 :]]
            if _length(other, ties) < _length(order, ties):
                order = other
        if order is before:
            break
    return order


def _parts(order: Sequence[str], pairs: Sequence[Pair], width: int, language: str) -> Iterator[str]:
    place = {name: _TOP + _ROW * number for number, name in enumerate(order)}
    room = min(max(map(width_of, order)), width * _NAME_ROOM)
    left = room + 12
    widest = max(abs(place[p.one] - place[p.other]) for p in pairs)
    numbers = [number_text(p.shared, language) for p in pairs]
    reach = width - left - 8 - max(map(width_of, numbers))
    most, least = max(p.shared for p in pairs), min(p.shared for p in pairs)
    taken: list[Box] = []
    labels: list[str] = []
    for pair, number in zip(pairs, numbers, strict=True):
        low, high = sorted((place[pair.one], place[pair.other]))
        half = (high - low) / 2
        out = max(14.0, min(half * _ROUND, reach * (high - low) / widest))
        heavy = 1 + round((_HEAVIEST - 1) * (pair.shared - least) / max(1, most - least))
        yield path(f"M{short(left)} {low}A{short(out)} {short(half)} 0 0 1 {short(left)} {high}", f"w{heavy}")
        x, y = left + out + 5, (low + high) / 2 + 4.5
        if not any(box_of(x, y, number).touches(box) for box in taken):
            taken.append(box_of(x, y, number))
            labels.append(words(x, y, number, kind="halo"))
    for name in order:
        yield dot(left, place[name], 3.5)
        yield words(room, place[name] + 4.5, cut(name, room), "end")
    yield from labels
