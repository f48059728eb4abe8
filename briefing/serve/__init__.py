"""A folder over http to this machine alone, for a preview: its pages load anew when there is something new to see.

Pages are sent with one script more and a policy that lets it ask for the state; the files stay as they are.
"""

from __future__ import annotations

import errno
import html
import json
import mimetypes
import os
import re
import socketserver
import threading
import time
from collections.abc import Sequence
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, quote, unquote, urlsplit

from briefing.errors import EnvironmentFault

HOST = "127.0.0.1"
WAIT = 20.0  # seconds that a question for the state stays open
_OWN = "/.briefing/"  # no file of a site begins with a dot
_POLICY = re.compile(rb"(http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; )script-src( 'self')?")
_TYPES = mimetypes.MimeTypes()
_TYPES.add_type("font/woff2", ".woff2")
_TYPES.add_type("text/javascript", ".js")
_NO_SITE = """\
<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Not built yet</title></head>
<body><h1>{title}</h1><pre>{mistakes}</pre></body></html>
"""


class PreviewServer(ThreadingHTTPServer):
    """Serves ``site``, which may come, change and be replaced meanwhile."""

    daemon_threads = True
    allow_reuse_address = os.name != "nt"  # there it would let two servers share a port

    def __init__(self, site: Path, port: int) -> None:
        """Raises EnvironmentFault where ``port`` cannot be had; 0 is any that is free."""
        self.site = site
        self.mistakes: tuple[str, ...] = ()
        self._number = 0
        self._changed = threading.Condition()
        try:
            super().__init__((HOST, port), _Handler)
        except OSError as error:
            if error.errno not in (errno.EADDRINUSE, errno.EACCES):
                raise
            message = f"port {port}: {error.strerror}; name another with --port, or end what uses it"
            raise EnvironmentFault(message) from error

    def server_bind(self) -> None:
        socketserver.TCPServer.server_bind(self)  # that of HTTPServer asks the network for the name of this machine
        self.server_name, self.server_port = HOST, self.server_address[1]

    @property
    def address(self) -> str:
        return f"http://{HOST}:{self.server_port}/"

    @property
    def state(self) -> str:
        return f"{os.getpid()}-{self._number}"

    def tell(self, mistakes: Sequence[str]) -> None:
        """There is something new to see: the site, or what keeps it from being built."""
        with self._changed:
            self.mistakes = tuple(mistakes)
            self._number += 1
            self._changed.notify_all()

    def wait_for_another(self, known: str) -> dict[str, object]:
        """The state as soon as it is not ``known``, or after a while."""
        with self._changed:
            self._changed.wait_for(lambda: self.state != known, timeout=WAIT)
            return {"id": self.state, "mistakes": self.mistakes}

    def find(self, path: str) -> Path | None:
        """The file of the site at a path of the web, or None; dot files and what lies outside are none."""
        names = [name for name in unquote(path).split("/") if name]
        if any(name.startswith(".") or set(name) & set("\\:\0") for name in names):
            return None
        self._wait_for_site()
        try:
            target = self.site.joinpath(*names)
            target = target / "index.html" if path.endswith("/") else target
            return target if target.is_file() and target.resolve().is_relative_to(self.site.resolve()) else None
        except OSError:  # a name that is too long
            return None

    def _wait_for_site(self) -> None:
        """While the site is replaced there is none for an instant."""
        for _ in range(50):
            if self.site.is_dir() or self._number == 0 or self.mistakes:
                return
            time.sleep(0.02)


class _Handler(BaseHTTPRequestHandler):
    server: PreviewServer
    server_version, sys_version = "Briefing", ""

    def do_GET(self) -> None:
        if self.headers.get("Host", "") not in (
            f"{HOST}:{self.server.server_port}",
            f"localhost:{self.server.server_port}",
        ):
            return self._send(HTTPStatus.FORBIDDEN, "text/plain", b"this server is for this machine\n")  # no other name
        parts = urlsplit(self.path)
        if parts.path == f"{_OWN}state":
            known = parse_qs(parts.query).get("known", [""])[0]
            answer = json.dumps(self.server.wait_for_another(known), ensure_ascii=False)
            return self._send(HTTPStatus.OK, "application/json", answer.encode())
        if parts.path == f"{_OWN}reload.js":
            return self._send(HTTPStatus.OK, "text/javascript", Path(__file__).with_name("reload.js").read_bytes())
        return self._send_file(parts.path)

    do_HEAD = do_GET

    def _send_file(self, path: str) -> None:
        found = self.server.find(path)
        if found is None and not path.endswith("/") and self.server.find(f"{path}/"):
            return self._send(HTTPStatus.FOUND, "text/plain", b"", f"{quote(unquote(path).lstrip('/'))}/")
        status = HTTPStatus.OK if found else HTTPStatus.NOT_FOUND
        missing = self.server.site / "404.html"
        if found is None and not missing.is_file():
            return self._send_page(HTTPStatus.SERVICE_UNAVAILABLE, self._nothing_yet())
        content = (found or missing).read_bytes()
        kind = _TYPES.guess_type((found or missing).name)[0] or "application/octet-stream"
        if kind == "text/html":
            return self._send_page(status, content)
        return self._send(status, kind, content)

    def _nothing_yet(self) -> bytes:
        title = "There is a mistake to mend first" if self.server.mistakes else "The site is being built"
        return _NO_SITE.format(title=title, mistakes=html.escape("\n".join(self.server.mistakes))).encode()

    def _send_page(self, status: HTTPStatus, content: bytes) -> None:
        """With the script, and the policy that lets it do its work."""
        state = "" if self.server.mistakes else self.server.state  # of mistakes it is told at once
        script = f'<script src="{_OWN}reload.js" data-state="{state}" defer></script></head>'
        content = _POLICY.sub(rb"\1connect-src 'self'; script-src 'self'", content, count=1)
        self._send(status, "text/html", content.replace(b"</head>", script.encode(), 1))

    def _send(self, status: HTTPStatus, kind: str, content: bytes, location: str = "") -> None:
        self.send_response(status)
        text = kind.startswith("text/") or kind == "application/json"
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if text else kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        if location:
            self.send_header("Location", f"/{location}")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Silent: the terminal tells of builds and mistakes."""

    def handle(self) -> None:
        try:
            super().handle()
        except ConnectionError:  # a page that was left
            self.close_connection = True
