"""A review for programs, with its JSON Schema."""

from __future__ import annotations

import json
from dataclasses import asdict
from importlib.resources import files

from briefing.compare.review import Review

SCHEMA = 1


def review_json(review: Review) -> str:
    values = {"schema": SCHEMA, "editorial": review.editorial, **asdict(review)}
    return json.dumps(values, ensure_ascii=False, indent=1) + "\n"


def schema_text() -> str:
    return files("briefing.compare").joinpath("review.schema.json").read_text("utf-8")
