"""The points a figure led to: the rule, and how it was applied."""

from collections.abc import Iterator

from gongkai.assessment.result import PointLine
from gongkai.assessment.sentences import rule_in_words, signed
from gongkai.web.listing import Cell
from gongkai.web.pages.assessments.origins.origin import Asked, Material, Parts

HEADS = (("单位", "text"), ("维度·指标", "text"), ("规则", "text"), ("计分过程", "text"), ("分值", "number"))


def rules(material: Material, asked: Asked) -> Iterator[str]:
    """A sentence for each item of the scheme that takes this measure."""
    scheme = material.office.scheme
    for item in scheme.items:
        if item.measure in asked.measure.split("+") and item.on in ("", asked.item or item.on):
            about = f"“{item.on}”" if item.on else ""
            yield f"{scheme.name}：{item.dimension}·{item.label}{about}，{rule_in_words(item)}"
    if not scheme.scored:
        yield f"{scheme.name}不计分，本项只列数量"


def lines(material: Material, asked: Asked) -> tuple[Parts, ...]:
    """The lines of score that rest on the figure; none for every unit at once, that is the league table."""
    if len(asked.units) != 1:
        return ()
    found = [
        line for line in material.content.lines_by_unit.get(asked.units[0], ()) if _rests_on(line, asked)
    ]
    rows = tuple(_row(material, line) for line in found)
    return (Parts("由此得到的分值", HEADS, rows),) if rows else ()


def _rests_on(line: PointLine, asked: Asked) -> bool:
    return (
        line.measure in asked.measure.split("+")
        and (not asked.item or line.on in ("", asked.item))
        and (not asked.window or line.window in ("", asked.window))
    )


def _row(material: Material, line: PointLine) -> tuple[Cell, ...]:
    return (
        Cell(line.unit, href=material.scorecard(line.unit)),
        Cell(f"{line.dimension}·{line.label}"),
        Cell(line.rule),
        Cell(line.basis),
        Cell(signed(line.points)),
    )
