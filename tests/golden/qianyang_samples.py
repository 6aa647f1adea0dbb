"""千阳 2022Q2 as its clerks may have kept it: the published figures, and the splits nobody published."""

from cases import number, table
from sample_book import Area, Cell, Sheet
from sharing import largest_remainder
from weibin_samples import runs

CASE = "qianyang-2022q2"
WITHDRAWN, LATE_TYPE = 60, "投诉"
TYPES = {"投诉": 353, "求助": 32, "其他": 6}
"""Published for the county as a whole, not by unit."""

COMPUTED = {("城关镇", "日常工作"), ("公安局", "新闻动态"), ("人行", "新闻动态")}
"""Points that follow from late orders and blank columns, so nobody enters them by hand."""

BLANK_COLUMNS = [
    ("工作动态", "县公安局"),
    ("工作动态", "县人行"),
    ("人事信息", "县人社局"),
    ("应急管理", "县生态环境局"),
    ("批准和实施信息", "县自然资源局"),
    ("批准和实施信息", "县住建局"),
    ("灾害事故救援", "县水利局"),
    ("社会保障和养老信息", "县医保局"),
    ("财税审计", "县审计局"),
]


def adjustments(annex: str, name: str, media: str) -> Sheet:
    """A score sheet before the system adds what it computes: subtotal and rank are left to it."""
    published = table(CASE, annex)
    dimensions = [key for key in published[0] if key not in ("单位", "基准分", "小计", "名次")]
    end = 2 + len(dimensions)
    header = [
        ["单位", "基准分", "加减分", *[""] * (len(dimensions) - 1), "小计", "名次"],
        ["", "", *dimensions, "", ""],
    ]
    return Sheet(
        name=name,
        title=f"千阳县2022年第二季度{name}政务公开考核打分表",
        header=header,
        merged=[(0, 2, 0, end - 1), *((0, at, 1, at) for at in (0, 1, end, end + 1))],
        rows=[_scores(row, dimensions, media) for row in published],
        notes=[
            f"注：本表只填人工加减分。{media}（按备案账号）、热线工单超时扣分和工作动态栏目空白扣分由系统计算，"
            "本表留空；小计和名次待系统计算后生成。"
        ],
        widths=[20, 10, *[12] * len(dimensions), 8, 8],
    )


def _scores(row: dict[str, str], dimensions: list[str], media: str) -> list[Cell]:
    entered = [
        None if name == media or (row["单位"], name) in COMPUTED else number(row[name]) for name in dimensions
    ]
    return [row["单位"], number(row["基准分"]), *entered, None, None]


def orders(annex: str, name: str) -> Sheet:
    """Work orders by unit and type; a unit stands once for its types."""
    rows: list[list[Cell]] = []
    for place, row in enumerate(table(CASE, annex), start=1):
        rows += [[place, row["承办单位"], *counts] for counts in _by_type(row)]
    totals = [sum(int(row[at]) for row in rows) for at in range(3, 9)]
    units = [str(row[1]) for row in rows]
    spans: list[Area] = [*runs(units, column=0), *runs(units, column=1)]
    header = [
        "序号",
        "承办单位",
        "诉求类型",
        "承办件",
        "自主撤单",
        "应办结",
        "按期办结件",
        "超时办结件",
        "返工件",
    ]
    return Sheet(
        name=name,
        title=f"千阳县2022年第二季度{name}12345热线工单台账汇总",
        header=[header],
        rows=[*rows, ["合计", None, None, *totals]],
        spans=spans,
        notes=[
            "注：各单位承办件、超时办结件、返工件和全县自主撤单、诉求类型的总数为公布数。自主撤单和诉求类型在各单位"
            "之间的分布没有公布，本表所列为示例数据：60件自主撤单按承办件的比例以最大余额法分给各单位，余额相同的按"
            "名册顺序；“其他”6件、“求助”32件同法先后分给各单位，其余为“投诉”；单位之内的撤单再按各类型的比例同法"
            "分配；超时件记在“投诉”。"
        ],
        widths=[6, 22, 10, 10, 10, 10, 12, 12, 10],
    )


def _by_type(row: dict[str, str]) -> list[list[Cell]]:
    """Type, handled, withdrawn, due, on time, late, redone of each type the unit had."""
    shares = shared()[row["承办单位"]]
    withdrawn = largest_remainder(shares["自主撤单"], [shares[kind] for kind in TYPES])
    rows: list[list[Cell]] = []
    for kind, gone in zip(TYPES, withdrawn, strict=True):
        handled = shares[kind]
        late = int(row["超时办结件"]) if kind == LATE_TYPE else 0
        redone = int(row["返工件"]) if kind == LATE_TYPE else 0
        if handled:
            rows.append([kind, handled, gone, handled - gone, handled - gone - late, late, redone])
    return rows


def shared() -> dict[str, dict[str, int]]:
    """Unit as printed → its made-up share of the withdrawn and of each type, by the rule the note states."""
    handled = handled_in_register_order()
    counts = list(handled.values())
    withdrawn = largest_remainder(WITHDRAWN, counts)
    other = largest_remainder(TYPES["其他"], counts)
    help_ = largest_remainder(TYPES["求助"], counts)
    return {
        unit: {"自主撤单": gone, "投诉": all_ - asked - rest, "求助": asked, "其他": rest}
        for unit, all_, gone, asked, rest in zip(handled, counts, withdrawn, help_, other, strict=True)
    }


def handled_in_register_order() -> dict[str, int]:
    """Unit as printed → orders handled: towns, then departments as ranked, then the power company."""
    ranked = [row["单位"] for row in table(CASE, "annex2_departments")]
    towns = table(CASE, "annex3_hotline_towns")
    departments = table(CASE, "annex4_hotline_departments")

    def place(row: dict[str, str]) -> int:
        name = row["承办单位"].removeprefix("县").replace("市场监管局", "市场监督管理局")
        return ranked.index(name) if name in ranked else len(ranked)

    return {row["承办单位"]: int(row["承办件"]) for row in [*towns, *sorted(departments, key=place)]}


def columns() -> Sheet:
    return Sheet(
        name="栏目更新",
        title="千阳县政府网站栏目更新登记表（2022年第二季度）",
        header=[["栏目名称", "更新频次", "保障单位", "4月", "5月", "6月"]],
        rows=[[column, "1条/季度", unit, 0, 0, 0] for column, unit in BLANK_COLUMNS],
        notes=["注：仅列通报点名的9项，其他栏目的更新数未见公布；更新频次系推定。"],
        widths=[28, 12, 20, 8, 8, 8],
    )


def messages() -> Sheet:
    return Sheet(
        name="县长信箱",
        title="千阳县2022年第二季度县长信箱办理登记表",
        header=[["单位", "承办数量", "办结数量", "逾期数量"]],
        rows=[["县政府办", 11, 11, None], ["合计", 11, 11, 0]],
        notes=["注：只公布了总数，承办单位未见公布，暂全部记在政府办名下。"],
        widths=[20, 12, 12, 12],
    )
