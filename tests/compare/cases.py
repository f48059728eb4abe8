"""Pairs of briefings that differ in one thing: a common base, and what each case writes or deletes on either side."""

from __future__ import annotations

from dataclasses import dataclass, field

Files = dict[str, str | None]  # by path; None deletes

_DESK = "sources: {Lindow Post: {rights: full}, Bay Radio: {rights: full}}\n"
COMMON: Files = {
    "briefing.yml": _DESK,
    "seeds/bridge.md": """\
---
title: Bridge over the Tarn closed after flood
date: 2024-03-05
source: Lindow Post
---
The old bridge over the Tarn in Lindow was closed on Monday after the worst flood in thirty years, the council said.

At least 12 people were injured when the flood reached the market, Mayor Ida Brandt told reporters.

“We will open the bridge again before Easter,” Brandt said. Engineers from Vienna will look at the pillars next week.
""",
    "seeds/flood.md": """\
---
title: Flood in Lindow closes Tarn bridge and injures twelve at market
date: 2024-03-06
source: Bay Radio
---
The worst flood in thirty years closed the old bridge over the Tarn in Lindow on Monday and injured 12 people at the
market, Mayor Ida Brandt said.

The council of Lindow said the bridge over the Tarn stays closed for weeks. “Nobody should cross it,” the council said.
""",
    "seeds/werft.md": """\
---
title: Werft lässt zwölf Boote zu Wasser
date: 2024-03-12
source: Küstenblatt
---
Die Werft von Hafenau hat am Montag zwölf Boote zu Wasser gelassen.

„Wir haben den ganzen Winter daran gearbeitet“, sagte Meisterin Hanne Brook.
""",
    "seeds/school.md": """\
---
title: New school for Ellery
date: 2024-02-10
source: Lindow Post
---
Ellery will get a new school for 240 children, Education Minister Tom Okoye said on Friday.

The school will cost £3.2 million and open in September 2025.
""",
}


@dataclass(frozen=True)
class Case:
    name: str
    head: Files = field(default_factory=dict)
    base: Files = field(default_factory=dict)


def edited(seed: str, old: str, new: str) -> Files:
    text = COMMON[seed]
    assert text is not None and old in text
    return {seed: text.replace(old, new)}


def text_of(seed: str) -> str:
    text = COMMON[seed]
    assert text is not None
    return text


_THEME = "body { color: black }\n"
_WERFT = text_of("seeds/werft.md").replace("---\nDie", "---\n\nDie").strip().split("\n\n")

CASES = (
    Case("nothing"),
    Case("no-effect", {"seeds/bridge.yml": "# read, and nothing to say\n"}),
    Case("look-alone", {"overrides/assets/briefing.css": _THEME}),
    Case("added", {"seeds/pier.txt": "A new pier for Hafenau\n\nA pier of 300 metres opens in May, Tom Okoye said.\n"}),
    Case("removed", {"seeds/school.md": None}),
    Case("renamed-seed", {"seeds/school.md": None, "seeds/2024/ellery.md": text_of("seeds/school.md")}),
    Case(
        "renamed-and-edited",
        {"seeds/school.md": None, "seeds/ellery.md": text_of("seeds/school.md").replace("240", "260")},
    ),
    Case("word-of-prose", edited("seeds/school.md", "children", "pupils")),
    Case("paragraph-added", edited("seeds/werft.md", "Brook.", "Brook.\n\nEin Boot kehrte um.")),
    Case("paragraph-gone", edited("seeds/school.md", text_of("seeds/school.md").rpartition("Friday.\n")[2], "")),
    Case("paragraphs-swapped", {"seeds/werft.md": "\n\n".join(_WERFT[:1] + _WERFT[:0:-1])}),
    Case(
        "headline-with-alias", {"seeds/school.yml": "title: Ellery gets its school\naliases: [new-school-for-ellery]\n"}
    ),
    Case("headline-without-alias", {"seeds/school.yml": "title: Ellery gets its school\n"}),
    Case("slug-without-alias", {"seeds/school.yml": "slug: school\n"}),
    Case(
        "speaker-corrected",
        {"seeds/bridge.yml": "quotes: [{text: 'We will open the bridge again before Easter,', speaker: Tom Okoye}]\n"},
    ),
    Case("speaker-made-unclear", edited("seeds/flood.md", " the council said.", " somebody cried.")),
    Case("quote-changed", edited("seeds/bridge.md", "before Easter", "after Easter")),
    Case("figure-changed", edited("seeds/school.md", "£3.2 million", "£4.1 million")),
    Case("date-moved", {"seeds/bridge.yml": "date: 2024-03-19\n"}),
    Case("date-known-otherwise", {"seeds/bridge.yml": "date: 2024-03-05\n"}),
    Case("more-rights", {"seeds/school.yml": None}, {"seeds/school.yml": "rights: link\n"}),
    Case(
        "fewer-rights",
        {"seeds/school.yml": "rights: excerpt\n", "briefing.yml": "excerpt_words: 10\n"},
        {"briefing.yml": "excerpt_words: 10\n"},
    ),
    Case("rights-of-a-source", {"briefing.yml": _DESK}, {"briefing.yml": _DESK.replace("full", "link", 1)}),
    Case(
        "longer-excerpts",
        {"briefing.yml": "rights: excerpt\nexcerpt_words: 20\n"},
        {"briefing.yml": "rights: excerpt\nexcerpt_words: 10\n"},
    ),
    Case("withdrawn", {"seeds/school.yml": "rights: withdrawn\nreason: It was not true.\n"}),
    Case("excluded", {"seeds/school.yml": "status: exclude\nreason: off the topic\n"}),
    Case("stories-merged", {f"seeds/{name}.yml": "story: Water\n" for name in ("werft", "school", "bridge", "flood")}),
    Case("copy-folded", {"seeds/flood.yml": "duplicate_of: bridge\n"}),
    Case("name-joined", {"briefing.yml": _DESK + "names: {Ida Brandt: {kind: person, also: [Tom Okoye]}}\n"}),
    Case("topic-of-the-editor", {"seeds/werft.yml": "topics: [Boats, economy]\n"}),
    Case(
        "note-and-correction",
        {
            "seeds/school.yml": "note: We asked twice.\nbottom_line: It is the first in ten years.\n"
            "correction: [{date: 2024-02-12, text: 'It is 240 children, not 420.'}]\n"
        },
    ),
    Case("new-doubts", {"seeds/odd.md": "---\ntitle: A note\nmood: good\n---\nShips waited outside the harbour.\n"}),
    Case(
        "hostile",
        {
            "seeds/odd.md": "---\ntitle: '@ida #12 !3 GH-4 </details><script>alert(1)</script> `x` | *b*'\n"
            "source: '[a](javascript:b)'\n---\nA note of @tom and #99.\n"
        },
    ),
    Case("site", {"mkdocs.yml": "site_name: Tarn News\n"}),
    Case("emptied", {"seeds/bridge.md": None, "seeds/flood.md": None, "seeds/school.md": None, "seeds/werft.md": None}),
)
