"""What a unit can object to in its result: a line of its score, a problem, a duty judged as not met."""

from collections.abc import Iterator
from typing import NamedTuple

from gongkai.assessment.result import Assessment, Finding, PointLine
from gongkai.assessment.sentences import signed
from gongkai.measures.facts import KIND_LABELS
from gongkai.measures.figures import Figure
from gongkai.measures.registry import MEASURES
from gongkai.terms import Period

OTHER = "其他"
"""The heading of what is in no list: something that the result lacks."""
LACKING = "本单位的工作没有计入"


class Subject(NamedTuple):
    """One thing to choose, under a heading. `measure`, `item` and `window` lead to its figure, "" for none."""

    heading: str
    label: str
    measure: str = ""
    item: str = ""
    window: str = ""


def subjects(assessment: Assessment, unit: str) -> list[Subject]:
    """Everything of a unit that may be objected to, each once, points first; at last what is not there."""
    found = (*_points(assessment, unit), *_problems(assessment, unit), *_duties(assessment, unit))
    return [*dict.fromkeys(found), Subject(OTHER, LACKING)]


def _points(assessment: Assessment, unit: str) -> Iterator[Subject]:
    for line in assessment.lines_by_unit.get(unit, ()):
        yield Subject("得分", line_label(line), line.measure, line.on, line.window)
    for card in assessment.scorecards:
        if card.unit == unit and (card.scaled or card.vetoed):
            yield Subject("得分", f"总分：{'；'.join(filter(None, (card.scaled, card.vetoed)))}")


def line_label(line: PointLine) -> str:
    """日常工作·热线工单超时（−4分）; a manual line also says for what."""
    about = f"“{line.on}”" if line.on else ""
    reason = f"，{line.reason}" if line.reason else ""
    return f"{line.dimension}·{line.label}{about}（{signed(line.points)}分{reason}）"


def _problems(assessment: Assessment, unit: str) -> Iterator[Subject]:
    for finding in assessment.findings:
        if finding.unit == unit:
            yield Subject("存在问题", _problem_label(finding), finding.measure, finding.item)


def _problem_label(finding: Finding) -> str:
    """12345工单超时1件, 报送数量不足：实报信息8条，应报24条: the unit is known, the kind is said once."""
    told = finding.text.removeprefix(finding.unit)
    return told if finding.kind.value in told else f"{finding.kind.value}：{told}"


def _duties(assessment: Assessment, unit: str) -> Iterator[Subject]:
    """Figures that fell short of what was due, the rest of a unit's figures with a value."""
    for figure in assessment.figures_by_unit.get(unit, ()):
        if figure.met is False:
            yield _of_figure("未达到要求的数字", figure)
    for figure in assessment.figures_by_unit.get(unit, ()):
        if figure.met is not False and not figure.item and not figure.window and figure.value:
            yield _of_figure("其他数字", figure)


def _of_figure(heading: str, figure: Figure) -> Subject:
    measure = MEASURES[figure.measure]
    line = KIND_LABELS.get(measure.kind, "政务新媒体")
    about = f"“{figure.item}”" if figure.item else ""
    about += Period.parse(figure.window).label if figure.window else ""
    shown = f"{figure.numerator}/{figure.denominator}" if figure.value is None else str(figure.value)
    due = f"，应达到{figure.target}{measure.counter}" if figure.target is not None else ""
    label = (
        f"{line}·{measure.label}{about}：{shown}{measure.counter if figure.value is not None else ''}{due}"
    )
    return Subject(heading, label, figure.measure, figure.item, figure.window)
