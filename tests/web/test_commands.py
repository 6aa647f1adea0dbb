"""The command line: exit 0 done, 1 the input has faults, 2 wrong usage; --json is JSON, always of one shape."""

import json
import os
from collections.abc import Callable
from typing import NamedTuple

import pytest
from django.db import OperationalError, transaction
from django.test import override_settings

from gongkai.config import console
from tests.conftest import OFFICES

pytestmark = pytest.mark.django_db
HEAD = ("工单编号", "承办单位", "诉求类型", "受理时间", "办结时限", "办结时间")
ORDER = ("1", "财政局", "投诉", "2021-10-08", "2021-10-15", "2021-10-12")
TO_WEIBIN = ("--office", "weibin", "--period", "2021Q4")


class Ended(NamedTuple):
    """How a command ended and what it said."""

    code: int
    stdout: str
    stderr: str


def ended(arguments: tuple[object, ...]) -> int:
    try:
        console.run(list(map(str, arguments)))
    except SystemExit as exit:
        return int(exit.code or 0)
    return 0


@pytest.fixture(scope="module")
def issued(tmp_path_factory, django_db_setup, django_db_blocker):
    """渭滨 from its spreadsheets to the notice, by the commands, once for all tests here."""
    home = tmp_path_factory.mktemp("commands")
    samples = sorted((OFFICES / "weibin/sample").glob("*.xlsx"))
    with django_db_blocker.unblock(), override_settings(SNAPSHOTS=home / "snapshots"), transaction.atomic():
        assert ended(("office", "load", OFFICES / "weibin")) == 0
        assert ended(("ingest", *samples, *TO_WEIBIN)) == 0
        assert ended(("assess", "weibin", "2021Q4")) == 0
        assert ended(("issue", "weibin", "2021Q4", "-o", home / "out")) == 0
        yield
        transaction.set_rollback(True)


@pytest.fixture
def gongkai(issued, capsys, monkeypatch, tmp_path) -> Callable[..., Ended]:
    """Type a command in a folder of the test's own and expect its exit code."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "160")

    def typed(*arguments: object, code: int = 0) -> Ended:
        capsys.readouterr()
        found = Ended(ended(arguments), *capsys.readouterr())
        assert found.code == code, found.stdout + found.stderr
        return found

    return typed


def test_the_list_of_commands_is_shown_without_arguments(gongkai):
    assert "gongkai 政务公开监测考核平台" in gongkai().stdout
    assert "ingest" in gongkai("--help").stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ("nonsense",),
        ("ingest",),
        ("assess", "weibin"),
        ("undo", "x"),
        ("office", "eat", "x"),
        ("workdays",),
        ("issue", "weibin", "2021Q4", "-o", "x", "--waive", "abc"),
    ],
)
def test_wrong_usage_exits_2_and_is_told_in_chinese(gongkai, arguments):
    told = gongkai(*arguments, code=2).stderr
    assert "用法：" in told
    assert not [word for word in ("usage", "error", "argument", "invalid", "required") if word in told]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("assess", "nowhere", "2021Q4"), "没有载入代号为“nowhere”的工作包"),
        (("assess", "weibin", "2021Q5"), "无法识别的期间“2021Q5”"),
        (("explain", "weibin", "2021Q4", "不存在的局"), "不在单位名册中"),
        (("issue", "weibin", "2021Q3", "-o", "x"), "尚未考核"),
        (("reproduce", "weibin/2021Q4/9"), "没有找到考核结果"),
        (("reproduce", "weibin/2021Q4/²"), "没有找到考核结果"),
        (("reproduce", "weibin/季度"), "无法识别的期间"),
        (("batches", "--office", "nowhere"), "没有载入代号为“nowhere”的工作包"),
        (("office", "export", "weibin", __file__), "已有同名的文件，不能用作目录"),
        (("office", "check", "."), "缺少这个文件"),
    ],
)
def test_a_fault_of_the_input_exits_1_with_a_chinese_message(gongkai, arguments, words):
    assert words in gongkai(*arguments, code=1).stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("batches",),
        ("assess", "weibin", "2021Q4"),
        ("explain", "weibin", "2021Q4", "财政局"),
        ("issue", "weibin", "2021Q4", "-o", "out"),
        ("reproduce", "weibin/2021Q4"),
        ("workdays", "2021Q4"),
        ("audit", "verify"),
    ],
)
def test_json_is_printed_on_request(gongkai, arguments):
    assert json.loads(gongkai(*arguments, "--json").stdout)


def test_explain_leads_from_a_figure_to_its_rule_and_cell(gongkai):
    told = json.loads(gongkai("explain", "weibin", "2021Q4", "财政局", "--json").stdout)
    figure = next(figure for figure in told["figures"] if figure["measure"] == "submissions.submitted")
    assert (figure["value"], figure["target"], figure["met"]) == (8, 24, False)
    assert figure["facts"][0]["file"] == "submissions.xlsx"
    assert figure["facts"][0]["quantity"] == 8
    shown = gongkai("explain", "weibin", "2021Q4", "区财政局").stdout
    assert "submissions.xlsx" in shown


def test_the_quarter_has_62_working_days(gongkai):
    assert "62" in gongkai("workdays", "2021Q4").stdout
    assert json.loads(gongkai("workdays", "2022Q2", "--json").stdout)["days"] == 62


def test_a_marked_copy_of_a_faulty_workbook_is_left_for_the_clerk(gongkai, sheet, tmp_path):
    path = sheet(HEAD, ("1", "无此局", *ORDER[2:]))
    failed = gongkai("ingest", path, *TO_WEIBIN, "--marked", tmp_path / "marked", code=1)
    assert "无此局" in failed.stdout
    assert os.listdir(tmp_path / "marked") == ["表（标注问题）.xlsx"]


def test_a_batch_behind_an_issued_notice_is_not_undone(gongkai):
    first = json.loads(gongkai("batches", "--office", "weibin", "--json").stdout)[0]["batch"]
    assert "已印发的通报" in gongkai("undo", first, code=1).stderr


def test_the_chain_verifies_after_all_that(gongkai):
    assert "审计链完整" in gongkai("audit", "verify").stdout


def test_a_file_that_cannot_be_read_keeps_no_other_out(gongkai, sheet):
    told = gongkai("ingest", "没有这个.xlsx", sheet(HEAD, ORDER), *TO_WEIBIN, code=1)
    assert "没有找到文件 没有这个.xlsx" in told.stdout
    assert "已写入" in told.stdout
    assert "1 个文件有问题：没有这个.xlsx" in told.stderr


def test_every_file_has_the_same_keys_in_json(gongkai, sheet):
    told = gongkai("ingest", "没有这个.xlsx", sheet(HEAD, ORDER), *TO_WEIBIN, "--json", code=1)
    missing, read = json.loads(told.stdout)
    assert missing.keys() == read.keys()
    assert (missing["refused"], missing["batch"], missing["counts"]) == (True, None, {})
    assert (read["error"], read["counts"]["orders"]["added"]) == ("", 1)


def test_files_of_one_name_have_marked_copies_of_two(gongkai, sheet, tmp_path):
    paths = []
    for unit in ("甲", "乙"):
        (tmp_path / unit).mkdir()
        paths.append(sheet(HEAD, ("1", "无此局", *ORDER[2:]), name=f"{unit}/表.xlsx"))
    gongkai("ingest", *paths, *TO_WEIBIN, code=1)
    assert set(os.listdir("标注问题")) == {"甲-表（标注问题）.xlsx", "乙-表（标注问题）.xlsx"}


def test_a_name_in_question_is_marked_too(gongkai, sheet):
    told = gongkai("ingest", sheet(HEAD, ("1", "姜谭", *ORDER[2:])), *TO_WEIBIN, code=1)
    assert "gongkai office alias weibin 姜谭" in told.stdout
    assert os.listdir("标注问题") == ["表（标注问题）.xlsx"]


def test_words_of_a_spreadsheet_are_printed_as_they_are(gongkai, sheet):
    told = gongkai("ingest", sheet(HEAD, ("1", "[/red]局:a:", *ORDER[2:])), *TO_WEIBIN, code=1)
    assert "[/red]局:a:" in told.stdout


def test_a_dry_run_says_what_would_change_in_words(gongkai, sheet):
    gongkai("ingest", sheet(HEAD, ORDER), *TO_WEIBIN)
    later = sheet(HEAD, (*ORDER[:5], "2021-10-20"))
    told = gongkai("ingest", later, *TO_WEIBIN, "--dry-run").stdout
    assert "预览，未写入" in told
    assert "办结日期 2021-10-12" in told
    assert "办结日期 2021-10-20" in told
    assert "2021-10-12" in gongkai("ingest", later, *TO_WEIBIN, "--dry-run").stdout  # nothing was written


def test_explain_says_when_facts_came_after_the_assessment(gongkai, sheet):
    assert json.loads(gongkai("explain", "weibin", "2021Q4", "财政局", "--json").stdout)["outdated"] == []
    gongkai("ingest", sheet(HEAD, ORDER), *TO_WEIBIN)
    assert "考核之后导入或撤销过数据" in gongkai("explain", "weibin", "2021Q4", "财政局").stdout


def test_a_notice_that_is_stopped_names_the_files_that_are_older(gongkai, sheet):
    issue = ("issue", "weibin", "2021Q4", "-o", "印")
    gongkai(*issue)
    gongkai("ingest", sheet(HEAD, ORDER), *TO_WEIBIN)
    told = gongkai(*issue, code=1)
    assert "通报.docx、通报.pdf、附件.xlsx是以前印发的" in told.stdout
    assert "stale_assessment:facts" in told.stderr
    gongkai(*issue, "--waive", "stale_assessment:facts=工单不列入本期通报")
    gongkai("ingest", sheet(HEAD, ("2", *ORDER[1:])), *TO_WEIBIN)
    assert "此前的放行是针对另一内容的" in gongkai(*issue, code=1).stdout


def test_what_needs_no_records_makes_none(gongkai, monkeypatch):
    monkeypatch.setattr("gongkai.web.screen.prepare_database", lambda: pytest.fail("数据库"))
    gongkai("workdays", "2021Q4")
    gongkai("office", "check", OFFICES / "weibin")


def test_a_busy_database_is_told_without_a_traceback(gongkai, monkeypatch):
    def locked() -> None:
        raise OperationalError("database is locked")

    monkeypatch.setattr("gongkai.web.screen.prepare_database", locked)
    assert "数据库正由另一个程序写入" in gongkai("batches", code=1).stderr
