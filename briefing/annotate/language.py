"""Which language a text is in, and which way it runs."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from briefing.model import Direction

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_SAMPLE = 4_000  # characters that are looked at
_FEWEST_LETTERS = 24  # below, only a script that one language uses decides
_SURE = 0.9  # probability
_STRETCH = 600  # characters
_MOST = 0.6  # of the letters
_SCRIPTS = {  # first word of a letter's Unicode name, where it tells the language
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "HANGUL": "ko",
    "GREEK": "el",
    "THAI": "th",
    "LAO": "lo",
    "KHMER": "km",
    "MYANMAR": "my",
    "GEORGIAN": "ka",
    "ARMENIAN": "hy",
    "TAMIL": "ta",
    "TELUGU": "te",
    "KANNADA": "kn",
    "MALAYALAM": "ml",
    "SINHALA": "si",
    "GUJARATI": "gu",
    "GURMUKHI": "pa",
    "BENGALI": "",
    "HEBREW": "",
    "CJK": "zh",
}
# Written languages in which news is published; dialects and near-duplicates only take probability from these.
_LANGUAGES = re.findall(
    r"\S+",
    "af am ar az be bg bn bs ca cs cy da de el en eo es et eu fa fi fil fr ga gl gu he hi hr ht hu hy id is "
    "it ja ka kk km kn ko ku ky lb lo lt lv mg mk ml mn mr ms mt my nb ne nl nn no or pa pl ps pt ro ru si "
    "sk sl so sq sr sv sw ta te th tl tr ug uk ur uz vi xh yi yo zh zu",
)
_ALIKE = tuple(
    frozenset(group.split())
    for group in (
        "da nb nl nn no sv af is", "bs hr sl sr mk bg", "id ms", "ca es eu gl pt it", "cs sk pl", "be ru uk",
        "hi mr ne", "fa ps ur ar", "az tr", "kk ky", "fil tl", "et fi", "lt lv", "de lb", "fr ht", "zu xh",
        "en cy ga mt", "ja zh", "sw so",
    )
)  # fmt: skip  # languages of which one is taken for the other, or whose speakers write both on one page
_RIGHT_TO_LEFT = frozenset(
    re.findall(
        r"\S+",
        "ar arc ckb dv fa he ks nqo ps sd syr ug ur yi",
    )
)


def detect_language(text: str) -> str | None:
    """The language of ``text`` as a two- or three-letter code; None when too short, mixed or not sure.

    The method is naive Bayes over byte n-grams (Lui and Baldwin 2012, langid.py), asked of each stretch of the text
    until the first two agree; else the language of most letters wins if it has ``_MOST`` of them, so that a long
    quotation does not decide and two halves in two languages are neither.
    """
    sample = text[:_SAMPLE]
    letters = sum(map(str.isalpha, sample))
    by_script = _language_of_script(sample, letters)
    if by_script or letters < _FEWEST_LETTERS:
        return by_script
    votes: Counter[str] = Counter()
    for start in range(0, len(sample), _STRETCH):
        stretch = sample[start : start + _STRETCH]
        language, probability = _identifier().classify(stretch)
        if probability >= _SURE:
            votes[language] += sum(map(str.isalpha, stretch))
            if start == _STRETCH and len(votes) == 1 and votes[language] > _STRETCH:
                return str(language)  # its first two stretches agree
    best, count = max(sorted(votes.items()), key=lambda vote: vote[1], default=("", 0))
    return best if count >= _MOST * letters else None


def are_unlike(found: str, marked: str) -> bool:
    """Whether a text in the language that was ``found`` is none in the other, however a page may be marked."""
    one, other = (language.split("-")[0].lower() for language in (found, marked))
    known = one in _LANGUAGES and other in _LANGUAGES
    return known and one != other and not any(one in alike and other in alike for alike in _ALIKE)


def direction_of(language: str) -> Direction:
    """Which way text in ``language`` (BCP 47) runs; an unknown language runs left to right."""
    parts = language.lower().replace("_", "-").split("-")
    if "arab" in parts[1:] or "hebr" in parts[1:]:
        return "rtl"
    return "rtl" if parts[0] in _RIGHT_TO_LEFT and "latn" not in parts[1:] else "ltr"


def _language_of_script(sample: str, letters: int) -> str | None:
    """The language whose own script most letters are in."""
    if letters < 2 or sample.isascii():
        return None
    scripts = Counter(unicodedata.name(c, "").split(" ")[0] for c in sample if c.isalpha() and not c.isascii())
    kana = scripts["HIRAGANA"] + scripts["KATAKANA"]
    if 20 * kana > letters and 2 * (kana + scripts["CJK"]) > letters:
        return "ja"
    script, count = max(sorted(scripts.items()), key=lambda item: item[1], default=("", 0))
    return _SCRIPTS.get(script) or None if 2 * count > letters else None


@lru_cache(maxsize=1)
def _identifier() -> LanguageIdentifier:
    """The identifier, loaded once a process (most of a second) and only when a text needs it."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    known = set(identifier.labels)
    identifier.set_languages([language for language in _LANGUAGES if language in known])
    return identifier
