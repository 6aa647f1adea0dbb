"""A small office whose every word is an attack: its pack, and the spreadsheets it is handed.

Two units: the first is named by an attack itself, the second has a plain name and holds what the first one's
people must never see.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

import tomli_w
import xlsxwriter

from gongkai.terms import Period

SCRIPT = "<script>alert(1)</script>"
IMAGE = "\"'><img src=x onerror=alert(1)>"
CALCULATION = "{{7*7}}"
FORMULA = "=cmd|' /C calc'!A0"


def planted(what: str) -> str:
    """A text that wants to be a formula, a script, an attribute and a calculation; `what` says which it is."""
    return f"{FORMULA}{what}{CALCULATION}{SCRIPT}{IMAGE}"


def wording(what: str) -> str:
    """The same for what is itself a template of the notice: there a calculation is refused."""
    return planted(what).replace(CALCULATION, "")


def brief(what: str) -> str:
    """The same for fields that hold fifty characters."""
    return f"=1+1{what}{SCRIPT}"


IDENTITY, MOBILE, CARD = "610103198001010011", "13809170015", "6222020200112233008"
"""Numbers as citizens have them, by their arithmetic; nobody's."""
CITIZEN = f"身份证号{IDENTITY}，手机{MOBILE}，银行卡号{CARD}"
FILE_NAME = "=1+1表{{7*7}}" + IMAGE
OTHER_UNIT, OTHER_SECRET = "教育局", "〔只有教育局知道〕"
NEIGHBOUR_SECRET = "〔只有邻县知道〕"
UNIT = brief("财政局{{7*7}}")
SAID = {UNIT: "财政局", OTHER_UNIT: OTHER_UNIT}
"""How a spreadsheet names a unit: a name is looked up, and an attack is no name that anybody would look up."""
GROUP, COLUMN, OUTLET = planted("部门组"), planted("债务栏目"), planted("采用渠道")
ACCOUNT, PLATFORM, TYPE = planted("账号名称"), planted("平台"), planted("诉求类型")
ITEM, HANDMADE = planted("工单超时项"), planted("人工加减项")
MARKED = wording("正文").replace("<", "\\<")
"""Marks of a web page are refused in the wording; a mark made plain is text, and must stay text."""
WORDING = f"""# {MARKED}

{MARKED}共报送{{{{ total("submissions.submitted") }}}}条。
{{% set late = findings("留言逾期") %}}
{{% for each in late.by_unit %}}{{{{ each.unit }}}}{{% endfor %}}
"""


def write_pack(folder: Path, key: str, dated: str) -> Path:
    """The pack in a folder; `dated` is the period it has a notice for."""
    folder.mkdir(parents=True)
    (folder / "office.toml").write_text(tomli_w.dumps(_office(key, dated)), encoding="utf-8")
    (folder / "scheme.toml").write_text(tomli_w.dumps(_scheme()), encoding="utf-8")
    (folder / "notice.md").write_text(WORDING, encoding="utf-8")
    return folder


def _office(key: str, dated: str) -> dict[str, object]:
    duties = [{"units": [UNIT, OTHER_UNIT], "frequency": "1条/月"}]
    exemption = {"unit": OTHER_UNIT, "period": dated, "reason": planted("免更新原因")}
    account = {"platform": PLATFORM, "holder": planted("开设主体"), "note": planted("账号备注")}
    region = {name: planted(f"{name}地名") for name in ("province", "city", "name", "short")}
    return {
        "key": key,
        "name": planted(f"{key}办公室"),
        "note": planted("工作包说明"),
        "groups": [GROUP],
        "region": region,
        "units": [
            {"name": UNIT, "kind": "部门", "group": GROUP, "aliases": [planted("别名"), SAID[UNIT]]}
            | {"full_name": planted("单位全称"), "note": planted("单位备注")},
            {"name": OTHER_UNIT, "kind": "部门", "group": GROUP},
        ],
        "columns": [
            {"name": COLUMN, "category": "主动公开", "duties": duties, "note": planted("栏目备注")},
            {"name": "预算", "category": "主动公开", "duties": duties, "exemptions": [exemption]},
        ],
        "accounts": [{"name": ACCOUNT, "unit": UNIT} | account, {"name": "教育号", "unit": OTHER_UNIT} | account],
        "outlets": [{"name": OUTLET, "level": "本级网站", "aliases": [planted("渠道别名"), "网站"]}],
        "rules": {
            "submissions": {"quota": 24},
            "local_days": [{"day": "2021-08-02", "working": False, "reason": planted("地方假日")}],
        },
        "notice": {
            **{name: wording(name) for name in ("issuer", "addressee", "contact", "copy_to", "printed_by")},
            "title": "通报" + SCRIPT,
            "annexes": [{"table": table, "title": "附表" + SCRIPT} for table in ("submissions", "scores")],
        },
        "proofreading": {
            "words": [
                {"wrong": brief("错词"), "right": brief("正词"), "exceptions": [brief("错词") + "甲"]}
                | {"note": planted("词条备注")}
            ],
            "left_words": [{"wrong": brief("停用"), "note": planted("停用理由")}],
            "public_contacts": [{"value": brief("联系"), "note": planted("联系说明")}],
            "settings": {"title_fonts": [planted("标题字体")], "body_fonts": [planted("正文字体")]},
        },
        "notices": [
            {"period": dated, "issued_on": "2021-10-08", "rectify_by": "2021-10-20"}
            | {"remarks": [planted("其他问题")]}
        ],
    }  # fmt: skip


def _scheme() -> dict[str, object]:
    dimension = planted("指标类别")
    return {
        "name": planted("考核办法"),
        "version": brief("版本"),
        "source": planted("办法依据"),
        "base": 100,
        "dimensions": [{"name": dimension}],
        "items": [
            {"key": "late", "dimension": dimension, "label": ITEM, "measure": "orders.late"}
            | {"rule": {"kind": "event", "points": -2}, "source": planted("条款")},
            {"key": "hand", "dimension": dimension, "label": HANDMADE, "rule": {"kind": "manual"}},
        ],
        "lists": {"commend": 1, "criticise": 1},
    }


Row = Sequence[object]
Table = tuple[str, list[Row]]


def tables(period: Period, secrets: dict[str, str]) -> Iterator[Table]:
    """Name and rows of a spreadsheet of each kind; the titles of each unit tell its secret."""
    day = period.start
    units = [(SAID[unit], planted(f"事项{SAID[unit]}{secret}{CITIZEN}")) for unit, secret in secrets.items()]
    last = day + timedelta(days=3)
    yield _table(
        "报送",
        "报送单位 报送日期 标题 是否迟报 采用媒体",
        *((*each, "是", "网站") for each in _dated(units, day)),
    )
    yield _table(
        "栏目", "发布单位 发布日期 信息标题 栏目名称", *((*each, COLUMN) for each in _dated(units, day))
    )
    yield _table(
        "新媒体",
        "责任单位 发布日期 标题 账号名称 账号类型 是否原创",
        *((*each, ACCOUNT, PLATFORM, "是") for each in _dated(units[:1], day)),
    )
    yield _table(
        "加减分",
        "单位 日期 事由 考核指标 加减分 经办人 佐证",
        *((*each, HANDMADE, 2, brief(f"评分人{MOBILE}"), each[-1]) for each in _dated(units, day)),
    )
    for name, number in (("留言", "来信编号"), ("工单", "工单编号")):
        yield _table(
            name,
            f"{number} 承办单位 受理日期 诉求类型 办理期限 办结日期",
            *(
                (f"{name}{title}{closed}", unit, day, TYPE, last, closed)
                for unit, title in units
                for closed in (None, last + timedelta(days=9))
            ),
        )


def _table(name: str, head: str, *rows: Row) -> Table:
    return name, [head.split(), *rows]


def _dated(units: Sequence[tuple[str, str]], day: date) -> Iterator[Row]:
    return ((unit, day, title) for unit, title in units)


def write_table(folder: Path, table: Table) -> Path:
    """A table as a workbook in a folder, under a name that is an attack."""
    name, rows = table
    path = folder / f"{name}{FILE_NAME}.xlsx"
    with xlsxwriter.Workbook(path, {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        page = book.add_worksheet("表<b>'=1+1".replace("'", ""))
        style = book.add_format({"num_format": "yyyy-mm-dd"})
        for place, row in enumerate(rows):
            for column, value in enumerate(row):
                page.write(place, column, value, style if isinstance(value, date) else None)
    return path
