"""Sample plans for the tests of the renderers; figures and unit names are made up."""

from dataclasses import replace
from datetime import date

from gongkai.notice.plan import (
    Align,
    AnnexPage,
    Cell,
    Heading,
    Imprint,
    Paragraph,
    Plan,
    Run,
    Table,
    TableColumn,
)

SENTENCE = "各单位要按照职责分工抓好政务公开各项工作，确保信息发布及时、准确、规范，"


def paragraph(text: str) -> Paragraph:
    return Paragraph((Run(text),))


def prose(count: int) -> Paragraph:
    """A paragraph of exactly `count` characters."""
    text = (SENTENCE * (count // len(SENTENCE) + 1))[: count - 1]
    return paragraph(text + "。")


def cell(value: str | int, *, flagged: bool = False) -> Cell:
    number = value if isinstance(value, int) else None
    return Cell(str(value), number, flagged=flagged)


def table(columns: tuple[TableColumn, ...], rows: int, *, totals: bool = False) -> Table:
    """Rows of a unit name and numbers, the second row flagged in its last cell."""
    body = []
    for row in range(rows):
        numbers = [
            cell(row + place, flagged=row == 1 and place == len(columns) - 2)
            for place in range(len(columns) - 1)
        ]
        body.append((cell(f"第{row + 1}镇"), *numbers))
    total = (cell("合计"), *(cell(rows * place) for place in range(len(columns) - 1)))
    return Table("sample", columns, tuple(body), total if totals else ())


SIMPLE = tuple(TableColumn((name,)) for name in ("单位", "应报", "实报", "网站采用"))

SCORES = (
    TableColumn(("单位",), 2),
    TableColumn(("基准分",)),
    *(
        TableColumn(("加减分", name))
        for name in ("新闻动态", "主动公开", "重点领域1", "重点领域2", "政民互动", "日常工作", "新媒体")
    ),
    TableColumn(("小计",)),
    TableColumn(("名次",)),
)

THREE_ROWS = (
    TableColumn(("承办单位",), 2),
    TableColumn(("工单", "办理", "承办件")),
    TableColumn(("工单", "办理", "按期办结件")),
    TableColumn(("工单", "办理", "超时办结件")),
    TableColumn(("工单", "返工件")),
    TableColumn(("按期办结率",), align=Align.RIGHT),
)

WIDE = tuple(
    TableColumn((name,), width, align)
    for name, width, align in (
        ("序号", 0.6, Align.CENTER),
        ("责任单位", 2, Align.LEFT),
        ("账号名称", 2.4, Align.LEFT),
        ("开设主体", 3, Align.LEFT),
        ("账号类型", 1.4, Align.CENTER),
        ("应更新数", 1, Align.RIGHT),
        ("实际更新数", 1, Align.RIGHT),
        ("是否断更", 1, Align.CENTER),
    )
)


def wide_table() -> Table:
    kinds = ("微信订阅号", "微信服务号", "新浪微博")
    rows = [
        (
            cell(place), cell(f"第{place}街道办事处"), cell(f"云岭发布第{place}号"),
            cell(f"云岭县第{place}街道办事处政务公开办公室"), cell(kinds[place % 3]), cell(12), cell(7 if place == 3 else 12 + place),
            cell("断更" if place == 3 else "否", flagged=place == 3),
        )
        for place in range(1, 21)
    ]  # fmt: skip
    return Table("accounts", WIDE, tuple(rows))


def annex(number: int, title: str, content: Table, layout: str = "portrait", **more: object) -> AnnexPage:
    return replace(AnnexPage(number, title, content, layout), **more)


ANNEXES = (
    annex(
        1,
        "二季度政务信息报送情况统计表",
        table(SIMPLE, 41, totals=True),
        "two_up",
        notes=("备注：1.含向本级新媒体供稿的信息。", "2.底色加深的为零报送单位。"),
    ),
    annex(2, "各部门二季度政务公开工作考核结果", table(SCORES, 52)),
    annex(
        3,
        "各镇12345热线工单办理情况统计表",
        table(THREE_ROWS, 17, totals=True),
        heading="（截至2022年6月30日）",
    ),
    annex(
        4,
        "二季度政务新媒体更新情况统计表",
        wide_table(),
        "landscape",
        notes=("备注：每5个工作日至少发布1条原创信息。",),
    ),
)


def plan(**changes: object) -> Plan:
    """A notice of two pages without annexes, unless `changes` say otherwise."""
    body = (
        paragraph("现将2022年二季度有关工作的完成情况通报如下："),
        Heading(1, (Run("一、总体情况"),)),
        Heading(2, (Run("（一）政务信息报送情况"),)),
        Heading(3, (Run("1.报送和采用情况。"),)),
        Paragraph((Run("全县共报送政务信息"), Run("665", bold=True), Run("条，网站采用270条。"))),
        prose(300),
        Heading(1, (Run("二、存在问题"),)),
        prose(260),
    )
    made = Plan(
        office="yunling",
        period="2022Q2",
        title="云岭县人民政府办公室\n关于2022年二季度政务公开工作情况的通报",
        addressee="各镇人民政府，县政府各部门、各直属机构",
        body=body,
        annexes=(),
        issuer="云岭县人民政府办公室",
        issued_on=date(2022, 8, 9),
        contact="联系人：某某　电话：0000－0000000",
    )
    return replace(made, **changes)


def whole() -> Plan:
    """Four annexes of every layout."""
    return plan(annexes=ANNEXES)


def formal() -> Plan:
    """With red head, document number and imprint."""
    return plan(
        red_head="云岭县人民政府办公室文件",
        document_number="云政办发〔2022〕8号",
        imprint=Imprint(
            "县委办公室，县人大常委会办公室，县政协办公室，县监委，县法院，县检察院，各人民团体",
            "云岭县人民政府办公室",
            date(2022, 8, 9),
        ),
    )


def full_pages() -> Plan:
    """Nothing but text without punctuation: pages filled to the last line, lines to the last character."""
    text = "抓好政务公开各项工作确保信息发布及时准确规范" * 29
    return plan(body=tuple(paragraph(text) for _ in range(4)), contact="")


def punctuated() -> Plan:
    """Sentences with figures, quotation marks and punctuation that falls on every place of a line."""
    sentence = "二季度，全县共办理12345热线工单391件，其中“投诉类”353件、求助类32件；办结率99.4%。"
    return plan(body=tuple(paragraph(SENTENCE[:shift] + sentence * 6) for shift in range(14)), contact="")


def many_units() -> Plan:
    """A table of two halves longer than a page."""
    return plan(
        annexes=(annex(1, "二季度政务信息报送情况统计表", table(SIMPLE, 131, totals=True), "two_up"),)
    )


HOSTILE = (
    "#let x = 1",
    '#import "a": *',
    "*粗* _斜_ `码` $x^2$ <标签> @引用 = 标题 + 项",
    "\\ \\u{41} \\#",
    "\"双\" '单' “中文”",
    "{{ 1 }} {% if %} <w:p/> &amp; ]]>",
    "=HYPERLINK(1) +1 -1 @SUM",
    "长" * 10_000,
    "w" * 10_000,
    "表情😀与生僻字𠮷",
    "https://example.org/" + "a" * 200,
)


def saying(text: str) -> Plan:
    """A notice that says `text` in its body and in a cell of its annex."""
    said = Table("sample", SIMPLE, ((cell(text), cell(1), cell(2), cell(3)),))
    return plan(body=(paragraph(text),), annexes=(annex(1, "统计表", said),))
