"""Captions of pictures and their credits, which scraped text keeps although the picture is gone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from briefing.annotate.layout.blocks import Block
from briefing.annotate.layout.bylines import is_name, read_byline
from briefing.annotate.layout.credits import (
    LONGEST_CREDIT,
    LONGEST_TRAILED,
    SMALL,
    is_agency,
    is_credit,
    is_signature,
    names_only,
    trailing_credit,
)
from briefing.annotate.layout.groups import is_parted, stands_right_under
from briefing.annotate.layout.headline import is_body, is_headline, is_sentence_end
from briefing.annotate.layout.stamps import read_stamp
from briefing.annotate.sentences import split_sentences
from briefing.lexicon.names import given_names
from briefing.lexicon.outlets import PHOTO_AGENCIES, fold

_LONGEST = 700  # characters of a caption
_LABEL = (
    r"(?:photo(?:graph)?s?|images?|pictures?|pics?|illustrations?|graphics?|credits?|(?:photo|image|picture|pic)\s(?:credits?|source|"
    r"caption|courtesy)|foto|bild(?:quelle)?|quelle|crédits?(?:\sphoto)?|imagen|fotografía|immagine|fotó|zdjęcie|фото)"
)
_LABELLED = re.compile(
    rf"{_LABEL}\s?[:|©]\s?\S.*|illustrative(?:\s(?:photo|image|picture))?\s?:\s.*|(?:photo(?:graph)?|image|picture|illustration|foto)s?\s(?:by|courtesy(?:\sof)?|von|von:|de)\s.*|"
    r"photos?\s(?-i:[A-ZÀ-Þ][\w.'’-]+\s[A-ZÀ-Þ'’-]{3,})|image\s(?:source|caption)\b.*|(?:(?:an?\s)?(?:file|handout)\s(?:photo|image|picture)|file)\s?(?::|-|–|—)\s?.*|"
    r"enlarge(?:\sthis)?\simage\b.*|(?:toggle|hide|view|show)\scaptions?\b.*|(?:zoom|enlarge|vergrößern|agrandir|ampliar|ingrandisci)\W*|.*\b(?:hide|toggle)\scaption|click\sto\senlarge\b.*|"
    r"(?:view|open|see)\s(?:the\s)?image\sin\s(?:full\s?screen|gallery)\b.*|bild\s(?:vergrößern|maximieren|in\sgroß)\b.*|agrandir\s(?:la\s|l['’])?(?:photo|image)\b.*|"
    r"ampliar\s(?:foto|imagen)\b.*|pictured(?:\s(?:above|below|left|right))?\s?:\s.*|(?:courtesy|handout)(?:\s(?:of|photo|via|from))?\s(?:the\s)?[^.!?]{3,60}|"
    r"(?:an?\s|this\s)?file\s(?:photo|image|picture)s?(?:\s(?:of|shows?|from)\s.*|\.?)|"
    r"(?:in\s)?this\s(?:undated\s|file\s|combination\s|handout\s|\w+\.?\s\d{1,2},?\s(?:\d{4},?\s)?)?(?:photo|image|picture|handout|frame\sgrab)s?\s(?:(?:is\s|was\s)?(?:provided|released|supplied|distributed|made\savailable)\b|taken\sfrom\svideo).*",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"[(\[](?P<text>[^()\[\]]+)[)\]]")
_IN_LAST_BRACKETS = re.compile(r".*[(\[](?P<credit>[^()\[\]]{2,80})[)\]]\.?")
_LABEL_BELOW = re.compile(r"(?:hide|toggle) caption", re.IGNORECASE)  # what is above it is the caption, and its credit
_LABEL_ALONE = re.compile(r"image\scaption\s?[,:]?", re.IGNORECASE)  # the caption stands on the next line
_LONGEST_LABELLED = 40  # words
_LONGEST_BARRED, _LONGEST_VERBLESS, _LONGEST_NAME = 5, 20, 3
_LEGEND = re.compile(r"[█■▇▓▒◼]{2,}\s?\w.{1,80}")  # of a map: '██ Territory held by the rebels'
_PICTURED = re.compile(
    r"(?:[^\W\d_a-z][\w'’.-]*,? (?:and |und |et |y )?){2,6}(?:at|in|on|with|outside|inside|during|near|before|after|"
    r"\w+ing|bei|vor|dans|devant|lors|en|durante)\b"
)  # 'Editor Jane Doe at her desk.'
_VERB = re.compile(
    r"[\"“”«»„]|\b(?:am|is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|do|does|did|said|says|got|"
    r"went|came|made|took|told|gave|found|kept|held|left|saw|put|won|lost|ran|fell|\w+n['’]t|\w{2,}ed|ist|sind|war|"
    r"waren|wird|werden|hat|haben|kann|est|sont|était|ont|es|son|fue|era|ha|han)\b",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"[\"“”«»„?!]|\b(?:was|were|had|did|has|have|will|would|can|could|may|might|must|should|says?|plans?|wants?|expects?|"
    r"said|got|went|came|made|took|told|gave|found|kept|held|left|saw|won|lost|ran|fell|rose|began|became|i|we|you|"
    r"\w+n['’]t|(?!(?:un)?identified|injured|wounded|masked|armed)\w{2,}ed|sagt\w*|wird|wurde\w*|hat(?:te)?|dit|été|dijo|fue)\b",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"\b(?:on|last|this|in|am|im|el|le|en)\s(?:\w+\s){0,2}?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|"
    r"mittwoch|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|"
    r"(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_SHORTEST = 5  # words of a caption, or of the headline above it
_FILE = re.compile(
    r"(?:(?:an?\s)?(?:file|handout)\s(?:photo|image|picture)|file)\s?(?::|-|–|—)\s|(?:in\s|an?\s)?(?:this|file)\s\D{0,40}(?:photo|image|picture)|"
    r"pictured|bild\s|agrandir|ampliar|(?:view|open|see)\s",
    re.IGNORECASE,
)
_BARRED = re.compile(
    r".*[.!?…][\"”“«»’)]*\s?[|/]\s(?P<credit>(?:[^|/.!?]|(?<=\b[^\W\d_])\.){2,40})"
)  # 'Der Hafen am Morgen. | dpa'
_OF_FILES = frozenset(
    re.findall(
        r"\S+",
        "photo photos file image picture foto fotos archive archives archiv archivfoto archivo archivbild handout "
        "courtesy pool grafik illustration stock symbolbild symbolfoto dr dpa afp ap efe ansa apa keystone",
    )
)
_BRACKETED = re.compile(r".*[(\[](?P<credit>[^()\[\]]{3,80})[)\]]\.?$")
_AFTER_SENTENCE = re.compile(r".*[.!?][\"'”’)]*\s?(?P<credit>[^\W\d_a-z][^.!?]{3,80})$")
_SIGNED = re.compile(  # 'Loaves at dawn. Jane Doe for The Gazette', 'Le lavoir, lundi. J. DOE POUR « LE MATIN »'
    r"(?P<shown>.*(?<!\b[^\W\d_])[.!?…][\"”»)]*)\s(?P<name>(?:[^.!?\"“«]|(?<=\b[^\W\d_])\.){3,40}?)"
    r"(?:\s(?:(?i:for|pour|für|para|per|via))\s(?P<owner>(?:[«\"]\s?)?[^\W\d_a-z][^.!?]{1,60}))?"
)
_SHOWN = 4  # words of the picture's description before its credit
_GLUED_AGENCY = re.compile(r".*[.!?]\s?[A-ZÀ-Ý][\w.'’ -]{2,40}\s\((?P<agency>[\w\s/-]{2,30})\)$")


def find_captions(blocks: Sequence[Block]) -> dict[int, str]:
    """Index of each block that is a caption or a credit, to 'caption' or 'credit'.

    Beyond what shows in a line itself: a line, and the next one that repeats it with a credit glued on, are captions.
    """
    found: dict[int, str] = {}
    for i, block in enumerate(blocks):
        reason = caption_reason(block.text) if block.kind == "text" else None
        if reason:
            found[i] = reason
        elif i and _LABEL_ALONE.fullmatch(blocks[i - 1].text) and len(block.text.split()) <= _LONGEST_LABELLED:
            found[i] = "caption"
    found |= dict.fromkeys(_above_label(blocks, found), "caption")
    titled, parted = False, is_parted(blocks, found)
    for i, block in enumerate(blocks):
        if titled and i not in found and block.kind == "text" and _is_beside_credit(blocks, found, i, parted):
            found[i] = "caption"
        titled = titled or (i not in found and is_headline(block.text) and len(block.text.split()) >= _SHORTEST)
    for (i, first), (j, second) in pairwise(enumerate(blocks)):
        if _repeats_with_credit(first.text, second.text):
            found[i] = found[j] = "caption"
    return found


def _above_label(blocks: Sequence[Block], found: Mapping[int, str]) -> Iterator[int]:
    """What stands above 'hide caption', or above the credit that does."""
    for i, block in enumerate(blocks):
        if _LABEL_BELOW.fullmatch(block.text):
            above = next((j for j in range(i - 1, max(-1, i - 3), -1) if j not in found), None)
            if above is not None and len(blocks[above].text.split()) <= _LONGEST_LABELLED:
                yield above


def _is_beside_credit(blocks: Sequence[Block], found: Mapping[int, str], i: int, parted: bool) -> bool:
    """A line too short for a paragraph, or a sentence without a verb, before a credit; one that is no sentence after
    it, right under it where empty lines part paragraphs."""
    text = blocks[i].text
    words = len(text.split())
    if read_byline(text) or read_stamp(text, day_first=False):
        return False
    if found.get(i + 1) == "credit" and _SHORTEST <= words <= _LONGEST_LABELLED:
        return not is_body(text) or (words <= _LONGEST_VERBLESS and _is_verbless(text)) or _is_of_a_moment(text)
    return (
        found.get(i - 1) == "credit"
        and (not parted or stands_right_under(blocks, i))
        and not is_sentence_end(text)
        and _SHORTEST < words <= _LONGEST_LABELLED
    )


def _is_of_a_moment(text: str) -> bool:
    """'Barrels block the way to the bridge on Monday.': one sentence, in the present of a day, as of pictures."""
    return _DAY.search(text) is not None and not _TOLD.search(text) and len(split_sentences(text)) == 1


def _is_verbless(text: str) -> bool:
    """Its first sentence; a second may say more."""
    first = text[slice(*split_sentences(text)[0])]
    return _PICTURED.match(first) is not None and not _VERB.search(first)


def caption_reason(text: str) -> str | None:
    """'credit' or 'caption' where the line alone shows it, else None."""
    if len(text) > _LONGEST:
        return None
    if _LEGEND.fullmatch(text):
        return "caption"
    if is_credit(text) or is_signature(text.strip(" ()")):
        return "credit"
    bracket = _IN_BRACKETS.fullmatch(text)
    if bracket and _LABELLED.fullmatch(bracket["text"]):
        return "credit" if names_only(bracket["text"]) else "caption"
    if _LABELLED.fullmatch(text):
        told = _FILE.match(text) or "caption" in text.lower() or text.lower().startswith("illustrative")
        return "caption" if told else _labelled_reason(text)
    if len(text) <= LONGEST_TRAILED and trailing_credit(text) is not None:
        return "caption"
    if _is_signed(text):
        return "caption"
    after = _AFTER_SENTENCE.match(text)
    if after and "/" in after["credit"] and (is_credit(after["credit"]) or is_signature(after["credit"])):
        return "caption"
    bracketed = _BRACKETED.match(text)
    if bracketed and (is_credit(bracketed["credit"]) or is_signature(bracketed["credit"])):
        return "caption"
    if _ends_with_file(text):
        return "caption"
    glued = _GLUED_AGENCY.match(text) if len(text) <= LONGEST_TRAILED else None
    if glued and is_agency(fold(glued["agency"])):
        return "caption"
    return "caption" if _is_glued(text) else None


def _is_signed(text: str) -> bool:
    """A sentence, and after it nobody's words: a name for its outlet, in capitals, or one that people bear."""
    found = _SIGNED.fullmatch(text) if len(text) <= LONGEST_TRAILED else None
    if not found or len(found["shown"].split()) < _SHOWN:
        return False
    name, owner = found["name"].strip(), found["owner"]
    if not is_name(name) or len(name.split()) > _LONGEST_NAME:
        return False
    if owner:
        return names_only(owner.strip('«»" '))
    known = name.isupper() or name.split()[0] in given_names()
    return known and text[0] not in '"“„«' and found["shown"][-1] == "."


def _ends_with_file(text: str) -> bool:
    """'The church before the fire. (Gazette file)', 'Le gué (Photo G. Vanel)', 'Der Hafen am Morgen. | dpa'."""
    if len(text) > LONGEST_TRAILED:
        return False
    if (barred := _BARRED.fullmatch(text)) and len(barred["credit"].split()) <= _LONGEST_BARRED:
        return True
    if fold(text.rpartition(" | ")[2]) in PHOTO_AGENCIES and " | " in text:
        return True
    found = _IN_LAST_BRACKETS.fullmatch(text)
    words = re.findall(r"[^\s/,:]+", found["credit"]) if found and text[-1] != "." else []
    return not _OF_FILES.isdisjoint(map(str.lower, words)) and all(
        word[0].isupper() or word.lower() in _OF_FILES | SMALL for word in words
    )


def _labelled_reason(text: str) -> str | None:
    """A label and then names is a credit; 'Photo: …' before a longer description is a caption."""
    words = len(text.split())
    if words <= 12:
        return "credit"
    return "caption" if text[-1:] not in ".!?" or words <= 40 else None


def _repeats_with_credit(first: str, second: str) -> bool:
    """'Biden and Netanyahu' and then 'Biden and NetanyahuHaim Zach/GPO'."""
    rest = second[len(first) :].strip(" .,:|-–—()[]")
    if not 3 <= len(first) <= _LONGEST or not second.startswith(first) or not 2 <= len(rest) <= LONGEST_CREDIT:
        return False
    labelled = re.match(rf"{_LABEL}\s?:", rest, re.IGNORECASE)
    return bool(labelled) or (names_only(rest.replace("/", " ")) and ("/" in rest or is_name(rest) or is_credit(rest)))


def _is_glued(text: str) -> bool:
    """'Netanyahu and BidenHaim Zach/GPO': a capital in mid-word, and from there on a credit."""
    if "/" not in text or len(text) > 250 or text[-1:] in ".!?":
        return False
    glue = re.search(r"(?<=[a-z.])(?=[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){0,3}\s?/\s?[A-Z])", text)
    return glue is not None and is_credit(text[glue.start() :])
