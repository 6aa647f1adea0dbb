"""Beside pages and files: what commands print, what is logged, what a fault says, how a file is called. None of it
shows a citizen's number; no mail leaves at all, and a backup is whole by nature and says so."""

import io
import json
import logging
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from urllib.parse import unquote

import openpyxl
import pytest
from django.conf import settings
from django.core import mail
from django.http import HttpResponse

import gongkai
from gongkai.config import console
from gongkai.web import citizens, exports, logs, terminal
from gongkai.web.jobs import reminders
from tests.web.crawling import body
from tests.web.planted import OWN, World
from tests.web.planted_office import CARD, IDENTITY, MOBILE
from tests.web.planted_story import PAST
from tests.web.test_citizens_masked import FIELD, WHOLE

pytestmark = pytest.mark.django_db


@pytest.fixture
def log(monkeypatch) -> io.StringIO:
    """What the program's own handler writes, in the place of standard error."""
    root = logging.getLogger().handlers
    (handler,) = (one for one in root if isinstance(one.formatter, logs.WithoutNumbers))
    assert isinstance(handler, logging.StreamHandler)
    written = io.StringIO()
    monkeypatch.setattr(handler, "stream", written)
    return written


def typed(*arguments: object) -> None:
    with suppress(SystemExit):
        console.run(list(map(str, arguments)))


def test_an_address_that_leads_nowhere_is_logged_without_its_number(planted: World, log):
    browser = planted.browser("clerk")
    assert browser.get(f"/o/{OWN}/{IDENTITY}/{MOBILE}/").status_code == 404
    assert "Not Found: /o/" in log.getvalue()
    assert not WHOLE.search(log.getvalue())


def test_a_bug_is_logged_with_its_traceback_and_without_what_was_typed(planted: World, log, monkeypatch):
    def broken(*_: object) -> None:
        raise RuntimeError(f"不认识 {IDENTITY}, {MOBILE[:3]} {MOBILE[3:7]} {MOBILE[7:]}")

    monkeypatch.setattr("gongkai.actions.proofreading.proofread_text", broken)
    address = f"/o/{OWN}/proofreading/"
    answer = planted.browser("clerk").post(address, {"text": IDENTITY, "do": "proofread"})
    assert answer.status_code == 500
    assert not WHOLE.search(answer.text)
    assert "RuntimeError: 不认识 61****" in log.getvalue()
    assert MOBILE[7:] not in log.getvalue()


def test_the_worker_logs_by_the_same_handler(log):
    logging.getLogger("django-q").error("Failed %s", f"RuntimeError: {CARD}")
    assert "Failed RuntimeError: 62***" in log.getvalue()
    assert CARD not in log.getvalue()


def test_a_command_that_breaks_tells_its_fault_without_numbers(monkeypatch, capsys):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(sys, "argv", ["gongkai"])
    console.main()
    capsys.readouterr()
    try:
        raise RuntimeError(f"第3行 {IDENTITY}")
    except RuntimeError as error:
        sys.excepthook(RuntimeError, error, error.__traceback__)
    told = capsys.readouterr().err
    assert "Traceback" in told
    assert "第3行 61****" in told


def named_after_people(folder: Path) -> Iterator[Path]:
    """A text and a workbook full of numbers, down to their names and the names of their sheets."""
    text = folder / f"{IDENTITY}的申请.txt"
    text.write_text(f"一、{IDENTITY}共3件，其中甲1件、乙1件。\n身份证号\n{CARD}请于{MOBILE}按装。\n", "utf-8")
    yield text
    book = openpyxl.Workbook()
    book.active.title = f"名单{MOBILE}"
    book.active.append([f"请致电{MOBILE}", "按装", f"2022年2月30日{CARD}"])
    book.save(folder / f"{MOBILE}.xlsx")
    yield folder / f"{MOBILE}.xlsx"


@pytest.mark.parametrize("asked", [(), ("--json",), ("--html", "结果.html")], ids=["table", "json", "html"])
def test_what_proofreading_prints(tmp_path, monkeypatch, capsys, asked):
    monkeypatch.chdir(tmp_path)
    typed("proofread", *named_after_people(tmp_path), *asked)
    told = capsys.readouterr()
    assert not WHOLE.search(told.out + told.err)
    assert "按装" in told.out
    if "--json" in asked:
        assert len(json.loads(told.out)) == 2
    if "--html" in asked:
        page = (tmp_path / "结果.html").read_text("utf-8")
        assert "按装" in page
        assert not WHOLE.search(page)


def test_a_number_that_begins_a_line_of_json_is_cut(capsys):
    terminal.print_json({"told": [f"第一行\n{MOBILE}", (IDENTITY,)], MOBILE: 12})
    assert json.loads(capsys.readouterr().out) == {
        "told": ["第一行\n138****0015", ["61*************011"]],
        "138****0015": 12,
    }


def test_the_desk_shows_no_number_but_in_the_field_it_was_typed_into(planted: World, tmp_path):
    browser, address = planted.browser("clerk"), f"/o/{OWN}/proofreading/"
    typed_in = browser.post(address, {"text": f"{IDENTITY}按装，{MOBILE}", "do": "proofread"})
    assert IDENTITY in typed_in.text
    answers = [typed_in]
    for path in named_after_people(tmp_path):
        for what in ("proofread", "mask"):
            with path.open("rb") as file:
                answers.append(browser.post(address, {"file": file, "do": what}))
    assert [answer.status_code for answer in answers] == [200] * 5
    for answer in answers:
        assert not WHOLE.search(FIELD.sub("", body(answer).decode("utf-8", "replace")))
        assert not WHOLE.search(unquote(str(answer.headers)))


def test_what_masking_prints_and_how_its_copies_are_called(tmp_path, capsys):
    for path in named_after_people(tmp_path):
        typed("mask", path, "-o", tmp_path / "out")
        typed("mask", path, "-o", tmp_path / "out")  # the copy is there already
    told = capsys.readouterr()
    copies = sorted(one.name for one in (tmp_path / "out").iterdir())
    assert copies == ["138＊＊＊＊0015.xlsx", "61＊＊＊＊＊＊＊＊＊＊＊＊＊011的申请.txt"]
    assert not WHOLE.search(told.out + told.err + "".join(copies))


def test_a_file_that_cannot_be_read_is_named_without_its_number(tmp_path, capsys):
    path = tmp_path / f"{IDENTITY}.docx"
    path.write_bytes(b"PK\x03\x04")
    typed("proofread", path)
    typed("mask", path)
    told = capsys.readouterr()
    assert told.err.count("已损坏") == 2
    assert not WHOLE.search(told.out + told.err)


def test_what_commands_tell_of_an_office(planted: World, tmp_path, capsys):
    faulty = tmp_path / f"{MOBILE}.csv"
    faulty.write_text(
        f"工单编号,承办单位,诉求类型,受理时间\n{CARD},{IDENTITY},{MOBILE},{IDENTITY}\n", "utf-8"
    )
    read = ("--office", OWN, "--period", PAST.code, "--dry-run", "--marked", tmp_path)
    for json_asked in ((), ("--json",)):
        typed("batches", "--office", OWN, *json_asked)
        typed("explain", OWN, PAST.code, "财政局", *json_asked)
        typed("ingest", faulty, *read, *json_asked)
        typed("explain", OWN, PAST.code, f"{IDENTITY}局", *json_asked)
    told = capsys.readouterr()
    assert "财政局" in told.out
    assert set(WHOLE.findall(told.out + told.err)) == set()


def test_no_file_is_called_by_a_number():
    answer = exports.attachment(f"{IDENTITY}、{MOBILE}.xlsx", exports.XLSX, b"")
    called = unquote(answer["Content-Disposition"])
    assert called == "attachment; filename*=UTF-8''61＊＊＊＊＊＊＊＊＊＊＊＊＊011、138＊＊＊＊0015.xlsx"


@pytest.mark.parametrize("media", ["text/html", "text/plain", "text/csv", "application/json"])
def test_every_text_passes_the_last_door(rf, media):
    answer = citizens.masked(lambda _: HttpResponse(f"号码{IDENTITY}", content_type=media))(rf.get("/"))
    assert answer.content.decode() == f"号码61{'*' * 13}{IDENTITY[-3:]}"


def test_no_mail_leaves(planted: World):
    """Reminders stand in the workbench; nobody is written to, administrators neither."""
    reminders.run()
    assert mail.outbox == []
    assert settings.ADMINS == settings.MANAGERS == []
    sources = Path(gongkai.__file__).parent.rglob("*.py")
    assert [path for path in sources if "django.core.mail" in path.read_text("utf-8")] == []


def test_a_backup_says_that_it_is_whole(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("gongkai.actions.back_up.run", lambda *_, **__: 0)
    typed("backup", tmp_path / "backup")
    assert "未脱敏" in capsys.readouterr().out
