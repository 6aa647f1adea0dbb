"""A fault of the machine is told in Chinese; one that nobody foresaw keeps its traceback."""

import errno
import sqlite3

import pytest
from django.db import DatabaseError, OperationalError

from gongkai.web import refusals


def locked(path) -> None:
    with sqlite3.connect(path) as one, sqlite3.connect(path, timeout=0) as other:
        one.execute("BEGIN IMMEDIATE")
        other.execute("BEGIN IMMEDIATE")


def damaged(path) -> None:
    path.write_bytes(b"SQLite format 3\0" + bytes(range(256)) * 20)
    sqlite3.connect(path).execute("SELECT * FROM sqlite_master")


def unreachable(path) -> None:
    sqlite3.connect(path / "nowhere/file").execute("SELECT 1")


def full(path) -> None:
    database = sqlite3.connect(path)
    database.execute("PRAGMA max_page_count = 2")
    database.execute("CREATE TABLE facts AS SELECT randomblob(100000)")


@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize(
    ("happen", "words"),
    [(locked, "稍候重试"), (damaged, "已损坏"), (unreachable, "打不开"), (full, "磁盘空间不足")],
)
def test_what_the_database_says_is_translated(tmp_path, settings, happen, words):
    with pytest.raises(sqlite3.DatabaseError) as raised:
        happen(tmp_path / "records")
    told = refusals.told(OperationalError(str(raised.value)))
    assert words in (told or "")
    assert str(settings.HOME) in (told or "")


@pytest.mark.parametrize(
    ("number", "words"),
    [(errno.ENOSPC, "磁盘空间不足"), (errno.EACCES, "没有权限"), (errno.EROFS, "不能写入")],
)
def test_a_file_that_cannot_be_written_is_named(number, words):
    told = refusals.told(OSError(number, "as the system says", "通报.docx"))
    assert words in (told or "")
    assert (told or "").endswith("：通报.docx")


def test_what_nobody_foresaw_is_a_bug():
    assert refusals.told(DatabaseError("no such column: x")) is None
    assert refusals.told(OSError("?")) is None


def test_a_fault_of_the_input_is_one_that_actions_name():
    from gongkai.actions.issue import IssueError
    from gongkai.terms import TermError

    assert {IssueError, TermError} <= set(refusals.expected())
    assert not any(issubclass(KeyError, fault) for fault in refusals.expected())
