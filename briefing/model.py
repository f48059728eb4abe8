"""The values that flow through the generator, each complete when it exists.

    seeds/ --read--> Seed --annotate--> Article --link--> Briefing --publish--> Briefing

Everything is frozen. Links between values are ids (``Article.id``, ``Topic.id``, ``Entity.id``), never object
references. Lines of a seed and paragraphs of an article count from 1; ``start`` and ``end`` are character offsets
into the text of a paragraph, end exclusive. Dates are ISO 8601 strings.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, Literal, TypeVar

T = TypeVar("T")

Origin = Literal["edited", "stated", "inferred"]  # in order of precedence
Kind = Literal["person", "place", "organisation"]
Rights = Literal["full", "excerpt", "link", "internal", "withdrawn"]
Audience = Literal["local", "public", "internal"]
Status = Literal["ready", "draft", "exclude"]
LineKind = Literal["text", "heading", "item", "quote", "code", "aside", "caption", "note"]
ParagraphKind = Literal["text", "heading", "item", "quote", "code", "standfirst"]
Change = Literal["up", "down"]
Direction = Literal["ltr", "rtl"]
DoubtKind = Literal[  # most important first: what is wrong or breaks something, what is not known, what is passed over
    "permalink", "alias-taken", "no-original", "story-alone", "not-on-front-page", "no-such-topic", "no-such-source",
    "no-such-name", "unknown-iptc", "starter-words", "title-inferred", "language-unknown", "no-date", "no-source",
    "rights-not-stated", "front-matter-value", "unknown-key", "markdown-as-text", "long-text", "pasted-twice",
    "no-speaker",
]  # fmt: skip
# By name, a pronoun or role, the text's own words for somebody unnamed, the text around; by the sidecar; or hidden.
SpeakerKnown = Literal["named", "reference", "described", "context", "edited", "withheld"]

# A date is that of what its sentence tells, that of the saying, or no day of it: 'the June 2 vote'.
DateRole = Literal["event", "saying", "mention"]

# Characters of a title or a name, which stand on many pages: what is longer is none.
LONGEST_LABEL = 300

KINDS: tuple[Kind, ...] = ("person", "place", "organisation")
FOLDERS: Mapping[Kind, str] = {"person": "people", "place": "places", "organisation": "organisations"}  # of their pages


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a reader can check: the rule that was applied, and the line and words it was applied to.

    ``rule`` is a key of the interface texts (``evidence`` in ``texts/en.yml``), e.g. ``first-line``; ``file`` is set
    where the evidence is not in the seed itself (its sidecar).
    """

    rule: str
    line: int | None = None
    text: str = ""
    file: str = ""


@dataclass(frozen=True, slots=True)
class Known(Generic[T]):
    """A metadata value and how it is known."""

    value: T
    origin: Origin
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that wants an editor's eye but stops nothing; ``cure`` is the line to write, and where."""

    file: str
    kind: DoubtKind
    message: str
    cure: str
    line: int | None = None


# ---------------------------------------------------------------------------------------------------------- seeds


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text files; of Markdown and web pages a block of text, numbered in reading order."""

    number: int
    text: str
    kind: LineKind = "text"


@dataclass(frozen=True, slots=True)
class Stated:
    """What the file itself states as metadata (front matter, HTML metadata); absent when it does not."""

    title: Known[str] | None = None
    date: Known[str] | None = None
    updated: Known[str] | None = None
    source: Known[str] | None = None
    url: Known[str] | None = None
    authors: Known[tuple[str, ...]] | None = None
    language: Known[str] | None = None
    description: Known[str] | None = None
    topics: Known[tuple[str, ...]] | None = None


@dataclass(frozen=True, slots=True)
class SpeakerCorrection:
    text: str
    speaker: str


@dataclass(frozen=True, slots=True)
class Correction:
    date: str
    text: str


@dataclass(frozen=True, slots=True)
class Edited:
    """What the editor changed, from the sidecar ``NAME.yml``; the origin of each ``Known`` is ``edited``."""

    file: str = ""  # path of the sidecar, empty without one
    title: Known[str] | None = None
    date: Known[str] | None = None
    reference_date: Known[str] | None = None
    source: Known[str] | None = None
    url: Known[str] | None = None
    authors: Known[tuple[str, ...]] | None = None
    language: Known[str] | None = None
    topics: Known[tuple[str, ...]] | None = None
    summary: Known[tuple[str, ...]] | None = None
    note: str | None = None
    bottom_line: str | None = None
    keep: tuple[int, ...] = ()  # numbers of lines wrongly set aside
    remove: tuple[int, ...] = ()  # numbers of lines wrongly kept
    quotes: tuple[SpeakerCorrection, ...] = ()
    pin: bool = False
    pin_until: str | None = None
    status: Status = "ready"
    reason: str | None = None
    rights: Rights | None = None
    licence: str | None = None
    rights_until: str | None = None
    slug: str | None = None
    aliases: tuple[str, ...] = ()
    story: str | None = None
    no_story: bool = False  # `story: false`: in no story, whatever it is like
    duplicate_of: str | None = None
    no_copy: bool = False  # `duplicate_of: false`: no copy of any other
    corrections: tuple[Correction, ...] = ()

    def is_pinned(self, today: str) -> bool:
        return self.pin and (self.pin_until is None or self.pin_until >= today)


@dataclass(frozen=True, slots=True)
class Seed:
    """A file of ``seeds/`` and what its editor says of it."""

    id: str  # path under seeds/ without extension, "/" between folders
    file: str  # path from the briefing's root, "seeds/NAME.txt"
    sha256: str  # of the file's bytes
    lines: tuple[Line, ...]  # decoded, runs of white space folded to one space; blank lines of text files included
    stated: Stated = Stated()
    edited: Edited = Edited()
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that could not be read, and why; the briefing is built without it."""

    file: str
    reason: str


# ------------------------------------------------------------------------------------------------------- articles


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, and where its words are in the seed: ``place`` finds them again."""

    number: int
    line: int  # of the seed, where it begins
    text: str
    kind: ParagraphKind = "text"
    indent: int = 0  # characters of that line before it: a bullet
    wraps: tuple[int, ...] = ()  # where in its text the second, third … of its lines begin

    def place(self, start: int) -> tuple[int, int]:
        """The line of the seed that holds the character ``start`` of the text, and its offset in that line."""
        after = bisect_right(self.wraps, start)
        return self.line + after, start - self.wraps[after - 1] if after else start + self.indent


@dataclass(frozen=True, slots=True)
class Removed:
    """A line set aside. ``reason`` is a key of the interface texts (``removed``)."""

    line: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Mention:
    paragraph: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Name:
    """A person, place or organisation of one article under its fullest name, with every mention of it."""

    name: str
    kind: Kind
    mentions: tuple[Mention, ...]
    roles: tuple[str, ...] = ()  # as the text describes it: "Secretary of State"


@dataclass(frozen=True, slots=True)
class Quote:
    """A direct quotation, verbatim and without its marks. ``speaker`` is a ``Name.name`` where it is one, else the
    words of the text for somebody it does not name ("a witness"); ``known`` says how they are known to speak.

    ``likely`` is who it may be where the text leaves that open: for the editor to decide, and never shown to readers.
    """

    text: str
    paragraph: int
    start: int
    end: int
    speaker: str | None = None
    cue: str | None = None
    known: SpeakerKnown | None = None
    likely: str | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that says something: ``more than 33,000 people``."""

    text: str
    value: float
    unit: str | None  # "GBP", "%", "km"; None for a plain count
    counts: str | None  # what is counted: "people killed"; of an amount what it is of: "sales"
    qualifier: str | None  # "more than", "about"
    paragraph: int
    start: int
    end: int
    last: float | None = None  # the upper end of a range
    giver: str | None = None  # who gave it, in the words of its sentence: "police"
    change: Change | None = None  # which way it goes, where it is a change and no level: "fell 8 percent"


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """An expression of time.

    ``value`` is ISO 8601 (``2024-04-28``, ``2024-W18``, ``2024-04``) or a season (``2024-SU``), None if unresolved.
    """

    text: str
    value: str | None
    paragraph: int
    start: int
    end: int
    role: DateRole = "event"


@dataclass(frozen=True, slots=True)
class Sentence:
    text: str
    paragraph: int


@dataclass(frozen=True, slots=True)
class ArticleTopic:
    """A topic of an article: ``id`` is ``medtop:…`` or ``own:NAME``; ``terms`` are the words that speak for it, and
    ``stated`` is where the file itself names it."""

    id: str
    score: float
    terms: tuple[str, ...] = ()
    stated: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """A seed and what we make of it."""

    id: str
    file: str
    sha256: str
    edited: Edited
    title: Known[str]
    language: Known[str]  # BCP 47, "und" when it cannot be told
    direction: Direction
    paragraphs: tuple[Paragraph, ...]
    removed: tuple[Removed, ...] = ()
    source: Known[str] | None = None
    authors: Known[tuple[str, ...]] | None = None
    date: Known[str] | None = None  # of publication
    updated: Known[str] | None = None
    reference_date: Known[str] | None = None  # from which 'Sunday' counts: edited, a dateline's, else of publication
    url: Known[str] | None = None
    dateline: Known[str] | None = None
    names: tuple[Name, ...] = ()
    quotes: tuple[Quote, ...] = ()
    figures: tuple[Figure, ...] = ()
    dates: tuple[TimeExpression, ...] = ()
    topics: tuple[ArticleTopic, ...] = ()  # primary first
    keyphrases: tuple[str, ...] = ()
    summary: tuple[Sentence, ...] = ()
    summary_edited: bool = False
    words: int = 0
    doubts: tuple[Doubt, ...] = ()

    @property
    def day(self) -> str | None:
        """By which it is put in time: of its publication, else the one that 'Sunday' counts from."""
        known = self.date or self.reference_date
        return known.value if known else None

    @property
    def texts(self) -> dict[int, str]:
        """Of its paragraphs, by their numbers."""
        return {paragraph.number: paragraph.text for paragraph in self.paragraphs}


# ------------------------------------------------------------------------------------------------------- briefing


@dataclass(frozen=True, slots=True)
class SourceSettings:
    url: str | None = None
    rights: Rights | None = None
    licence: str | None = None
    country: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class TopicSettings:
    terms: tuple[str, ...] = ()
    iptc: str | None = None
    description: str | None = None


@dataclass(frozen=True, slots=True)
class NameSettings:
    kind: Kind | None = None
    also: tuple[str, ...] = ()
    denied: bool = False  # `not: true`: not a name at all
    hide: bool = False  # nowhere but in the words of the articles


@dataclass(frozen=True, slots=True)
class FrontPage:
    intro: str | None = None
    lead: str | None = None  # id of a seed
    sections: tuple[str, ...] = ()  # names of topics
    order: tuple[str, ...] = ()  # ids of seeds

    def rank(self, article: Article, today: str) -> tuple[bool, bool, int]:
        """The lead comes first, then what is pinned, then what is put in order; all others are equal."""
        place = self.order.index(article.id) if article.id in self.order else len(self.order)
        return article.id != self.lead, not article.edited.is_pinned(today), place


@dataclass(frozen=True, slots=True)
class Settings:
    """What ``briefing.yml`` says, and of ``mkdocs.yml`` the site's name, description and address."""

    site_name: str
    site_description: str = ""
    site_url: str = ""
    sources: Mapping[str, SourceSettings] = field(default_factory=dict)
    topics: Mapping[str, TopicSettings] = field(default_factory=dict)
    names: Mapping[str, NameSettings] = field(default_factory=dict)
    front_page: FrontPage = FrontPage()
    related: int = 5  # related articles a page
    rights: Rights | None = None
    excerpt_words: int = 60
    seed_limit: int = 1_000_000  # bytes
    language: str = "en"
    contact: str | None = None
    lines: Mapping[tuple[str, ...], int] = field(default_factory=dict, compare=False)  # of keys and items of the file


@dataclass(frozen=True, slots=True)
class Entity:
    """A name across articles. ``id`` is ``KIND/SLUG``; it has a page when ``page`` is true."""

    id: str
    slug: str
    name: str
    kind: Kind
    also: tuple[str, ...]  # other surfaces, without the name itself
    roles: tuple[str, ...]
    articles: tuple[str, ...]  # ids, in the briefing's order
    page: bool
    origin: Origin = "inferred"  # "edited" when briefing.yml confirms it


@dataclass(frozen=True, slots=True)
class Topic:
    id: str
    slug: str
    name: str
    parent: str | None  # id
    description: str | None
    articles: tuple[str, ...]  # ids of articles with this topic or one below it, in the briefing's order


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two articles belong together; ``render`` words it. Kinds: names, topics, words, days-apart, same-story."""

    kind: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Related:
    article: str  # id
    score: float  # 0 to 1, two decimals
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A figure as one article gives it."""

    article: str  # id
    figure: Figure


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that articles of a story count with different results."""

    counts: str  # in the words of one of them: "people injured"
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """Articles about one event, or joined by the editor. ``title`` is that of its first article unless edited.

    ``reasons`` are what its articles share, and within how many days they appeared; none for one of the editor's.
    """

    id: str
    slug: str
    title: str
    articles: tuple[str, ...]
    origin: Origin
    reasons: tuple[Reason, ...] = ()
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """A sentence that carries a resolved date."""

    value: str  # ISO 8601
    text: str  # the sentence, verbatim
    expression: str
    article: str
    paragraph: int


@dataclass(frozen=True, slots=True)
class Briefing:
    """All articles in their order, and everything that needs more than one of them."""

    settings: Settings
    today: str
    audience: Audience
    articles: tuple[Article, ...]
    slugs: Mapping[str, str]  # article id to slug
    redirects: Mapping[str, tuple[str, ...]]  # former or ambiguous slug to the slugs it may mean
    rights: Mapping[str, Rights]  # article id to what may be shown
    entities: tuple[Entity, ...]
    topics: tuple[Topic, ...]
    stories: tuple[Story, ...]
    duplicates: Mapping[str, str]  # article id to the id of the article it is a copy of
    related: Mapping[str, tuple[Related, ...]]
    timeline: tuple[Event, ...]
    rights_evidence: Mapping[str, Evidence] = field(default_factory=dict)  # article id; absent where nobody stated any
    licences: Mapping[str, str] = field(default_factory=dict)  # article id to the licence note
    hidden: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # article id to forms of names not to be found
