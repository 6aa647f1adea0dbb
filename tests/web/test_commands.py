"""The command line: exit 0 done, 1 the input has faults, 2 wrong usage; --json is JSON."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import OFFICES

GONGKAI = [sys.executable, "-c", "from gongkai.config.console import main; main()"]


@pytest.fixture(scope="module")
def gongkai(tmp_path_factory):
    """Run the program as its user does, on a data folder of its own, with 渭滨 issued."""
    home = tmp_path_factory.mktemp("command")
    environment = {**os.environ, "GONGKAI_HOME": str(home / "var"), "COLUMNS": "160"}

    def run(*arguments: object, code: int = 0) -> subprocess.CompletedProcess[str]:
        command = [*GONGKAI, *map(str, arguments)]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, cwd=home)
        assert done.returncode == code, done.stdout + done.stderr
        assert "Traceback" not in done.stderr
        return done

    run("office", "load", OFFICES / "weibin")
    samples = sorted((OFFICES / "weibin/sample").glob("*.xlsx"))
    run("ingest", *samples, "--office", "weibin", "--period", "2021Q4")
    run("assess", "weibin", "2021Q4")
    run("issue", "weibin", "2021Q4", "-o", home / "out")
    return run


def test_the_list_of_commands_is_shown_without_arguments(gongkai):
    assert "gongkai 政务公开监测考核平台" in gongkai().stdout
    assert "ingest" in gongkai("--help").stdout


@pytest.mark.parametrize(
    "arguments",
    [("nonsense",), ("ingest",), ("assess", "weibin"), ("undo", "x"), ("office", "eat", "x"), ("workdays",)],
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
        (("issue", "weibin", "2021Q3", "-o", "x"), "尚未评定"),
        (("issue", "weibin", "2021Q4", "-o", "x", "--waive", "abc"), "代码=理由"),
        (("reproduce", "weibin/2021Q4/9"), "没有找到评定"),
        (("undo", "1"), "已印制的通报"),
        (("office", "check", "."), "缺少这个文件"),
        (("ingest", "no-such-file.xlsx", "--office", "weibin", "--period", "2021Q4"), "no-such-file.xlsx"),
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
    head = ("工单编号", "承办单位", "诉求类型", "受理时间", "办结时限", "办结时间")
    path = sheet(head, ("1", "无此局", "投诉", "2021-10-08", "2021-10-15", "2021-10-12"))
    failed = gongkai(
        "ingest", path, "--office", "weibin", "--period", "2021Q4", "--marked", tmp_path / "marked", code=1
    )
    assert "无此局" in failed.stdout
    assert [path.name for path in Path(tmp_path / "marked").iterdir()] == ["表（标注问题）.xlsx"]


def test_the_chain_verifies_after_all_that(gongkai):
    assert "审计链完整" in gongkai("audit", "verify").stdout
