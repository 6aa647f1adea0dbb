"""gongkai explain OFFICE PERIOD UNIT"""

from collections.abc import Callable
from typing import Any

from django.core.management.base import CommandParser
from rich.text import Text

from gongkai.actions import basis
from gongkai.assessment.result import Assessment, Unread
from gongkai.measures.facts import KIND_LABELS
from gongkai.measures.figures import Figure
from gongkai.measures.registry import MEASURES
from gongkai.office.names import Certain, Names
from gongkai.records import offices, readers
from gongkai.records.models import Office
from gongkai.records.readers import Place
from gongkai.terms import Period
from gongkai.web import presenters
from gongkai.web.screen import Screen, fail, json_option, office_and_period
from gongkai.web.terminal import draw, print_json, say, table

FACTS_LISTED = 1000
"""Facts of a figure in --json; `facts_total` says how many there are."""


class Command(Screen):
    help = "逐项说明一个单位的数字和得分：规则、依据、出处"

    def arguments(self, parser: CommandParser) -> None:
        office_and_period(parser)
        parser.add_argument("unit", metavar="被考核单位", help="名册中的名称，或能够确定的别名、简称")
        json_option(parser)

    def show(self, *, office: str, period: str, unit: str, as_json: bool, **_: Any) -> None:
        row, span = offices.get(office), Period.parse(period)
        assessment = readers.latest(row, span.code)
        content = readers.content(assessment)
        name = unit if unit in content.figures_by_unit else _unit(row, unit)
        figures = content.figures_by_unit.get(name, [])
        outdated = basis.changed_since(assessment, row, span)
        if as_json:
            print_json(_json(row, span, name, content, figures) | {"outdated": outdated})
            return
        for message in outdated:
            say(f"{assessment.code}：{message}；出处按现有数据列出。", "yellow")
        _print_score(name, content)
        _print_figures(row, span, name, figures, _unread(name, content))
        problems = [
            (finding.kind.value, finding.text) for finding in content.findings if finding.unit == name
        ]
        if problems:
            draw(table("存在问题", ("类别", "说明"), problems))


def _unit(row: Office, text: str) -> str:
    office = offices.load(row)
    answer = Names(office.units, office.region).resolve(text)
    if isinstance(answer, Certain):
        return answer.unit.name
    raise fail(answer.message)


def _print_score(unit: str, content: Assessment) -> None:
    for card in content.scorecards:
        if card.unit == unit:
            place = f"列“{card.group}”组第 {card.rank} 名，基准分 {card.base}，得分 {card.total}"
            say(Text.assemble((unit, "bold"), " ", place))
            for sentence in filter(None, (card.scaled, card.vetoed)):
                say(f"  {sentence}")
    if lines := content.lines_by_unit.get(unit):
        rows = ((line.dimension, line.label, line.points, line.rule, line.basis) for line in lines)
        draw(table("得分逐项", ("维度", "指标", "分值", "规则", "依据"), rows, ("分值",)))


def _unread(unit: str, content: Assessment) -> list[Unread]:
    return [duty for duty in content.unread if duty.unit == unit]


def _print_figures(
    row: Office, period: Period, unit: str, figures: list[Figure], unread: list[Unread]
) -> None:
    heads = ("对象", "指标", "数值", "应达到", "达标", "出处")
    behind = _behind(row, period)
    for kind, of_kind in presenters.by_kind(figures).items():
        title = f"{unit} {KIND_LABELS.get(kind, '新媒体账号')} {period.label}"
        draw(table(title, heads, presenters.figure_rows(of_kind, behind, unread), ("应达到",)))
        say("口径：" + "；".join(presenters.meanings(of_kind)), "dim")


def _behind(row: Office, period: Period) -> Callable[[Figure], list[Place]]:
    """Where a figure comes from; the measures of one item and window share their facts, asked for once."""
    known: dict[tuple[str, str, str], list[Place]] = {}

    def behind(figure: Figure) -> list[Place]:
        about = MEASURES[figure.measure].kind, figure.item, figure.window
        if about not in known:
            known[about] = readers.places_behind(row, period, figure)
        return known[about]

    return behind


def _json(
    row: Office, period: Period, unit: str, content: Assessment, figures: list[Figure]
) -> dict[str, Any]:
    return {
        "unit": unit,
        "scorecard": next((c.model_dump(mode="json") for c in content.scorecards if c.unit == unit), None),
        "lines": [line.model_dump(mode="json") for line in content.lines_by_unit.get(unit, ())],
        "findings": [f.model_dump(mode="json") for f in content.findings if f.unit == unit],
        "unread": [duty.model_dump(mode="json") for duty in _unread(unit, content)],
        "figures": [presenters.figure_json(figure) | _facts(row, period, figure) for figure in figures],
    }


def _facts(row: Office, period: Period, figure: Figure) -> dict[str, Any]:
    listed = [
        source.fact._asdict() | {"file": source.file, "batch": source.batch}
        for source in readers.facts_behind(row, period, figure, FACTS_LISTED)
    ]
    more = len(listed) == FACTS_LISTED
    return {
        "facts": listed,
        "facts_total": readers.count_behind(row, period, figure) if more else len(listed),
    }
