"""What an editor writes in a sidecar, read into Edited; each value with the line as evidence."""

from pathlib import Path
from typing import TypeVar

from briefing.model import Correction, Edited, Evidence, Known, Settings, SpeakerCorrection
from briefing.read import read_seeds

T = TypeVar("T")

SEED = "Harbour reopens\n\nThe harbour opened again, the mayor said.\nMore from The Courier\n2024\n"
SIDECAR = """\
title: 2024
date: 2024-05-03
reference_date: 2024-05-02
source: The  Courier
url: https://courier.example/harbour
authors: Ana Prado
language: en
topics: [Harbours, yes]
summary:
- It opened.
note:
bottom_line: Ships come back.
keep: More from  The Courier
remove: [1, 5]
quotes:
- {text: opened again, speaker: The mayor}
pin: yes
pin_until: 2024-06-01
status: draft
rights: excerpt
licence: CC BY 4.0
rights_until: 2025-01-01
slug: harbour-reopens
aliases: [harbour-opens, the-harbour]
story: The harbour
duplicate_of: market
correction: {date: 2024-05-04, text: The year was wrong.}
"""


def edited(root: Path, sidecar: str) -> Edited:
    (root / "seeds").mkdir(parents=True)
    (root / "seeds/harbour.txt").write_text(SEED)
    (root / "seeds/market.txt").write_text("Market moves\n")
    (root / "seeds/harbour.yml").write_text(sidecar)
    return read_seeds(root, Settings(site_name="")).seeds[0].edited


def known(value: T, line: int) -> Known[T]:
    text = " ".join(SIDECAR.splitlines()[line - 1].split())
    return Known(value, "edited", Evidence("sidecar", line, text, "seeds/harbour.yml"))


def test_every_key_is_read(tmp_path: Path) -> None:
    assert edited(tmp_path, SIDECAR) == Edited(
        file="seeds/harbour.yml",
        title=known("2024", 1),
        date=known("2024-05-03", 2),
        reference_date=known("2024-05-02", 3),
        source=known("The Courier", 4),
        url=known("https://courier.example/harbour", 5),
        authors=known(("Ana Prado",), 6),
        language=known("en", 7),
        topics=known(("Harbours", "yes"), 8),
        summary=known(("It opened.",), 9),
        bottom_line="Ships come back.",
        keep=(4,),
        remove=(1, 5),
        quotes=(SpeakerCorrection("opened again", "The mayor"),),
        pin=True,
        pin_until="2024-06-01",
        status="draft",
        rights="excerpt",
        licence="CC BY 4.0",
        rights_until="2025-01-01",
        slug="harbour-reopens",
        aliases=("harbour-opens", "the-harbour"),
        story="The harbour",
        duplicate_of="market",
        corrections=(Correction("2024-05-04", "The year was wrong."),),
    )


def test_an_empty_sidecar_changes_nothing(tmp_path: Path) -> None:
    assert edited(tmp_path, "# nothing yet\ntitle:\nkeep: []\n") == Edited(file="seeds/harbour.yml")


def test_a_number_that_is_a_whole_line_is_found_by_its_text(tmp_path: Path) -> None:
    assert edited(tmp_path, "remove: 2024\n").remove == (5,)


def test_a_day_alone_pins_until_then_and_false_denies(tmp_path: Path) -> None:
    until = edited(tmp_path, "pin_until: 2024-06-01\n")
    assert (until.pin, until.pin_until) == (True, "2024-06-01")
    assert not edited(tmp_path / "no", "pin: false\npin_until: 2024-06-01\n").pin
    denied = edited(tmp_path / "false", "story: false\nduplicate_of: false\n")
    assert (denied.story, denied.no_story, denied.duplicate_of, denied.no_copy) == (None, True, None, True)
    named = edited(tmp_path / "text", 'story: "false"\n')
    assert (named.story, named.no_story) == ("false", False)
