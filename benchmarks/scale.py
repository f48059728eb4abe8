"""Processor seconds and peak memory of each stage at several sizes, beside plain mkdocs-material and Hugo on the same
pages, and what the pages weigh.

    python -m benchmarks.scale DATA [--sizes 100,500,2000,10000] [--hugo PATH] [--folder SCRATCH]

DATA holds ``corpus_open`` and ``corpus_pdmd``; articles are taken from the first, then from the second, and beyond
these come again, varied (``benchmarks.varied``). Each figure is one run of a process of its own, the peers directly
after ours. Seconds are those of all cores together, which other work on the machine disturbs least.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import varied
from benchmarks.weights import weigh

ROOT = Path(__file__).parent.parent
TODAY = "2026-01-01"
EPOCH = "1767225600"

Column = dict[str, object]  # of a table: what was measured at one size


@dataclass(frozen=True, slots=True)
class Run:
    """Processor seconds and the peak resident memory in MB of the largest process of a command."""

    seconds: float
    megabytes: float
    output: str


def run(command: list[str], folder: Path) -> Run:
    """Run a command to its end; ends with its output when it fails."""
    environment = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT)}
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=output, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        text = output.read().decode(errors="replace")
    if process.returncode:
        raise SystemExit(f"{' '.join(command)}: exit status {process.returncode}\n{text}")
    return Run(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, text)


def make_briefing(data: Path, size: int, root: Path) -> None:
    """A briefing of ``size`` real articles at ``root``, with this project's theme."""
    (root / "seeds").mkdir(parents=True)
    files = sorted((data / "corpus_open").glob("*.txt")) + sorted((data / "corpus_pdmd").glob("*.md"))
    for place in range(size):
        path = files[place % len(files)]
        name = varied.repeated(f"{path.parent.name}-{path.stem}", place // len(files))
        shutil.copy(path, root / "seeds" / f"{name}{path.suffix}")
    shutil.copy(ROOT / "mkdocs.yml", root)
    shutil.copytree(ROOT / "overrides", root / "overrides")
    (root / "briefing.yml").write_text("rights: full\n", "utf-8")


def _processor_time() -> float:
    """Of this process and of those that it waited for."""
    return sum(os.times()[:4])


def measure_stages(root: Path) -> None:
    """Child process: run the stages one by one and print the seconds of each as JSON."""
    from briefing import pipeline
    from briefing.cache import Cache
    from briefing.link import link, publish
    from briefing.render import render, source_paths
    from briefing.search import build_search
    from briefing.site import build_site
    from briefing.write import write_pages

    seconds: dict[str, float] = {}
    start = _processor_time()

    def lap(stage: str) -> None:
        nonlocal start
        now = _processor_time()
        seconds[stage], start = round(now - start, 2), now

    options = pipeline.Options(root=root, today=TODAY, jobs=os.cpu_count() or 1)
    with Cache(options.state / "cache.sqlite") as cache:
        settings, folder = pipeline.read_inputs(root, cache)
        lap("read")
        real = [seed for seed in folder.seeds if not varied.is_repeated(seed)]
        articles = pipeline._annotate_changed(real, cache, options.jobs, lambda *_: None)
        lap("annotate")
        if len(real) < len(folder.seeds):
            varied.keep_varied(articles, folder.seeds, cache)
            articles = pipeline._annotate_changed(folder.seeds, cache, 1, lambda *_: None)
            start = _processor_time()
    briefing = publish(link(articles, settings, TODAY, "local"))
    lap("link")
    pages = list(render(briefing))
    lap("render")
    pages += build_search(briefing, source_paths(briefing))
    lap("search index")
    write_pages(pages, options.site_src, options.state / "pages")
    lap("write")
    build_site(root, options.site_src, options.build, options.state / "site", TODAY)
    lap("build/")
    print(json.dumps({"stages": seconds, "pages": sum(path.endswith(".md") for path, _ in pages)}))


def peer_material(root: Path, scratch: Path) -> Run:
    """Plain mkdocs-material on the same pages: its own templates, search and tags; articles out of nav."""
    shutil.copytree(root / "site_src", scratch / "docs", ignore=shutil.ignore_patterns("search", ".*"))
    (scratch / "mkdocs.yml").write_text(
        "site_name: Peer\ndocs_dir: docs\nuse_directory_urls: false\ntheme: {name: material, font: false}\n"
        "plugins: [search, tags]\nmarkdown_extensions: [attr_list, md_in_html]\nnav: [{Home: index.md}]\n"
        "validation: {nav: {omitted_files: ignore}, links: {not_found: ignore, anchors: ignore}}\n",
        "utf-8",
    )
    return run([sys.executable, "-m", "mkdocs", "build", "--quiet"], scratch)


def peer_hugo(root: Path, scratch: Path, hugo: str) -> Run:
    """Hugo on the same pages, with the smallest templates that show them."""
    shutil.copytree(
        root / "site_src", scratch / "content", ignore=shutil.ignore_patterns("search", ".*", "*.xml", "*.json")
    )
    for path in (scratch / "content").rglob("index.md"):
        path.rename(path.with_name("_index.md"))
    layout = scratch / "layouts" / "_default"
    layout.mkdir(parents=True)
    page = "<!doctype html><html><head><title>{{ .Title }}</title></head><body>{{ .Content }}</body></html>"
    for name in ("single.html", "list.html"):
        (layout / name).write_text(page, "utf-8")
    (scratch / "hugo.toml").write_text(
        'baseURL = "/"\ntitle = "Peer"\ndisableKinds = ["taxonomy", "term", "RSS"]\nuglyURLs = true\n'
        "[markup.goldmark.renderer]\nunsafe = true\n[markup.goldmark.parser.attribute]\nblock = true\n",
        "utf-8",
    )
    return run([hugo, "--quiet"], scratch)


def measure(data: Path, size: int, hugo: str | None, peers: bool, scratch: Path) -> tuple[Column, Column]:
    """Seconds and MB, then kB."""
    root = scratch / f"briefing-{size}"
    make_briefing(data, size, root)
    cold = run([sys.executable, "-m", "benchmarks.scale", "--stages", str(root)], ROOT)
    found = json.loads(cold.output.splitlines()[-1])
    weighed = weigh(root / "build")
    command = [sys.executable, str(ROOT / "generate.py"), "--root", str(root), "--today", TODAY]
    run(command, root)  # leaves the stamp
    unchanged = run(command, root)
    assert "nothing has changed" in unchanged.output, unchanged.output
    edited = next((root / "seeds").iterdir())
    edited.write_bytes(edited.read_bytes() + b"\n\nOne more paragraph was added on Monday by the editor.\n")
    one_edit = run(command, root)
    result = {
        "articles": size,
        "pages": found["pages"],
        **found["stages"],
        "peak MB": round(cold.megabytes),
        "unchanged": round(unchanged.seconds, 2),
        "unchanged MB": round(unchanged.megabytes),
        "one edit": round(one_edit.seconds, 2),
    }
    if peers:
        material = peer_material(root, _new_folder(scratch / f"material-{size}"))
        result |= {"material": round(material.seconds, 2), "material MB": round(material.megabytes)}
        result["build/ : material"] = round(found["stages"]["build/"] / material.seconds, 2)
    if peers and hugo:
        peer = peer_hugo(root, _new_folder(scratch / f"hugo-{size}"), hugo)
        result |= {"hugo": round(peer.seconds, 2), "hugo MB": round(peer.megabytes)}
    return result, {"articles": size, **weighed}


def _new_folder(folder: Path) -> Path:
    folder.mkdir()
    return folder


def table(results: Sequence[Column]) -> Iterator[str]:
    """The results as a Markdown table, one column a size."""
    yield "| | " + " | ".join(str(result["articles"]) for result in results) + " |"
    yield "|---" * (len(results) + 1) + "|"
    for key in dict.fromkeys(key for result in results for key in result):
        if key != "articles":
            yield f"| {key} | " + " | ".join(str(result.get(key, "")) for result in results) + " |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, nargs="?")
    parser.add_argument("--sizes", default="100,500,2000")
    parser.add_argument("--hugo", default=shutil.which("hugo"))
    parser.add_argument("--peers", type=int, default=2000, help="the largest size that peers are measured at")
    parser.add_argument("--folder", type=Path, help="where to build (default: a temporary folder)")
    parser.add_argument("--stages", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.stages:
        measure_stages(arguments.stages)
        return
    with tempfile.TemporaryDirectory(dir=arguments.folder) as scratch:
        results = []
        for size in map(int, arguments.sizes.split(",")):
            results.append(measure(arguments.data, size, arguments.hugo, size <= arguments.peers, Path(scratch)))
            print(*results[-1], file=sys.stderr)  # the largest takes its time
    for columns in zip(*results, strict=True):
        print("\n".join(table(columns)), end="\n\n")


if __name__ == "__main__":
    main()
