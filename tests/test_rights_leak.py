"""What the rights withhold is nowhere in the output: not eight of its words in a row, in any file of any audience."""

from __future__ import annotations

import html
import re
import shutil
from pathlib import Path

import pytest

from briefing import disk
from briefing.cli import DONE, main
from tests.conftest import ROOT, TODAY

RUN = 8  # words in a row that are a piece of the text, and not a name, a date or a phrase of anybody's
SHOWN = 40  # words of an excerpt

OPENING = "{town} closed its old harbour on Monday after a storm tore two café terraces away, the mayor said. "
MIDDLE = (
    "“We shall open the gates of {town} again before Friday, and not one single day later than that,” said Mayor Ida "
    "{name}, secretary of the very old harbour council of all the northern {town} islands. "
)
TAIL = (
    "More than 40 fishing boats with crews from {town} waited outside the broken pier on 3 March 2024 while the wind "
    "kept blowing. Prime Minister Olga {name} told reporters in {town} that “nobody here has slept for three nights in "
    "a row because of it”. "
)
END = "Reporting by Ann {name} in {town} and Ben Stone in Bergen; Editing by Carl Gray and Dora Hill of the desk"
NAMES = {  # of a town, a person, and a word that stands in every few words of the text and in no other text
    "full": ("Lindow", "Brandt", "red"),
    "excerpt": ("Marrow", "Castell", "blue"),
    "link": ("Hollin", "Duvall", "green"),
    "internal": ("Quarle", "Ebersol", "yellow"),
    "withdrawn": ("Tamsel", "Fenwick", "brown"),
    "unstated": ("Orrin", "Gaskell", "black"),
    "untitled": ("Welby", "Harker", "white"),
    "ended": ("Yarrow", "Ingram", "grey"),
}
SIDECARS = {
    "full": "rights: full\n",
    "excerpt": "rights: excerpt\n",
    "link": "rights: link\n",
    "internal": "rights: internal\nrights_until: 2020-01-01\n",
    "withdrawn": "rights: withdrawn\nnote: It was wrong.\n",
    "untitled": "rights: link\n",
    "ended": "rights: full\nrights_until: 2020-01-01\n",
}


def told(kind: str, part: str) -> str:
    town, name, colour = NAMES[kind]
    text: list[str] = []
    since = 0
    for word in part.format(town=town, name=name).split():
        if since > 3 and word.islower():
            text.append(colour)
            since = 0
        text.append(word)
        since += 1
    return " ".join(text)


def text_of(kind: str) -> str:
    return "\n\n".join(told(kind, part) for part in (OPENING, MIDDLE, TAIL))


def seed_of(kind: str) -> str:
    head = "" if kind == "untitled" else f"Storm shuts harbour of {NAMES[kind][0]}\n\n"
    return f"{head}{text_of(kind)}\n\n{told(kind, END)}\n"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("rights")
    (root / "seeds").mkdir()
    for kind in NAMES:
        (root / "seeds" / f"{kind}.txt").write_text(seed_of(kind), "utf-8")
        (root / "seeds" / f"{kind}.yml").write_text(SIDECARS.get(kind, "") + "date: 2024-03-05\n", "utf-8")
    (root / "briefing.yml").write_text(f"excerpt_words: {SHOWN}\nfront_page: {{lead: internal}}\n", "utf-8")
    shutil.copy(ROOT / "mkdocs.yml", root)
    shutil.copytree(ROOT / "overrides", root / "overrides")
    return root


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.casefold())


def output(root: Path, audience: str) -> dict[str, str]:
    """The words of every file in a row, with and without what stands between the signs of tags."""
    assert main(["--root", str(root), "--today", TODAY, "--jobs", "1", "--audience", audience]) == DONE
    suffix = "-internal" if audience == "internal" else ""
    found = {}
    for folder in (f"site_src{suffix}", f"build{suffix}"):
        for path, _ in disk.listing(root / folder):
            raw = html.unescape((root / folder / path).read_bytes().decode("utf-8", "replace"))
            found[f"{folder}/{path}"] = " ".join(words(raw)) + " # " + " ".join(words(re.sub(r"<[^>]*>", " ", raw)))
    return found


def leaks(found: dict[str, str], protected: str) -> set[str]:
    said = words(protected)
    runs = {" ".join(said[n : n + RUN]) for n in range(len(said) - RUN + 1)}
    return {f"{path}: {run}" for path, text in found.items() for run in runs if run in text}


def beyond_excerpt(kind: str) -> str:
    return " ".join(text_of(kind).split()[SHOWN:]) + " . " + told(kind, END)


ALSO = ("corrections.html", "data/articles.csv", "data/quotes.jsonl", "data/index.html", "feed.json", "search/core.js")
WITHHELD = {
    "local": {"excerpt": beyond_excerpt, "link": seed_of, "untitled": seed_of, "ended": seed_of},
    "public": {
        "excerpt": beyond_excerpt,
        "unstated": beyond_excerpt,
        "link": seed_of,
        "untitled": seed_of,
        "ended": seed_of,
    },
    "internal": {"excerpt": beyond_excerpt, "link": seed_of, "untitled": seed_of, "ended": seed_of},
}


@pytest.mark.parametrize("audience", ["local", "public", "internal"])
def test_no_piece_of_withheld_text_is_in_any_file(root: Path, audience: str) -> None:
    found = output(root, audience)
    for kind, withheld in WITHHELD[audience].items():
        assert leaks(found, withheld(kind)) == set(), kind
    assert leaks(found, text_of("full")), "the search finds what is shown"
    secret = {"withdrawn"} if audience == "internal" else {"withdrawn", "internal"}
    for kind in secret:
        for name in NAMES[kind][:2]:
            assert [path for path, text in found.items() if name.casefold() in text] == [], kind
    if audience == "internal":
        assert leaks(found, text_of("internal"))
    suffix = "-internal" if audience == "internal" else ""
    assert {f"build{suffix}/{path}" for path in ALSO} <= found.keys()


def test_nothing_stays_of_what_was_shown_before_its_rights_changed(root: Path, tmp_path: Path) -> None:
    shutil.copytree(root, tmp_path / "briefing")
    root = tmp_path / "briefing"
    for kind in NAMES:
        (root / "seeds" / f"{kind}.yml").write_text("rights: full\ndate: 2024-03-05\n", "utf-8")
    found = output(root, "local")
    assert [kind for kind in NAMES if not leaks(found, text_of(kind))] == []
    changed = {
        "full": "status: draft\n",
        "excerpt": "rights: excerpt\n",
        "link": "rights: link\n",
        "internal": "rights: internal\n",
        "withdrawn": "rights: withdrawn\n",
        "unstated": "source: The Harbour Post\n",
        "ended": "rights: full\nrights_until: 2024-03-31\n",
    }
    for kind, said in changed.items():
        (root / "seeds" / f"{kind}.yml").write_text(f"{said}date: 2024-03-05\n", "utf-8")
    for file in (root / "seeds").glob("untitled.*"):
        file.unlink()
    settings = f"excerpt_words: {SHOWN}\nsources: {{The Harbour Post: {{rights: link}}}}\n"
    (root / "briefing.yml").write_text(settings, "utf-8")
    found = output(root, "local")
    assert leaks(found, beyond_excerpt("excerpt")) == set()
    for kind in ("full", "link", "internal", "withdrawn", "unstated", "untitled", "ended"):
        assert leaks(found, seed_of(kind).partition("\n\n")[2]) == set(), kind
    for kind in ("full", "internal", "withdrawn", "untitled"):
        for name in NAMES[kind][:2]:
            assert [path for path, text in found.items() if name.casefold() in text] == [], kind
