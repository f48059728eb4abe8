"""Which mentions of an article name the same person.

A surname alone is somebody who bears it: the one whom it has meant before, sooner than a relative named in passing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from briefing.annotate.names.candidate import Candidate
from briefing.annotate.names.full_names import (
    called_by,
    first_names,
    folded,
    is_full,
    merge_full_names,
    second_names,
    vowels_differ,
)
from briefing.annotate.names.groups import Group, Place, place
from briefing.annotate.names.surnames import surname
from briefing.lexicon.names import gender_of, given_names, surnames

_ASIDE = 12  # characters from a name to the one it was born with

Standing = list[tuple[Place, Group]]  # where full names stand that a shorter one may mean, in the order of the text


def merge_people(candidates: Sequence[Candidate]) -> list[Group]:
    """Groups of the mentions, each group's in the order of the text; a mention that may mean several is left out."""
    groups = merge_full_names([candidate for candidate in candidates if is_full(candidate.text)])
    standing, beginning = _by_surname(groups), _by_first_name(groups)
    alone: dict[str, Group] = {}
    alone_before: dict[str, list[int]] = {}  # surname to whom it has meant by itself, each time
    for candidate in (c for c in candidates if not is_full(c.text)):
        named = _as_spelt(surname(candidate.text), standing)
        bearers = [(at, group) for at, group in standing.get(named, []) if _may_be(group, candidate.gender)]
        women = [pair for pair in bearers if "f" in _sexes(pair[1])] if candidate.gender == "f" else []
        bearers = women or bearers  # 'Ms. Lind' is the sister, not the founder whose sex nothing tells
        another = _is_another(candidate, bearers, alone.get(named))
        bearers = [] if another else bearers
        full = _bearer(candidate, bearers, alone_before.get(named, ())) or beginning.get(folded(candidate.text))
        partner = _partner(candidate, groups)
        if full is not None and not candidate.gender:
            alone_before.setdefault(named, []).append(id(full))
        if (full is not None or another or named not in standing) and _of_one_surname(full, partner):
            (full or alone.setdefault(named, Group("person"))).members.append(candidate)
        elif partner is not None:  # 'Ada and Tom Lind', of whom Ada is not named in full
            key = named if full is None else f"{named} {surname(partner.members[0].text)}"
            alone.setdefault(key, Group("person")).members.append(candidate)
    groups = _with_birth_names([*groups, *alone.values()])
    for group in groups:
        group.members.sort(key=place)
    return groups


def _as_spelt(named: str, standing: Mapping[str, Standing]) -> str:
    """The surname of the article that another spelling or case of it is: 'Saree' for 'Sarea'."""
    if named in standing or named.capitalize() in surnames():
        return named
    near = [other for other in standing if vowels_differ(named, other) and other.capitalize() not in surnames()]
    return near[0] if len(near) == 1 else named


def _with_birth_names(groups: Sequence[Group]) -> list[Group]:
    """The groups, what somebody was born as with the name right before ('Ada Lind (née Moe)'), else with the article's
    main person ('Born Ada Moe, she …')."""
    kept = [group for group in groups if not group.members[0].born]
    for group in (group for group in groups if group.members[0].born):
        bearer = _beside(kept, group.members[0]) or _main(kept) or group
        if bearer is group:
            kept.append(group)
        else:
            bearer.members += group.members
    return kept


def _beside(groups: Sequence[Group], born: Candidate) -> Group | None:
    near = (
        group
        for group in groups
        if any(m.paragraph == born.paragraph and 0 < born.start - m.end < _ASIDE for m in group.members)
    )
    return next(near, None)


def _main(groups: Sequence[Group]) -> Group | None:
    """Whoever is named more often than anybody else."""
    most = sorted(groups, key=lambda group: -len(group.members))[:2]
    alone = len(most) == 1 or (most and len(most[0].members) > len(most[1].members))
    return most[0] if alone else None


def _by_surname(groups: Sequence[Group]) -> dict[str, Standing]:
    standing: dict[str, Standing] = {}
    for group in groups:
        for member in group.members:
            for word in called_by(member.text):
                standing.setdefault(word, []).append((place(member), group))
    for places in standing.values():
        places.sort(key=lambda pair: pair[0])
    return standing


def _by_first_name(groups: Sequence[Group]) -> dict[str, Group]:
    """What one person alone may be called by: 'Xi' of 'Xi Jinping', a child's given name, 'Bob' of Robert Lind."""
    first: dict[str, list[Group]] = {}
    for group in groups:
        for word in sorted({word for text in group.surfaces() for word in first_names(text)}):
            first.setdefault(word, []).append(group)
    other: dict[str, list[Group]] = {}
    for group in groups:
        for word in sorted({word for text in group.surfaces() for word in second_names(text)}):
            other.setdefault(word, []).append(group)
    return {word: those[0] for word, those in {**other, **first}.items() if len(those) == 1}


def _partner(first: Candidate, groups: Sequence[Group]) -> Group | None:
    """Who shares a surname with a given name: Patricia Lind of 'Mark and Patricia Lind'."""
    beside = first.paragraph, first.end + len(" and ")
    of_person = (group for group in groups if any(place(member) == beside for member in group.members))
    return next(of_person, None) if first.text in given_names() else None


def _of_one_surname(person: Group | None, partner: Group | None) -> bool:
    """Whether the partner of a given name lets it be this person: Mark Lind, but not Mark Torv."""
    if partner is None:
        return True
    return person is not None and surname(person.members[0].text) == surname(partner.members[0].text)


def _may_be(group: Group, gender: str) -> bool:
    """Whether a form of address fits somebody's given name: 'Mr. Clinton' is not Hillary Clinton."""
    known = _sexes(group)
    return not gender or not known or bool(known & {gender, None})


def _sexes(group: Group) -> set[str | None]:
    """Which of the sexes a given name may be of, or what stands beside the full name tells."""
    known = {gender_of(text.split()[0]) for text in group.surfaces() if text.split()[0] in given_names()}
    return known | {member.gender for member in group.members if member.gender and is_full(member.text)}


def _bearer(candidate: Candidate, standing: Standing, meant: Collection[int]) -> Group | None:
    """Whom a surname alone means of those whose full names stand before it, else of all who bear it.

    Relatives are passed over, but where a paragraph names them and nobody else it is not certain. Of others it is whom
    alone the surname has ``meant`` up to a paragraph that names another; else whoever is named nearest.
    """
    before = bisect_left(standing, place(candidate), key=lambda pair: pair[0])
    bearers = _without_relatives(standing[:before] or standing)
    groups = list({id(group): group for _, group in bearers}.values())
    if len(groups) > 1:
        nearest = bearers[-1 if before else 0]
        told = [group for group in groups if id(group) in meant]
        settled = nearest[0][0] < candidate.paragraph and id(nearest[1]) not in meant
        return told[0] if len(told) == 1 and settled else _nearest(candidate, standing, bearers, told)
    beside = {id(group) for at, group in standing[:before] if at[0] == candidate.paragraph}
    certain = groups and (not beside or any(m.paragraph == candidate.paragraph for m in groups[0].members))
    return groups[0] if certain else None


def _is_another(candidate: Candidate, bearers: Standing, alone: Group | None) -> bool:
    """Whether a surname is of somebody without a full name in the text but a relative's: 'his son Jan Lind'."""
    early = bool(bearers) and place(candidate) < bearers[0][0]
    return (early or alone is not None) and bool(bearers) and all(group.members[0].relative for _, group in bearers)


def _without_relatives(standing: Standing) -> Standing:
    """Where others are named than 'his wife, Ada Lind', if there are others."""
    relatives = {id(group) for _, group in standing if group.members[0].relative}
    return [pair for pair in standing if id(pair[1]) not in relatives] or standing


def _nearest(candidate: Candidate, standing: Standing, bearers: Standing, told: Sequence[Group]) -> Group | None:
    """The bearer named nearest, if the article gives no other's full name more often, nor another's as often in the
    nearest's paragraph; else whom alone the surname has meant, if it is one of those that are named most; else whoever
    opens the article with an office, by whom relatives are known."""
    before = bisect_left(bearers, place(candidate), key=lambda pair: pair[0])
    (paragraph, _), nearest = bearers[max(0, before - 1)]
    times = Counter(id(group) for _, group in standing)
    beside = {id(group) for at, group in bearers[:before] if at[0] == paragraph}
    most = max(times[id(group)] for _, group in bearers)
    if times[id(nearest)] == most and sum(times[one] == most for one in beside | {id(nearest)}) == 1:
        return nearest
    still = [group for group in told if times[id(group)] == most]
    (opening, _), first = standing[0]
    main = times[id(first)] == most and opening == 0 and not told and first.members[0].titled
    return still[0] if len(still) == 1 else first if main else None
