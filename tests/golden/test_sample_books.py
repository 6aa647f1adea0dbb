"""The committed sample spreadsheets are what the builder makes, and add up to the published figures."""

from collections import Counter, defaultdict
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from build_samples import OFFICES, samples
from cases import table
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

BUILT = samples()


def sheets(path: str) -> list[Worksheet]:
    return load_workbook(OFFICES / path).worksheets


def rows(sheet: Worksheet, header: str) -> list[list]:
    """The rows below the one whose first cell is `header`, to the first note."""
    found: list[list] = []
    started = False
    for row in sheet.iter_rows(values_only=True):
        if str(row[0]).startswith(("注：", "备注：")):
            break
        if started:
            found.append(list(row))
        started = started or row[0] == header
    return found


def members(content: bytes) -> dict[str, bytes]:
    """What the archive holds; how it was compressed differs between machines."""
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("path", BUILT)
def test_a_committed_sample_is_what_the_builder_makes(path: str):
    assert members((OFFICES / path).read_bytes()) == members(BUILT[path])


def test_no_sample_is_there_that_the_builder_does_not_make():
    there = {path.relative_to(OFFICES).as_posix() for path in Path(OFFICES).glob("*/sample/**/*.xlsx")}
    assert there == set(BUILT)


def test_weibin_submissions_add_up_to_665_of_984_with_270_adopted_and_three_zeros():
    pairs = rows(sheets("weibin/sample/submissions.xlsx")[0], "单 位")
    units = [half for row in pairs for half in (row[:4], row[4:]) if half[0]]
    assert len(units) == 41
    assert [sum(unit[at] for unit in units) for at in (1, 2, 3)] == [984, 665, 270]
    assert [unit[0] for unit in units if unit[2] == 0] == ["天台山管委会", "姜谭工业园", "经二路办"]


def test_weibin_columns_keep_the_published_duplicate_and_add_up_to_329():
    lines = rows(sheets("weibin/sample/columns.xlsx")[0], "栏目名称")
    assert len(lines) == 41
    assert sum(sum(line[3:]) for line in lines) == 329
    assert Counter((line[0], line[2]) for line in lines).most_common(1) == [(("批准和实施信息", "发改局"), 2)]


def test_weibin_messages_have_a_totals_row_of_46_45_1_and_blanks_for_nothing_late():
    *units, totals = rows(sheets("weibin/sample/messages.xlsx")[0], "单位")
    assert totals == ["合计", 46, 45, 1]
    assert [unit[0] for unit in units if unit[3] is not None] == ["卫生健康局"]


def test_weibin_posts_name_a_unit_once_for_its_accounts():
    sheet = sheets("weibin/sample/posts.xlsx")[0]
    accounts = rows(sheet, "序号")
    assert len(accounts) == 20
    assert sum(1 for account in accounts if account[1]) == 16
    assert sum(account[6] or 0 for account in accounts) == 918
    assert [account[2] for account in accounts if account[7] == "断更"] == [
        "渭滨小警",
        "陕西姜谭经济技术开发区",
    ]
    assert {"B3:B4", "B5:B7", "B8:B9"} <= {str(area) for area in sheet.merged_cells.ranges}


def test_qianyang_orders_add_up_to_what_was_published():
    by_sheet = [rows(sheet, "序号")[-1][3:] for sheet in sheets("qianyang/sample/orders.xlsx")]
    assert [sum(column) for column in zip(*by_sheet, strict=True)] == [391, 60, 331, 329, 2, 0]


def test_qianyang_orders_by_type_add_up_to_what_was_published():
    types: Counter[str] = Counter()
    for sheet in sheets("qianyang/sample/orders.xlsx"):
        types.update({row[2]: 0 for row in rows(sheet, "序号") if row[2]})
        for row in rows(sheet, "序号")[:-1]:
            types[row[2]] += row[3]
    assert types == {"投诉": 353, "求助": 32, "其他": 6}


@pytest.mark.parametrize(("annex", "place"), [("annex3_hotline_towns", 0), ("annex4_hotline_departments", 1)])
def test_each_qianyang_unit_handled_and_closed_what_was_published(annex: str, place: int):
    found: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    unit = ""
    for row in rows(sheets("qianyang/sample/orders.xlsx")[place], "序号")[:-1]:
        unit = row[1] or unit
        handled, withdrawn, due, on_time, late, _ = row[3:]
        assert (handled - withdrawn, on_time + late) == (due, due)
        found[unit] = [
            sum(pair) for pair in zip(found[unit], (handled, withdrawn + on_time, late), strict=True)
        ]
    assert found == {
        row["承办单位"]: [int(row[name]) for name in ("承办件", "按期办结件", "超时办结件")]
        for row in table("qianyang-2022q2", annex)
    }


def test_the_qianyang_note_says_that_the_split_is_made_up():
    for sheet in sheets("qianyang/sample/orders.xlsx"):
        note = sheet.cell(sheet.max_row, 1).value
        assert "示例数据" in note
        assert "最大余额法" in note


def test_qianyang_score_sheets_leave_out_what_the_system_computes():
    towns, departments = (rows(sheet, "单位")[1:] for sheet in sheets("qianyang/sample/adjustments.xlsx"))
    entered = {row[0]: row for row in [*towns, *departments]}
    assert len(entered) == 41
    assert entered["城关镇"][2:] == [1, -8, 6, None, None, None, None, None]
    assert entered["草碧镇"][6] == -2
    assert (entered["公安局"][2], entered["人行"][2]) == (None, None)
    assert all(row[-3] is None for row in entered.values())


def test_qianyang_columns_are_nine_that_were_published_as_blank():
    lines = rows(sheets("qianyang/sample/columns.xlsx")[0], "栏目名称")
    assert len(lines) == 9
    assert all(line[3:] == [0, 0, 0] for line in lines)


EVENTS = sorted(path for path in BUILT if "/events/" in path)


@pytest.mark.parametrize("path", EVENTS)
def test_an_event_sample_has_40_to_90_rows_and_dates_in_every_form(path: str):
    header, *events = sheets(path)[0].iter_rows(values_only=True)
    assert 40 <= len(events) <= 90
    dates = [row[at] for row in events for at, name in enumerate(header) if "日期" in name and row[at]]
    assert {type(value) for value in dates} >= {str, int}
    assert any(isinstance(value, date) for value in dates)
    assert {"-", ".", "年"} <= {
        mark for value in dates if isinstance(value, str) for mark in "-.年" if mark in value
    }


def test_no_unit_has_more_items_adopted_than_submitted():
    def units(name: str) -> Counter[str]:
        _, *events = sheets(f"qianyang/sample/events/{name}.xlsx")[0].iter_rows(values_only=True)
        return Counter(row[2] for row in events)

    assert units("adoptions") <= units("submissions")
