"""Figures → problems (存在问题), each with the figure behind it and a sentence that names unit, item and numbers.

A column without any update is both COLUMN_SHORT and COLUMN_BLANK, and a unit that submitted nothing both
SUBMISSION_SHORT and ZERO_SUBMISSION: each is true by itself, and the lists of a notice choose which to name.
"""

from collections.abc import Mapping, Sequence

from gongkai.assessment.problems import PROBLEMS, Case, Problem
from gongkai.assessment.result import Finding, FindingKind
from gongkai.measures.figures import Figure
from gongkai.office.pack import Office
from gongkai.terms import Period

Windows = Mapping[tuple[str, str], Sequence[Figure]]


def findings(office: Office, period: Period, figures: Sequence[Figure]) -> tuple[Finding, ...]:
    """Every problem, by kind, and in a kind in the order of `figures` (the register's)."""
    places = {(figure.unit, figure.measure, figure.item): figure for figure in figures if not figure.window}
    missed = _missed_windows(figures)
    found: list[Finding] = []
    for kind in FindingKind:
        problem = PROBLEMS[kind]
        for figure in figures:
            if figure.measure == problem.sign and figure.value:
                shown = places.get((figure.unit, problem.shown, figure.item), figure)
                case = Case(office, period, figure, shown, missed.get((figure.unit, figure.item), ()))
                found.append(_finding(kind, problem, case))
    return tuple(found)


def _missed_windows(figures: Sequence[Figure]) -> Windows:
    missed: dict[tuple[str, str], list[Figure]] = {}
    for figure in figures:
        if figure.measure == "columns.window" and figure.met is False:
            missed.setdefault((figure.unit, figure.item), []).append(figure)
    return missed


def _finding(kind: FindingKind, problem: Problem, case: Case) -> Finding:
    return Finding(
        kind=kind,
        unit=case.sign.unit,
        item=case.sign.item,
        measure=case.shown.measure,
        value=case.shown.value or 0,
        target=case.shown.target,
        text=problem.sentence(case),
    )
