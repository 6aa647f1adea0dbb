"""One proofreading tells everything once, at its place, without what was dismissed."""

from dataclasses import replace

from gongkai.proofreading import proofread as proofreading
from gongkai.proofreading import search
from gongkai.proofreading.document import Document, Part, Piece, Table, plain
from gongkai.proofreading.hits import Group, Hit, Level, Span
from gongkai.proofreading.masking import DEFAULT
from gongkai.proofreading.proofread import Rules, masked_pieces, proofread
from gongkai.proofreading.wording.wording import Wording

IDENTITY = "11010519491231002X"
RULES = Rules((Wording(),))


def groups(document: Document, *layout: Hit) -> list[Group]:
    return [hit.group for hit in proofread(document, RULES, layout)]


def test_each_group_is_told_at_its_place():
    text = f"联系人的身份证号为{IDENTITY}。\n请于2022年2月30日前按装完毕。\n"
    document = plain("稿件.txt", text)
    layout = Hit(Group.LAYOUT, "纸张", Level.ERROR, (Span(0, 0, 0),), "", "")
    assert set(groups(document, layout)) == {Group.PERSONAL, Group.WORDING, Group.FIGURES, Group.LAYOUT}
    for hit in proofread(document, RULES):
        piece, start, end = hit.spans[0]
        assert document.pieces[piece].text[start:end] == hit.found


def test_of_an_endless_text_it_is_said_that_its_figures_were_not_looked_at(monkeypatch):
    monkeypatch.setattr(proofreading, "LONGEST", 20)
    text = f"请于2022年2月30日前报送，联系电话{IDENTITY}，逾期不予受理。"
    told = proofread(plain("稿件.txt", text), RULES)
    assert [hit.kind for hit in told if hit.group is Group.FIGURES] == ["未核对数据"]
    assert Group.PERSONAL in {hit.group for hit in told}


def test_of_endless_findings_the_first_are_told_and_an_error_that_there_are_more(monkeypatch):
    monkeypatch.setattr(proofreading, "MOST_HITS", 3)
    monkeypatch.setattr(search, "PORTION", 30)
    document = plain("名单.txt", "\n".join(f"电话138123456{number:02}" for number in range(10)))
    *told, last = proofread(document, RULES)
    assert [hit.found[-2:] for hit in told] == ["00", "01", "02"]
    assert (last.level, last.spans[0].piece) == (Level.ERROR, 2)
    assert "超过3处" in last.reason


def test_what_was_dismissed_is_not_told_again():
    document = plain("稿件.txt", "请于2022年2月30日前报送。")
    (hit,) = proofread(document, RULES)
    assert proofread(document, replace(RULES, dismissed={hit.key})) == ()


def test_a_paragraph_as_it_was_before_a_change_counts_for_personal_data_only():
    was = f"按装人员的身份证号为{IDENTITY}"
    assert groups(Document("甲.docx", (Piece(Part.DELETED, "第1段", was),))) == [Group.PERSONAL]


def test_a_table_is_read_and_masked_by_what_heads_its_columns():
    cells = ("姓名", "金额", "张三", "1200")
    pieces = tuple(
        Piece(Part.CELL, f"表1第{n // 2 + 1}行第{n % 2 + 1}列", text) for n, text in enumerate(cells)
    )
    document = Document("名单.docx", pieces, (Table("表1", ((0, 1), (2, 3))),))
    assert "张三" in [hit.found for hit in proofread(document, RULES)]
    assert masked_pieces(document, DEFAULT)[2] == "张某"
