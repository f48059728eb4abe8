"""The letters of the preview picture: outlines of the site's own serif, as ``briefing/render/letters.txt``.

    pip install fonttools brotli uharfbuzz; python benchmarks/letters.py

Run only when the fonts change: the picture is drawn from the table, with neither of these.
"""

from __future__ import annotations

import string
from io import BytesIO
from pathlib import Path

import uharfbuzz
from fontTools.misc.transform import Scale
from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

ROOT = Path(__file__).parent.parent
FONTS = ROOT / "overrides" / "assets" / "fonts"
FACES = {"name": (640, 48), "text": (400, 18)}  # weight and optical size
KERNED = string.ascii_letters + ".,’“”-–"
LEAST = 8  # thousandths of the size: less of kerning is not seen


def face(weight: int, size: int) -> list[str]:
    lines = []
    for part in ("latin", "latin-ext"):
        font = TTFont(FONTS / f"briefing-serif-{part}.woff2")
        instantiateVariableFont(font, {"wght": weight, "opsz": size}, inplace=True)
        glyphs, scale = font.getGlyphSet(), 1000 / font["head"].unitsPerEm
        for code, glyph in sorted(font.getBestCmap().items()):
            if chr(code).isprintable():
                pen = SVGPathPen(glyphs, ntos=lambda number: str(round(number)))
                glyphs[glyph].draw(TransformPen(pen, Scale(scale)))
                lines.append(f"{chr(code)}\t{round(glyphs[glyph].width * scale)}\t{pen.getCommands()}")
        if part == "latin":
            lines += kerning(font, scale)
    return lines


def kerning(font: TTFont, scale: float) -> list[str]:
    content = BytesIO()
    font.flavor = None
    font.save(content)
    shaper = uharfbuzz.Font(uharfbuzz.Face(content.getvalue()))

    def width(text: str) -> float:
        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        uharfbuzz.shape(shaper, buffer, {"liga": False, "calt": False})
        return sum(position.x_advance for position in buffer.glyph_positions) * scale

    alone = {letter: width(letter) for letter in KERNED}
    pairs = ((a, b, round(width(a + b) - alone[a] - alone[b])) for a in KERNED for b in KERNED)
    return [f"{a}{b}\t{kern}" for a, b, kern in pairs if abs(kern) >= LEAST]


if __name__ == "__main__":
    text = "# Outlines of Briefing Serif (overrides/assets/fonts, SIL OFL 1.1), made by benchmarks/letters.py:\n"
    text += "# a letter, its width and its path in thousandths of the size; two letters, and how they move together.\n"
    for name, (weight, size) in FACES.items():
        text += f"## {name}\n" + "\n".join(face(weight, size)) + "\n"
    (ROOT / "briefing" / "render" / "letters.txt").write_text(text, "utf-8")
