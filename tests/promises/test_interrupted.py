"""Stopped at any time, started twice, without room or permission: a line that says so, and the next run heals."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from briefing import disk, pipeline
from briefing.cli import DONE, INTERRUPTED, MISTAKE
from tests.promises.small_briefing import (
    AFTER,
    BEFORE,
    Life,
    check_healed,
    check_one_line,
    check_stopped,
    command,
    environment,
    generate,
    make_life,
    put,
    put_seeds,
    run,
    tree,
)

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals of processes are another matter on Windows")
GENEROUS = 60  # seconds after which a run counts as hung


@pytest.fixture(scope="module")
def life(tmp_path_factory: pytest.TempPathFactory) -> Life:
    return make_life(tmp_path_factory.getbasetemp())


@pytest.fixture
def briefing(life: Life, tmp_path: Path) -> Path:
    """Built, then edited."""
    return life.copy(tmp_path / "briefing")


def start(arguments: list[str], cwd: Path | None = None) -> subprocess.Popen[str]:
    """A run in a session of its own, as a terminal begins one: what it sends, all its processes get."""
    pipe = subprocess.PIPE
    return subprocess.Popen(
        arguments,
        cwd=cwd,
        stdout=pipe,
        stderr=pipe,
        text=True,
        env=environment(),
        start_new_session=True,
        preexec_fn=_hear,
    )


def _hear() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # which whatever runs the tests in the background ignores


# -------------------------------------------------------------------------------------------------- stopped


def stop_after(arguments: list[str], seconds: float, number: signal.Signals) -> tuple[int, str]:
    process = start(arguments)
    try:
        _, errors = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, number)
        _, errors = process.communicate(timeout=GENEROUS)
    return process.returncode, errors


@pytest.fixture(scope="module")
def duration(life: Life, tmp_path_factory: pytest.TempPathFactory) -> float:
    root = life.copy(tmp_path_factory.mktemp("timed") / "briefing")
    began = time.monotonic()
    assert run(command(root)).returncode == DONE
    return time.monotonic() - began


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL], ids=lambda number: number.name)
def test_a_run_stopped_at_any_time_is_healed_by_the_next(
    life: Life, tmp_path: Path, duration: float, everything: bool, number: signal.Signals
) -> None:
    rng = random.Random(number)
    times = 20 if everything else 2
    for index in range(times):
        root = life.copy(tmp_path / "briefing")
        moment = duration * (index + rng.random()) / times
        status, errors = stop_after(command(root), moment, number)
        allowed = {DONE, -number, INTERRUPTED} if number is signal.SIGINT else {DONE, -number}
        assert status in allowed, (moment, status, errors)
        assert "Traceback" not in errors or "generate.py" not in errors, (moment, errors)  # Python's own start aside
        if status == INTERRUPTED:
            check_one_line(errors, "stopped; the next run goes on")
        check_stopped(root, life, status)
        undone = index % 3 == 1
        if undone:  # what half a run left must not pass for the old site
            put_seeds(root, BEFORE)
            assert generate(root) == DONE
            assert tree(root) == life.old
            put_seeds(root, AFTER)
        check_healed(root, life)


WORDS = "The ferry of Lindow carried {0} people on Monday and {1} on Tuesday, said harbour master Ann Reed."


@pytest.fixture(scope="module")
def large(life: Life, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A briefing that is worth two processes."""
    root = life.copy(tmp_path_factory.mktemp("large") / "briefing")
    for number in range(4):
        text = "\n\n".join(WORDS.format(number * 1000 + line, line) for line in range(1100))
        put(root, {f"seeds/ferry-{number}.txt": f"Ferry report {number}\n\n{text}\n".encode()})
    return root


def session(leader: int) -> list[int]:
    """Every living process of the session."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            try:
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if int(fields[3]) == leader and fields[0] not in "ZX":
                found.append(int(entry.name))
    return found


def workers(leader: int) -> list[int]:
    return [pid for pid in session(leader) if b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes()]


def wait_for(condition: Callable[[], bool], what: str) -> None:
    deadline = time.monotonic() + GENEROUS
    while not condition():
        assert time.monotonic() < deadline, what
        time.sleep(0.02)


@pytest.fixture
def at_work(large: Path) -> Iterator[subprocess.Popen[str]]:
    """A run with two worker processes."""
    process = start([*command(large), "--jobs", "2"])
    wait_for(lambda: len(workers(process.pid)) == 2 or process.poll() is not None, "no workers came")
    yield process
    for pid in session(process.pid):
        os.kill(pid, signal.SIGKILL)
    process.communicate()


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
@pytest.mark.parametrize("delay", [0.0, 0.3, 1.5])
def test_ctrl_c_ends_the_workers_too_and_says_one_thing(at_work: subprocess.Popen[str], delay: float) -> None:
    time.sleep(delay)
    os.killpg(at_work.pid, signal.SIGINT)
    _, errors = at_work.communicate(timeout=GENEROUS)
    assert at_work.returncode == INTERRUPTED, errors
    check_one_line(errors, "stopped; the next run goes on")
    wait_for(lambda: not session(at_work.pid), "workers are left behind")


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL], ids=lambda number: number.name)
def test_a_run_that_is_ended_leaves_no_worker_behind(at_work: subprocess.Popen[str], number: signal.Signals) -> None:
    time.sleep(0.3)
    at_work.send_signal(number)
    _, errors = at_work.communicate(timeout=GENEROUS)
    assert at_work.returncode == -number
    assert "Traceback" not in errors
    wait_for(lambda: not session(at_work.pid), "workers are left behind")


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_a_worker_that_is_ended_for_want_of_memory_is_told(at_work: subprocess.Popen[str]) -> None:
    os.kill(workers(at_work.pid)[0], signal.SIGKILL)
    _, errors = at_work.communicate(timeout=GENEROUS)
    assert at_work.returncode == MISTAKE
    check_one_line(errors, "was ended from outside", "--jobs 1")
    wait_for(lambda: not session(at_work.pid), "workers are left behind")


# ------------------------------------------------------------------------------------------------- two at once


def test_of_two_runs_at_once_one_makes_the_site_and_the_other_waits_or_says_so(
    life: Life, tmp_path: Path, everything: bool
) -> None:
    for _ in range(8 if everything else 2):
        root = life.copy(tmp_path / "briefing")
        both = [start(command(root)) for _ in range(2)]
        results = [(process.communicate(timeout=GENEROUS)[1], process.returncode) for process in both]
        assert DONE in {status for _, status in results}
        for errors, status in results:
            if status != DONE:
                assert status == MISTAKE
                check_one_line(errors, "another run is working on this briefing")
        assert tree(root) == life.new


def test_a_run_that_finds_another_at_work_touches_nothing(briefing: Path, life: Life) -> None:
    with disk.lock(briefing):
        result = run(command(briefing))
    assert result.returncode == MISTAKE
    check_one_line(result.stderr, f"{briefing}/.briefing/lock: another run")
    assert tree(briefing) == life.old


# ---------------------------------------------------------------------------------- no permission, no room


@pytest.fixture(scope="module")
def namespace() -> list[str]:
    """The beginning of a command that may mount what only it sees."""
    for options in (["-m"], ["-rm"]):
        prefix = ["unshare", *options]
        if shutil.which("unshare") and run([*prefix, "mount", "-t", "tmpfs", "none", "/mnt"]).returncode == 0:
            return prefix
    pytest.skip("this machine lets us mount nothing, not even for ourselves (unshare -rm)")


@pytest.mark.parametrize("folder", [".", "site_src", "build", ".briefing"])
def test_a_folder_that_may_not_be_written_is_named_and_nothing_changes(
    briefing: Path, life: Life, namespace: list[str], folder: str
) -> None:
    locked = briefing / folder
    script = 'mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" && exec "$@"'
    result = run([*namespace, "sh", "-c", script, str(locked), *command(briefing)])
    assert result.returncode == MISTAKE
    check_one_line(result.stderr, str(locked.resolve()))
    check_stopped(briefing, life, MISTAKE)
    if folder != "build":  # where the pages are written before the site is built
        assert tree(briefing) == life.old
    check_healed(briefing, life)


@pytest.mark.parametrize("room", [40, 110])
def test_a_full_disk_is_told_in_a_line_and_leaves_the_old_site(
    briefing: Path, life: Life, namespace: list[str], tmp_path: Path, room: int
) -> None:
    full, after = tmp_path / "full", tmp_path / "after"
    full.mkdir()
    size = sum(-(-path.lstat().st_size // 4096) * 4 + 1 for path in briefing.rglob("*"))
    script = f"""
        mount -t tmpfs -o size={size + room}k none {full} && cp -a {briefing}/. {full} || exit 99
        "$@"; status=$?; cp -a {full} {after} && exit $status"""
    result = run([*namespace, "sh", "-c", script, "sh", *command(full)])
    assert result.returncode == MISTAKE, result.stderr
    check_one_line(result.stderr, str(full), "make room" if "sqlite" in result.stderr else "No space left on device")
    check_stopped(after, life, MISTAKE)
    check_healed(after, life)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize("arguments", [(), ("check",)], ids=["site", "check"])
def test_what_cannot_be_printed_is_no_success(briefing: Path, life: Life, arguments: tuple[str, ...]) -> None:
    with Path("/dev/full").open("w") as full:
        result = subprocess.run(
            [*command(briefing), *arguments], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert result.returncode == MISTAKE
    check_one_line(result.stderr.splitlines()[-1], "what was to be printed is lost: No space left on device")
    check_healed(briefing, life)


@pytest.mark.parametrize("closing", [">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-"])
def test_closed_streams_change_nothing(life: Life, tmp_path: Path, closing: str, everything: bool) -> None:
    if not everything and closing != "<&- >&- 2>&-":
        pytest.skip("only with --all")
    root = life.copy(tmp_path / "briefing")
    assert run(["sh", "-c", f'exec "$@" {closing}', "sh", *command(root)]).returncode == DONE
    assert tree(root) == life.new


def test_a_reader_that_goes_away_hides_no_status(briefing: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    result = subprocess.run(
        [*command(briefing), "check", "--strict"], stdout=writer, stderr=subprocess.PIPE, text=True, check=False
    )
    os.close(writer)
    assert result.returncode == MISTAKE
    assert result.stderr == ""


def test_a_broken_pipe_inside_a_run_does_not_pass_for_a_reader_that_went_away(
    briefing: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise BrokenPipeError

    monkeypatch.setattr(pipeline, "make_briefing", broken)
    with pytest.raises(BrokenPipeError):
        generate(briefing)
