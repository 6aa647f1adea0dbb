"""A register goes to a workbook and comes back the same; what somebody got wrong in it is told in its place."""

from pathlib import Path

import openpyxl
import pytest
from register_books import Edit, edited, told, write

from gongkai.office import files
from gongkai.office.pack import LocalDay, Office
from gongkai.office.proofreading import LeftWord, OwnWord, Proofreading, PublicContact
from gongkai.sources.faults import FileFault
from gongkai.sources.registers import registry
from gongkai.sources.registers.registry import RegisterReading, UnknownRegister

OFFICES = {name: files.read(Path("offices") / name) for name in ("weibin", "qianyang")}
WEIBIN = OFFICES["weibin"]
ASKED = ("words", "left_words", "public_contacts")
"""What is asked of the proofreader."""


def reread(tmp_path: Path, key: str, edit: Edit | None = None, office: Office = WEIBIN) -> RegisterReading:
    path = write(tmp_path / f"{key}.xlsx", registry.rows(key, office))
    return registry.read(key, edited(path, edit) if edit else path, office)


def setting(title: str, **cells: object) -> Edit:
    """Fill cells of a sheet."""

    def edit(book: openpyxl.Workbook) -> None:
        for place, value in cells.items():
            book[title][place] = value

    return edit


@pytest.mark.parametrize("name", OFFICES)
@pytest.mark.parametrize("key", registry.REGISTERS)
def test_a_register_written_and_read_is_equal(name: str, key: str, tmp_path: Path) -> None:
    office = OFFICES[name]
    read = reread(tmp_path, key, office=office)
    assert read.faults == ()
    assert read.office == office


@pytest.mark.parametrize("key", registry.REGISTERS)
def test_a_register_read_into_an_office_without_it_is_the_register(key: str, tmp_path: Path) -> None:
    """Equality must not come from what the office had before."""
    emptied = WEIBIN.model_copy(update={"columns": (), "accounts": (), "outlets": ()})
    path = write(tmp_path / "名册.xlsx", registry.rows(key, WEIBIN))
    read = registry.read(key, path, emptied).office
    assert read is not None
    holding = dict.fromkeys(ASKED, "proofreading") | {"limits": "rules", "local_days": "rules"}
    field = holding.get(key, key)
    assert getattr(read, field) == getattr(WEIBIN, field)


def test_local_days_and_exemptions_come_back_too(tmp_path: Path) -> None:
    days = (
        LocalDay(day="2021-10-09", working=False, reason="县庆"),
        LocalDay(day="2021-10-16", working=True, reason="补班"),
    )
    rules = WEIBIN.rules.model_copy(update={"local_days": days})
    office = WEIBIN.model_copy(update={"rules": rules})
    assert reread(tmp_path, "local_days", office=office).office == office

    def exempt(book: openpyxl.Workbook) -> None:
        sheet = book["栏目名册"]
        column, unit = sheet["A4"].value, sheet["C4"].value.split("、")[0]
        book["免更新"].append([column, unit, "2021Q4", "机构改革"])

    read = reread(tmp_path, "columns", exempt).office
    assert read is not None
    (exemption,) = read.columns[0].exemptions
    assert (exemption.period, exemption.reason) == ("2021Q4", "机构改革")
    assert reread(tmp_path, "columns", office=read).office == read


def test_what_the_office_remembers_of_its_units_is_made_anew(tmp_path: Path) -> None:
    assert "新设局" not in WEIBIN.unit_order
    row = ["新设局", "", "部门", "部门", "是", "", ""]
    read = reread(tmp_path, "units", lambda book: book["单位名册"].append(row)).office
    assert read is not None
    assert read.unit_order["新设局"] == len(WEIBIN.units)


def test_the_order_of_the_columns_does_not_matter(tmp_path: Path) -> None:
    read = reread(tmp_path, "outlets", lambda book: book["采用渠道"].move_range("A1:A40", cols=5))
    assert (read.faults, read.office) == ((), WEIBIN)


@pytest.mark.parametrize(
    ("cells", "fault"),
    [
        ({"C2": "全 名"}, ("C2", "全名", "不认识的列")),
        ({"H2": "备注"}, ("H2", "备注", "列名重复")),
        ({"C3": "机关"}, ("C3", "机关", "不在可填写的范围内")),
        ({"D3": "三组"}, ("D3", "三组", "不在可填写的范围内")),
        ({"E3": "也许"}, ("E3", "也许", "看不出是“是”还是“否”")),
        ({"E3": None}, ("E3", "", "没有填写“参加考核”")),
        ({"A3": "财政所"}, ("单位名册", "", None)),
        ({"F3": "财政局"}, None),
    ],
)
def test_what_is_wrong_with_a_unit_is_told_in_its_cell(
    tmp_path: Path, cells: dict[str, object], fault: tuple[str, str, str | None] | None
) -> None:
    read = reread(tmp_path, "units", setting("单位名册", **cells))
    assert read.office is None
    if fault is None:
        assert any("已是第" in reason for _, _, reason in told(read.faults))
        return
    place, value, reason = fault
    matching = [each for each in told(read.faults) if each[:2] == (place, value)]
    assert matching
    assert reason is None or reason in [each[2] for each in matching]


def test_a_unit_that_other_registers_name_cannot_be_left_out(tmp_path: Path) -> None:
    keeper = WEIBIN.columns[0].duties[0].units[0]
    row = list(WEIBIN.unit_order).index(keeper) + 3
    read = reread(tmp_path, "units", lambda book: book["单位名册"].delete_rows(row))
    assert (f"表中没有“{keeper}”，但栏目“{WEIBIN.columns[0].name}”由其保障") in [
        reason for _, _, reason in told(read.faults)
    ]


def test_a_missing_column_is_refused_lest_it_empty_the_register(tmp_path: Path) -> None:
    read = reread(tmp_path, "units", lambda book: book["单位名册"].delete_cols(6))
    assert [fault.reason for fault in read.faults] == ["缺少“别名”列"]


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    wrong = {"A3": None, "C4": "机关", "E5": "也许", "A6": None}
    read = reread(tmp_path, "units", setting("单位名册", **wrong))
    assert [place for place, _, _ in told(read.faults)][:4] == ["A3", "C4", "E5", "A6"]


@pytest.mark.parametrize(
    ("cells", "place", "reason"),
    [
        ({"D4": "1条/5工作日"}, "D4", "频次“1条/5工作日”按天计，不能按月份窗口判断"),
        ({"D4": "经常"}, "D4", "无法识别的频次“经常”"),
        ({"C4": "天文局"}, "C4", "“天文局”不是单位名册中的单位"),
        ({"C4": "司法局、司法局"}, "C4", "“司法局”写了两次"),
        ({"B4": "栏目"}, "B4", "不在可填写的范围内"),
    ],
)
def test_what_is_wrong_with_a_duty_is_told_in_its_cell(
    tmp_path: Path, cells: dict[str, object], place: str, reason: str
) -> None:
    read = reread(tmp_path, "columns", setting("栏目名册", **cells))
    (found,) = [fault for fault in read.faults if f"{fault.column}{fault.row}" == place]
    assert found.reason.startswith(reason)


def test_duties_of_one_column_must_agree(tmp_path: Path) -> None:
    first = WEIBIN.columns[0]
    unit = first.duties[0].units[0]

    def add(book: openpyxl.Workbook) -> None:
        book["栏目名册"].append([first.name, "动态", unit, "1条/月", "另一备注"])

    reasons = [fault.reason for fault in reread(tmp_path, "columns", add).faults]
    assert reasons == [
        f"同一栏目在第 4 行的类别是“{first.category}”",
        "同一栏目的备注已写在第 4 行",
        f"“{unit}”在第 4 行已是本栏目的保障单位",
    ]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (["没有的栏目", "司法局", "2021Q4", "改革"], "不是名册中的栏目"),
        ([WEIBIN.columns[0].name, "气象局", "2021Q4", "改革"], "不是栏目“"),
        (
            [WEIBIN.columns[0].name, WEIBIN.columns[0].duties[0].units[0], "去年", "改革"],
            "无法识别的期间“去年”",
        ),
    ],
)
def test_what_is_wrong_with_an_exemption_is_told(tmp_path: Path, row: list[object], reason: str) -> None:
    read = reread(tmp_path, "columns", lambda book: book["免更新"].append(row))
    (fault,) = read.faults
    assert (fault.sheet, fault.row) == ("免更新", 3)
    assert fault.reason.startswith(reason)


def test_a_sheet_that_is_missing_is_asked_for(tmp_path: Path) -> None:
    read = reread(tmp_path, "columns", lambda book: book.remove(book["免更新"]))
    assert [fault.reason for fault in read.faults] == ["文件中没有工作表“免更新”"]


def test_accounts_twice_or_closed_before_they_opened_are_refused(tmp_path: Path) -> None:
    first = WEIBIN.accounts[0]
    row = [first.name, first.platform, first.unit, first.holder, "已备案", "是", "2022-02-01", "2022/1/1", ""]
    read = reread(tmp_path, "accounts", lambda book: book["账号名册"].append(row))
    last = len(WEIBIN.accounts) + 3
    assert told(read.faults) == [
        (f"A{last}", first.name, "同一平台上的账号与第 3 行重复"),
        (f"H{last}", "2022/1/1", "注销日期早于开设日期 2022-02-01"),
    ]


@pytest.mark.parametrize("note", ["=1+1", "+86 0917", "-", "@SUM(A1)", "第一行\n第二行", "0012"])
def test_a_remark_comes_back_letter_by_letter(tmp_path: Path, note: str) -> None:
    account = WEIBIN.accounts[0].model_copy(update={"note": note})
    office = WEIBIN.model_copy(update={"accounts": (account, *WEIBIN.accounts[1:])})
    assert reread(tmp_path, "accounts", office=office).office == office


@pytest.mark.parametrize("day", ["2022年1月17日", "2022.1.17", "2022/01/17"])
def test_days_are_read_as_clerks_write_them(tmp_path: Path, day: str) -> None:
    row = [day, "休息", "县庆"]
    read = reread(tmp_path, "local_days", lambda book: book["工作日调整"].append(row)).office
    assert read is not None
    assert read.rules.local_days[-1].day == "2022-01-17"


@pytest.mark.parametrize(
    ("key", "row", "reason"),
    [
        ("local_days", ["2022-02-30", "休息", "县庆"], "没有这一天"),
        ("local_days", ["1月7日", "休息", "县庆"], "不是日期"),
        ("limits", ["12345工单", "咨询", "五", "工作日"], "不是大于 0 的整数"),
        ("limits", ["12345工单", "咨询", 0, "工作日"], "不是大于 0 的整数"),
        ("limits", ["来信", "咨询", 5, "工作日"], "不在可填写的范围内"),
        ("outlets", ["网站", "市级", ""], None),
    ],
)
def test_other_registers_refuse_what_they_cannot_keep(
    tmp_path: Path, key: str, row: list[object], reason: str | None
) -> None:
    title = registry.REGISTERS[key].title
    read = reread(tmp_path, key, lambda book: book[title].append(row), OFFICES["qianyang"])
    (fault,) = read.faults
    assert fault.reason == reason if reason else "已在第" in fault.reason


def test_a_sheet_without_a_header_or_of_another_register_says_so(tmp_path: Path) -> None:
    path = write(tmp_path / "渠道.xlsx", registry.rows("outlets", WEIBIN))
    assert {fault.reason for fault in registry.read("local_days", path, WEIBIN).faults} == {"没有找到表头"}
    book = openpyxl.Workbook()
    book.save(tmp_path / "空.xlsx")
    (fault,) = registry.read("units", tmp_path / "空.xlsx", WEIBIN).faults
    assert fault.reason == "文件中没有工作表“单位名册”"


def test_what_is_no_workbook_or_no_register_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "名册.xlsx"
    path.write_bytes(b"%PDF-1.7")
    with pytest.raises(FileFault):
        registry.read("units", path, WEIBIN)
    with pytest.raises(UnknownRegister, match="没有“weather”这本名册，可选：单位名册、"):
        registry.rows("weather", WEIBIN)


def test_what_is_asked_of_the_proofreader_comes_back_too(tmp_path: Path) -> None:
    lists = Proofreading(
        words=(OwnWord(wrong="便民中心", right="政务服务中心", exceptions=("城关便民中心",), note="更名"),),
        left_words=(LeftWord(wrong="按装", note="县志用字"),),
        public_contacts=(PublicContact(value="13809170015", note="监督电话"),),
    )
    office = WEIBIN.model_copy(update={"proofreading": lists})
    for key in ASKED:
        assert reread(tmp_path, key, office=office).office == office


def test_a_shipped_word_that_is_none_and_a_number_of_a_person_are_told_in_their_cells(tmp_path: Path) -> None:
    reads = (
        reread(tmp_path, "left_words", lambda book: book["停用词条"].append(["没有的词条", "理由"])),
        reread(
            tmp_path,
            "public_contacts",
            lambda book: book["公开联系方式"].append(["11010519491231002X", "某人"]),
        ),
    )
    for read, said in zip(reads, ("系统自带词库中没有", "身份证号"), strict=True):
        assert read.office is None
        (fault,) = read.faults
        assert fault.column == "A"
        assert said in fault.reason
