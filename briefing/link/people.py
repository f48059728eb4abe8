"""Full names in several articles that are one person's: 'Tim Cook' and 'Timothy D. Cook'."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise

from briefing.lexicon.names import nicknames


def one_person(names: Iterable[str]) -> dict[str, str]:
    """Names in lower case and without dots, each of several of one person to the same of them.

    Given names are equal or one the other's nickname, initials between do not differ, and nobody else of the set has
    them: of George Lind, George W. Lind and George H.W. Lind each stays alone.
    """
    bearers: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for name in names:
        if " " in name and _ends(name)[1] not in ("jr", "sr"):
            bearers[_ends(name)].add(name)
    near = {key: frozenset(_near(key, bearers)) for key in bearers}
    found = dict[str, str]()
    for together in near.values():
        alike = all(near[_ends(name)] == together for name in together)
        if len(together) > 1 and alike and _agree(sorted(map(_initials, together), key=len)):
            found |= dict.fromkeys(together, min(together))
    return found


def _near(key: tuple[str, str], bearers: dict[tuple[str, str], set[str]]) -> set[str]:
    given, surname = key
    others = (bearers.get((nickname, surname), set()) for nickname in nicknames().get(given, ()))
    return bearers[key].union(*others)


def _ends(name: str) -> tuple[str, str]:
    return name.split()[0], name.split()[-1]


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split()[1:-1])


def _agree(shortest_first: list[str]) -> bool:
    return all(longer.startswith(one) for one, longer in pairwise(shortest_first))
