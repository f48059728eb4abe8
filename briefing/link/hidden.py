"""Names that the editor hides (``hide: true`` in briefing.yml): they stay in the texts, and nowhere else.

Applied last, when everything that a name tells of an article (its likeness to others, say) has been found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from briefing.model import Article, Briefing, Difference, Entity, Figure, Name, Quote, Reason, Related, Story, Told
from briefing.whole_words import whole_words

Holds = Callable[[str | None], bool]


def hide_names(briefing: Briefing) -> Briefing:
    """The briefing without its hidden names but in the words of the articles.

    Who says a quote is withheld, who gave a figure is left out, and so are descriptions, key phrases and reasons that
    hold such a name. ``Briefing.hidden`` has the forms of the names, by article, for the search to pass over.
    """
    settings = briefing.settings.names
    names = {name for name, said in settings.items() if said.hide}
    if not names:
        return briefing
    everywhere = {form for name in names for form in (name, *settings[name].also)}
    people = {name for name in names if settings[name].kind == "person"}
    people |= {n.name for article in briefing.articles for n in article.names if n.name in names and n.kind == "person"}
    forms = {article.id: _forms(article, names, everywhere, people) for article in briefing.articles}
    holds = {article_id: _finder(found) for article_id, found in forms.items()}
    anywhere = _finder({form for found in forms.values() for form in found})
    return replace(
        briefing,
        articles=tuple(_without(article, names, forms[article.id], holds[article.id]) for article in briefing.articles),
        entities=tuple(_entity(entity, anywhere) for entity in briefing.entities),
        stories=tuple(_story(story, holds, anywhere) for story in briefing.stories),
        related={key: tuple(_related(one, anywhere) for one in found) for key, found in briefing.related.items()},
        hidden={article_id: tuple(sorted(found)) for article_id, found in forms.items()},
    )


def _forms(article: Article, names: set[str], everywhere: set[str], people: set[str]) -> set[str]:
    """What the hidden names are called in an article: as the editor writes them, and as its text does; people whom
    it names also by their surname, where nobody else in it has that.
    """
    own = [name for name in article.names if name.name in names]
    others = {name.name.split()[-1] for name in article.names if name.kind == "person" and name.name not in names}
    text = "\n".join((article.title.value, *(paragraph.text for paragraph in article.paragraphs)))
    named = {name for name in people if whole_words([name]).search(text)} | {n.name for n in own if n.name in people}
    surnames = {name.split()[-1] for name in named} - others
    return everywhere | surnames | {mention.text for name in own for mention in name.mentions}


def _finder(forms: Iterable[str]) -> Holds:
    """Whether a text holds one of ``forms`` as whole words, whatever the case."""
    pattern = whole_words(forms)
    return lambda text: bool(text and pattern.search(text))


def _without(article: Article, names: set[str], forms: set[str], holds: Holds) -> Article:
    kept = tuple(name for name in article.names if name.name not in names)
    shown = {name.name for name in kept}
    folded = {form.casefold() for form in forms}

    def withheld(quote: Quote) -> bool:
        speaker = quote.speaker or ""
        return speaker.casefold() in folded or (speaker not in shown and holds(speaker))

    return replace(
        article,
        names=tuple(_name(name, holds) for name in kept),
        quotes=tuple(replace(q, speaker=None, known="withheld") if withheld(q) else q for q in article.quotes),
        figures=tuple(_figure(figure, holds) for figure in article.figures),
        keyphrases=tuple(phrase for phrase in article.keyphrases if not holds(phrase)),
    )


def _name(name: Name, holds: Holds) -> Name:
    return replace(name, roles=tuple(role for role in name.roles if not holds(role)))


def _figure(figure: Figure, holds: Holds) -> Figure:
    return replace(figure, giver=None) if holds(figure.giver) else figure


def _entity(entity: Entity, holds: Holds) -> Entity:
    return replace(entity, roles=tuple(role for role in entity.roles if not holds(role)))


def _story(story: Story, holds: Mapping[str, Holds], anywhere: Holds) -> Story:
    def told(one: Told) -> Told:
        return replace(one, figure=_figure(one.figure, holds[one.article]))

    def difference(one: Difference) -> Difference:
        return replace(one, told=tuple(map(told, one.told)))

    return replace(
        story, reasons=_reasons(story.reasons, anywhere), differences=tuple(map(difference, story.differences))
    )


def _related(related: Related, holds: Holds) -> Related:
    return replace(related, reasons=_reasons(related.reasons, holds))


def _reasons(reasons: tuple[Reason, ...], holds: Holds) -> tuple[Reason, ...]:
    """The reasons without hidden values, and without those that had no others."""
    shown = (replace(r, values=tuple(value for value in r.values if not holds(value))) for r in reasons)
    return tuple(new for old, new in zip(reasons, shown, strict=True) if new.values or not old.values)
