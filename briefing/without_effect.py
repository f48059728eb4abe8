"""What the editor wrote that has no effect on this briefing, each with what to do about it."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from briefing.lexicon.topics import concepts
from briefing.model import Briefing, Doubt, DoubtKind, Seed

_FILE = "briefing.yml"


def find_without_effect(briefing: Briefing, seeds: Iterable[Seed]) -> Iterator[Doubt]:
    """``seeds`` are all that could be read, those that are no articles of ``briefing`` too."""
    by_id = {seed.id: seed for seed in seeds}
    yield from _places(briefing, by_id)
    yield from _sections(briefing)
    yield from _codes(briefing)
    yield from _misspelt_sources(briefing)
    yield from _misspelt_names(briefing)
    yield from _stories_and_copies(briefing, by_id)


def _places(briefing: Briefing, seeds: dict[str, Seed]) -> Iterator[Doubt]:
    """The lead and the order of the front page, where they name what does not stand on it."""
    page = briefing.settings.front_page
    named = [("lead", page.lead, "another article leads")] if page.lead else []
    named += [("order", article, "it is passed over") for article in page.order]
    for key, article, instead in named:
        if reason := _absence(article, briefing, seeds, copies=True):
            path = ("front_page", key) if key == "lead" else ("front_page", key, article)
            message = f"front_page.{key}: '{article}' {reason}, so {instead}"
            yield _doubt(briefing, "not-on-front-page", path, message, f"remove it from {key}, or change that")


def _absence(article: str, briefing: Briefing, seeds: dict[str, Seed], copies: bool) -> str:
    """Why a seed is no article of the briefing, or none of its lists; empty where it is."""
    if article not in seeds:
        return "could not be read"
    if (status := seeds[article].edited.status) != "ready":
        return {"draft": "is a draft", "exclude": "is excluded"}[status]
    if article not in briefing.rights:
        return "is internal"
    if briefing.rights[article] == "withdrawn":
        return "is withdrawn"
    if copies and article in briefing.duplicates:
        return f"is a copy of '{briefing.duplicates[article]}'"
    return ""


def _sections(briefing: Briefing) -> Iterator[Doubt]:
    topics = {topic.name.casefold() for topic in briefing.topics}
    for name in briefing.settings.front_page.sections:
        if name.casefold() not in topics:
            message = f"front_page.sections: '{name}' is no topic of this briefing, so it has no section"
            meant = _meant(name, [topic.name for topic in briefing.topics])
            cure = meant or "name one of those on the page 'Topics', or remove it"
            yield _doubt(briefing, "no-such-topic", ("front_page", "sections", name), message, cure)


def _codes(briefing: Briefing) -> Iterator[Doubt]:
    for name, topic in briefing.settings.topics.items():
        if topic.iptc and topic.iptc not in concepts():
            message = f"topics.{name}.iptc: '{topic.iptc}' is no IPTC Media Topic that we know, so it has no effect"
            cure = "look the code up at https://iptc.org/standards/media-topics/, or remove it"
            yield _doubt(briefing, "unknown-iptc", ("topics", name, "iptc"), message, cure)


def _misspelt_sources(briefing: Briefing) -> Iterator[Doubt]:
    """Sources that no article has, where one has nearly that name: their rights would not be kept."""
    known = {article.source.value for article in briefing.articles if article.source}
    for name in briefing.settings.sources.keys() - known:
        if cure := _meant(name, known - briefing.settings.sources.keys()):
            message = f"sources.{name}: no article is from a source of this name, so its rights count for none"
            yield _doubt(briefing, "no-such-source", ("sources", name), message, cure)


def _misspelt_names(briefing: Briefing) -> Iterator[Doubt]:
    """Names that no article has, where one has nearly that name: what is said of them counts for nobody."""
    known = {name.name for article in briefing.articles for name in article.names}
    for name, said in briefing.settings.names.items():
        unheard = known.isdisjoint((name, *said.also)) and not (said.denied or said.hide)
        if unheard and (cure := _meant(name, known)):
            message = f"names.{name}: no article has this name, so what is said of it has no effect"
            yield _doubt(briefing, "no-such-name", ("names", name), message, cure)


def _stories_and_copies(briefing: Briefing, seeds: dict[str, Seed]) -> Iterator[Doubt]:
    told = Counter(article.edited.story for article in briefing.articles)
    titles = {story.title for story in briefing.stories if story.origin == "edited"}
    for article in briefing.articles:
        edited = article.edited
        if edited.story and told[edited.story] == 1 and edited.story not in titles:
            message = f"story: no other article has '{edited.story}', so there is no such story"
            cure = _meant(edited.story, {title for title in told if title} - {edited.story})
            yield Doubt(edited.file, "story-alone", message, cure or "write it into another article's sidecar too")
        if edited.duplicate_of and (reason := _absence(edited.duplicate_of, briefing, seeds, copies=False)):
            message = f"duplicate_of: '{edited.duplicate_of}' {reason}, so this is no copy"
            yield Doubt(edited.file, "no-original", message, "name another, or remove it")


def _meant(name: str, known: Collection[str]) -> str:
    near = difflib.get_close_matches(name.casefold(), sorted({one.casefold() for one in known}), n=1, cutoff=0.75)
    meant = [one for one in sorted(known) if near and one.casefold() == near[0]]
    return f"did you mean '{meant[0]}'?" if meant else ""


def _doubt(briefing: Briefing, kind: DoubtKind, path: tuple[str, ...], message: str, cure: str) -> Doubt:
    return Doubt(_FILE, kind, message, cure, briefing.settings.lines.get(path))
