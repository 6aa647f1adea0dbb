"""Whatever a clerk uploads by mistake: a clear Chinese message, and a database that is as before."""

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter

from gongkai.actions import ingest
from gongkai.records import audit, facts, offices
from gongkai.records.models import FACT_MODELS, Batch
from gongkai.sources.faults import FileFault
from gongkai.terms import Period
from tests.conftest import AT, CLERK

Q4 = Period.parse("2021Q4")
ORDERS = ("工单编号", "承办单位", "诉求类型", "受理时间", "办结时限", "办结时间")
COUNTS = ("承办单位", "承办件", "应办结", "按期办结件", "超时办结件", "返工件")
REPORTS = ("单位", "应报", "实报", "网站采用")
CHINESE = re.compile(r"[\u4e00-\u9fff]{4}")
Maker = Callable[[Path], None]


def rows(*content: tuple[object, ...]) -> Maker:
    def make(path: Path) -> None:
        with xlsxwriter.Workbook(path) as book:
            sheet = book.add_worksheet()
            for place, row in enumerate(content):
                sheet.write_row(place, 0, row)

    return make


def raw(content: bytes) -> Maker:
    return lambda path: path.write_bytes(content) and None


def truncated(path: Path) -> None:
    rows(REPORTS, ("财政局", 24, 8, 3))(path)
    path.write_bytes(path.read_bytes()[:-900])


def bomb(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 400_000_000)


def uncomputed(path: Path) -> None:
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, REPORTS)
        sheet.write_row(1, 0, ("财政局", 24))
        sheet.write_formula("C2", "=4+4", value="")


BAD_FILES: dict[str, Maker] = {
    "a picture named .xlsx": raw(b"\x89PNG\r\n\x1a\n" + bytes(100)),
    "a PDF named .xlsx": raw(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"),
    "encrypted": raw(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(600)
    ),
    "empty file": raw(b""),
    "truncated": truncated,
    "zip bomb": bomb,
    "NUL bytes in text": raw("单位,实报\n财政局,8\x00\n".encode()),
    "no rows": rows(),
    "header only of something else": rows(("姓名", "年龄"), ("某某", 30)),
    "a header and no rows": rows(REPORTS),
    "counts in ten thousands": rows(("单位", "应报", "实报（万条）"), ("财政局", 24, 8)),
    "formula without a value": uncomputed,
}
BAD_ROWS: dict[str, Maker] = {
    "unknown unit": rows(REPORTS, ("无此局", 24, 8, 3)),
    "two units in one cell": rows(REPORTS, ("教体局、文旅局", 24, 8, 3)),
    "people for items": rows(REPORTS, ("财政局", 24, "17人", 3)),
    "date outside the period": rows(
        ORDERS, ("1", "财政局", "投诉", "2022-02-08", "2022-02-15", "2022-02-12")
    ),
    "impossible date": rows(ORDERS, ("1", "财政局", "投诉", "2021-11-31", "2021-12-15", "2021-12-12")),
    "closed before received": rows(ORDERS, ("1", "财政局", "投诉", "2021-10-08", "2021-10-15", "2021-10-01")),
    "duplicate number": rows(
        ORDERS,
        ("1", "财政局", "投诉", "2021-10-08", "2021-10-15", "2021-10-12"),
        ("1", "司法局", "投诉", "2021-10-08", "2021-10-15", "2021-10-12"),
    ),
    "on time and late do not make up the due": rows(COUNTS, ("财政局", 10, 10, 5, 2, 0)),
    "more adopted than submitted": rows(REPORTS, ("财政局", 24, 8, 30)),
    "negative count": rows(REPORTS, ("财政局", 24, -8, 0)),
    "absurd count": rows(REPORTS, ("财政局", 24, 80_000_000, 0)),
    "no number": rows(REPORTS, ("财政局", 24, "若干", 0)),
    "total that does not add up": rows(
        REPORTS, ("财政局", 24, 8, 3), ("司法局", 24, 15, 6), ("合计", 48, 24, 9)
    ),
}


def state() -> tuple[object, ...]:
    office = offices.get("weibin")
    stored = sum(facts.of(office, Q4.code, kind).count() for kind in FACT_MODELS)
    return stored, Batch.objects.count(), audit.verify()


def attempt(path: Path) -> ingest.Preview:
    return ingest.run(path, office="weibin", period=Q4, by=CLERK, at=AT)[0]


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_file_that_cannot_be_read_says_so_and_changes_nothing(weibin, tmp_path, name):
    path = tmp_path / "上报.xlsx"
    BAD_FILES[name](path)
    before = state()
    try:
        seen = attempt(path)
        assert seen.refused
        messages = [str(fault) for fault in seen.faults]
    except FileFault as fault:
        messages = [str(fault)]
        assert "上报.xlsx" in messages[0]
    assert messages
    assert all(CHINESE.search(message) for message in messages)
    assert state() == before


@pytest.mark.parametrize("name", BAD_ROWS)
def test_a_row_that_cannot_be_right_is_named_with_its_place_and_a_remedy(weibin, tmp_path, name):
    path = tmp_path / "上报.xlsx"
    BAD_ROWS[name](path)
    before = state()
    seen = attempt(path)
    assert seen.refused
    for fault in seen.faults:
        assert fault.row > 1
        assert CHINESE.search(fault.reason)
        assert fault.suggestion
    assert state() == before


def test_an_ambiguous_name_is_a_question_with_candidates(weibin, tmp_path):
    path = tmp_path / "上报.xlsx"
    rows(REPORTS, ("姜谭", 24, 8, 3))(path)
    before = state()
    seen = attempt(path)
    assert seen.refused
    assert {choice.unit for choice in seen.reading.questions[0].candidates} >= {"姜谭办", "姜谭工业园"}
    assert state() == before


def test_a_million_empty_rows_cost_nothing(weibin, tmp_path):
    path = tmp_path / "上报.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, REPORTS)
        sheet.write_row(1, 0, ("财政局", 24, 8, 3))
        sheet.write_blank(1_048_575, 0, None, book.add_format({"bold": True}))
    assert attempt(path).differences["submissions"].counts()["added"] == 1


def test_text_in_the_bytes_of_old_windows_is_read(weibin, tmp_path):
    path = tmp_path / "上报.csv"
    path.write_bytes("单位,应报,实报,网站采用\n财政局,24,8,3\n".encode("gb18030"))
    assert attempt(path).differences["submissions"].counts()["added"] == 1
