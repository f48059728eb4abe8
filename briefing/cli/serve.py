"""``serve``: the site on this machine, and again after each edit."""

from __future__ import annotations

import argparse
import sys
import threading
import time
from collections.abc import Callable

from briefing import disk
from briefing.cli.arguments import DONE, add_common_options, options_of
from briefing.cli.generate import remarks
from briefing.cli.terminal import StatusLine, counted, messages_of, print_lines
from briefing.errors import AuthorError, Busy, EnvironmentFault
from briefing.preview import Preview, digest_watched
from briefing.serve import PreviewServer

_PAUSE = 0.25  # seconds between two looks, or ten times what a look takes


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "serve",
        help="show the site on this machine, and again after each edit",
        description="Build the site into a folder of its own (build/ stays as it is) and show it to this machine. "
        "After each edit what it touches is built anew and open pages load again; a mistake is shown in them until it "
        "is mended. Ctrl-C ends it.",
    )
    add_common_options(parser)
    port = "where to serve: http://127.0.0.1:PORT/ (default: 8000; 0: any that is free)"
    parser.add_argument("--port", type=_port, default=8000, metavar="PORT", help=port)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, line: StatusLine) -> int:
    options = options_of(arguments)
    folder = options.state / "serve"
    with PreviewServer(folder, arguments.port) as server:
        preview = Preview(options, folder / str(server.server_port))  # two at once have two ports
        server.site = preview.site
        disk.remove_folder(preview.folder)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            print_lines([f"{server.address}: being built; Ctrl-C ends this"], sys.stdout)
            _watch(preview, server, line)
        except KeyboardInterrupt:
            line.clear()
        finally:
            server.shutdown()
            disk.remove_folder(preview.folder)
    return DONE


def _watch(
    preview: Preview, server: PreviewServer, line: StatusLine, sleep: Callable[[float], object] = time.sleep
) -> None:
    """Build whenever something that a person edits has changed and is at rest."""
    seen, built = digest_watched(preview.options), ""
    while True:
        began = time.monotonic()
        now = digest_watched(preview.options)
        took = time.monotonic() - began
        if now == seen != built and _build(preview, server, line):
            built = now
        seen = now
        sleep(max(_PAUSE, 10 * took))


def _build(preview: Preview, server: PreviewServer, line: StatusLine) -> bool:
    """Build and tell browser and terminal of it; False where another run is at work, so that it has to wait."""
    try:
        outcome, rendered = preview.update(line.show)
    except Busy:
        return False
    except (AuthorError, EnvironmentFault, OSError) as error:
        mistakes = messages_of(error, preview.options.root)
        line.clear()
        server.tell(mistakes)
        print_lines([*mistakes, "waiting for it to be mended"], sys.stderr)
        return True
    line.clear()
    server.tell(())
    print_lines(remarks(preview.options, outcome), sys.stderr)
    shown = f"{server.address}: {counted(outcome.articles, 'article')}, {counted(rendered, 'file')} built"
    print_lines([shown], sys.stdout)
    return True


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"{text!r} is not a port: a whole number up to 65535")
    return int(text)
