"""Credits of pictures: whose they are, alone on a line or glued to what stands before."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import replace

from briefing.annotate.layout.blocks import Block
from briefing.annotate.layout.bylines import is_name
from briefing.lexicon.outlets import PHOTO_AGENCIES, fold, known_outlet
from briefing.model import Removed

LONGEST_CREDIT = 120  # characters
_LONGEST_TAIL = 160  # with its label
LONGEST_TRAILED = 350  # characters of a caption with its credit; beyond, a paragraph has had a credit glued to it
_SAID = re.compile(
    r"\b(?:said|told|added|warned|announced|reported|confirmed|according to|sagte|erklärte|teilte|laut|déclaré|"
    r"expliqué|affirmé|selon|dijo|declaró|explicó|según)\b",
    re.IGNORECASE,
)
_ENDED = re.compile(r".*[.!?…][\"'”’»)]*(?=\W*\w)")
_TRAILING = re.compile(
    r".*?[\s(\[|.!?…\"”»](?:(?:photo(?:graph(?:er|e)?)?|image|picture|pic|foto(?:graf(?:in)?)?|bild|illustration|fotografía|imagen|immagine)s?(?:\scredits?|\ssource)?\s?(?:by\b|[:©])\s?|"
    r"(?:credit|crédits?|crédito|bildquelle|(?:info)?gra(?:f|ph)i[ck]s?|gráfico|infographie|infografía|karte|cortesía|"
    r"courtesy|archivfoto)\s?:\s?|©\s?)"
    r"(?P<credit>(?:[^.!?]|(?<=\b\w)\.|(?<=\w)\.(?=\w)){2,100}?)[\])]?\.?$",
    re.IGNORECASE,
)
_SLASHED = re.compile(
    r"(?:\b(?:photo|image|credit|by)\b:?\s)?[^\s/][^/]{0,60}?\s?/\s?[^/]{2,50}(?:/[^/]{2,40})?$", re.IGNORECASE
)
_VIA = re.compile(r"\bvia\s(?P<agency>[\w.\- ]{2,30}?)(?:\s(?:file|images|pool))?$", re.IGNORECASE)
SMALL = frozenset(
    re.findall(
        r"\S+",
        "via and of for the by de van von da di al el la le bin for on in at und et y e",
    )
)

_SURE_AGENCIES = frozenset(
    {
        "getty images",
        "shutterstock",
        "istock",
        "istockphoto",
        "alamy",
        "ap photo",
        "afp photo",
        "adobe stock",
        "picture alliance",
        "flash90",
    }
)


def part_credits(blocks: Sequence[Block], edited: Container[int]) -> tuple[list[Block], dict[int, Removed]]:
    """The blocks, of which paragraphs have lost the credit glued to their end, and that credit by the block's index.

    Lines whose number is in ``edited`` stay whole.
    """
    parted, credits = list(blocks), dict[int, Removed]()
    for i, block in enumerate(blocks):
        last = block.lines[-1]
        start = None if last.number in edited or block.kind != "text" else glued_credit(block.text)
        if start is not None and start > block.starts[-1]:
            parted[i] = replace(block, text=block.text[:start].rstrip())
            credits[i] = Removed(last.number, block.text[start:].strip(), "credit")
    return parted, credits


def glued_credit(text: str) -> int | None:
    """Where the credit begins that is glued to a paragraph: to one that tells what was said, or is long."""
    found = trailing_credit(text)
    ended = _ENDED.match(text, 0, found) if found else None
    told = ended is not None and (len(text) > LONGEST_TRAILED or _SAID.search(ended[0]))
    return ended.end() if ended and told else None


def trailing_credit(text: str) -> int | None:
    """Where the names begin in a text that ends with a label and names: 'The harbour. Photo: Ann Oh/Harbour Wire'."""
    before = max(0, len(text) - _LONGEST_TAIL)
    found = _TRAILING.match(text[before:])
    return before + found.start("credit") if found and names_only(found["credit"]) else None


def is_credit(text: str) -> bool:
    """'Haim Zach/GPO', 'AP Photo/Jane Doe', 'Getty Images', 'John Roe/AFP via Getty Images', and nothing else."""
    text = text.strip(" ()[]")
    if not 2 < len(text) <= LONGEST_CREDIT or text[-1:] in ".!?":
        return False
    text = text.removeprefix("© ").removeprefix("©")
    if "/" not in text and "via " not in text:
        return fold(text) in _SURE_AGENCIES or (known_outlet(text) is not None and is_agency(fold(text)))
    via = _VIA.search(text)
    if via and fold(via["agency"]).removesuffix(" images") in PHOTO_AGENCIES | {"getty"}:
        return names_only(text[: via.start()].replace("/", " ")) or not text[: via.start()].strip()
    parts = [fold(part) for part in text.split("/")]
    return _SLASHED.match(text) is not None and any(map(is_agency, parts)) and names_only(text.replace("/", " "))


def is_signature(text: str) -> bool:
    """'Jane Doe/The Springfield Gazette': a photographer's name of two or three words, and whoever has the rights."""
    name, _, owner = text.partition("/")
    owner = owner.strip().removeprefix("The ").removeprefix("the ")
    return is_name(name.strip()) and len(name.split()) <= 3 and text.count("/") == 1 and names_only(owner)


def is_agency(part: str) -> bool:
    return (
        part in PHOTO_AGENCIES
        or part.removesuffix(" images") in PHOTO_AGENCIES
        or part.removesuffix(" photo") in PHOTO_AGENCIES
    )


def names_only(text: str) -> bool:
    """Nothing but capitalised words, numbers and the small words between names."""
    words = text.replace("|", " ").replace(",", " ").split()
    return 0 < len(words) <= 9 and all(
        word[0].isupper() or word.lower() in SMALL or word[0] in "&(©@-–" or word[-1].isdigit() for word in words
    )
