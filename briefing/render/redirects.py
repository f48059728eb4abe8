"""Pages at the former addresses of articles, which lead to where the articles are now."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.render.links import Atlas, Link
from briefing.render.templates import page
from briefing.texts import say


def redirect_pages(atlas: Atlas) -> Iterator[tuple[str, str]]:
    """A former slug with one article goes there by itself; one with several lists them."""
    briefing, language = atlas.briefing, atlas.language
    titles = {briefing.slugs[article.id]: article.title.value for article in briefing.articles}
    for slug, targets in briefing.redirects.items():
        links = [Link(titles[target], f"articles/{target}.html") for target in targets if target in titles]
        if not links or slug in titles:
            continue
        title = say(language, "redirect.title")
        said = say(language, "redirect.moved" if len(links) == 1 else "redirect.several")
        head: dict[str, object] = {"title": title, "description": said, "kind": "redirect", "noindex": True}
        if len(links) == 1:
            head["redirect"] = links[0].href
        yield page(f"articles/{slug}.md", "redirect", language, head, title=title, said=said, links=links)
