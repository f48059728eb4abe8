"""The schemas that text editors complete by know every key, and never complain of what the generator accepts."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, ClassVar

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from briefing import config
from briefing.marked_yaml import Report
from briefing.model import Line
from briefing.read import sidecar
from briefing.schemas import NAMES, schema_texts
from tests import desk_yaml
from tests.conftest import ROOT

SCHEMAS: dict[str, Any] = {name: json.loads(text) for name, text in schema_texts().items()}
SIDECAR, DESK = (Draft7Validator(SCHEMAS[name]) for name in ("sidecar.schema.json", "briefing.schema.json"))
EDITING = (ROOT / "docs" / "editing.md").read_text("utf-8")
INVALID = Path(__file__).parent / "invalid"


def complaints(validator: Draft7Validator, text: str) -> list[str]:
    """What an editor would underline: days are texts there, as in YAML 1.2."""
    value = yaml.load(text, Loader=_TextDays)
    return [f"{'.'.join(map(str, error.path))}: {error.message}" for error in validator.iter_errors(value)]


class _TextDays(yaml.SafeLoader):
    yaml_implicit_resolvers: ClassVar = {
        first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


@pytest.mark.parametrize("name", NAMES)
def test_schema_is_one(name: str) -> None:
    Draft7Validator.check_schema(SCHEMAS[name])


def test_schemas_know_the_keys_of_the_generator_and_no_others() -> None:
    desk = SCHEMAS["briefing.schema.json"]
    parts = desk["definitions"]
    assert tuple(SCHEMAS["sidecar.schema.json"]["properties"]) == sidecar.KEYS
    assert set(desk["properties"]) == set(config.KEYS)
    assert set(desk["properties"]["front_page"]["properties"]) == set(config.FRONT_PAGE_KEYS)
    for part, keys in (("name", config.NAME_KEYS), ("topic", config.TOPIC_KEYS), ("source", config.SOURCE_KEYS)):
        assert set(parts[part]["properties"]) == set(keys)


def test_every_key_is_explained_as_one_types() -> None:
    parts = [part for schema in SCHEMAS.values() for part in (schema, *_below(schema))]
    keys = [(key, value) for part in parts for key, value in part.get("properties", {}).items()]
    assert len(keys) > 40
    assert [key for key, value in keys if not value.get("description")] == []


def _below(schema: dict[str, Any]) -> list[dict[str, Any]]:
    return [*schema["definitions"].values(), *schema["properties"].values()]


def test_examples_of_the_documents_pass() -> None:
    text = (ROOT / "docs" / "editing.md").read_text("utf-8")
    rows = [line.split("|")[4].strip().strip("`") for line in text.splitlines() if line.count("|") == 5]
    examples = [row for row in rows if ": " in row]
    assert len(examples) > 30
    for example in examples:
        parts = (DESK, SIDECAR, *(Draft7Validator(_part(name)) for name in ("name", "topic", "source", "front_page")))
        assert any(not complaints(validator, example) for validator in parts), example


def _part(name: str) -> dict[str, Any]:
    desk = SCHEMAS["briefing.schema.json"]
    part = desk["properties"].get(name) or desk["definitions"][name]
    return {**part, "definitions": desk["definitions"]}


@pytest.mark.parametrize("case", ["wrong_types", "unknown_keys", "dates", "lines_and_quotes", "reserved_slugs"])
def test_editors_underline_what_the_generator_refuses(case: str) -> None:
    """All of these but what only the generator can know: the calendar, the seed's lines, the site's own names."""
    expected = (INVALID / case / "expected.txt").read_text("utf-8").splitlines()
    unseen = ("of the calendar", "no line of the seed", "is in 'keep' too", "is not in the seed", "a page of ours")
    seeable = [line for line in expected if not any(words in line for words in unseen)]
    found = 0  # one complaint may name several keys
    for file in sorted((INVALID / case).rglob("*.yml")):
        told = complaints(DESK if file.name == "briefing.yml" else SIDECAR, file.read_text("utf-8"))
        found += sum(1 + text.partition(" (")[2].count("', '") for text in told)
    assert found >= len(seeable)


@given(desk_yaml.sidecars())
def test_what_a_sidecar_may_say_is_not_underlined(text: str) -> None:
    report = Report("seeds/a.yml")
    lines = (Line(1, desk_yaml.LINE), Line(2, ""), Line(3, desk_yaml.OTHER_LINE))
    sidecar.read_sidecar(text, "seeds/a.yml", "a", lines, {"a": 1, "b": 2}, report)
    if not report.mistakes:
        assert complaints(SIDECAR, text) == []


@given(st.data())
def test_what_the_desk_may_say_is_not_underlined(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    text = data.draw(desk_yaml.desks())
    root = tmp_path_factory.getbasetemp() / "desk"
    root.mkdir(exist_ok=True)
    (root / "mkdocs.yml").write_text("site_name: Harbour News\n")
    (root / "briefing.yml").write_bytes(text.encode("utf-8", "surrogatepass"))
    try:
        config.read_settings(root)
    except config.AuthorError:
        return
    assert complaints(DESK, text) == []


@pytest.mark.parametrize(
    ("title", "schema"),
    [
        ("Sidecar keys", SCHEMAS["sidecar.schema.json"]),
        ("The whole briefing: briefing.yml", SCHEMAS["briefing.schema.json"]),
        ("front_page", SCHEMAS["briefing.schema.json"]["properties"]["front_page"]),
        ("names", SCHEMAS["briefing.schema.json"]["definitions"]["name"]),
        ("topics", SCHEMAS["briefing.schema.json"]["definitions"]["topic"]),
        ("sources", SCHEMAS["briefing.schema.json"]["definitions"]["source"]),
    ],
)
def test_an_editor_reads_what_the_documents_say(title: str, schema: dict[str, Any]) -> None:
    part = re.split(rf"^#+ {re.escape(title)}$", EDITING, flags=re.MULTILINE)[1]
    table = part[: part.find("\n#")]
    rows = re.findall(r"^\| `(\w+)` \| .*? \| (.*?) \|", table, flags=re.MULTILINE)
    told = {key: re.sub(r"\[([^\]]+)\]\([^)]*\)", r"\1", text).replace("`", "'") for key, text in rows}
    for key, value in schema["properties"].items():
        assert value["description"] == told[key]
