"""``preview.png``: what other sites show beside a link to the briefing, its name drawn as on the front page.

Drawn with the outlines of ``letters.txt`` and written as PNG here, so that it is the same bytes on every machine and
needs no browser and no library. One for the whole briefing: drawing takes about as long as fifty pages.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from math import ceil
from typing import NamedTuple

from briefing.model import Briefing, Settings
from briefing.render.front import edition_line
from briefing.render.links import map_briefing

WIDTH, HEIGHT = 1200, 630  # what the sites that show pictures ask for
_EDGE, _BAR = 88, 16
_PAPER, _INK, _SOFT, _ACCENT = (251, 250, 246), (29, 27, 24), (92, 86, 77), (138, 43, 27)  # of briefing.css
_SHADES = 15  # between the paper and each colour
_STEPS = 6  # straight pieces of a curve
_SCANS = 5  # of a row of points
_NAME_SIZES = (112, 92, 76, 62)
_RUN = re.compile(rb"(.)\1*", re.S)
_NUMBER = re.compile(r"-?\d+")
_RUNS = [(258, 285, 0), (131, 281, 5), (67, 277, 4), (35, 273, 3), (19, 269, 2), (11, 265, 1)]  # length, symbol, bits
_RUNS += [(length, 254 + length, 0) for length in range(10, 2, -1)]
_COMMAND = re.compile(r"([MLHVQZ])([^MLHVQZ]*)")

Point = tuple[float, float]


class Letter(NamedTuple):
    width: int
    path: str


@dataclass(frozen=True, slots=True)
class Face:
    letters: Mapping[str, Letter]
    kerning: Mapping[str, int]

    def width(self, text: str, size: int) -> float:
        return sum(advance for _, advance in self.set(text)) * size / 1000

    def set(self, text: str) -> Iterator[tuple[Letter, int]]:
        """Each letter with the way to the next."""
        for letter, following in zip(text, [*text[1:], ""], strict=False):
            drawn = self.letters[letter]
            yield drawn, drawn.width + self.kerning.get(letter + following, 0)


class Line(NamedTuple):
    face: str
    text: str
    size: int
    baseline: int
    colour: int  # 0 ink, 1 soft


def preview_picture(briefing: Briefing) -> bytes | None:
    """None where the site's address is not known, so that nobody can be told of it, or its name has other letters."""
    settings = briefing.settings
    if not has_picture(settings):
        return None
    name, description = (" ".join(text.split()) for text in (settings.site_name, settings.site_description))
    return _draw(tuple(_lines(name, description, edition_line(map_briefing(briefing)))))


def has_picture(settings: Settings) -> bool:
    return bool(settings.site_url and settings.site_name.strip()) and _has_letters("name", settings.site_name)


@lru_cache(maxsize=4)
def _draw(lines: tuple[Line, ...]) -> bytes:
    return _png(_paint(lines))


def _lines(name: str, description: str, edition: str) -> Iterator[Line]:
    """The name as large as two lines allow, the description below it, the edition at the foot."""
    size = next((size for size in _NAME_SIZES if len(_wrap("name", name, size)) <= 2), _NAME_SIZES[-1])
    baseline = _EDGE + _BAR
    for text in _wrap("name", name, size)[:3]:
        baseline += round(size * 1.04)
        yield Line("name", text, size, baseline, 0)
    baseline += 24
    for text in _wrap("text", description, 40)[:3] if _has_letters("text", description) else ():
        baseline += 54
        yield Line("text", text, 40, baseline, 1)
    edition = edition.replace("\u00a0", " ")
    if edition and _has_letters("text", edition):
        yield Line("text", _wrap("text", edition, 30)[0], 30, HEIGHT - 62, 1)


def _has_letters(face: str, text: str) -> bool:
    return set(text) - {*"\u00a0\t\n"} <= _faces()[face].letters.keys()


def _wrap(face: str, text: str, size: int) -> list[str]:
    room, lines = WIDTH - 2 * _EDGE, [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if not lines[-1] or _faces()[face].width(longer, size) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


# --------------------------------------------------------------------------------------------------------- drawing


def _paint(lines: Sequence[Line]) -> list[bytearray]:
    """Rows of numbers of colours: 0 is the paper, then the shades of ink and of soft, last the accent."""
    accent = 2 * _SHADES + 1
    rows = [bytearray([accent if y < _BAR else 0]) * WIDTH for y in range(HEIGHT)]
    rule = HEIGHT - 62 - 58
    rows[rule][_EDGE : WIDTH - _EDGE] = bytes([_SHADES]) * (WIDTH - 2 * _EDGE)
    for line in lines:
        top, tall = line.baseline - line.size, round(line.size * 1.35)
        for y, covered in enumerate(_cover(line, tall), top):
            for x, share in covered.items():
                shade = round(min(1.0, share) * _SHADES)
                if shade and 0 <= y < HEIGHT:
                    rows[y][x] = shade + line.colour * _SHADES
    return rows


def _cover(line: Line, tall: int) -> Iterator[dict[int, float]]:
    """How much of each point of a line is covered, row by row: of every so many scans, what lies within an outline."""
    crossings: list[list[tuple[float, int]]] = [[] for _ in range(tall * _SCANS)]
    face, x, scale = _faces()[line.face], float(_EDGE), line.size / 1000
    for letter, advance in face.set(line.text):
        if x + letter.width * scale > WIDTH - _EDGE // 2:
            break  # a word longer than a line
        for (x0, y0), (x1, y1) in _outline(letter.path):
            _cross(crossings, (x + x0 * scale, line.size - y0 * scale), (x + x1 * scale, line.size - y1 * scale))
        x += advance * scale
    for top in range(0, len(crossings), _SCANS):
        row: dict[int, float] = {}
        for scan in crossings[top : top + _SCANS]:
            _fill(row, sorted(scan))
        yield row


def _cross(crossings: list[list[tuple[float, int]]], begin: Point, end: Point) -> None:
    """Note where an edge crosses each scan, and whether it goes down or up."""
    down = 1 if end[1] > begin[1] else -1
    (x0, y0), (x1, y1) = (begin, end) if down == 1 else (end, begin)
    for scan in range(max(0, ceil(y0 * _SCANS - 0.5)), min(len(crossings), ceil(y1 * _SCANS - 0.5))):
        share = ((scan + 0.5) / _SCANS - y0) / (y1 - y0)
        crossings[scan].append((x0 + (x1 - x0) * share, down))


def _fill(row: dict[int, float], scan: Sequence[tuple[float, int]]) -> None:
    winding, begin = 0, 0.0
    for x, down in scan:
        begin = begin if winding else x
        winding += down
        if not winding:
            first, last = int(begin), int(x)
            for point in range(first, last + 1):
                share = min(x, point + 1) - max(begin, point)
                row[point] = row.get(point, 0.0) + share / _SCANS


def _outline(path: str) -> Iterator[tuple[Point, Point]]:
    """The straight pieces of a path."""
    start = at = (0.0, 0.0)
    for command, numbers in _COMMAND.findall(path):
        for place, point in enumerate(_points(command, [float(n) for n in _NUMBER.findall(numbers)], at, start)):
            if command == "M" and not place:
                start = point
            else:
                yield at, point
            at = point


def _points(command: str, n: Sequence[float], at: Point, start: Point) -> list[Point]:
    """Where a command of a path leads; a curve in steps."""
    match command:
        case "Z":
            return [start]
        case "H":
            return [(n[0], at[1])]
        case "V":
            return [(at[0], n[0])]
        case "Q":
            parts = [((1 - t) * (1 - t), 2 * t * (1 - t), t * t) for t in (i / _STEPS for i in range(1, _STEPS + 1))]
            return [(a * at[0] + b * n[0] + c * n[2], a * at[1] + b * n[1] + c * n[3]) for a, b, c in parts]
    return list(zip(n[::2], n[1::2], strict=True))


@cache
def _faces() -> Mapping[str, Face]:
    faces: dict[str, Face] = {}
    for part in files("briefing.render").joinpath("letters.txt").read_text("utf-8").split("\n## ")[1:]:
        name, *lines = part.splitlines()
        rows = [line.split("\t") for line in lines]
        letters = {row[0]: Letter(int(row[1]), row[2]) for row in rows if len(row[0]) == 1}
        faces[name] = Face(letters, {row[0]: int(row[1]) for row in rows if len(row[0]) == 2})
    return faces


# ------------------------------------------------------------------------------------------------------------- PNG


def _png(rows: Sequence[bytearray]) -> bytes:
    blank = bytes(WIDTH)
    above, raw = bytearray(WIDTH), bytearray()
    for row in rows:
        raw.append(2)  # each byte as its difference from the one above
        raw += bytes((byte - former) & 255 for byte, former in zip(row, above, strict=True)) if row != above else blank
        above = row
    shades = [_mix(colour, n) for colour in (_INK, _SOFT) for n in range(1, _SHADES + 1)]
    palette = b"".join(map(bytes, [_PAPER, *shades, _ACCENT]))
    chunks = {b"IHDR": struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 3, 0, 0, 0), b"PLTE": palette, b"IDAT": _deflate(raw)}
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in [*chunks.items(), (b"IEND", b"")])


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _mix(colour: Sequence[int], shade: int) -> list[int]:
    return [(ink * shade + paper * (_SHADES - shade)) // _SHADES for ink, paper in zip(colour, _PAPER, strict=True)]


def _deflate(raw: bytes | bytearray) -> bytes:
    """A zlib stream of runs: what zlib itself makes of the same bytes is another with every version of it."""
    bits: list[str] = ["110"]  # the last block, with the codes of the standard
    for run in _RUN.finditer(raw):
        byte, left = run[0][0], len(run[0]) - 1
        bits.append(_symbol(byte))
        for length, symbol, extra in _RUNS:
            while left >= length:
                bits.append(_symbol(symbol) + "0" * extra + "00000")  # again the byte before
                left -= length
        bits += [_symbol(byte)] * left
    bits.append(_symbol(256))
    stream = "".join(bits)
    packed = bytes(int(stream[at : at + 8][::-1], 2) for at in range(0, len(stream), 8))
    return b"\x78\x01" + packed + struct.pack(">I", zlib.adler32(raw))


@cache
def _symbol(number: int) -> str:
    """The bits of a literal or length (RFC 1951, 3.2.6)."""
    if number < 144:
        return f"{0x30 + number:08b}"
    if number < 256:
        return f"{0x190 + number - 144:09b}"
    return f"{number - 256:07b}" if number < 280 else f"{0xC0 + number - 280:08b}"
