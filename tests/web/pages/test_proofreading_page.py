"""Proofreading in the workbench: what is found is shown and never kept; a masked copy is handed out."""

import io
import logging
import re
from pathlib import Path
from urllib.parse import unquote

import docx
import pytest
from django.conf import settings as configured
from django.core.files.uploadedfile import SimpleUploadedFile

from gongkai.actions import proofreading
from gongkai.proofreading.hits import Group, Hit, Level, Span
from gongkai.proofreading.marking import Segment
from gongkai.records.models import AuditEntry, StoredFile
from gongkai.web.proof_report import marked

pytestmark = pytest.mark.django_db
PAGE = "/o/weibin/proofreading/"
IDENTITY, MOBILE = "11010519491231002X", "13800138000"
TEXT = f"申请人：张三，身份证号{IDENTITY}，手机{MOBILE}。\r\n按装路灯，请于2022年2月30日前报送。"


@pytest.fixture
def clerk(signed_in):
    return signed_in("clerk")


def handed(name: str, content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def word(*lines: str) -> bytes:
    document, out = docx.Document(), io.BytesIO()
    for line in lines:
        document.add_paragraph(line)
    document.save(out)
    return out.getvalue()


def official() -> bytes:
    """A notice on the wrong page, in the wrong font."""
    return word(
        "关于报送情况的通知",
        "各镇街：",
        "请于每月5日前报送，并按装软件。",
        "××县人民政府办公室",
        "2022年3月1日",
    )


def result(page) -> str:
    """What is said of the text, without the field that gives the person's own text back."""
    before, _, after = page.text.partition("<textarea")
    return before + after.partition("</textarea>")[2]


def test_what_is_found_is_marked_with_its_reason_and_suggestion(clerk):
    page = clerk.post(PAGE, {"text": TEXT})
    assert page.status_code == 200
    shown = result(page)
    for words in (
        "校对结果：错误",
        "个人信息（",
        "身份证号",
        "用语（",
        "安装",
        "数据（",
        "2月没有30日",
        "第2行",
    ):
        assert words in shown
    assert re.search(r'<mark class="proof-\w+">按装</mark><a class="proof-number"', shown)


def test_personal_data_is_shown_masked_and_the_persons_own_text_stays(clerk):
    page = clerk.post(PAGE, {"text": TEXT})
    assert IDENTITY not in result(page)
    assert MOBILE not in result(page)
    assert "张三" not in result(page)
    assert IDENTITY in page.text.partition("<textarea")[2].partition("</textarea>")[0]


def test_a_text_without_faults_is_said_to_have_none(clerk):
    page = clerk.post(PAGE, {"text": "各镇街：\n请于2022年3月10日前报送本季度工作情况。"})
    assert "校对结果：没有发现问题" in page.text


def test_each_mark_leads_to_a_finding_and_each_finding_to_its_line(clerk):
    page = clerk.post(PAGE, {"text": TEXT}).text
    numbers = page.count('class="proof-number"')
    assert numbers > 3
    for number in range(1, numbers + 1):
        assert f'id="finding-{number}"' in page
        assert f'href="#finding-{number}"' in page
    assert 'id="piece-1"' in page
    assert 'href="#piece-1"' in page


def test_another_finding_about_a_person_does_not_name_them(clerk):
    """A row that stands twice in a list is told with what identifies it."""
    row = f"张三\t{IDENTITY}\t新华路街道新华巷6号\t3"
    table = f"低保对象名单\n姓名\t身份证号\t家庭住址\t人口\n{row}\n李四\t\t\t2\n{row}\n合计\t\t\t8"
    shown = result(clerk.post(PAGE, {"text": table}))
    assert "重复行" in shown
    assert "张三" not in shown
    assert "新华巷" not in shown


def test_the_cells_of_a_row_stand_in_one_line(clerk):
    content = b"<table><tr><th>\xe5\xa7\x93\xe5\x90\x8d</th><th>\xe7\x94\xb5\xe8\xaf\x9d</th></tr></table>"
    page = clerk.post(PAGE, {"file": handed("表.html", content)}).text
    line = re.search(r"<p><span class=\"proof-where\">.*?</p>", page)[0]
    assert "姓名" in line
    assert "电话" in line


def test_the_layout_of_a_document_does_not_mark_its_words(clerk):
    page = clerk.post(PAGE, {"file": handed("通知.docx", official())}).text
    assert "格式（" in page
    assert re.findall(r"<mark[^>]*>([^<]*)</mark>", page) == ["按装"]
    assert re.search(r"格式错误\d+</a>", page)


def test_what_is_wrong_with_the_page_stands_at_no_paragraph(clerk):
    page = clerk.post(PAGE, {"file": handed("通知.docx", official())}).text
    number = re.search(r'<span class="mark mark-late">错误(\d+)</span> <strong>页边距</strong>(.*)', page)
    assert "全文" in number[2]
    assert "#piece-" not in number[2]
    assert f'href="#finding-{number[1]}"' not in page


def test_a_reason_that_only_repeats_the_suggestion_is_left_out(clerk):
    page = clerk.post(PAGE, {"text": "请按装路灯。\n请于2022年2月30日前报送。"}).text
    assert "“按装”应为“安装”" not in page
    assert "2月没有30日" in page


def test_pictures_are_said_not_to_be_proofread(clerk):
    page = clerk.post(PAGE, {"file": handed("页.html", "<p>公示如下。</p><img src='a.png'>".encode())}).text
    assert "1 张图片" in page


def test_the_name_of_a_masked_copy_says_how_many_pictures_are_left(clerk):
    content = f"<p>户主李四，手机{MOBILE}。</p><img src='a.png'><img src='b.png'>".encode()
    copy = clerk.post(PAGE, {"file": handed("页.html", content), "do": "mask"})
    assert unquote(copy["Content-Disposition"]).endswith("页（已脱敏，2张图片未处理）.html")


def test_who_may_not_dismiss_is_told_whom_to_ask(signed_in):
    assert "请政务公开办公室登记为不再提示" in signed_in("liaison").post(PAGE, {"text": TEXT}).text


def test_a_document_is_read_and_what_it_hides_as_well(clerk):
    page = clerk.post(
        PAGE, {"file": handed("补贴名单.docx", word("公示如下。", f"户主李四，身份证号{IDENTITY}。"))}
    )
    assert page.status_code == 200
    assert "身份证号" in page.text
    assert IDENTITY not in page.text


def test_a_masked_copy_of_a_text_holds_no_personal_data(clerk):
    copy = clerk.post(PAGE, {"text": TEXT, "do": "mask"})
    assert copy["Content-Disposition"].startswith("attachment;")
    text = copy.content.decode()
    assert IDENTITY not in text
    assert MOBILE not in text
    assert "请于2022年2月30日前报送。" in text


def test_a_masked_copy_of_a_document_opens_and_its_name_is_masked(clerk):
    given = handed(f"{IDENTITY}补贴.docx", word("公示如下。", f"户主李四，身份证号{IDENTITY}。"))
    copy = clerk.post(PAGE, {"file": given, "do": "mask", "profile": "严格"})
    lines = [one.text for one in docx.Document(io.BytesIO(copy.content)).paragraphs]
    assert lines[0] == "公示如下。"
    assert IDENTITY not in lines[1]
    assert IDENTITY not in copy["Content-Disposition"]


@pytest.mark.parametrize("do", ["proofread", "mask"])
@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("图.png", b"\x89PNG\r\n", "是图片"),
        ("通知.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "另存为 .docx"),
        ("程序.exe", b"MZ\x90\x00", "不是能校对的文件"),
        ("程序.docx", b"MZ\x90\x00" + bytes(100), "内容与扩展名不符"),
        ("旧.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "另存为"),
        ("坏.docx", b"PK\x03\x04" + bytes(100), "坏.docx"),
    ],
)
def test_what_is_no_document_is_refused_in_words_and_the_text_stays(clerk, do, name, content, said):
    page = clerk.post(PAGE, {"file": handed(name, content), "do": do, "text": "先写好的一句"})
    assert page.status_code == 422
    assert said in page.text
    assert "先写好的一句" in page.text


def test_a_file_without_words_is_not_said_to_be_free(clerk):
    page = clerk.post(PAGE, {"file": handed("空白.txt", b"\n \n")})
    assert page.status_code == 422
    assert "没有可以校对的文字" in page.text


@pytest.mark.parametrize("do", ["proofread", "mask"])
@pytest.mark.parametrize("ending", ["txt", "html", "docx"])
def test_a_file_that_would_keep_people_waiting_is_refused_with_the_bound(clerk, do, ending, monkeypatch):
    for bound in ("LONGEST", "LONGEST_MASKED"):
        monkeypatch.setattr(proofreading, bound, 20_000)
    line = "一切正常。" * 4200
    content = word(line) if ending == "docx" else line.encode()
    page = clerk.post(PAGE, {"file": handed(f"长.{ending}", content), "do": do})
    assert page.status_code == 422
    assert "“长." in page.text
    assert "全文约3万字，一次最多2万字。请拆分后分别提交" in page.text


@pytest.mark.parametrize("do", ["proofread", "mask"])
def test_a_text_that_would_keep_people_waiting_is_refused_and_stays(clerk, do, monkeypatch):
    for bound in ("LONGEST", "LONGEST_MASKED"):
        monkeypatch.setattr(proofreading, bound, 10_000)
    page = clerk.post(PAGE, {"text": "一切正常。" * 2100, "do": do})
    assert page.status_code == 422
    assert "一次最多1万字" in page.text
    assert page.text.count("一切正常。") == 2100


def test_how_much_and_how_long_is_said_before(clerk):
    page = clerk.get(PAGE).text
    assert "校对一次最多 30 万字" in page
    assert "脱敏一次最多 100 万字" in page
    assert "十秒" in page
    assert "不超过 50" in page


def test_a_refusal_does_not_repeat_a_number_in_the_name_of_a_file(clerk):
    page = clerk.post(PAGE, {"file": handed(f"身份证号{IDENTITY}.docx", b"")})
    assert page.status_code == 422
    assert IDENTITY not in page.text


@pytest.mark.parametrize("do", ["proofread", "mask", ""])
def test_nothing_to_proofread_is_said(clerk, do):
    page = clerk.post(PAGE, {"text": " \r\n", "do": do})
    assert page.status_code == 422
    assert "还没有要" in page.text


def kept() -> tuple[int, int, set[Path]]:
    """What is on record, and the files that other tests left too."""
    files = {path for path in configured.FILES.rglob("*") if path.is_file()}
    return AuditEntry.objects.count(), StoredFile.objects.count(), files


def test_nothing_of_a_text_is_kept_or_logged(clerk, caplog):
    before = kept()
    with caplog.at_level(logging.DEBUG):
        clerk.post(PAGE, {"text": TEXT})
        clerk.post(PAGE, {"file": handed("稿.txt", TEXT.encode()), "do": "mask"})
    assert kept() == before
    assert IDENTITY not in caplog.text


def test_a_script_in_the_text_is_shown_as_text(clerk):
    page = clerk.post(PAGE, {"text": "<script>alert(1)</script>按装</textarea><b>"}).text
    assert "<script>alert" not in page
    assert "</textarea><b>" not in page


def test_a_long_text_is_searched_whole_and_shown_in_part(clerk):
    lines = ["一切正常。" * 20] * 2500 + ["最后按装路灯。"]
    page = clerk.post(PAGE, {"text": "\n".join(lines)}).text
    assert "按装" in page.partition("问题</h3>")[2].partition("<form")[0]
    assert "其余部分不在这里显示" in page


@pytest.mark.parametrize(
    ("role", "status"), [("liaison", 200), ("leader", 200), ("auditor", 403), ("observer", 403)]
)
def test_who_writes_may_proofread(signed_in, role, status):
    assert signed_in(role).get(PAGE).status_code == status


def test_another_finding_inside_a_number_does_not_show_its_parts():
    hits = [Hit(Group.PERSONAL, "身份证号", Level.ERROR, (Span(0, 0, 18),), IDENTITY, "")]
    assert IDENTITY[:6] not in marked(Segment(IDENTITY[:6], (0,)), hits)
