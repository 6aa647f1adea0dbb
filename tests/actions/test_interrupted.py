"""Kill -9 in the middle of an import leaves all or nothing of its batch; two at once do not mix."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
import xlsxwriter

from tests.actions.conftest import HEAD
from tests.conftest import OFFICES

ROWS = 500
TO_WEIBIN = ("--office", "weibin", "--period", "2021Q4")
GONGKAI = [sys.executable, "-c", "from gongkai.config.console import main; main()"]
DIE = """
import os, signal
import django; django.setup()
from django.db.backends.base.base import BaseDatabaseWrapper
from gongkai.records import facts

def die(*_, **__): os.kill(os.getpid(), signal.SIGKILL)

def half(rows):
    for number, row in enumerate(rows):
        if number == {rows} // 2: die()
        yield row
{wound}
from gongkai.config.console import main; main()
"""
WOUNDS = {
    "before the first row": "facts.insert = die",
    "between two rows": (
        "insert, facts.ROWS_AT_ONCE = facts.insert, 50\n"
        "facts.insert = lambda office, period, batch, kind, rows: insert(office, period, batch, kind, half(rows))"
    ),
    "before the commit": "BaseDatabaseWrapper._commit = die",
}


@pytest.fixture(scope="module")
def loaded(tmp_path_factory) -> Path:
    """A data folder with 渭滨 loaded."""
    home = tmp_path_factory.mktemp("loaded") / "home"
    load = [*GONGKAI, "office", "load", str(OFFICES / "weibin")]
    subprocess.run(load, env={**os.environ, "GONGKAI_HOME": str(home)}, check=True, capture_output=True)
    return home


@pytest.fixture
def environment(loaded, tmp_path) -> dict[str, str]:
    shutil.copytree(loaded, tmp_path / "home")
    settings = {"GONGKAI_HOME": str(tmp_path / "home"), "DJANGO_SETTINGS_MODULE": "gongkai.config.settings"}
    return os.environ | settings


@pytest.fixture(scope="module")
def book(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("book") / "工单.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        page = workbook.add_worksheet()
        page.write_row(0, 0, HEAD)
        for row in range(1, ROWS + 1):
            page.write_row(row, 0, (f"GD{row}", "财政局", "投诉", "2021-10-08", "2021-10-15", "2021-10-12"))
    return path


def stored(environment: dict[str, str]) -> tuple[int, int]:
    """Orders and batches."""
    with sqlite3.connect(Path(environment["GONGKAI_HOME"]) / "gongkai.sqlite3") as database:
        counts = "SELECT (SELECT count(*) FROM records_workorder), (SELECT count(*) FROM records_batch)"
        return database.execute(counts).fetchone()


@pytest.mark.slow
@pytest.mark.parametrize("wound", WOUNDS)
def test_a_killed_import_leaves_nothing_and_stands_in_nobody_s_way(environment, book, wound):
    arguments = ["ingest", str(book), *TO_WEIBIN]
    dying = [sys.executable, "-c", DIE.format(rows=ROWS, wound=WOUNDS[wound]), *arguments]
    assert subprocess.run(dying, env=environment, capture_output=True).returncode == -signal.SIGKILL
    assert stored(environment) == (0, 0)
    subprocess.run([*GONGKAI, *arguments], env=environment, check=True, capture_output=True)
    assert stored(environment) == (ROWS, 1)


@pytest.mark.slow
def test_two_people_at_once_import_once_and_assess_once(environment, book):
    for command in (["ingest", str(book), *TO_WEIBIN], ["assess", "weibin", "2021Q4"]):
        both = [
            subprocess.Popen([*GONGKAI, *command], env=environment, stdout=subprocess.DEVNULL)
            for _ in range(2)
        ]
        assert [process.wait() for process in both] == [0, 0]
    assert stored(environment) == (ROWS, 1)
    assert len(list((Path(environment["GONGKAI_HOME"]) / "snapshots").iterdir())) == 1
