"""A briefing that changes at random as an editor's does: articles and sidecars come, change, move and go."""

from __future__ import annotations

import random
from pathlib import Path

_PEOPLE = (
    "Mara Lindqvist",
    "Tom Okoye",
    "Ines Duarte",
    "Jon Lindqvist",
    "Secretary of State Ada Brandt",
    "Dr Ravi Sen",
)
_PLACES = ("Lindow", "Port Ellery", "Vienna", "the Ministry of Transport", "Ellery Steel Ltd", "the United Nations")
_THINGS = (
    "a ferry strike",
    "the flood wall",
    "an election",
    "hospital beds",
    "a trade deal",
    "the drought",
    "school fees",
)
_DAYS = ("on Monday", "last Friday", "on 3 March 2024", "two days earlier", "in 2023", "earlier this month")
_SHAPES = (
    "{person} said {day} that {thing} in {place} had cost ${number} million.",
    "“We will not accept {thing},” {person} said {day}. “{place} deserves better.”",
    "At least {number} people in {place} were affected by {thing}, according to {person}.",
    "{place} announced {day} a plan for {thing}; {person} called it “a step”.",
    "By {day}, {number} percent of {place} had felt {thing}.",
)
_SOURCES = ("Lindow Courier", "Ellery Post", "Northern Wire")


class RandomBriefing:
    """The seeds, sidecars and ``briefing.yml`` at ``root``, and one random edit of them after another."""

    def __init__(self, root: Path, seed: int) -> None:
        self.root, self._chance, self._count = root, random.Random(seed), 0
        self._former: list[tuple[Path, str]] = []
        (root / "seeds").mkdir(parents=True, exist_ok=True)
        self._settings()
        for _ in range(4):
            self._add()

    def edit(self) -> str:
        """Makes one change and says which."""
        kinds = (
            self._add, self._rewrite, self._append, self._rename, self._delete, self._swap, self._copy, self._touch,
            self._sidecar, self._sidecar, self._drop_sidecar, self._settings, self._take_back, self._lose_a_page,
        )  # fmt: skip
        kind = self._chance.choice(kinds)
        kind()
        return kind.__name__.strip("_")

    def book(self, length: int) -> str:
        """A text of about ``length`` characters in which hardly a sentence comes twice."""
        words = ["".join(self._chance.choices("aeioulmnrst", k=5)) for _ in range(2000)]
        paragraphs, size = [], 0
        while size < length:
            names = " and ".join(word.capitalize() for word in self._chance.choices(words, k=3))
            paragraphs.append(f"{self._sentence()} {names} met {self._chance.randint(2, 9999)} times.")
            size += len(paragraphs[-1]) + 2
        return "\n\n".join(paragraphs)

    # ------------------------------------------------------------------------------------------------ articles

    def _sentence(self) -> str:
        pick = self._chance.choice
        number = self._chance.choice((2, 12, 17, 250, 4000))
        return pick(_SHAPES).format(
            person=pick(_PEOPLE), place=pick(_PLACES), thing=pick(_THINGS), day=pick(_DAYS), number=number
        )

    def _text(self) -> str:
        pick = self._chance.choice
        title = f"{pick(_THINGS).capitalize()} {pick(('worries', 'divides', 'unites'))} {pick(_PLACES)}"
        day = f"{self._chance.randint(1, 28)} March 2024"
        paragraphs = [" ".join(self._sentence() for _ in range(self._chance.randint(1, 3))) for _ in range(3)]
        return "\n\n".join([title, f"{pick(_SOURCES)}, {day}", *paragraphs]) + "\n"

    def _add(self) -> None:
        self._count += 1
        name = f"{self._chance.choice(('', 'north/', 'Ö'))}story-{self._count}"
        suffix, text = self._chance.choice((".txt", ".md", ".html")), self._text()
        if suffix == ".md":
            text = f"---\nsource: {self._chance.choice(_SOURCES)}\n---\n\n# {text}"
        elif suffix == ".html":
            title, _, rest = text.partition("\n\n")
            text = f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1><p>"
            text += rest.strip().replace("\n\n", "</p>\n<p>") + "</p></article></body></html>\n"
        self._write(self.root / "seeds" / (name + suffix), text)

    def _rewrite(self) -> None:
        for path in self._one():
            self._write(path, self._text() if path.suffix == ".txt" else path.read_text("utf-8").replace("12", "17"))

    def _append(self) -> None:
        for path in self._one():
            mark = "\n\n{}\n" if path.suffix != ".html" else "<p>{}</p>\n"
            self._write(path, path.read_text("utf-8") + mark.format(self._sentence()))

    def _rename(self) -> None:
        for path in self._one():
            self._count += 1
            sidecar = path.with_suffix(".yml")
            for file in (path, *([sidecar] if sidecar.exists() else [])):
                file.rename(file.with_name(f"moved-{self._count}{file.suffix}"))

    def _delete(self) -> None:
        if len(self._seeds()) > 2:
            for path in self._one():
                path.unlink()
                path.with_suffix(".yml").unlink(missing_ok=True)

    def _swap(self) -> None:
        texts = [path for path in self._seeds() if path.suffix == ".txt"]
        if len(texts) > 1:
            first, second = self._chance.sample(texts, 2)
            one, other = first.read_text("utf-8"), second.read_text("utf-8")
            self._write(first, other)
            self._write(second, one)

    def _copy(self) -> None:
        for path in self._one():
            self._count += 1
            self._write(path.with_name(f"copy-{self._count}{path.suffix}"), path.read_text("utf-8"))

    def _touch(self) -> None:
        for path in self._one():
            path.touch()

    # ---------------------------------------------------------------------------------------- the editor's words

    def _sidecar(self) -> None:
        for path in self._one():
            self._count += 1
            lines = self._chance.sample(
                (
                    f"title: A title of the desk's own {self._count}",
                    f"note: Note {self._count}",
                    f"date: 2024-03-{self._chance.randint(10, 28)}",
                    f"source: {self._chance.choice(_SOURCES)}",
                    f"slug: own-address-{self._count}",
                    f"aliases: [former-{self._count}]",
                    f"rights: {self._chance.choice(('full', 'excerpt', 'link'))}",
                    f"status: {self._chance.choice(('ready', 'draft'))}",
                    "topics: [Ferries]",
                ),
                self._chance.randint(1, 3),
            )
            self._write(path.with_suffix(".yml"), "\n".join(lines) + "\n")

    def _drop_sidecar(self) -> None:
        for sidecar in sorted((self.root / "seeds").rglob("*.yml"))[:1]:
            sidecar.unlink()

    def _settings(self) -> None:
        rights = "\n".join(f"  {name}: {{rights: {self._chance.choice(('full', 'excerpt'))}}}" for name in _SOURCES)
        self._write(
            self.root / "briefing.yml",
            f"sources:\n{rights}\ntopics:\n  Ferries: {{terms: [ferry, {self._chance.choice(('strike', 'flood'))}]}}\n",
        )

    # ------------------------------------------------------------------------------------------------- accidents

    def _take_back(self) -> None:
        """A file as it was some time ago."""
        known = [(path, text) for path, text in self._former if path.exists()]
        if known:
            self._write(*self._chance.choice(known))

    def _lose_a_page(self) -> None:
        pages = sorted((self.root / "site_src").glob("articles/*.md"))
        if pages:
            self._chance.choice(pages).unlink()

    def _one(self) -> list[Path]:
        return [self._chance.choice(self._seeds())]

    def _seeds(self) -> list[Path]:
        return sorted(path for path in (self.root / "seeds").rglob("*.*") if path.suffix in (".txt", ".md", ".html"))

    def _write(self, path: Path, text: str) -> None:
        if path.exists():
            self._former.append((path, path.read_text("utf-8")))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
