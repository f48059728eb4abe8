"""Nothing of an article is lost: what the extractor drops between its paragraphs stays, or is set aside."""

import pytest

from briefing.annotate.layout import lay_out
from briefing.model import Seed
from briefing.read.web_page import read_web_page

ONE = "The parish of Orlen met on Tuesday to decide whether the quarry road should be closed to lorries for the winter."
TWO = "Its surface was laid in 1962 and has been mended every spring since then, by men of the parish and at its cost."
THREE = "Nobody spoke for the lorries, and the owner of the quarry, who was asked in, sent a letter that nobody read."
LINES = [f"text: {ONE}", f"text: {TWO}", f"text: {THREE}"]


def lines(body: str) -> list[str]:
    content = read_web_page(f"<html><head><title>Quarry road</title></head><body>{body}</body></html>")
    return [f"{line.kind}: {line.text}" for line in content.lines if line.text != "Quarry road"]


def test_subheadings_stay_in_a_page_without_an_article_element() -> None:
    body = f"<h1>Quarry road</h1><p>{ONE}</p><h2>The surface</h2><p>{TWO}</p><h2>The letter</h2><p>{THREE}</p>"
    assert lines(body) == [LINES[0], "heading: The surface", LINES[1], "heading: The letter", LINES[2]]


def test_a_list_between_headline_and_text_stays() -> None:
    bullets = "<ul><li>Closed to April</li></ul>"
    body = f"<h1>Quarry road</h1>{bullets}<p>{ONE}</p><p>{TWO}</p><p>{THREE}</p>"
    assert lines(f"<div class='module_body'>{body}</div>") == ["item: Closed to April", *LINES]


@pytest.mark.parametrize("standfirst", ["<p class='teaser'><b>{}</b></p>", "<h2 class='subheadline'>{}</h2>"])
def test_a_standfirst_stays(standfirst: str) -> None:
    above = standfirst.format("Parish wants its winter quiet")
    found = lines(f"<h1>Quarry road</h1>{above}<div class='article-body'><p>{ONE}<p>{TWO}<p>{THREE}</div>")
    assert [line.partition(": ")[2] for line in found] == ["Parish wants its winter quiet", ONE, TWO, THREE]


def test_the_entries_of_a_live_report_keep_their_times_and_headings() -> None:
    entries = zip(("10:20", "11:05", "12:40"), ("Vote begins", "Letter", "Road shut"), (ONE, TWO, THREE), strict=True)
    posts = "".join(f"<div class='post'><time>{t}</time><h3>{h}</h3><p>{p}</p></div>" for t, h, p in entries)
    found = lines(f"<main><h1>Quarry road</h1><div><h2>Key points</h2><ul><li>Road shut</li></ul></div>{posts}</main>")
    assert found[:5] == ["heading: Key points", "item: Road shut", "text: 10:20", "heading: Vote begins", LINES[0]]
    assert found[-3:] == ["text: 12:40", "heading: Road shut", LINES[2]]


@pytest.mark.parametrize(
    ("frame", "kind"),
    [
        ("<div class='share-tools'>Send it to a friend</div>", "aside"),
        ("<aside>Send it to a friend</aside>", "aside"),
        ("<p><a href='/b'>Send it to a friend</a></p>", "aside"),
        ("<figure><img src='q.jpg'><figcaption>Send it to a friend</figcaption></figure>", "caption"),
        ("<nav>Send it to a friend</nav>", None),
        ("<button>Send it to a friend</button>", None),
    ],
)
def test_what_the_page_frames_is_set_aside(frame: str, kind: str | None) -> None:
    found = lines(f"<article><h1>Quarry road</h1><p>{ONE}</p>{frame}<p>{TWO}</p><p>{THREE}</p></article>")
    assert found == [LINES[0], *([f"{kind}: Send it to a friend"] if kind else []), *LINES[1:]]


def test_what_follows_the_text_is_the_articles_only_as_its_next_paragraph() -> None:
    below = "<ul><li>A map of the road</li></ul></div><div><h3>Elsewhere</h3><p>Nine walks for the winter</p></div>"
    text = f"<div class='article-body'><p>{ONE}</p><p>{TWO}</p><p>{THREE}</p>"
    found = lines(f"<div><h1>Quarry road</h1>{text}{below}</div>")
    assert found == [*LINES, "item: A map of the road", "aside: Elsewhere", "aside: Nine walks for the winter"]


def test_lines_that_the_page_frames_stand_among_those_set_aside() -> None:
    content = read_web_page(f"<article><h1>Quarry road</h1><p>{ONE}</p><aside>{TWO}</aside><p>{THREE}</p></article>")
    layout = lay_out(Seed("road", "seeds/road.html", "", content.lines, content.stated))
    assert [paragraph.text for paragraph in layout.paragraphs] == [ONE, THREE]
    assert [(line.text, line.reason) for line in layout.removed] == [(TWO, "page")]


def test_a_row_keeps_its_empty_cells_and_its_joined_columns() -> None:
    table = (
        "<table><caption>In millions</caption><tr><th></th><th>2026</th><th>2025</th></tr>"
        "<tr><td><p>Sales</p></td><td>$10</td><td></td></tr>"
        "<tr><td colspan='2'>All</td><td>$<b>12</b></td></tr></table>"
    )
    found = lines(f"<article><h1>Quarry road</h1><p>{ONE}</p><p>{TWO}</p>{table}<p>{THREE}</p></article>")
    assert found[2:-1] == ["text: In millions", "text: | 2026 | 2025", "text: Sales | $10 |", "text: All | | $12"]


def test_a_page_laid_out_in_a_table_is_no_row() -> None:
    menu = "<td><ul><li>Home</li><li>Roads</li></ul></td>"
    page = f"<table><tr>{menu}<td><h1>Quarry road</h1><p>{ONE}</p><p>{TWO}</p><p>{THREE}</p></td></tr></table>"
    assert lines(page)[-3:] == LINES


def test_the_first_entry_of_a_live_report_keeps_its_time_though_the_page_shows_through() -> None:
    entries = f"<time>14:20</time><h3>Vote begins</h3><p>{ONE}</p><div>Share this post</div><p>{TWO}</p><p>{THREE}</p>"
    content = read_web_page(f"<main><h1>Quarry road</h1><h2>Key points</h2><ul><li>Shut</li></ul>{entries}</main>")
    layout = lay_out(Seed("road", "seeds/road.html", "", content.lines, content.stated))
    assert [p.text for p in layout.paragraphs if p.kind == "heading"] == ["14:20", "Vote begins"]


def test_items_under_more_on_this_story_are_links() -> None:
    links = "<div>More on this story<ul><li>Parish council table</li><li>Clerk: ‘I never read a letter’</li></ul></div>"
    content = read_web_page(f"<article><h1>Quarry road</h1><p>{ONE}</p><p>{TWO}</p><p>{THREE}</p>{links}</article>")
    layout = lay_out(Seed("road", "seeds/road.html", "", content.lines, content.stated))
    assert [(line.reason, line.text) for line in layout.removed][1:] == [
        ("navigation", "Parish council table"),
        ("navigation", "Clerk: ‘I never read a letter’"),
    ]


def test_a_heading_between_headline_and_byline_is_the_standfirst() -> None:
    above = "<h1>Quarry road</h1><h2>Parish wants its winter quiet</h2><p>By Ann Otter</p>"
    content = read_web_page(f"<article>{above}<p>{ONE}</p><p>{TWO}</p><p>{THREE}</p></article>")
    layout = lay_out(Seed("road", "seeds/road.html", "", content.lines, content.stated))
    assert (layout.paragraphs[0].text, layout.paragraphs[0].kind) == ("Parish wants its winter quiet", "standfirst")


def test_what_only_its_style_parts_is_parted() -> None:
    byline = (
        "<div><span>By <span>Ann Otter</span></span><time>3 May 2021</time></div><div><a>Roads</a><a>Parish</a></div>"
    )
    found = lines(f"<article><h1>Quarry road</h1>{byline}<p>{ONE}</p><p>{TWO}</p><p>{THREE}</p></article>")
    assert found[:2] == ["text: By Ann Otter 3 May 2021", "aside: Roads Parish"]


def test_a_link_further_down_in_an_entry_does_not_make_its_time_a_link() -> None:
    posted = "<blockquote><p>All ashore.</p><a href='#'>February 9, 2024</a></blockquote>"
    entries = "".join(
        f"<div class='post'><time>{n}.20 CET</time><p>{p}</p>{posted}</div>" for n, p in ((9, ONE), (8, TWO))
    )
    found = lines(f"<h1>Quarry road</h1><article>{entries}<p>{THREE}</p></article>")
    assert [line for line in found if "CET" in line] == ["text: 9.20 CET", "text: 8.20 CET"]
