"""``llms.txt``, a guide to the briefing for language models, and ``llms-full.txt``, the texts that a licence allows.

A text is in full only where the editor states both: that it may be shown in full, and under which licence. Of all
others there is what their pages' cards have, as their rights allow, and the link.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.model import Article, Briefing
from briefing.render.cards import card
from briefing.render.feeds import newest_first
from briefing.render.linked_data import address
from briefing.render.links import Atlas, map_briefing
from briefing.texts import isolated, say, say_count

LIMIT = 500
_MARKUP = re.compile(r"([\\`*_\[\]<>#|~])")


def llms(briefing: Briefing) -> Iterator[tuple[str, str]]:
    """Path and text of both files; no ``llms-full.txt`` where no text has a licence."""
    atlas = map_briefing(briefing)
    newest = newest_first(briefing)
    licensed = [article for article in newest[:LIMIT] if is_licensed(briefing, article)]
    others = [article for article in newest[:LIMIT] if not is_licensed(briefing, article)]
    yield "llms.txt", _guide(atlas, licensed, others, len(newest) - LIMIT)
    if licensed:
        yield "llms-full.txt", "\n".join(_full(atlas, article) for article in licensed)


def is_licensed(briefing: Briefing, article: Article) -> bool:
    is_full = briefing.rights[article.id] == "full" and article.id in briefing.rights_evidence
    return is_full and article.id in briefing.licences


def _guide(atlas: Atlas, licensed: Sequence[Article], others: Sequence[Article], rest: int) -> str:
    settings, language = atlas.briefing.settings, atlas.language
    data = [f"- [briefing.json]({address(atlas, 'briefing.json', '')}): {say(language, 'machines.everything')}"]
    if licensed:
        data.append(f"- [llms-full.txt]({address(atlas, 'llms-full.txt', '')}): {say(language, 'machines.licensed')}")
    about = say(language, "machines.about", articles=say_count(language, "site.articles", len(atlas.listed)))
    blocks = [f"# {_plain(settings.site_name)}"]
    blocks += [f"> {_plain(settings.site_description)}"] if settings.site_description else []
    blocks += [about, f"## {say(language, 'machines.data')}", "\n".join(data)]
    for name, articles in (("licensed", licensed), ("others", others)):
        if articles:
            blocks += [f"## {say(language, f'machines.{name}')}", say(language, f"machines.{name}_dek")]
            blocks.append("\n".join(_entry(atlas, article) for article in articles))
    blocks += [say_count(language, "machines.rest", rest)] if rest > 0 else []
    return "\n\n".join(blocks) + "\n"


def _entry(atlas: Atlas, article: Article) -> str:
    shown = card(atlas, article)
    licence = atlas.briefing.licences.get(article.id)
    about = [f"{shown.source} {shown.source_mark}".strip(), *shown.meta, shown.summary_by]
    about.append(say(atlas.language, "article.licence", licence=licence) if licence else "")
    link = f"- [{_plain(shown.headline.text)}]({address(atlas, shown.headline.href, '')})"
    said = f" — {_plain(isolated(shown.summary))}" if shown.summary else ""
    return f"{link}: {' · '.join(_plain(isolated(part)) for part in about if part)}{said}"


def _full(atlas: Atlas, article: Article) -> str:
    """The text as a quotation, so that nothing in it passes for a word of ours."""
    shown = card(atlas, article)
    head = [f"# {_plain(shown.headline.text)}", address(atlas, shown.headline.href, "")]
    head.append(" · ".join([f"{shown.source} {shown.source_mark}".strip(), *shown.meta]))
    head += [article.url.value] if article.url else []
    head.append(say(atlas.language, "article.licence", licence=atlas.briefing.licences[article.id]))
    text = "\n>\n".join(f"> {' '.join(paragraph.text.split())}" for paragraph in article.paragraphs)
    return "\n\n".join([*map(" ".join, map(str.split, head)), text]) + "\n"


def _plain(text: str) -> str:
    """On one line, with no mark of Markdown in it."""
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))
