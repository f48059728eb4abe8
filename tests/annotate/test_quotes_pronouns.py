"""Whom a pronoun, or nothing at all, stands for, where nobody has spoken of him right before."""

from __future__ import annotations

import pytest

from tests.annotate.quoted import Read, quotes_of

FAR = "The bill is long. It sets money aside. The doors open at five."

CASES = {
    "the only man of the text, long ago": (
        f"Tom Becker met Anna Lind. {FAR} “I expect them all to come,” he said.",
        [("I expect them all to come,", "Tom Becker", "said")],
    ),
    "the only man of the text, after a body": (
        f"Tom Becker met Anna Lind. {FAR} The union was blunt: “We will not come.” It rains. “I like it,” he said.",
        [("We will not come.", "The union", "was"), ("I like it,", "Tom Becker", "said")],
    ),
    "one of two men of the text, long ago": (
        f"Tom Becker met Joe Fell. {FAR} “I expect them all to come,” he said.",
        [("I expect them all to come,", None, "said")],
    ),
    "the only man named, and an unnamed one of late": (
        f"Tom Becker met Anna Lind. {FAR} A clerk opened the door. “I expect them all to come,” he said.",
        [("I expect them all to come,", "A clerk", "said")],
    ),
    "who is asked by another answers": (
        "“It belongs to history,” Duarte told Tom Becker.\nSo that is a no? Becker asked.\n“It is what it always was.”",
        [
            ("It belongs to history,", "Maria Duarte", "told"),
            ("It is what it always was.", "Maria Duarte", None),
        ],
    ),
    "who is asked by name answers": (
        "Tom Becker said it would rain.\nWe asked Duarte about it.\n“It is what it always was.”",
        [("It is what it always was.", "Maria Duarte", None)],
    ),
    "of two men the one who is pressed answers": (
        "Tom Becker pressed Joe Fell on whether it would rain. “It always does in May,” he replied.",
        [("It always does in May,", "Joe Fell", "replied")],
    ),
    "a mayor by her party": (
        "Maria Duarte has told them to resign. “They took an oath,” the Democratic mayor said.",
        [("They took an oath,", "Maria Duarte", "said")],
    ),
    "a mayor of another party, perhaps another": (
        f"Maria Duarte has told them to resign. {FAR} “They took an oath to it,” the Democratic mayor said.",
        [("They took an oath to it,", "the Democratic mayor", "said")],
    ),
    "he and she in one sentence": (
        "Maria Duarte came. Sandy Lund was there. “I am tired of it,” he told her, to which she said, “So am I, too.”",
        [("I am tired of it,", None, "told"), ("So am I, too.", "Maria Duarte", "said")],
    ),
    "whom she is asked about does not answer": (
        "Tom Becker is mayor. Asked if he trusted Joe Fell, the mayor paused. “I trust him to do it,” he said.",
        [("I trust him to do it,", "Tom Becker", "said")],
    ),
    "a passing critic is not who the text is about": (
        "Tom Becker sings. Becker is loved, and Becker knows it.\n“It is all noise,” sniffed a critic, Joe Fell.\n"
        "The harbour did not answer. The tide came in.\nLater he sang. “Amazing grace,” he crooned to them.",
        [("It is all noise,", "Joe Fell", "sniffed")],
    ),
    "a title that is taken for a name": (
        "The state’s inspector general wrote that the records “were not kept as the law has it.”",
        [("were not kept as the law has it.", "The state’s inspector general", "wrote")],
    ),
    "a remark on what was said": (
        "Tom Becker said on the radio that he “would not rule it in or out,” which is how you rule something in.",
        [("would not rule it in or out,", "Tom Becker", "said")],
    ),
    "according to a poll": (
        "Sailors see it as “mainly a symbol of pride,” according to a harbour survey.",
        [("mainly a symbol of pride,", "a harbour survey", None)],
    ),
    "according to what is hers": (
        "It rained, “as it does,” according to her wish.",
        [],
    ),
    "the subject of the sentence, where another is spoken of": (
        "Joe Fell left. Tom Becker burned a picture of Jo Berg; he was sorry for what he termed “a rush of blood.”",
        [("a rush of blood.", "Tom Becker", "termed")],
    ),
    "he, and he again": (
        "Joe Fell left. Tom Becker read from a deed in which he sold the pier, but he insisted it was “no great loss.”",
        [("no great loss.", "Tom Becker", "insisted")],
    ),
    "told that another had": (
        "Anna Lind changed the subject. Told that Maria Duarte had voted for it, she answered, “People change.”",
        [("People change.", "Anna Lind", "answered")],
    ),
    "then there is": (
        "Tom Becker praised the plan. Then there is Joe Fell. “I would sooner eat my hat,” he said.",
        [("I would sooner eat my hat,", "Joe Fell", "said")],
    ),
    "whose voice cracks as he speaks": (
        "Tom Becker, who wrote the bill, said it was late.\n"
        "In the hall, Joe Fell's voice cracked as he described the widow next door.\n"
        "“I did not know what to write back,” he said.",
        [("I did not know what to write back,", "Joe Fell", "said")],
    ),
    "whose eyes fill as she recalls": (
        "Anna Lind, a teacher, said it was late.\n"
        "Maria Duarte's eyes filled as she recalled the night of the fire.\n"
        "“I heard it before I saw it,” she said.",
        [("I heard it before I saw it,", "Maria Duarte", "said")],
    ),
    "whose given name says otherwise than the pronoun": (
        "“It was a marker,” said Anna Lind.\n"
        "Dr Joe Fell, a teacher, warned that it was late. “It is a clue,” she said.",
        [("It was a marker,", "Anna Lind", "said"), ("It is a clue,", None, "said")],
    ),
    "that is how she sees it": (
        "“They never called,” said Anna Lind, a teacher.\n"
        "That is not how Maria Duarte sees it from the shop she owns. “They call me every day,” she said.",
        [("They never called,", "Anna Lind", "said"), ("They call me every day,", "Maria Duarte", "said")],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_finds_who_is_meant(read: Read, case: str) -> None:
    text, expected = CASES[case]
    assert quotes_of(read, text) == expected
