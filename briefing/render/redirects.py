"""Pages at the former addresses of articles, which lead to where the articles are now."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.render.links import Atlas, headline_link
from briefing.render.templates import page
from briefing.texts import say


def redirect_pages(atlas: Atlas) -> Iterator[tuple[str, str]]:
    """A former slug with one article goes there by itself; one with several lists them."""
    briefing, language = atlas.briefing, atlas.language
    pages = {briefing.slugs[article.id]: headline_link(atlas, article) for article in briefing.articles}
    for slug, targets in briefing.redirects.items():
        links = [pages[target] for target in targets if target in pages]
        if not links or slug in pages:
            continue
        title = say(language, "redirect.title")
        said = say(language, "redirect.moved" if len(links) == 1 else "redirect.several")
        head: dict[str, object] = {"title": title, "description": said, "kind": "redirect", "noindex": True}
        if len(links) == 1:
            head["redirect"] = links[0].href
        yield page(f"articles/{slug}.md", "redirect", language, head, title=title, said=said, links=links)
