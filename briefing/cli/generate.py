"""Without a command: build the site."""

from __future__ import annotations

import argparse
import sys

from briefing.cli.arguments import DONE, options_of
from briefing.cli.terminal import StatusLine, counted, print_lines, shown
from briefing.last_run import Options
from briefing.pipeline import Outcome, generate


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--pages-only", action="store_true", help="write site_src/ and leave build/ to `mkdocs build`")
    parser.add_argument(
        "--adopt",
        action="store_true",
        help="move whatever stands in the way of a page in site_src/ to site_src-set-aside/, where nothing is deleted: "
        "for when the list of generated files (site_src/.manifest.json) was lost",
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, line: StatusLine) -> int:
    options = options_of(arguments)
    outcome = generate(options, line.show)
    line.clear()
    print_lines(remarks(options, outcome), sys.stderr)
    print_lines([_closing_line(options, outcome, arguments.program)], sys.stdout)
    return DONE


def remarks(options: Options, outcome: Outcome) -> list[str]:
    """What a run has to say of single files."""
    lines = [f"{entry.file}: left out: {entry.reason}" for entry in outcome.unread]
    lines += [f"{doubt.file}: {doubt.message}; to keep the old address: {doubt.cure}" for doubt in outcome.moved]
    if outcome.changes:
        lines += [f"{options.site_src.name}/{path}: edited by hand, so left as it is" for path in outcome.changes.kept]
        lines += [f"{path}: moved here from {options.site_src.name}/" for path in outcome.changes.moved]
    return lines


def _closing_line(options: Options, outcome: Outcome, program: str) -> str:
    target = options.site_src if options.pages_only else options.build / "index.html"
    articles = counted(outcome.articles, "article")
    if outcome.changes is None:
        parts = [f"nothing has changed: {articles}"]
    else:
        added, changed, removed = (
            len(paths) for paths in (outcome.changes.added, outcome.changes.changed, outcome.changes.removed)
        )
        parts = [f"{articles}: {counted(added, 'file')} added, {changed} changed, {removed} removed"]
    if outcome.unread:
        parts.append(f"{counted(len(outcome.unread), 'file')} left out")
    if outcome.doubts:
        wants = "thing wants" if outcome.doubts == 1 else "things want"
        parts.append(f"{outcome.doubts} {wants} your eye ({program} check)")
    return f"{shown(target)}: {'; '.join(parts)}"
