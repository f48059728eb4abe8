"""Pictures of pages: taken at a quarter of their size, kept in one sheet a page, compared as an eye would.

A sheet is a PNG of few colours, every look of one page side by side. What another machine or another Chromium draws
otherwise, the edges of letters, is gone once neighbouring points are mixed; what a reader would see is not.
"""

from __future__ import annotations

import base64
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

import numpy as np
import numpy.typing as npt

from briefing import __version__

if TYPE_CHECKING:
    from playwright.sync_api import CDPSession, Page

Picture = npt.NDArray[np.uint8]  # rows, columns, red green blue

SCALE = 4
TOLERANCE = 9  # of 255, between points mixed with their neighbours
FEW = 6  # points that may differ by more
_COLOURS = 64  # of a sheet
_OUTSIDE = 128  # below the end of a page: a grey that is on no page
_MARK = np.array([255, 0, 120], np.uint8)
_FONTS = Path(__file__).parents[2] / "overrides" / "assets" / "fonts"
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
# What the machine or a release would decide is settled: letters that our fonts lack, other fonts, the version.
_STILL = """(version) => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) texts.currentNode.data = texts.currentNode.data
        .replace(/(?!\\p{Script=Latin})\\p{L}/gu, "x").replaceAll(version, "0.0.0");
    return document.fonts.ready.then(() => null); }"""
_OWN_FONT = """@font-face { font-family: Charter; src: url(data:font/woff2;base64,%s) }
    code, pre { font-family: Charter !important }"""  # Charter: what the 404 page asks for first


class Look(NamedTuple):
    width: int
    scheme: str  # light, dark or print
    limit: int  # rows of the page, so that a long one does not make the repository large

    @property
    def columns(self) -> int:
        return -(-self.width // SCALE)

    def __str__(self) -> str:
        return f"{self.width} px, {self.scheme}"


LOOKS = [Look(width, "light", 2400) for width in (390, 820, 1440)]
LOOKS += [Look(width, "dark", 1600) for width in (390, 820, 1440)]  # of what light has too, only the colours are new
LOOKS += [Look(700, "print", 2400)]  # last: it opens the folds


# -------------------------------------------------------------------------------------------------------- taking them


def take(page: Page, address: str, looks: list[Look] = LOOKS, css: str = "") -> list[Picture]:
    """The looks of a page, in their order; ``css`` is what to add to its style. The page's context ignores policies."""
    _look(page, looks[0])
    page.goto(address)
    font = base64.b64encode((_FONTS / "briefing-serif-latin.woff2").read_bytes()).decode()
    page.add_style_tag(content=_OWN_FONT % font + css)
    page.evaluate(_STILL, __version__)
    session = page.context.new_cdp_session(page)
    taken = [_take(page, session, look) for look in looks]
    session.detach()
    return taken


def _look(page: Page, look: Look) -> None:
    page.set_viewport_size({"width": look.width, "height": 900})
    media: Literal["print", "screen"] = "print" if look.scheme == "print" else "screen"
    page.emulate_media(media=media, color_scheme="dark" if look.scheme == "dark" else "light")


def _take(page: Page, session: CDPSession, look: Look) -> Picture:
    _look(page, look)
    if look.scheme == "print":
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
    height = min(look.limit, page.evaluate("document.fonts.ready.then(() => document.documentElement.scrollHeight)"))
    clip = {"x": 0, "y": 0, "width": look.width, "height": height, "scale": 1 / SCALE}
    form = {"format": "png", "optimizeForSpeed": True, "captureBeyondViewport": True}
    shot = session.send("Page.captureScreenshot", {**form, "clip": clip})
    return decode(base64.b64decode(shot["data"]))


# ---------------------------------------------------------------------------------------------------- comparing them


def difference(expected: Picture, got: Picture) -> tuple[float, Picture]:
    """The share of points that differ visibly, and ``got`` in pale with these marked; 0 and ``got`` where few do."""
    rows = max(len(expected), len(got))
    expected, got = _to_height(expected, rows), _to_height(got, rows)
    mixed = np.abs(_mix(got.astype(np.int16) - expected)).max(axis=2)
    marked = mixed > TOLERANCE * 9
    if marked.sum() <= FEW:
        return 0.0, got
    return float(marked.mean()), np.where(marked[..., None], _MARK, got // 3 + np.uint8(170))


def _mix(values: npt.NDArray[np.int16]) -> npt.NDArray[np.int16]:
    """The sum of each point and its eight neighbours."""
    padded = np.pad(values, ((1, 1), (1, 1), (0, 0)), mode="edge")
    rows = padded[:-2] + padded[1:-1] + padded[2:]
    return rows[:, :-2] + rows[:, 1:-1] + rows[:, 2:]


def _to_height(picture: Picture, rows: int) -> Picture:
    return np.pad(picture, ((0, rows - len(picture)), (0, 0), (0, 0)), constant_values=_OUTSIDE)


# ------------------------------------------------------------------------------------------------------------- sheets


def sheet(pictures: list[Picture]) -> Picture:
    rows = max(map(len, pictures))
    return np.concatenate([_to_height(picture, rows) for picture in pictures], axis=1)


def looks_of(page: Picture) -> list[Picture]:
    """The pictures of a sheet, without what is below their end."""
    edges = np.cumsum([look.columns for look in LOOKS])[:-1]
    return [_to_end(picture) for picture in np.split(page, edges, axis=1)]


def _to_end(picture: Picture) -> Picture:
    page = np.flatnonzero((picture != _OUTSIDE).any(axis=(1, 2)))
    return picture[: page[-1] + 1]


def fewer_colours(picture: Picture) -> tuple[npt.NDArray[np.uint8], Picture]:
    """For each point the number of its colour, and the colours: each next one is far from those before, for many."""
    coarse = (picture >> 3).astype(np.int32) @ np.array([1024, 32, 1])
    _, bins, counts = np.unique(coarse, return_inverse=True, return_counts=True)
    sums = [np.bincount(bins.ravel(), weights=picture[..., channel].ravel()) for channel in range(3)]
    means = np.stack(sums, axis=1) / counts[:, None]
    distance, nearest, colours = np.full(len(means), 1e9), np.zeros(len(means), np.uint8), np.zeros((_COLOURS, 3))
    for number in range(_COLOURS):
        colours[number] = means[np.argmax(np.sqrt(counts) * distance)]
        to_this = ((means - colours[number]) ** 2).sum(axis=1)
        nearest[to_this < distance] = number
        distance = np.minimum(distance, to_this)
    return nearest[bins.reshape(coarse.shape)], colours.round().astype(np.uint8)


# ---------------------------------------------------------------------------------------------------------------- PNG


def encode(picture: Picture) -> bytes:
    numbers, colours = fewer_colours(picture)
    rows, columns = numbers.shape
    lines = np.pad(numbers, ((0, 0), (1, 0))).tobytes()  # each begins with a 0: as it is
    parts = [
        (b"IHDR", struct.pack(">IIBBBBB", columns, rows, 8, 3, 0, 0, 0)),
        (b"PLTE", colours.tobytes()),
        (b"IDAT", zlib.compress(lines, 9)),
        (b"IEND", b""),
    ]
    chunks = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in parts
    )
    return _SIGNATURE + b"".join(chunks)


def decode(png: bytes) -> Picture:
    """A PNG of ``encode``, or one that Chromium packs fast: each line is what it adds to that above."""
    chunks = list(_chunks(png))
    columns, rows, _, form = struct.unpack(">IIBB", dict(chunks)[b"IHDR"][:10])
    data = zlib.decompress(b"".join(data for kind, data in chunks if kind == b"IDAT"))
    lines = np.frombuffer(data, np.uint8).reshape(rows, -1)
    ways, values = set(lines[:, 0].tolist()), lines[:, 1:]
    if (form, ways) == (3, {0}):
        return np.frombuffer(dict(chunks)[b"PLTE"], np.uint8).reshape(-1, 3)[values]
    assert (form, ways) == (2, {2}), f"Chromium packs its pictures in a way that is new here: {form}, {ways}"
    return np.cumsum(values, axis=0, dtype=np.uint8).reshape(rows, columns, 3)


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    place = len(_SIGNATURE)
    while place < len(png):
        (length,) = struct.unpack(">I", png[place : place + 4])
        yield png[place + 4 : place + 8], png[place + 8 : place + 8 + length]
        place += 12 + length
