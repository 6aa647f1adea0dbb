"""What is no figure but an entry of a register, a rule of the office or a date of the notice."""

from collections.abc import Callable

from gongkai.notice import captions
from gongkai.office.pack import Account, Office
from gongkai.web.listing import Cell
from gongkai.web.pages.assessments.origins.origin import Asked, Material, Origin, Parts

RULES: dict[str, Callable[[Office], str]] = {
    "rules.posting": lambda office: str(office.rules.posting),
    "rules.quota": lambda office: str(office.rules.submissions.quota if office.rules.submissions else "—"),
    "rules.message_days": lambda office: "、".join(
        f"{one.type}{one.days}个{one.span.value}" for one in office.rules.message_limits
    ),
    "rules.denominator": lambda office: office.rules.orders.denominator.value,
}

ACCOUNT_HEADS = (("账号", "text"), ("平台", "text"), ("单位", "text"), ("开设主体", "text"), ("备案", "text"))


def accounts(material: Material, asked: Asked) -> Origin:
    """The account as it is registered."""
    office = material.office
    chosen = [
        one
        for one in office.accounts
        if (not asked.item or asked.item in (one.key, one.name))
        and (not asked.units or one.unit in asked.units)
    ]
    return Origin(
        title=captions.label(asked.measure),
        value="、".join(dict.fromkeys(_named(one, asked.measure) for one in chosen))
        if len(chosen) == 1
        else "",
        meaning="取自账号名册",
        parts=(Parts("登记情况", ACCOUNT_HEADS, tuple(_account(one) for one in chosen)),),
        none="这是名录中登记的内容，没有逐条数据。",
    )


def rules(material: Material, asked: Asked) -> Origin:
    """A rule of the office, as it was when the period was assessed."""
    shown = RULES.get(asked.measure)
    return Origin(
        title=captions.label(asked.measure),
        value=shown(material.office) if shown else "",
        meaning="取自本办公室的规则，以考核时的规定为准",
        none="这是办公室规定的内容，没有逐条数据。",
    )


def registers(material: Material, asked: Asked) -> Origin:
    """The size of a register."""
    heads: tuple[tuple[str, str], ...]
    rows: tuple[tuple[Cell, ...], ...]
    if asked.measure.startswith("register.account"):
        accounts_of = [one for one in material.office.accounts if not asked.units or one.unit in asked.units]
        heads = ACCOUNT_HEADS
        rows = tuple(_account(one) for one in accounts_of)
    else:
        heads = (("栏目", "text"), ("保障单位", "text"), ("更新频次", "text"))
        rows = tuple(
            (Cell(column.name), Cell(unit), Cell(str(duty.frequency)))
            for column in material.office.columns
            for duty in column.duties
            for unit in duty.units
            if not asked.units or unit in asked.units
        )
    return Origin(
        title=captions.label(asked.measure),
        value="",
        meaning="按考核时的名录统计",
        parts=(Parts(f"名录（{len(rows)}行）", heads, rows),),
        none="这个数字按名录统计，没有逐条数据。",
    )


def notices(material: Material, asked: Asked) -> Origin:
    """A date of the notice."""
    found = next((one for one in material.office.notices if one.period == material.period.code), None)
    dates = {"notice.issued_on": found.issued_on, "notice.rectify_by": found.rectify_by} if found else {}
    return Origin(
        title=captions.label(asked.measure),
        value=str(dates.get(asked.measure, "")),
        meaning="取自本期通报的设置",
        none="这是起草通报时填写的内容，没有逐条数据。",
    )


def _account(one: Account) -> tuple[Cell, ...]:
    return Cell(one.name), Cell(one.platform), Cell(one.unit), Cell(one.holder), Cell(one.filing.value)


def _named(one: Account, measure: str) -> str:
    return str(getattr(one, measure.removeprefix("account.")))
