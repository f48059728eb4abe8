"""``compare BASE HEAD``: what a change does to the briefing."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from briefing import disk
from briefing.cli.arguments import DONE, add_common_options, options_of
from briefing.cli.terminal import StatusLine, print_lines, shown

_FORMS = "what is compared: a revision of git, the folder of a briefing, or a briefing.json"


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "compare",
        help="tell what a change does to the briefing, in editorial words",
        description="Tell what readers of HEAD find changed since BASE: articles, prose, names, quotes, figures, days, "
        "rights, addresses, and what wants an eye. Of two revisions BASE is where HEAD branched off.",
    )
    parser.add_argument("base", metavar="BASE", help=_FORMS)
    parser.add_argument(
        "head", metavar="HEAD", nargs="?", default="", help=f"{_FORMS} (default: the briefing as it is)"
    )
    parser.add_argument(
        "--output", type=Path, metavar="DIR", help="write review.html, review.md and review.json there (default: print)"
    )
    parser.add_argument("--base-site", default="", metavar="URL", help="where the site before the change can be read")
    parser.add_argument(
        "--head-site", default=".", metavar="URL", help="where that with it can (default: beside the review)"
    )
    add_common_options(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, line: StatusLine) -> int:
    from briefing.compare import compare, review_html, review_json, review_markdown
    from briefing.desk import read_sides

    options = options_of(arguments)
    with disk.lock(options.root):
        base, head = read_sides(options, arguments.base, arguments.head, line.show)
        review = compare(base, head)
        line.clear()
        if arguments.output is None:
            print_lines([review_markdown(review).rstrip("\n")], sys.stdout)
            return DONE
        folder: Path = arguments.output
        page = "" if arguments.head_site == "." else f"{arguments.head_site.rstrip('/')}/review.html"
        files = {
            "review.html": review_html(review, arguments.base_site, arguments.head_site),
            "review.md": review_markdown(review, page),
            "review.json": review_json(review),
        }
        disk.make_folder(folder)
        for name, text in files.items():
            disk.write_file(folder / name, text.encode())
    print_lines([f"{shown(folder / name)}: written; to take it back, delete it" for name in files], sys.stdout)
    return DONE
