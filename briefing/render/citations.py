"""How to cite the original of an article, in the forms that programs read: RIS, BibTeX and CSL-JSON.

The addresses hold the whole file (``data:``), so that they work from a page alone, over ``file://`` as well. What is
not known is absent, a headline of ours stands in brackets, and what is inferred says so in a note. Names of authors are
not taken apart: which part of one is the family name is nowhere stated.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import quote

from briefing.escape import bibtex_text, one_line
from briefing.model import Article
from briefing.render.links import web_host
from briefing.texts import say

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?!\d)")


class Download(NamedTuple):
    form: str
    file: str
    href: str


class _Citation(NamedTuple):
    key: str
    title: str
    authors: tuple[str, ...]
    source: str
    date: tuple[str, ...]  # year, month, day, as far as known
    url: str
    language: str
    notes: tuple[str, ...]


def citation_downloads(article: Article, slug: str, language: str) -> list[Download]:
    cited = _cited(article, slug, language)
    return [
        Download(form, f"{slug}.{ending}", f"data:{kind};charset=utf-8,{quote(write(cited), safe='')}")
        for form, ending, kind, write in _FORMS
    ]


def _cited(article: Article, slug: str, language: str) -> _Citation:
    title = one_line(article.title.value)
    date = _DATE.match(article.date.value) if article.date else None
    url = article.url.value if article.url and web_host(article.url.value) else ""
    return _Citation(
        key=slug,
        title=f"[{title}]" if article.title.origin == "inferred" else title,
        authors=tuple(map(one_line, article.authors.value)) if article.authors else (),
        source=one_line(article.source.value) if article.source else "",
        date=tuple(part for part in date.groups() if part) if date else (),
        url=one_line(url).replace(" ", "%20"),
        language="" if article.language.value == "und" else article.language.value,
        notes=tuple(_notes(article, language)),
    )


def _notes(article: Article, language: str) -> list[str]:
    """What whoever cites must know of how the values are known."""
    notes = [say(language, "article.headline_ours")] if article.title.origin == "inferred" else []
    for field, known in (("source", article.source), ("date", article.date), ("authors", article.authors)):
        if known and known.origin == "inferred":
            notes.append(say(language, f"article.{field}_inferred"))
    notes += [] if article.source else [say(language, "article.a_source_not_stated")]
    return notes if article.date else [*notes, say(language, "article.date_unknown")]


def _ris(cited: _Citation) -> str:
    """Lines of two letters and a value; a value cannot begin a line, so nothing in it is a field."""
    date = cited.date
    fields = [
        ("TY", "NEWS"),
        ("ID", cited.key),
        ("TI", cited.title),
        *(("AU", author) for author in cited.authors),
        ("T2", cited.source),
        ("PY", "".join(date[:1])),
        ("DA", "/".join((*date, "", "", "")[:3]) + "/" if date else ""),
        ("UR", cited.url),
        ("LA", cited.language),
        *(("N1", note) for note in cited.notes),
    ]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in fields if value) + "ER  - \r\n"


def _bibtex(cited: _Citation) -> str:
    fields = {
        "title": f"{{{bibtex_text(cited.title)}}}",
        "author": " and ".join(f"{{{bibtex_text(author)}}}" for author in cited.authors),
        "howpublished": bibtex_text(cited.source),
        "year": "".join(cited.date[:1]),
        "date": "-".join(cited.date),
        "url": quote(cited.url, safe="!#$%&'()*+,/:;=?@[]~"),
        "language": cited.language,
        "note": bibtex_text("; ".join(cited.notes)),
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@misc{{{cited.key},\n{lines}}}\n"


def _csl(cited: _Citation) -> str:
    values = {
        "id": cited.key,
        "type": "article-newspaper",
        "title": cited.title,
        "author": [{"literal": author} for author in cited.authors],
        "container-title": cited.source,
        "issued": {"date-parts": [[int(part) for part in cited.date]]} if cited.date else None,
        "URL": cited.url,
        "language": cited.language,
        "note": "; ".join(cited.notes),
    }
    return json.dumps([{key: value for key, value in values.items() if value}], ensure_ascii=False, indent=1) + "\n"


_FORMS: tuple[tuple[str, str, str, Callable[[_Citation], str]], ...] = (
    ("RIS", "ris", "application/x-research-info-systems", _ris),
    ("BibTeX", "bib", "application/x-bibtex", _bibtex),
    ("CSL-JSON", "json", "application/vnd.citationstyles.csl+json", _csl),
)
