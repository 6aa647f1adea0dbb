"""The measures, one line each, and the one expression that gives all their figures.

A measure is found here by its key, in `docs/architecture.md` in the table of measures, and in the module
of its line of business as an expression. Ibis is imported only when figures are asked for: it costs a
second, and much that prints a label asks for none.
"""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from gongkai.measures.facts import FACTS
from gongkai.measures.figures import Figure
from gongkai.measures.registers import REGISTERS
from gongkai.measures.schemas import fields

if TYPE_CHECKING:
    import ibis

TYPES = {str: "string", int: "int64", bool: "boolean", date: "date"}


@dataclass(frozen=True)
class Measure:
    """What a figure is about.

    `kind` is the fact table it is counted from ("accounts" stands for the register of that name);
    `counter` the word after the number; `item` and `window` say what narrows it, "" for nothing.
    An `additive` measure may be summed over units. A rate is never summed: it is the sum of the
    measures in `numerator` over the sum of those in `denominator`, for a unit as for all of them.
    """

    key: str
    label: str
    counter: str
    meaning: str
    item: str = ""
    window: str = ""
    additive: bool = True
    numerator: tuple[str, ...] = ()
    denominator: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        return self.key.partition(".")[0]

    @property
    def is_rate(self) -> bool:
        return bool(self.denominator)


def _rate(
    key: str, label: str, numerator: tuple[str, ...], denominator: tuple[str, ...], meaning: str
) -> Measure:
    return Measure(key, label, "%", meaning, additive=False, numerator=numerator, denominator=denominator)


MEASURES: dict[str, Measure] = {
    measure.key: measure
    for measure in (
        Measure("submissions.submitted", "实报", "条", "期内报送的信息条数，与应报数比较"),
        Measure("submissions.quota", "应报", "条", "期内应报条数：季度应报数按月份折算，不足一条的舍去"),
        Measure("submissions.short", "欠报", "条", "应报减实报，已报足的为0"),
        Measure("submissions.zero", "零报送", "家", "有报送任务而一条未报的计1"),
        Measure("submissions.late", "迟报", "条", "超过时限报送的条数"),
        Measure("adoptions.adopted", "采用", "条", "各渠道采用的条数", item="outlet"),
        Measure("adoptions.own", "网站采用", "条", "本级政府网站采用的条数"),
        _rate(
            "adoptions.rate",
            "网站采用率",
            ("adoptions.own",),
            ("submissions.submitted",),
            "网站采用条数除以实报条数",
        ),
        Measure("columns.updates", "当月更新", "条", "栏目当月发布的条数", item="column", window="month"),
        Measure("columns.total", "更新合计", "条", "栏目期内发布的条数", item="column"),
        Measure(
            "columns.window",
            "时段更新",
            "条",
            "栏目在一个考核时段内发布的条数，与更新频次要求的最少条数比较；时段可能重叠，不相加",
            item="column",
            window="judged",
            additive=False,
        ),
        Measure("columns.short", "不达标时段", "个", "未达到更新频次的考核时段个数", item="column"),
        Measure("columns.blank", "空白栏目", "个", "期内应更新而更新为0的计1", item="column"),
        Measure("messages.handled", "承办", "件", "期内受理的留言件数"),
        Measure("messages.closed", "办结", "件", "已办结的件数，不论是否逾期"),
        Measure("messages.due", "应办结", "件", "已办结的，加上到期末已逾期仍未办结的"),
        Measure("messages.on_time", "按期办结", "件", "在时限内办结的件数"),
        Measure("messages.late", "逾期", "件", "逾期办结的，加上到期末已逾期仍未办结的"),
        _rate(
            "messages.on_time_rate",
            "按期办结率",
            ("messages.on_time",),
            ("messages.due",),
            "按期办结件数除以应办结件数",
        ),
        Measure("orders.handled", "承办件", "件", "期内受理的工单件数，含自主撤单"),
        Measure("orders.withdrawn", "自主撤单", "件", "诉求人自行撤回的件数，计入承办件，不计入应办结"),
        Measure("orders.open", "未到期在办", "件", "到期末尚未办结也未到时限的件数，不计入应办结"),
        Measure("orders.due", "应办结", "件", "承办件减自主撤单，再减未到期在办"),
        Measure("orders.on_time", "按期办结件", "件", "在时限内办结的件数"),
        Measure("orders.late", "超时办结件", "件", "超时办结的，加上到期末已超时仍未办结的"),
        Measure("orders.redone", "返工件", "件", "回访后重新办理的件数"),
        Measure("orders.returned", "退单", "件", "退回重新派发的件数"),
        Measure("orders.satisfied", "满意", "件", "有效回访中表示满意的件数"),
        Measure("orders.dissatisfied", "不满意", "件", "有效回访中表示不满意的件数"),
        Measure("orders.by_type", "分类承办件", "件", "某一类型的承办件数", item="type"),
        _rate(
            "orders.on_time_rate",
            "按期办结率",
            ("orders.on_time",),
            ("orders.due",),
            "按期办结件除以应办结件",
        ),
        _rate(
            "orders.handled_rate",
            "按期办结率（按承办件）",
            ("orders.on_time", "orders.withdrawn"),
            ("orders.handled",),
            "自主撤单视同按期办结：按期办结件加自主撤单，除以承办件",
        ),
        _rate(
            "orders.satisfaction_rate",
            "满意率",
            ("orders.satisfied",),
            ("orders.satisfied", "orders.dissatisfied"),
            "满意件数除以有效回访件数",
        ),
        Measure("posts.published", "发布", "条", "账号期内发布的条数", item="account"),
        Measure("posts.original", "原创", "条", "账号期内的原创条数，与应更新数比较", item="account"),
        Measure("posts.lapsed", "断更", "个", "有更新任务而原创条数不足应更新数的账号计1", item="account"),
        Measure("accounts.registered", "备案账号", "个", "已备案的政务新媒体账号个数"),
        Measure("accounts.unapproved", "未经报备账号", "个", "未经审批报备开设的账号个数"),
    )
}


def tables() -> "dict[str, ibis.Table]":
    """Every fact and register table by kind, typed and bound to no engine: what `figures` is asked of."""
    import ibis

    schemas = {kind: fields(row_type) for kind, row_type in (FACTS | REGISTERS).items()}
    return {
        kind: ibis.table({field.name: TYPES[field.kind] for field in columns}, name=kind)
        for kind, columns in schemas.items()
    }


def figures(tables: "dict[str, ibis.Table]") -> "ibis.Table":
    """All figures of the fact and register `tables` (by kind, as `tables()` types them), in the columns of
    `Figure`, ordered by the unit's place in the register, measure, item and window."""
    import ibis

    from gongkai.measures import accounts, adoptions, columns, messages, orders, posts, submissions

    lines = (submissions, adoptions, columns, messages, orders, posts, accounts)
    long = ibis.union(*(line.figures(tables) for line in lines))
    placed = long.left_join(tables["units"].select("unit", "place"), "unit")
    # a unit that has left the register stands after those in it
    by_place = placed.order_by(placed.place.isnull(), "place", "unit", "measure", "item", "window")
    return by_place.select(*Figure._fields)
