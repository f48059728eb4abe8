"""What a change does to a briefing, in editorial words: two published briefings compared.

    review = compare(Side("main", read_json(base)), Side("this change", read_json(head)))
    review_markdown(review); review_html(review); review_json(review)

It knows only ``briefing.json`` and what ``check`` says: whoever has two of these can compare them, whatever made them.
"""

from briefing.compare.as_html import review_html
from briefing.compare.as_json import SCHEMA, review_json, schema_text
from briefing.compare.as_markdown import LONGEST, review_markdown
from briefing.compare.review import Review, Side
from briefing.compare.reviewer import compare

__all__ = [
    "LONGEST",
    "SCHEMA",
    "Review",
    "Side",
    "compare",
    "review_html",
    "review_json",
    "review_markdown",
    "schema_text",
]
