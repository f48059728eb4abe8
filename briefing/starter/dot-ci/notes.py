#!/usr/bin/env python3
"""A note under each open merge request that leads to its preview; the files of closed ones' previews deleted.

GitLab's twin of preview.yml, for a scheduled pipeline of the protected default branch: it runs that branch's code only,
and of what a merge request made it reads one file, as data that nobody trusts.
"""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

from pages import MARKER, comment

PROJECT = f"/projects/{os.environ['CI_PROJECT_ID']}"
_ENDED = timedelta(days=15)  # longer than artifacts are kept
_MOST = 10_000_000  # bytes of an answer


def ask(method: str, path: str, **fields: str) -> bytes:
    """What the host's API answers; nothing where there is nothing. HTTPError for all else."""
    url, form = f"{os.environ['CI_API_V4_URL']}{path}", urlencode(fields)
    body = form.encode() if method in ("POST", "PUT") else None
    target = f"{url}?{form}" if form and body is None else url
    request = Request(target, body, {"PRIVATE-TOKEN": os.environ["BRIEFING_TOKEN"]}, method=method)
    try:
        with urlopen(request, timeout=60) as answer:
            content: bytes = answer.read(_MOST)
            return content
    except HTTPError as error:
        if error.code == 404:
            return b""
        raise


def every(path: str, **fields: str) -> list[dict[str, Any]]:
    """All pages of a list."""
    found: list[dict[str, Any]] = []
    for page in range(1, 100):
        values = json.loads(ask("GET", path, per_page="100", page=str(page), **fields) or "[]")
        found += values
        if len(values) < 100:
            break
    return found


def preview_jobs(request: dict[str, Any]) -> list[dict[str, Any]]:
    """The jobs of this project, newest first, that made previews of a merge request."""
    pipelines = every(f"{PROJECT}/merge_requests/{request['iid']}/pipelines")
    # A pipeline of a fork runs there, where this token has no business.
    ours = [p for p in pipelines if str(p["project_id"]) == os.environ["CI_PROJECT_ID"]]
    jobs = [job for p in sorted(ours, key=lambda p: -p["id"]) for job in every(f"{PROJECT}/pipelines/{p['id']}/jobs")]
    return [job for job in jobs if job["name"] == "preview" and job["status"] == "success"]


def say(request: dict[str, Any], body: str) -> None:
    """In the one note that begins with the marker and is this token's own, or in a new one."""
    notes = f"{PROJECT}/merge_requests/{request['iid']}/notes"
    me = json.loads(ask("GET", "/user"))["id"]
    own = [note for note in every(notes) if note["author"]["id"] == me and note["body"].startswith(MARKER)]
    if not own:
        ask("POST", notes, body=body)
    elif own[0]["body"].strip() != body.strip():
        ask("PUT", f"{notes}/{own[0]['id']}", body=body)


def note_of(job: dict[str, Any]) -> str:
    host, domain = os.environ["CI_PROJECT_ROOT_NAMESPACE"], os.environ["CI_PAGES_DOMAIN"]
    below = os.environ["CI_PROJECT_PATH"].partition("/")[2]
    url = f"https://{host}.{domain}/-/{below}/-/jobs/{job['id']}/artifacts/preview/"
    review = ask("GET", f"{PROJECT}/jobs/{job['id']}/artifacts/preview/review.md").decode("utf-8", "replace")
    note: str = comment(url, job["commit"]["id"], review, ("index.html", "review.html", "briefing-preview.zip"))
    return note


def main() -> None:
    for request in every(f"{PROJECT}/merge_requests", state="opened", target_branch=os.environ["CI_DEFAULT_BRANCH"]):
        for job in preview_jobs(request)[:1]:
            say(request, note_of(job))
    since = (datetime.now(UTC) - _ENDED).isoformat()
    for state in ("closed", "merged"):
        for request in every(f"{PROJECT}/merge_requests", state=state, updated_after=since):
            for job in preview_jobs(request):
                if job.get("artifacts_file"):
                    ask("DELETE", f"{PROJECT}/jobs/{job['id']}/artifacts")


if __name__ == "__main__":
    main()
