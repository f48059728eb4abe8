"""Front matter and templates. Whatever a template prints is escaped unless it is ``Markup``,
so that it can stand in the content of an element as well as in an attribute, and on one line.
"""

from __future__ import annotations

from functools import cache, lru_cache, partial

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from briefing import front_matter
from briefing.escape import html_attribute
from briefing.render.links import root_of
from briefing.texts import say, say_count

_PRINTED_BY_THE_THEME = ("title", "description", "authors", "tags", "edition")


def page(path: str, template: str, language: str, head: dict[str, object], **values: object) -> tuple[str, str]:
    """A page of site_src: (path, text). ``head`` is plain text: what the theme prints of it is escaped here."""
    body = _environment(language).get_template(f"{template}.md.j2").render(root=Markup(root_of(path)), **values)
    return path, front_matter.dump(_escaped(head)) + "\n" + body


def say_marked(language: str, key: str, **values: Markup) -> Markup:
    """As ``say``, with values that are markup already."""
    marks = {name: f"\ue000{name}\ue001" for name in values}  # no text has them
    said = html_attribute(say(language, key, **marks))
    for name, mark in marks.items():
        said = said.replace(mark, values[name])
    return Markup(said)


def _escaped(head: dict[str, object]) -> dict[str, object]:
    return {key: _html(value) if key in _PRINTED_BY_THE_THEME else value for key, value in head.items() if value}


def _html(value: object) -> object:
    if isinstance(value, list):
        return [html_attribute(str(item)) for item in value]
    return html_attribute(str(value))


def _escape(value: object) -> str:
    return value if isinstance(value, Markup) else _escaped_text(str(value))


@lru_cache(maxsize=8192)
def _escaped_text(text: str) -> str:
    """Names, sources, labels and headlines stand on many pages."""
    return html_attribute(text)


@cache
def _environment(language: str) -> Environment:
    environment = Environment(
        loader=PackageLoader("briefing.render"),
        autoescape=False,  # every value printed goes through `finalize` instead: one escaper, used once
        finalize=_escape,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    environment.globals["say"] = partial(say, language)
    environment.globals["count"] = partial(say_count, language)
    return environment
