"""``edit NAME``: correct an article."""

from __future__ import annotations

import argparse
import os
import sys

from briefing.cli.arguments import DONE, add_common_options, options_of
from briefing.cli.terminal import StatusLine, print_lines
from briefing.pipeline import check_inputs


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "edit",
        help="open the file that corrects an article, made with all that was found",
        description="Open seeds/NAME.yml in $VISUAL or $EDITOR. Where there is none it is made first, with all that "
        "was found as comments: take away the '# ' before what you want to say. What you write is checked afterwards.",
    )
    parser.add_argument("name", metavar="NAME", help="the article: a file of seeds/, or its path there without ending")
    add_common_options(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, line: StatusLine) -> int:
    from briefing import desk

    options = options_of(arguments)
    sidecar = desk.find_sidecar(options.root, arguments.name)
    written = () if sidecar.path.exists() else desk.write_sidecar(options, sidecar, line.show)
    line.clear()
    print_lines([f"{file}: written; to take it back, delete it" for file in written], sys.stdout)
    if not desk.open_in_editor(sidecar.path, os.environ):
        print_lines([f"{sidecar.file}: open it in your editor (none is set in EDITOR)"], sys.stdout)
        return DONE
    check_inputs(options)
    return DONE
