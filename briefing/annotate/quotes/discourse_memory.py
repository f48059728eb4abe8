"""What the text has said so far, and who stands out in it, so that 'he' means them: subjects before the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from typing import TYPE_CHECKING, NamedTuple

from briefing.annotate.quotes.cue_words import SUBJECTS
from briefing.annotate.quotes.descriptions import Speaker, somebody
from briefing.annotate.quotes.statements import Statement
from briefing.lexicon.names import gender_of, title_pattern
from briefing.model import Name

if TYPE_CHECKING:
    from spacy.tokens import Token

GENDERS = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}
GENDERED_ROLES = {"woman": "f", "women": "f", "man": "m"}  # endings: spokeswoman, congressman
KIN = {
    "mother": "f", "wife": "f", "daughter": "f", "sister": "f", "aunt": "f", "niece": "f", "grandmother": "f",
    "widow": "f", "girlfriend": "f", "girl": "f", "father": "m", "husband": "m", "son": "m", "brother": "m",
    "uncle": "m", "nephew": "m", "grandfather": "m", "widower": "m", "boyfriend": "m", "boy": "m",
}  # fmt: skip
NOBODY = frozenset({"someone", "somebody", "anyone", "anybody", "everyone", "everybody", "nobody"})
LULL = 2  # statements after which nobody thinks of somebody unnamed any more
OFTEN = 3  # times as often
MEMORY = 3  # statements after which a person spoken of is no longer what a pronoun means
SELF_NAMED = frozenset(
    "ministry court university hospital church parliament council regulator watchdog embassy institute".split()
)  # what has the word in its name, or is not meant by it
EMBEDDED = frozenset({"relcl", "acl", "ccomp", "xcomp", "pcomp"})  # clauses of what is said or described


class Spoken(NamedTuple):
    """A person or body spoken of in statement number ``at`` of a paragraph, as what is known to its grammar."""

    at: int
    name: str
    subject: bool
    standing: int = 0  # 2: subject of the sentence; 1: of a clause beside it, or whom it acts on; 0: merely mentioned
    paragraph: int = 0


def standing(word: Token) -> int:
    """What a name is to the grammar of its sentence, see ``Spoken``."""
    while word.dep_ == "conj" and word.head is not word:
        word = word.head
    head = word.head
    if word.dep_ == "ROOT" or is_topic(word):
        return 2  # a noun of which the parse makes no subject
    if word.dep_ == "attr" and any(child.dep_ == "expl" for child in head.children):
        return 2  # Then there was Ada Lind
    if word.dep_ in SUBJECTS:
        main = head.dep_ == "ROOT" or (head.dep_ == "conj" and head.head.dep_ == "ROOT") or _is_set_beside(head)
        return 2 if main else int(head.dep_ not in EMBEDDED)
    owner = word.dep_ == "poss" and head.lemma_ not in somebody()
    if head.dep_ in SUBJECTS | {"ROOT"} and head.pos_ in {"NOUN", "PROPN"} and (word.dep_ == "appos" or owner):
        return standing(head)  # the mayor, Ada Lind, came; Lind's return was late
    acted_on = word.dep_ in {"dobj", "dative", "iobj"} and head.dep_ not in EMBEDDED | {"advcl"}
    return int(acted_on or (word.dep_ == "pobj" and head.lower_ == "with"))


def is_topic(word: Token) -> bool:
    """For Ada Lind, it was simple; As for Ada Lind, she left."""
    first, head = word.sent.start, word.head
    opens = head.i == first or (head.i == first + 1 and head.nbor(-1).lower_ == "as")
    return word.dep_ == "pobj" and head.lower_ == "for" and opens


def _is_set_beside(verb: Token) -> bool:
    """The clause before a semicolon, which the parse takes for a report of it; that is how she sees it."""
    if verb.dep_ != "ccomp":
        return False
    cleft = verb.head.dep_ == "ROOT" and verb.head.lemma_ == "be" and verb.head.i < verb.i
    semicolon = any(word.text == ";" for word in verb.doc[verb.i : verb.head.i])
    return semicolon or (cleft and any(left.lower_ in {"that", "this", "it"} for left in verb.head.lefts))


def is_main_subject(word: Token) -> bool:
    return word.dep_ in SUBJECTS and standing(word) == 2


def noun_gender(noun: str) -> str:
    """Of 'husband', 'spokeswoman'; empty where the word does not tell."""
    return KIN.get(noun) or next((g for end, g in GENDERED_ROLES.items() if noun.endswith(end)), "")


def leading(of_late: Sequence[Spoken]) -> str | None:
    """The one who is the subject where nobody else acts or is acted on."""
    leaders = {one.name for one in of_late if one.standing == 2}
    others = {one.name for one in of_late if one.standing == 1} - leaders
    return next(iter(leaders)) if len(leaders) == 1 and not others else None


def opens_sentence(name: Token) -> bool:
    """Whether it opens a sentence, right before a verb, whatever the parse takes it for."""
    verb = name.i + 1 < len(name.doc) and name.nbor().tag_ in {"VBD", "VBZ"}
    return verb and all(word.text[0].isupper() for word in name.doc[name.sent.start : name.i + 1])


def is_ahead(pronoun: Token, statement: Statement) -> bool:
    """As he left, the governor smiled: 'he' may be whom the sentence names later."""
    later = (word for word in subjects_of(statement) if word.i > pronoun.i and word.pos_ != "PRON")
    return standing(pronoun) < 2 and any(standing(word) == 2 for word in later)


def subjects_of(statement: Statement) -> Iterator[Token]:
    return (w for w in statement.words if w.dep_ in SUBJECTS and w.head.dep_ not in {"relcl", "acl"})


class Memory:
    """Who has been spoken of and who spoke, statement by statement; filled by ``speakers.Discourse``."""

    def __init__(self, names: Sequence[Name]) -> None:
        self.kinds = {name.name: name.kind for name in names}
        self.gender: dict[str, str] = {}
        for name in names:
            if name.kind == "person":
                self._learn_gender(name)
        self.now = 0  # number of the statement
        self.people: list[Spoken] = []
        self.met: Counter[str] = Counter()  # how often everybody has been named up to here
        self.bodies: list[Spoken] = []
        self.last: tuple[int, Speaker, bool] | None = None  # who spoke last, when, and whether they are many
        self.many = 0, ""  # the noun, and when, of those whom a statement was about
        self.last_word = ""  # the noun that stood for who spoke last
        self.unnamed: tuple[int, Speaker | None, str] = -1, None, ""  # the subject of statement number … and its noun
        self.kin = -1, ""  # when a statement was about somebody's husband or sister, and of which gender
        self.actor: tuple[int, Speaker | None, bool] = -1, None, False  # the body that is it, and whether it is many

    def _learn_gender(self, name: Name) -> None:
        title = title_pattern().match(name.name)
        first = name.name[title.end() if title else 0 :].split()[:1]
        gender = gender_of(first[0]) if first and " " in name.name else None
        for role in name.roles:
            word = role.split()[-1].lower()
            gender = next((g for end, g in GENDERED_ROLES.items() if word.endswith(end)), gender)
        if gender:
            self.gender[name.name] = gender

    def fits(self, name: str, gender: str) -> bool:
        return not gender or self.gender.get(name, gender) == gender

    def referent(
        self, gender: str, paragraph: int, others: Set[str] = frozenset(), spoken_of: Set[str] = frozenset()
    ) -> str | None:
        """The one person of late whom the pronoun fits; of several, the subject of the sentence before, the only one of
        the paragraph, or who spoke last, if others were but mentioned."""
        kin = self._is_about_kin(gender)
        if kin or self.unnamed_speaker(gender) is not None or self.may_mislead(paragraph, gender):
            return None
        others = others | spoken_of  # “So are yours, Tom,” she said
        recent = [one for one in self.people if self.now - one.at <= MEMORY and one.name not in others]
        recent = [one for one in recent if self.fits(one.name, gender)]
        names = {one.name for one in recent}
        if len(names) > 1:
            return self._standing_out(recent, gender, paragraph) or self._going_on(recent, gender)
        only = next(iter(names), None)
        return None if only is None or self._is_passing(only, gender, paragraph) else only

    def _standing_out(self, recent: Sequence[Spoken], gender: str, paragraph: int) -> str | None:
        before = [one for one in recent if one.at == self.now]
        here = [one for one in recent if one.paragraph == paragraph]
        latest = [one for one in recent if one.at == recent[-1].at]
        alone = latest[0].name if self._is_alone(latest, gender) else None
        return leading(before) or leading(here) or leading(latest) or alone

    def _going_on(self, recent: Sequence[Spoken], gender: str) -> str | None:
        """Who spoke last, if the others were but mentioned, or nobody else has acted since."""
        if self.last is None:
            return None
        now, speaker = self.last[0] == self.now, self.last[1].name
        mentioned = all(one.at < self.now or one.standing != 1 or one.name == speaker for one in recent)
        if now and mentioned and any(one.name == speaker for one in recent):
            return speaker
        acts = next((one for one in reversed(recent) if one.subject), None)
        if acts is None or acts.name != speaker:
            return None
        since = (one for one in recent if one.at > acts.at or (one.subject and (one.at == acts.at or not now)))
        alone = all(one.name == speaker for one in since)
        return speaker if alone and (now or self.gender.get(speaker) == gender) else None

    def _is_about_kin(self, gender: str) -> bool:
        """Lind's husband was at home: 'he'."""
        others = any(one.at == self.now and one.standing == 2 for one in self.people)
        return self.kin == (self.now, gender) and not others

    def may_mislead(self, paragraph: int, gender: str) -> bool:
        """Femi Lind warned of it. “…,” she said: of who acts here alone the given name says otherwise, and may err."""
        here = [one for one in self.people if one.paragraph == paragraph]
        acts = any(one.standing == 2 and one.at == self.now for one in here)
        return acts and len({one.name for one in here}) == 1 and not self.fits(here[0].name, gender)

    def _is_passing(self, name: str, gender: str, paragraph: int) -> bool:
        """Named once, in a paragraph before, in a text that is about another: “…,” sniffed a columnist, Jo Berg. It is
        late. He sang."""
        last = max(one for one in self.people if one.name == name)
        if last.paragraph == paragraph or self.now - last.at < LULL:
            return False
        rivals = (count for one, count in self.met.items() if one != name and self.fits(one, gender))
        return max(rivals, default=0) >= OFTEN * self.met[name]

    def _is_alone(self, latest: Sequence[Spoken], gender: str) -> bool:
        """That did not satisfy Ada Lind: 'she', where nobody has spoken since."""
        only = latest[0].name if len({one.name for one in latest}) == 1 else ""
        known = gender != "" and self.gender.get(only) == gender
        return known and any(one.standing for one in latest) and (self.last is None or self.last[0] < latest[0].at)

    def unnamed_speaker(self, gender: str) -> Speaker | None:
        """The single person without a name, and perhaps of that gender, who spoke in the statement before."""
        if self.last is None or self.last[0] != self.now or self.last[2] or self.last_word in NOBODY:
            return None
        speaker = self.last[1]
        if gender and noun_gender(self.last_word) not in {"", gender}:
            return None
        return speaker if speaker.name not in self.kinds and self.last_word in somebody() else None

    def same_body(self, many: bool) -> Speaker | None:
        """'it' and 'they' after somebody spoke who is no single person."""
        at, actor, plural = self.actor
        if at == self.now and (self.last is None or self.last[0] < at):
            return Speaker(actor.name, "reference") if actor is not None and plural == many else None
        if self.last is None or self.now - self.last[0] > 1:
            return None
        at, speaker, plural = self.last
        kind = self.kinds.get(speaker.name)
        if kind == "person" or (kind is None and (plural != many or (not many and self.last_word in somebody()))):
            return None
        others = {body.name for body in self.bodies if body.subject and body.at > at} - {speaker.name}
        return None if others else Speaker(speaker.name, "reference")

    def one_of_many(self, which: str, beside: str = "") -> Speaker | None:
        """Analysts were split. One said …; another, who would not be named, said …; one aide said …; a second …;
        ``beside`` is their noun where the same sentence has it."""
        unnamed = self.last is not None and self.last[1].name not in self.kinds and self.last_word in somebody()
        spoke = (self.last[0], self.last_word) if self.last is not None and unnamed else self.many
        at, noun = (self.now, beside) if beside else max(self.many, spoke)
        noun = "of the people" if noun == "people" else noun
        return Speaker(f"{which.lower()} {noun}", "described") if self.now - at <= 2 * MEMORY and noun else None

    def met_last(self, people: Set[str]) -> str | None:
        """Of these the only one spoken of up to here; the first of the text where it has begun with none of them."""
        met = {one.name for one in self.people if one.name in people}
        if not met and not self.people:
            return next(name for name in self.kinds if name in people)
        return next(iter(met)) if len(met) == 1 else None

    def interviewed(self, meant: Set[str]) -> Speaker | None:
        """Who spoke last, where the question names nobody else and nobody else has acted since."""
        if self.last is None or self.now - self.last[0] > MEMORY:
            return None
        at, speaker, _ = self.last
        since = {one.name for one in self.people if one.at > at and one.standing} | meant
        person = self.kinds.get(speaker.name, "person") == "person"
        return speaker if person and since <= {speaker.name} else None

    def body_of_late(self, word: str) -> str | None:
        called = [name for name, kind in self.kinds.items() if kind == "organisation" and word in name.lower().split()]
        if called or word in SELF_NAMED:
            return called[0] if len(called) == 1 else None
        recent = [body for body in self.bodies if self.now - body.at <= MEMORY]
        acting = {body.name for body in recent if body.subject} or {body.name for body in recent}
        return next(iter(acting)) if len(acting) == 1 else None

    def unnamed_person(self, gender: str) -> Speaker | None:
        """The single person without a name who spoke, or whom the statement before is about, and nobody else."""
        at, about, noun = self.unnamed
        about = about if at == self.now and noun_gender(noun) in {"", gender} else None
        rivals = any(one.at == self.now and one.standing for one in self.people)
        return None if rivals else self.unnamed_speaker(gender) or about

    def of_late(self) -> set[str]:
        return {one.name for one in self.people if self.now - one.at < MEMORY}

    def only_one(self, gender: str) -> str | None:
        """The one person of that gender whom the text has named, where nobody unnamed has come up of late."""
        spoke = self.last is not None and self.last[1].name not in self.kinds and self.now - self.last[0] < LULL
        if (spoke and self.last_word in somebody()) or self.now - self.unnamed[0] < LULL:
            return None
        fit = [name for name in self.met if self.fits(name, gender)]
        return fit[0] if len(fit) == 1 and self.gender.get(fit[0]) == gender else None

    def guess(self, spoken_of: Set[str]) -> str | None:
        """The best guess at who speaks a sentence of nothing but a quotation: subjects and speakers first, then bodies
        where no person was spoken of."""
        people = [one for one in reversed(self.people) if one.name not in spoken_of]
        spoke = [] if self.last is None else [Spoken(self.last[0], self.last[1].name, True, 1)]
        best = sorted((*people, *spoke), key=lambda one: (min(one.standing, 1), one.at, one.standing), reverse=True)
        return next((one.name for one in (*best, *reversed(self.bodies))), None)

    def guess_body(self) -> Speaker | None:
        """Whom 'it' and 'they' may mean."""
        last, actor = self.last[1] if self.last is not None else None, self.actor[1]
        return last if last is not None and self.kinds.get(last.name) != "person" else actor
