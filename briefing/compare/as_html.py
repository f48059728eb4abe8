"""A review as a page of the preview: what was beside what is, each article linked on both sides."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256
from posixpath import join

from briefing.compare.outline import Folded, Row, Section, outline
from briefing.compare.review import Op, Page, Review, Words
from briefing.compare.wording import LOOK_ALONE, NOTHING, counted, summary
from briefing.compare.words import compare_words
from briefing.escape import html_attribute, html_text

# The site's own faces, where the page lies beside them; the colours of the site.
_STYLE = """\
@font-face{font-family:"Briefing Serif";src:url(assets/fonts/briefing-serif-latin.woff2);font-weight:200 900}
@font-face{font-family:Inter;src:url(assets/fonts/inter-latin.woff2);font-weight:100 900}
:root{color-scheme:light dark}
body{max-width:72rem;margin:0 auto;padding:1.5rem;font:1rem/1.5 Inter,system-ui,sans-serif;color:#1d1b18;\
background:#fbfaf6;border-top:.25rem solid #8a2b1b}
h1,td{font-family:"Briefing Serif",Georgia,serif}
h1{font-size:2rem;line-height:1.15;margin:.2rem 0 .6rem}
h2{font-size:1rem;margin:2.2rem 0 .5rem;border-top:2px solid;padding-top:.45rem}
a{color:inherit}
p,li{max-width:75ch}
ul{padding-inline-start:1.1rem}
li{margin:.35rem 0}
code{font-size:.85em;overflow-wrap:anywhere}
details{border-top:1px solid #d9d3c5}
summary{cursor:pointer;padding:.6rem 0}
table{border-collapse:collapse;width:100%;table-layout:fixed}
th,td{text-align:start;vertical-align:top;padding:.5rem 1rem .5rem 0;border-top:1px solid #d9d3c5;\
overflow-wrap:anywhere}
th{font-weight:600;font-size:.85rem}
th:first-child{width:16%}
del{background:#f6d5d0;color:#5c0f05}
ins{background:#d8ead2;color:#153d0b;text-decoration:none;font-weight:600}
@media(max-width:40rem){table,tbody,tr,th,td{display:block;width:auto!important;border:0;padding:.1rem 0}
thead{display:none}
td:not(:empty)::before{content:attr(data-of) ": ";font:600 .8rem Inter,system-ui,sans-serif}
tr{border-top:1px solid;padding:.5rem 0}}
@media(prefers-color-scheme:dark){body{color:#ebe7df;background:#15171a;border-color:#f0937f}
del{background:#4a1d17;color:#ffd9d2}
ins{background:#1c3a17;color:#d6f2cd}
details,th,td{border-color:#383c43}}"""
_ALLOWED = b64encode(sha256(_STYLE.encode()).digest()).decode()  # in overrides/_headers too
_POLICY = f"default-src 'none'; style-src 'sha256-{_ALLOWED}'; font-src 'self'; img-src data:"


def review_html(review: Review, base: str = "", head: str = "") -> str:
    """A page by itself; ``base`` and ``head`` are the addresses of the two sites, relative or absolute."""
    title = "What this change does to the briefing"
    said = html_text(summary(review))
    if not review.editorial:
        said = NOTHING if not review.look else f"{LOOK_ALONE} ({counted(len(review.look), 'file')})."
    parts = (line for section in outline(review) for line in _section(section, base, head))
    body = "\n".join(parts) if review.editorial or review.look else ""
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<title>{title}</title>
<style>{_STYLE}</style>
</head>
<body>
<main>
<p>{html_text(review.base)} → {html_text(review.head)}</p>
<h1>{title}</h1>
<p>{said}</p>
{body}
</main>
</body>
</html>
"""


def _section(section: Section, base: str, head: str) -> Iterator[str]:
    yield f"<section>\n<h2>{html_text(section.title)}</h2>"
    if any(row.differs for row in section.rows):
        yield from _table(_row_cells(row) for row in section.rows)
    elif section.rows:
        yield "<ul>"
        yield from (f"<li>{_linked(row.what, row.slug, head)}{_code(row.code)}</li>" for row in section.rows)
        yield "</ul>"
    for folded in section.folded:
        yield from _folded(folded, base, head)
    yield "</section>"


def _code(text: str) -> str:
    return f": <code>{html_text(text)}</code>" if text else ""


def _linked(text: str, slug: str, site: str) -> str:
    if not slug or not site:
        return html_text(text)
    return f'<a href="{html_attribute(_address(slug, site))}">{html_text(text)}</a>'


def _address(slug: str, site: str) -> str:
    return join(site, f"articles/{slug}.html")


Cells = tuple[str, str, str]  # HTML


def _row_cells(row: Row) -> Cells:
    what = html_text(row.what)
    if not row.differs:
        return what, "", ""
    if row.lists:
        return what, _marked(row.before, "lost: "), _marked(row.after, "gained: ")
    if row.before and row.after:
        words = compare_words(row.before, row.after)
        return what, _side(words, "gone", "del"), _side(words, "new", "ins")
    return what, _marked(row.before or "none"), _marked(row.after or "none")


def _marked(text: str | None, what: str = "") -> str:
    return html_text(f"{what}{text}") if text else ""


def _table(rows: Iterable[Cells]) -> Iterator[str]:
    heads = "".join(f'<th scope="col">{what}</th>' for what in ("What", "Before", "After"))
    yield f"<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>"
    for what, before, after in rows:
        yield f'<tr><th scope="row">{what}</th><td data-of="Before">{before}</td><td data-of="After">{after}</td></tr>'
    yield "</tbody>\n</table>"


def _folded(folded: Folded, base: str, head: str) -> Iterator[str]:
    yield f"<details>\n<summary><strong>{html_text(folded.title)}</strong>: {html_text(folded.facts)}</summary>"
    links = [_page_link("before", folded.before, base), _page_link("after", folded.after, head)]
    if shown := [link for link in links if link]:
        yield f"<p>The page: {' · '.join(shown)}</p>"
    yield from _table([*map(_row_cells, folded.rows), *map(_prose_cells, folded.prose)])
    yield "</details>"


def _page_link(what: str, page: Page, site: str) -> str:
    return f'<a href="{html_attribute(_address(page.slug, site))}">{what}</a>' if site else ""


def _prose_cells(words: Words) -> Cells:
    return f"¶ {words.number}", _side(words.parts, "gone", "del"), _side(words.parts, "new", "ins")


def _side(words: Iterable[tuple[Op, str]], op: Op, tag: str) -> str:
    """The paragraph as it stands on one side, with what the other has not marked."""
    parts = (
        html_text(text) if kind == "same" else f"<{tag}>{html_text(text)}</{tag}>"
        for kind, text in words
        if kind in ("same", op)
    )
    return "".join(parts) or "none"
