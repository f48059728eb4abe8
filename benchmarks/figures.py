"""How well figures are read, their values and their units, beside quantulum3.

Quantities and money of re3d, the values of the NewsReader MEANTIME corpus and all quantities of invented articles
(``written``): ``python -m benchmarks.figures DATA``;
``--newsquant FILE`` measures JSON lines of a ``text`` and its ``quantities``, each with ``value``, ``unit`` and
``span``.

Half of each set is tuned on, the other held out. ``shown`` are the figures that a page shows: small counts, durations
and ages are none, and where it leaves them out nothing is missed. ``all`` is every quantity that is read, bare numbers
with what they likeliest count. The gold of re3d and MEANTIME are words of the text: those whose value the words tell
are judged, and their unit where they tell it. Spans of time, which both sets mark as time and not as quantities, are
passed over.

In the invented articles the value of cents and pence may be told in their currency, a fraction is told as rounded, and
where a text leaves open whose rupees or degrees it means, so may we. Passed over, found or not, are marks whose words
hold no number above one ('that one', 'twice', 'a dollar'), for neither other set knows them and the markers themselves
disagree on 'one', and ratios ('55-34', '2-1'), which are two numbers. A number that is marked as no figure is wrong if
it is shown, unless it is a span of time.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.marked_text import read_cat
from benchmarks.scoring import HALVES, Count, half_of, scores
from benchmarks.written_sets import Written, read_written
from briefing.annotate.figures import find_figures, find_quantities
from briefing.annotate.figures.number_words import PARTS, SCALES, TENS, UNITS
from briefing.annotate.figures.units import DURATIONS, unit_symbol
from briefing.annotate.language_model import parse_articles
from briefing.annotate.parsed import Parsed
from briefing.model import Figure, Paragraph

_SENTENCES = 6  # of a MEANTIME article are annotated
_SMALL = 10
_TIME = "TEMPORAL"  # what re3d calls an expression of time
_WORDS = {
    word: n for n, word in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())
}
_WORDS |= dict(zip("fifteen twenty thirty fifty sixty".split(), (15, 20, 30, 50, 60), strict=True))
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "m": 1e6, "bn": 1e9}
_UNITS = {
    "$": "USD", "us$": "USD", "dollar": "USD", "€": "EUR", "euro": "EUR", "£": "GBP", "gb£": "GBP", "pound": "GBP",
    "au$": "AUD", "a$": "AUD", "c$": "CAD", "¥": "JPY", "yen": "JPY", "%": "%", "percent": "%", "per cent": "%",
    "percentage": "%", "square kilometer": "km²", "square mile": "sq mi", "kilometer": "km", "km": "km",
    "mile": "mi", "tonne": "t",
}  # fmt: skip
_SHORT = {"pp": "percentage points", "bp": "basis points", "bbl": "barrels", "acre": "acres", "Mbps": "Mbit/s"}
_HUNDREDTHS = {"cents": frozenset({"AUD", "CAD", "EUR", "USD"}), "pence": frozenset({"GBP"})}
_OPEN = {"rupees": frozenset({"INR", "LKR", "NPR", "PKR"}), "°": frozenset({"°C", "°F"})}  # of whom, by the text
_ROUNDING = 0.0005  # of a fraction
_ABOVE_ONE = re.compile(rf"\d|\b(?:{'|'.join({*UNITS, *TENS, *SCALES, *PARTS} - {'one'})})", re.IGNORECASE)
Reader = Callable[[Parsed], Iterable[Figure]]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity of the gold; ``unit`` is empty for a plain count and None where it is not told."""

    paragraph: int
    start: int
    end: int
    value: float
    unit: str | None
    counted: bool = False  # always to be found


@dataclass(frozen=True, slots=True)
class Text:
    name: str
    paragraphs: tuple[Paragraph, ...]
    gold: tuple[Quantity, ...]
    untold: tuple[tuple[int, int, int], ...] = ()  # spans whose value the words do not tell: passed over
    never: tuple[tuple[int, int, int], ...] = ()  # spans that are no figures, of which none may be shown


def measure(data: Path) -> dict[str, float]:
    """Scores by name, each between 0 and 1."""
    return {
        **_measure_halves("MEANTIME", list(_read_meantime(data / "meantime"))),
        **_measure_halves("re3d", list(_read_re3d(data / "re3d"))),
        **_measure_texts("written tuned", [read_invented(article) for article in read_written("tuned", "f")]),
        **_measure_texts("written held", [read_invented(article) for article in read_written("held", "f")]),
    }


def measure_newsquant(file: Path) -> dict[str, float]:
    """JSON Lines of texts with their quantities."""
    return _measure_texts("NewsQuant", list(_read_newsquant(file)))


def _measure_halves(name: str, texts: Sequence[Text]) -> dict[str, float]:
    found: dict[str, float] = {}
    for half in HALVES:
        found |= _measure_texts(f"{name} {half}", [text for text in texts if half_of(text.name) == half])
    return found


def _measure_texts(name: str, texts: Sequence[Text]) -> dict[str, float]:
    parsed = [document for _, document in parse_articles((text.name, text.paragraphs) for text in texts)]
    readers: tuple[tuple[str, Reader | None], ...] = (
        ("shown", find_figures),
        ("all", find_quantities),
        ("all peer", _peer()),
    )
    measured: dict[str, float] = {}
    for label, reader in readers:
        if reader is None:
            continue
        read = [list(reader(document)) for document in parsed]
        for with_unit in (False, True):
            counts = [
                count(text, figures, with_unit, strict="all" in label)
                for text, figures in zip(texts, read, strict=True)
            ]
            key = f"{name} {label} {'value and unit' if with_unit else 'value'}"
            measured |= scores(key, counts, intervals="peer" not in label)
    return measured


# --------------------------------------------------------------------------------------------------------- judging


def count(text: Text, figures: Iterable[Figure], with_unit: bool, strict: bool) -> Count:
    """Figures against the gold that they overlap, each once; not ``strict``: what is small need not be found."""
    right = shown = wanted = 0
    used: set[int] = set()
    for figure in figures:
        gold = next((g for g in text.gold if id(g) not in used and _overlap(figure, g)), None)
        if gold is None:
            free = _is_within(figure, text.untold) or (with_unit and figure.unit is None)
            never = not strict and figure.unit not in DURATIONS and _is_within(figure, text.never)
            shown += never or (not free and not any(_overlap(figure, g) for g in text.gold))
            continue
        used.add(id(gold))
        if with_unit and gold.unit is None:
            continue
        shown, wanted = shown + 1, wanted + 1
        right += _same_value(figure, gold) and (not with_unit or _same_unit(figure, gold))
    for gold in text.gold:
        missed = id(gold) not in used and (strict or gold.counted or gold.value > _SMALL)
        wanted += missed and not (with_unit and gold.unit is None)
    return Count(right, shown, wanted)


def _overlap(figure: Figure, gold: Quantity) -> bool:
    return figure.paragraph == gold.paragraph and figure.start < gold.end and gold.start < figure.end


def _is_within(figure: Figure, spans: Iterable[tuple[int, int, int]]) -> bool:
    return any(p == figure.paragraph and figure.start < e and s < figure.end for p, s, e in spans)


def _same_value(figure: Figure, gold: Quantity) -> bool:
    """Of cents and pence also in the currency; a fraction as rounded in the gold."""
    of_a_currency = gold.unit in _HUNDREDTHS.get(figure.unit or "", ())
    value = round(figure.value / 100, 6) if of_a_currency else figure.value
    return value == gold.value or (0 < gold.value < 1 and abs(value - gold.value) < _ROUNDING)


def _same_unit(figure: Figure, gold: Quantity) -> bool:
    """A unit by its symbol; what is counted by its last word, as in 'people' for 'people killed'."""
    unit, symbol = gold.unit or "", figure.unit or ""
    if symbol or not figure.counts:
        return _symbol(unit) == _symbol(symbol) or unit in {*_HUNDREDTHS.get(symbol, ()), *_OPEN.get(symbol, ())}
    marked = unit.lower().split()
    return not marked or any(word[:4] == marked[-1][:4] for word in figure.counts.lower().split())


def _symbol(unit: str) -> str:
    folded = unit.lower().strip().removesuffix("s")
    return _UNITS.get(folded, _UNITS.get(unit.lower(), unit_symbol(folded).removesuffix("s").upper()))


# -------------------------------------------------------------------------------------------------------- the sets


def _read_meantime(folder: Path) -> Iterator[Text]:
    for path in sorted(folder.glob("**/intra-doc_annotation/*/*.xml")):
        text = read_cat(path, _SENTENCES)
        texts = {paragraph.number: paragraph.text for paragraph in text.paragraphs}
        spans = [
            (m.paragraph, m.start, m.end, m.said.get("type", "") if m.name == "VALUE" else _TIME)
            for m in text.marks
            if m.name in {"VALUE", "TIMEX3"}
        ]
        yield _told(text.name, text.paragraphs, [(*s[:3], texts[s[0]][s[1] : s[2]], s[3]) for s in spans])


def _read_re3d(folder: Path) -> Iterator[Text]:
    for place in sorted(path for path in folder.iterdir() if path.is_dir()):
        entities = [json.loads(line) for line in (place / "entities.json").read_text("utf-8").splitlines() if line]
        for line in (place / "documents.json").read_text("utf-8").splitlines():
            document = json.loads(line)
            lines, spans, start = list[Paragraph](), list[tuple[int, int, int, str, str]](), 0
            for number, text in enumerate(document["text"].split("\n"), 1):
                lines.append(Paragraph(number, number, text))
                spans += [
                    (number, e["begin"] - start, e["end"] - start, e["value"], e["type"].upper())
                    for e in entities
                    if e["documentId"] == document["_id"] and start <= e["begin"] < start + len(text)
                ]
                start += len(text) + 1
            kept = [span for span in spans if span[4] in {"QUANTITY", "MONEY", _TIME}]
            yield _told(document["title"], tuple(lines), kept)


def _told(name: str, paragraphs: tuple[Paragraph, ...], spans: Sequence[tuple[int, int, int, str, str]]) -> Text:
    gold: list[Quantity] = []
    untold: list[tuple[int, int, int]] = []
    for paragraph, start, end, words, kind in spans:
        told = _tell(words, kind) if kind != _TIME else None
        if told is None:
            untold.append((paragraph, start, end))
        else:
            gold.append(Quantity(paragraph, start, end, *told, counted=kind in {"MONEY", "PERCENT"}))
    return Text(name, paragraphs, tuple(gold), tuple(untold))


def _tell(words: str, kind: str) -> tuple[float, str | None] | None:
    """Value and unit of the words of a quantity, where there is exactly one number that can be told."""
    folded = words.lower().replace("us dollars", "dollars")
    number = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
    spelt = "|".join(_WORDS)
    found = re.findall(rf"(?<![\w.])({number}|(?:{spelt})\b)\s?((?:(?:{'|'.join(_SCALES)})\b\s?)*)", folded)
    if len(found) != 1 or re.search(
        r"-(?:%|\d)|\b(?:hours?|days?|years?|months?|weeks?|mark|points?|cents?)\b|\dst\b", folded
    ):
        return None
    value = float(_WORDS.get(found[0][0]) or found[0][0].replace(",", "").replace("zero", "0"))
    for scale in found[0][1].split():
        value *= _SCALES[scale]
    names = sorted(_UNITS, key=len, reverse=True)
    unit = next((_UNITS[name] for name in names if name in folded), None)
    return round(value, 6), unit if unit or kind == "QUANTITY" else None


def read_invented(article: Written) -> Text:
    texts = {paragraph.number: paragraph.text for paragraph in article.text.paragraphs}
    never = tuple((mark.paragraph, mark.start, mark.end) for mark in article.marks("x"))
    gold, untold = list[Quantity](), [*never, *((mark.paragraph, mark.start, mark.end) for mark in article.marks("d"))]
    for mark in article.marks("f"):
        spot, words = (mark.paragraph, mark.start, mark.end), texts[mark.paragraph][mark.start : mark.end]
        unit = _SHORT.get(mark.said.get("u", ""), mark.said.get("u", ""))
        ends = [float(end) for end in re.split(r"(?<=\d)-", mark.said["v"]) if end]
        if ends and ends == sorted(set(ends)) and _ABOVE_ONE.search(words):
            counted = unit == "%" or (len(unit) == 3 and unit.isupper())
            gold.append(Quantity(*spot, ends[0], unit, counted))
        else:
            untold.append(spot)
    return Text(article.text.name, article.text.paragraphs, tuple(gold), tuple(untold), never)


def _read_newsquant(file: Path) -> Iterator[Text]:
    for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
        said = json.loads(line)
        gold = (_quantity(one) for one in said["quantities"])
        paragraphs = (Paragraph(1, 1, said["text"]),)
        yield Text(f"{file.name} {number}", paragraphs, tuple(one for one in gold if one is not None))


def _quantity(said: Mapping[str, object]) -> Quantity | None:
    """A quantity of a JSON line; of a range, which is a list or object of two numbers, the lower end."""
    span, value = said["span"], said["value"]
    if isinstance(value, Mapping):
        value = list(value.values())
    numbers = [float(str(one).replace(",", "")) for one in (value if isinstance(value, list) else [value])]
    if not isinstance(span, Sequence) or not numbers:
        return None
    unit = said.get("unit")
    return Quantity(1, int(span[0]), int(span[1]), min(numbers), str(unit).strip("-") if unit else "", counted=True)


# ------------------------------------------------------------------------------------------------------------ peer


def _peer() -> Reader | None:
    """quantulum3 without its classifier; None where it is not installed."""
    try:
        from quantulum3 import classifier, parser
    except ImportError:
        return None
    classifier.USE_CLF = False  # its stored model does not load with a current scikit-learn

    def read(parsed: Parsed) -> Iterator[Figure]:
        for paragraph in parsed.paragraphs:
            for found in parser.parse(paragraph.text):
                unit = found.unit.name if found.unit.name != "dimensionless" else None
                yield Figure(found.surface, found.value, unit, None, None, paragraph.number, *found.span)

    return read


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.figures", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path, nargs="?", help="folder of the data sets")
    parser.add_argument("--newsquant", type=Path, metavar="FILE", help="JSON lines of texts with their quantities")
    arguments = parser.parse_args()
    found = measure(arguments.data) if arguments.data else {}
    found |= measure_newsquant(arguments.newsquant) if arguments.newsquant else {}
    for score, value in found.items():
        print(f"{score:44} {value:.3f}")
    if _peer() is None:
        print("quantulum3 is not installed: no peer")


if __name__ == "__main__":
    main()
