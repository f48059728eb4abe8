"""What Lighthouse says of a built site: its front page, an article and a story, over http, on a desk and on a phone.

    python -m benchmarks.lighthouse BUILD [PAGE …]

Needs Node.js, of whose registry npx fetches the pinned version once, and a Chromium; CI does not run it. By default
the pages are those that the front page leads to first. Each score is the median of three runs; what costs one is named.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.served import served
from tests.browser.install import program

LIGHTHOUSE = "lighthouse@12.8.2"
RUNS = 3
_FORMS = {"desktop": ["--preset=desktop"], "mobile": []}
_KINDS = ("articles", "stories")

Report = dict[str, Any]


def pages_of(build: Path) -> list[str]:
    front = (build / "index.html").read_text("utf-8")
    found = (re.search(rf'href="({kind}/(?!index)[^"#]+)', front) for kind in _KINDS)
    return ["index.html", *(link[1] for link in found if link)]


def measure(address: str, form: str) -> list[Report]:
    flags = "--headless=new --no-sandbox --disable-background-networking"
    command = [
        "npx",
        "--yes",
        LIGHTHOUSE,
        address,
        *_FORMS[form],
        "--quiet",
        "--output=json",
        f"--chrome-flags={flags}",
    ]
    environment = {**os.environ, "CHROME_PATH": program("chromium")}
    runs = (subprocess.run(command, env=environment, capture_output=True, text=True, check=True) for _ in range(RUNS))
    return [json.loads(done.stdout) for done in runs]


def scores(reports: Sequence[Report]) -> dict[str, int]:
    categories = reports[0]["categories"]
    found = {key: [report["categories"][key]["score"] for report in reports] for key in categories}
    return {
        categories[key]["title"]: round(100 * median(values)) for key, values in found.items() if None not in values
    }


def faults(report: Report) -> Iterator[str]:
    """The audits that cost something."""
    for category in report["categories"].values():
        for reference in category["auditRefs"]:
            audit = report["audits"][reference["id"]]
            if reference["weight"] and audit["score"] is not None and audit["score"] < 1:
                yield f"{category['title']}: {audit['title']} ({audit.get('displayValue') or audit['score']})"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build", type=Path)
    parser.add_argument("pages", nargs="*", metavar="PAGE")
    arguments = parser.parse_args()
    rows: list[tuple[str, str, dict[str, int]]] = []
    with served(arguments.build) as address:
        for page in arguments.pages or pages_of(arguments.build):
            for form in _FORMS:
                reports = measure(address + page, form)
                rows.append((page, form, scores(reports)))
                for fault in sorted({fault for report in reports for fault in faults(report)}):
                    print(f"{page}, {form}: {fault}")
    names = list(rows[0][2])
    print(f"\n| page | | {' | '.join(names)} |\n|---|---{'|---' * len(names)}|")
    for page, form, found in rows:
        print(f"| {page} | {form} | {' | '.join(str(found.get(name, '')) for name in names)} |")


if __name__ == "__main__":
    main()
