"""Kill -9 in the middle of an import leaves all or nothing of its batch; two at once do not mix."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import OFFICES

GONGKAI = [sys.executable, "-c", "from gongkai.config.console import main; main()"]
HEAD = ("工单编号", "承办单位", "诉求类型", "受理时间", "办结时限", "办结时间")
ROWS = 20_000


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    variables = {**os.environ, "GONGKAI_HOME": str(tmp_path / "home")}
    subprocess.run(
        [*GONGKAI, "office", "load", str(OFFICES / "weibin")], env=variables, check=True, capture_output=True
    )
    return variables


@pytest.fixture
def large(sheet) -> Path:
    return sheet(
        HEAD,
        *((f"GD{n:06}", "财政局", "投诉", "2021-10-08", "2021-10-15", "2021-10-12") for n in range(ROWS)),
    )


def import_command(path: Path) -> list[str]:
    return [*GONGKAI, "ingest", str(path), "--office", "weibin", "--period", "2021Q4"]


def stored(environment: dict[str, str]) -> tuple[int, int]:
    with sqlite3.connect(Path(environment["GONGKAI_HOME"]) / "gongkai.sqlite3") as database:
        facts = database.execute("SELECT count(*) FROM records_workorder").fetchone()[0]
        batches = database.execute("SELECT count(*) FROM records_batch").fetchone()[0]
    return facts, batches


@pytest.mark.slow
@pytest.mark.parametrize("delay", [0.6, 0.9, 1.2, 1.5])
def test_a_killed_import_leaves_all_or_nothing(environment, large, delay):
    process = subprocess.Popen(
        import_command(large), env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    time.sleep(delay)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert stored(environment) in {(0, 0), (ROWS, 1)}
    subprocess.run(import_command(large), env=environment, check=True, capture_output=True)
    assert stored(environment) == (ROWS, 1)


@pytest.mark.slow
def test_two_people_importing_the_same_file_at_once_add_it_once(environment, large):
    both = [
        subprocess.Popen(import_command(large), env=environment, stdout=subprocess.DEVNULL) for _ in range(2)
    ]
    assert [process.wait() for process in both] == [0, 0]
    assert stored(environment) == (ROWS, 1)
