"""政务新媒体: 序号 责任单位 账号名称 开设主体 账号类型 应更新数 实际更新数 是否断更; lapsed accounts are flagged."""

from gongkai.notice.annexes import cells
from gongkai.notice.annexes.cells import Row
from gongkai.notice.material import Material
from gongkai.notice.plan import Binding, Table
from gongkai.office.pack import Account, Annex, Filing

LAPSED, KEPT = "断更", "否"


def table(material: Material, annex: Annex) -> Table:
    """Every filed account in register order. A column 其中原创 stands beside 实际更新数 where some posts are
    not original: the duty is one of original posts."""
    members = material.group(annex.group) if annex.group else None
    accounts = [
        account
        for account in material.office.accounts
        if account.filing is Filing.FILED and (members is None or account.unit in members)
    ]
    split = any(
        _value(material, "posts.original", one) != _value(material, "posts.published", one)
        for one in accounts
    )
    columns = (
        cells.column("序号", width=0.6),
        cells.column("责任单位", width=2.0),
        cells.column("账号名称", width=2.4),
        cells.column("开设主体", width=3.2),
        cells.column("账号类型", width=1.4),
        cells.column("应更新数"),
        cells.column("实际更新数"),
        *((cells.column("其中原创"),) if split else ()),
        cells.column("是否断更"),
    )
    rows = [_row(material, account, number, split) for number, account in enumerate(accounts, 1)]
    return Table(annex.table, columns, tuple(rows), cells.totals(columns, rows))


def _row(material: Material, account: Account, number: int, split: bool) -> Row:
    duty = material.figures.one("posts.original", account.unit, account.key)
    quota = duty.target if duty else None
    lapsed = bool(_value(material, "posts.lapsed", account))
    original = (
        (
            cells.figure(
                "posts.original", _value(material, "posts.original", account), account.unit, account.key
            ),
        )
        if split
        else ()
    )
    return (
        cells.serial(number),
        cells.unit(account.unit),
        cells.text(account.name, _binding(account, "name", account.name)),
        cells.text(account.holder, _binding(account, "holder", account.holder)),
        cells.text(account.platform, _binding(account, "platform", account.platform)),
        cells.figure("target.posts.original", quota, account.unit, account.key),
        cells.figure(
            "posts.published",
            _value(material, "posts.published", account),
            account.unit,
            account.key,
            flagged=lapsed,
        ),
        *original,
        cells.text(LAPSED if lapsed else KEPT, flagged=lapsed),
    )


def _value(material: Material, measure: str, account: Account) -> int | None:
    figure = material.figures.one(measure, account.unit, account.key)
    return figure.value if figure else None


def _binding(account: Account, part: str, value: str) -> Binding:
    return Binding(f"account.{part}", value, (account.unit,), account.key)
