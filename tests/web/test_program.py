"""The program as its users start it: in any locale, in a pipe, twice at once, without a name."""

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from gongkai.web.screen import who

GONGKAI = [sys.executable, "-c", "from gongkai.config.console import main; main()"]
PLAIN = {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    return {**os.environ, "GONGKAI_HOME": str(tmp_path / "home")}


@pytest.mark.parametrize(
    ("locale", "encoding"),
    [
        ({"LC_ALL": "C", **PLAIN}, "utf-8"),
        ({"PYTHONIOENCODING": "ascii"}, "utf-8"),
        ({"PYTHONIOENCODING": "gb18030"}, "gb18030"),
    ],
    ids=["LANG=C", "ascii", "gb18030"],
)
def test_chinese_is_printed_whatever_the_locale(environment, locale, encoding):
    done = subprocess.run([*GONGKAI, "workdays", "2021Q4"], env=environment | locale, capture_output=True)
    assert done.returncode == 0, done.stderr
    assert "62 天" in done.stdout.decode(encoding)
    failed = subprocess.run([*GONGKAI, "workdays", "2021Q5"], env=environment | locale, capture_output=True)
    assert "无法识别的期间“2021Q5”" in failed.stderr.decode(encoding)


def test_two_that_start_at_once_on_a_new_folder_both_work(environment):
    command = [*GONGKAI, "batches", "--json"]
    both = [
        subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(2)
    ]
    for process in both:
        out, err = process.communicate()
        assert (process.returncode, json.loads(out)) == (0, []), err


def test_a_reader_that_has_seen_enough_is_no_error_worth_a_traceback(environment):
    command = [*GONGKAI, "workdays", "2021", "--json"]
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as pipe:
        done = subprocess.run(command, env=environment, stdout=pipe, stderr=subprocess.PIPE)
    assert (done.returncode, done.stderr) == (1, b"")


def test_a_folder_that_cannot_be_used_is_named(environment, tmp_path):
    (tmp_path / "home").write_text("")
    done = subprocess.run([*GONGKAI, "batches"], env=environment, capture_output=True, text=True)
    assert done.returncode == 1
    assert f"环境变量 GONGKAI_HOME 指向的目录不能使用：{tmp_path / 'home'}" in done.stderr


def test_a_damaged_database_is_said_to_be_so(environment, tmp_path):
    (tmp_path / "home").mkdir()
    (tmp_path / "home/gongkai.sqlite3").write_bytes(b"SQLite format 3\0" + os.urandom(5000))
    done = subprocess.run([*GONGKAI, "batches"], env=environment, capture_output=True, text=True)
    assert done.returncode == 1
    assert "数据库文件已损坏，请停止使用并从备份恢复" in done.stderr


def test_a_user_without_a_name_has_a_number(monkeypatch):
    def unknown() -> str:
        raise KeyError("getpwuid(): uid not found: 54321")

    monkeypatch.setattr("getpass.getuser", unknown)
    monkeypatch.setattr("os.getuid", lambda: 54321)
    assert who().name == "用户 54321"


def test_the_tables_are_made_whole_or_not_at_all(environment, tmp_path):
    """Killed while it makes them, the program makes them the next time."""
    code = (
        "import os, signal, django; django.setup()\n"
        "from django.db.migrations.recorder import MigrationRecorder\n"
        "MigrationRecorder.record_applied = lambda *_: os.kill(os.getpid(), signal.SIGKILL)\n"
        "from gongkai.web.screen import prepare_database; prepare_database()"
    )
    settings = environment | {"DJANGO_SETTINGS_MODULE": "gongkai.config.settings"}
    assert subprocess.run([sys.executable, "-c", code], env=settings).returncode == -9
    with sqlite3.connect(tmp_path / "home/gongkai.sqlite3") as database:
        assert database.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
    subprocess.run([*GONGKAI, "batches"], env=environment, check=True, capture_output=True)
