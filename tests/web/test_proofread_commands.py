"""gongkai proofread tells what would be published wrongly; gongkai mask makes a copy that may be."""

import json

import docx
import pytest

from gongkai.actions import editing
from gongkai.config import console
from gongkai.office.proofreading import OwnWord, PublicContact
from gongkai.proofreading import proofread
from gongkai.records import offices
from gongkai.web import proof_report
from tests.conftest import AT, CLERK

IDENTITY, MOBILE = "11010519491231002X", "13800138000"
TEXT = f"申请人张三，身份证号{IDENTITY}，手机{MOBILE}。\n请于2022年2月30日前报送。\n"


def typed(*arguments: object) -> int:
    try:
        console.run(list(map(str, arguments)))
    except SystemExit as exit:
        return int(exit.code or 0)
    return 0


@pytest.fixture
def draft(tmp_path):
    path = tmp_path / "稿件.txt"
    path.write_text(TEXT, "utf-8")
    return path


def test_errors_end_with_one_and_personal_data_is_shown_masked(draft, capsys):
    assert typed("proofread", draft) == 1
    told = capsys.readouterr()
    assert "身份证号" in told.out
    assert "2月没有30日" in told.out
    assert IDENTITY not in told.out + told.err
    assert "共有" in told.err


def test_a_clean_text_ends_with_nought(tmp_path, capsys):
    path = tmp_path / "通知.txt"
    path.write_text("各镇街：\n请于2022年3月10日前报送本季度工作情况。\n", "utf-8")
    assert typed("proofread", path) == 0
    assert "没有发现问题" in capsys.readouterr().out


def test_as_json_each_finding_has_its_place_and_reason(draft, capsys):
    typed("proofread", draft, "--json")
    (found,) = json.loads(capsys.readouterr().out)
    hit = next(one for one in found["hits"] if one["kind"] == "身份证号")
    assert (hit["where"], hit["level"]) == ("第1行", "错误")
    assert IDENTITY not in json.dumps(found, ensure_ascii=False)


def test_the_page_shows_the_text_with_what_was_found_marked_and_masked(draft, tmp_path, capsys):
    typed("proofread", draft, "--html", tmp_path / "结果.html")
    page = (tmp_path / "结果.html").read_text("utf-8")
    assert "<mark" in page
    assert IDENTITY not in page
    assert MOBILE not in page


def test_the_page_shows_the_cells_of_a_row_on_one_line(tmp_path):
    path = tmp_path / "表.html"
    path.write_text(
        "<table><tr><td>财政局</td><td>按装</td></tr><tr><td>教体局</td><td>9</td></tr></table>", "utf-8"
    )
    typed("proofread", path, "--html", tmp_path / "结果.html")
    (line,) = (one for one in (tmp_path / "结果.html").read_text("utf-8").splitlines() if "财政局" in one)
    assert "按装</mark>" in line
    assert "教体局" not in line


@pytest.mark.parametrize(
    ("kind", "found", "reason", "suggestion", "said"),
    [
        ("页边距", "上边距25毫米", "页边距：上边距25毫米，应为37毫米", "37毫米", "应为37毫米"),
        ("正文字号", "11磅", "正文字号：11磅，应为三号，共6处", "三号", "应为三号"),
        ("错别字", "按装", "“按装”宜为“安装”", "安装", "宜为安装"),
        ("比率", "85%", "96除以120为80%，与所写85%不符", "80%", "96除以120为80%，与所写85%不符"),
        ("重复", "的的", "重复", "的", "重复。建议：的"),
        ("用语", "某词", "", "另一个词", "建议：另一个词"),
        ("日期", "9月31日", "9月没有31日", "", "9月没有31日"),
    ],
)
def test_what_to_do_is_said_once(kind, found, reason, suggestion, said):
    row = {"kind": kind, "found": found, "reason": reason, "suggestion": suggestion}
    assert proof_report.advice(row) == said


def test_a_masked_copy_of_a_document_keeps_its_paragraphs_and_scans_clean(tmp_path, capsys):
    written = docx.Document()
    written.add_paragraph(f"联系电话：{MOBILE}").add_run("（加粗）").bold = True
    written.save(tmp_path / "名单.docx")
    assert typed("mask", tmp_path / "名单.docx", "-o", tmp_path / "out") == 0
    (copy,) = (tmp_path / "out").iterdir()
    paragraph = docx.Document(str(copy)).paragraphs[0]
    assert paragraph.text == "联系电话：138****8000（加粗）"
    assert paragraph.runs[-1].bold
    assert typed("proofread", copy) == 0


@pytest.mark.parametrize(("content", "told"), [(b"", "空"), (b"%PDF-1.4 broken", "损坏")])
def test_what_cannot_be_read_is_said_with_the_name_of_the_file(tmp_path, capsys, content, told):
    path = tmp_path / "坏文件.pdf"
    path.write_bytes(content)
    assert typed("proofread", path) == 1
    error = capsys.readouterr().err
    assert "坏文件.pdf" in error
    assert told in error


@pytest.mark.django_db
def test_with_an_office_its_own_words_and_public_numbers_count(draft, weibin, capsys, tmp_path):
    row = offices.get(weibin)
    who = {"by": CLERK, "at": AT}
    editing.add(row, "public_contacts", PublicContact(value=MOBILE, note="监督电话"), **who)
    editing.add(row, "words", OwnWord(wrong="报送", right="上报", level="错误"), **who)
    typed("proofread", draft, "--office", weibin, "--json")
    (found,) = json.loads(capsys.readouterr().out)
    kinds = {hit["kind"] for hit in found["hits"]}
    assert "手机号码" not in kinds
    assert "补充词库" in kinds
    assert typed("mask", draft, "--office", weibin, "-o", tmp_path / "out") == 0
    (copy,) = (tmp_path / "out").iterdir()
    assert MOBILE in copy.read_text("utf-8")
    assert IDENTITY not in copy.read_text("utf-8")


@pytest.mark.django_db
def test_an_office_that_is_not_loaded_is_said(draft, capsys):
    assert typed("proofread", draft, "--office", "nowhere") == 1
    assert "nowhere" in capsys.readouterr().err


def test_of_a_text_too_long_for_its_figures_it_is_said_of_the_whole(draft, capsys, monkeypatch):
    monkeypatch.setattr(proofread, "LONGEST", 20)
    typed("proofread", draft, "--json")
    (found,) = json.loads(capsys.readouterr().out)
    (hit,) = (one for one in found["hits"] if one["kind"] == "未核对数据")
    assert (hit["where"], hit["level"]) == ("全文", "存疑")
