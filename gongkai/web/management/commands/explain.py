"""gongkai explain OFFICE PERIOD UNIT"""

from typing import Any

from django.core.management.base import CommandParser

from gongkai.assessment.result import Assessment
from gongkai.measures.figures import Figure
from gongkai.measures.registry import MEASURES
from gongkai.office.names import Certain, Names
from gongkai.records import offices, readers
from gongkai.records.models import Office
from gongkai.terms import Period
from gongkai.web.presenters import figure_json, figure_text
from gongkai.web.screen import Screen, console, fail, json_option, office_and_period, print_json, table

FIGURE_HEADS = ("指标", "对象", "时段", "数值", "应达到", "达标", "口径", "出处")


class Command(Screen):
    help = "逐项说明一个单位的数字和得分：规则、依据、出处"

    def arguments(self, parser: CommandParser) -> None:
        office_and_period(parser)
        parser.add_argument("unit", metavar="被考核单位")
        json_option(parser)

    def show(self, *, office: str, period: str, unit: str, as_json: bool, **_: Any) -> None:
        row, span = offices.get(office), Period.parse(period)
        name = _unit(row, unit)
        content = readers.content(readers.latest(row, span.code))
        figures = content.figures_by_unit.get(name, [])
        if as_json:
            print_json(_json(row, span, name, content, figures))
            return
        _print(row, span, name, content, figures)


def _unit(row: Office, text: str) -> str:
    office = offices.load(row)
    answer = Names(office.units, office.region).resolve(text)
    if isinstance(answer, Certain):
        return answer.unit.name
    raise fail(f"{office.name}的单位名册中没有能确定为“{text}”的单位")


def _print(row: Office, period: Period, unit: str, content: Assessment, figures: list[Figure]) -> None:
    screen = console()
    for card in content.scorecards:
        if card.unit == unit:
            screen.print(
                f"[bold]{unit}[/] {card.group}第 {card.rank} 名，基准分 {card.base}，得分 {card.total}"
            )
    if lines := content.lines_by_unit.get(unit):
        heads = ("维度", "指标", "分值", "规则", "依据")
        rows = ((line.dimension, line.label, line.points, line.rule, line.basis) for line in lines)
        screen.print(table("得分逐项", heads, rows, ("分值",)))
    shown = (_figure_row(row, period, figure) for figure in figures)
    screen.print(table(f"{unit} {period.label} 各项数字", FIGURE_HEADS, shown, ("数值", "应达到")))
    problems = [(finding.kind.value, finding.text) for finding in content.findings if finding.unit == unit]
    if problems:
        screen.print(table("存在问题", ("类别", "说明"), problems))


def _figure_row(row: Office, period: Period, figure: Figure) -> tuple[object, ...]:
    measure = MEASURES[figure.measure]
    met = "" if figure.met is None else ("是" if figure.met else "否")
    places = [
        f"{source.file} {source.fact.sheet} 第{source.fact.row}行"
        for source in readers.facts_behind(row, period, figure)
    ]
    more = f" 等{len(places)}处" if len(places) > 2 else ""
    where = "；".join(places[:2]) + more
    return (
        measure.label,
        figure.item,
        figure.window,
        figure_text(figure),
        figure.target,
        met,
        measure.meaning,
        where,
    )


def _json(
    row: Office, period: Period, unit: str, content: Assessment, figures: list[Figure]
) -> dict[str, Any]:
    return {
        "unit": unit,
        "scorecard": next((c.model_dump(mode="json") for c in content.scorecards if c.unit == unit), None),
        "lines": [line.model_dump(mode="json") for line in content.lines_by_unit.get(unit, ())],
        "findings": [f.model_dump(mode="json") for f in content.findings if f.unit == unit],
        "figures": [
            figure_json(figure)
            | {
                "facts": [
                    source.fact._asdict() | {"file": source.file, "batch": source.batch}
                    for source in readers.facts_behind(row, period, figure)
                ]
            }
            for figure in figures
        ],
    }
