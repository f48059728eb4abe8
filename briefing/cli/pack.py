"""``pack``: the offline zip."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path

from briefing import disk
from briefing.cli.arguments import DONE, UsageFault, add_common_options, options_of
from briefing.cli.generate import remarks
from briefing.cli.terminal import StatusLine, counted, print_lines, shown
from briefing.config import read_settings
from briefing.last_run import Options
from briefing.pack import Package, package_name, write_package
from briefing.pipeline import generate_locked


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "pack",
        help="build the site and make one zip of it, to hand on: it opens by a double-click, with no network",
        description="Build the site, unless it is up to date, and make one zip of it with the SHA-256 of every file; "
        "that of the zip is put beside it. The same site gives the same bytes.",
    )
    add_common_options(parser)
    where = "where to (default: dist/NAME-DAY.zip in the briefing, after its name); a former zip there is replaced"
    parser.add_argument("--output", type=Path, metavar="FILE", help=where)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, line: StatusLine) -> int:
    options = replace(options_of(arguments), pages_only=False)
    if arguments.output:
        _refuse(arguments.output, options)
    with disk.lock(options.root):  # held until it is packed: no other run may change build/ meanwhile
        outcome = generate_locked(options, line.show)
        line.show("packing", 0, 0)
        title = read_settings(options.root).site_name
        default = options.root / "dist" / f"{package_name(title, options.today, options.audience)}.zip"
        target = arguments.output.resolve() if arguments.output else default
        package = write_package(options.build, target, title, options.today, options.audience)
    line.clear()
    print_lines(remarks(options, outcome), sys.stderr)
    if options.audience == "local":
        local = "for the local audience, in full also where nobody stated rights; for others: --audience public"
        print_lines([f"{shown(target)}: {local}"], sys.stderr)
    print_lines([_closing_line(package)], sys.stdout)
    return DONE


def _refuse(output: Path, options: Options) -> None:
    """Raises UsageFault where something else stands at ``output``, and in folders that hold something else."""
    target = output.resolve()
    for folder in (options.build, options.site_src, options.root / "seeds", options.state):
        if target.is_relative_to(folder.resolve()):
            raise UsageFault(f"{output}: lies in {folder.name}/, which holds other things; name another place")
    if target.exists() and not _is_zip(target):
        raise UsageFault(f"{output}: is there already and is no zip; move it away, or name another place")


def _is_zip(path: Path) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(2) == b"PK"


def _closing_line(package: Package) -> str:
    size = f"{package.size / 1_000_000:.1f} MB"
    made = f"{counted(package.files, 'file')} of the site, {size}; its SHA-256 is in {package.sum_path.name}"
    return f"{shown(package.path)}: {made} (to take it back, delete both)"
