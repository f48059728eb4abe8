"""The desk's settings: ``briefing.yml``, and of ``mkdocs.yml`` what the generator needs to know of the site."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from briefing.errors import AuthorError, Mistake, Place
from briefing.marked_yaml import (
    Entries,
    Fields,
    Items,
    Marked,
    Node,
    Report,
    Scalar,
    as_web_address,
    flag,
    language,
    list_of,
    mapping_of,
    marked,
    matching,
    one_of,
    parse,
    section,
    text,
    web_address,
    whole_number,
)
from briefing.model import (
    KINDS,
    FrontPage,
    Kind,
    NameSettings,
    Rights,
    Settings,
    SourceSettings,
    TopicSettings,
)

T = TypeVar("T")

SETTINGS_FILE = "briefing.yml"
SITE_FILE = "mkdocs.yml"
RIGHTS: tuple[Rights, ...] = ("full", "excerpt", "link", "internal", "withdrawn")

KEYS = (
    "sources",
    "topics",
    "names",
    "front_page",
    "related",
    "rights",
    "excerpt_words",
    "seed_limit",
    "language",
    "contact",
)
SOURCE_KEYS = ("url", "rights", "licence", "country", "note")
TOPIC_KEYS = ("terms", "iptc", "description")
NAME_KEYS = ("kind", "also", "not", "hide")
FRONT_PAGE_KEYS = ("intro", "lead", "sections", "order")

_topic_code = matching(r"medtop:\d{8}", "an IPTC Media Topic", "medtop:11000000")


def read_settings(root: Path, environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings of the briefing in ``root``; ``environment`` gives the values of MkDocs' ``!ENV`` tags.

    ``briefing.yml`` may be absent, ``mkdocs.yml`` may not. Raises AuthorError with every mistake of both files.
    """
    site_report = Report(SITE_FILE)
    site = _read_site(root, site_report, environment)
    report = Report(SETTINGS_FILE)
    file = _parse_file(root / SETTINGS_FILE, report, required=False)
    fields = Fields(file, report, KEYS)
    fields.refuse_unknown()
    names = fields.get("names", mapping_of(_name)) or {}
    _refuse_shared_surfaces(names, report)
    default = Settings(site_name="")
    settings = Settings(
        site_name=site["site_name"],
        site_description=site["site_description"],
        site_url=site["site_url"],
        sources=_values(fields.get("sources", mapping_of(_source))),
        topics=_values(fields.get("topics", mapping_of(_topic))),
        names={name: entry.value.settings for name, entry in names.items()},
        front_page=fields.get("front_page", _front_page) or FrontPage(),
        related=_or(fields.get("related", whole_number(0, 50)), default.related),
        rights=fields.get("rights", one_of(*RIGHTS)),
        excerpt_words=_or(fields.get("excerpt_words", whole_number(0, 10_000)), default.excerpt_words),
        seed_limit=_or(fields.get("seed_limit", whole_number(1, 100_000_000)), default.seed_limit),
        language=fields.get("language", language) or default.language,
        contact=fields.get("contact", text),
        lines=dict(_lines(file)),
    )
    if mistakes := site_report.mistakes + report.mistakes:
        raise AuthorError(mistakes)
    return settings


def front_page_seeds(root: Path) -> tuple[Marked[str], ...]:
    """The ids that the front page names, each with its place, for whoever knows which seeds there are."""
    report = Report(SETTINGS_FILE)
    fields = Fields(_parse_file(root / SETTINGS_FILE, report, required=False), report, KEYS)
    page = fields.get("front_page", lambda node, name, report: section(node, name, report, FRONT_PAGE_KEYS))
    if page is None:
        return ()
    lead = page.get("lead", marked(text))
    return ((lead,) if lead else ()) + (page.get("order", list_of(marked(text))) or ())


# ---------------------------------------------------------------------------------------------------- sections


def _source(node: Node, name: str, report: Report) -> SourceSettings | None:
    fields = section(node, name, report, SOURCE_KEYS)
    if fields is None:
        return None
    return SourceSettings(
        url=fields.get("url", web_address),
        rights=fields.get("rights", one_of(*RIGHTS)),
        licence=fields.get("licence", text),
        country=fields.get("country", text),
        note=fields.get("note", text),
    )


def _topic(node: Node, name: str, report: Report) -> TopicSettings | None:
    fields = section(node, name, report, TOPIC_KEYS)
    if fields is None:
        return None
    return TopicSettings(
        terms=fields.get("terms", list_of(text)) or (),
        iptc=fields.get("iptc", _topic_code),
        description=fields.get("description", text),
    )


@dataclass(frozen=True, slots=True)
class _Named:
    """A name's settings, and the lines of its other surfaces."""

    settings: NameSettings
    also: tuple[Marked[str], ...]


def _name(node: Node, name: str, report: Report) -> _Named | None:
    fields = section(node, name, report, NAME_KEYS)
    if fields is None:
        return None
    also = fields.get("also", list_of(marked(text))) or ()
    kind: Kind | None = fields.get("kind", one_of(*KINDS))
    denied = fields.get("not", flag) or False
    if denied and (also or kind):
        report.add(fields.place("not"), f"{name}: 'not: true' says it is no name, but it has kind or also; keep one")
    hidden = fields.get("hide", flag) or False
    return _Named(NameSettings(kind, tuple(dict.fromkeys(a.value for a in also)), denied, hidden), also)


def _refuse_shared_surfaces(names: Mapping[str, Marked[_Named]], report: Report) -> None:
    """A surface may stand for one name only; ``also`` may not repeat a name of its own section."""
    owners: dict[str, tuple[str, Place]] = {}
    for name, entry in names.items():
        earlier = owners.setdefault(name.casefold(), (name, entry.place))
        if earlier[0] != name:
            report.add(entry.place, f"names.{name}: the same as '{earlier[0]}' on line {earlier[1].line}; keep one")
    for name, entry in names.items():
        for surface in entry.value.also:
            owner, place = owners.setdefault(surface.value.casefold(), (name, surface.place))
            if owner != name:
                message = f"names.{name}.also: '{surface.value}' already stands for '{owner}' (line {place.line})"
                report.add(surface.place, f"{message}, expected one name for it; keep it in one of the two")


def _front_page(node: Node, name: str, report: Report) -> FrontPage | None:
    fields = section(node, name, report, FRONT_PAGE_KEYS)
    if fields is None:
        return None
    return FrontPage(
        intro=fields.get("intro", text),
        lead=fields.get("lead", text),
        sections=fields.get("sections", list_of(text)) or (),
        order=fields.get("order", list_of(text)) or (),
    )


def _lines(node: Node | None, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], int]]:
    """Where each key and each item of a list is written, by its path."""
    for key, child in node.entries if isinstance(node, Entries) else ():
        yield (*path, key.value), key.place.line
        yield from _lines(child, (*path, key.value))
    for item in node.items if isinstance(node, Items) else ():
        if isinstance(item, Scalar):
            yield (*path, item.value), item.place.line


def _values(entries: Mapping[str, Marked[T]] | None) -> dict[str, T]:
    return {name: entry.value for name, entry in (entries or {}).items()}


def _or(value: int | None, default: int) -> int:
    return default if value is None else value


# -------------------------------------------------------------------------------------------------------- site


def _read_site(root: Path, report: Report, environment: Mapping[str, str]) -> dict[str, str]:
    """``site_name``, ``site_description`` and ``site_url``; whatever else mkdocs.yml holds is MkDocs' affair."""
    node = _parse_file(root / SITE_FILE, report, required=True, trusted=True)
    values = {"site_name": "", "site_description": "", "site_url": ""}
    places = dict.fromkeys(values, Place(1, 1))
    for key, value in node.entries if node else ():
        if key.value in values:
            places[key.value] = value.place
            values[key.value] = " ".join((_plain_value(value, environment) or "").split())
    if node and not values["site_name"]:
        report.add(places["site_name"], "site_name is missing, expected the name of the site; write 'site_name: …'")
    if values["site_url"] and not as_web_address(values["site_url"]):
        message = f"expected an http:// or https:// address, found '{values['site_url']}'; correct it"
        report.add(places["site_url"], f"site_url: {message}")
    return values


def _plain_value(node: Node, environment: Mapping[str, str]) -> str | None:
    """The text of a scalar; of ``!ENV NAME`` or ``!ENV [NAME, …, default]`` what the environment says."""
    if node.tag != "!ENV":
        return node.value if isinstance(node, Scalar) else None
    if isinstance(node, Scalar):
        return environment.get(node.value)
    words = [item.value for item in node.items if isinstance(item, Scalar)] if isinstance(node, Items) else []
    names, default = (words[:-1], words[-1]) if len(words) > 1 else (words, None)
    return next((environment[name] for name in names if name in environment), default)


def _parse_file(path: Path, report: Report, required: bool, trusted: bool = False) -> Entries | None:
    try:
        content = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        if required:
            report.mistakes.append(Mistake(report.path, None, "not found, expected the site's settings; create it"))
        return None
    except UnicodeDecodeError:
        report.mistakes.append(Mistake(report.path, None, "not UTF-8, expected UTF-8 text; save it as UTF-8"))
        return None
    except OSError as error:
        reason = error.strerror or "unknown error"
        report.mistakes.append(Mistake(report.path, None, f"cannot be read ({reason}); make it a readable file"))
        return None
    return parse(content, report, trusted)
