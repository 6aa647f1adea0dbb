"""A scheme tried out: who would move, and the picture of it."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from gongkai.actions.scheme import Trial
from gongkai.assessment.comparing import compare
from gongkai.assessment.result import Assessment
from gongkai.web.charts import Chart, movement
from gongkai.web.charts.unit_ranks import UnitRanks
from gongkai.web.pages.assessments import changes

SIDES = ("现行办法", "试算")
NOTE = "左为现行办法的名次，右为试算的名次；升降最多的加粗，并列的单位同在一行。"


def context(trial: Trial) -> dict[str, Any]:
    """The table of changes, and a picture a group in which somebody moved."""
    comparison = compare(trial.before, trial.after)
    moved = {change.unit for change in comparison.units if change.risen}
    return {
        "trial": trial,
        "table": changes.table(comparison),
        "charts": [chart for group, chart in _charts(trial) if moved & _units(trial.after, group)],
        "unscored": not trial.after.scorecards,
    }


def _charts(trial: Trial) -> Iterator[tuple[str, Chart]]:
    for group in dict.fromkeys(card.group for card in (*trial.after.scorecards, *trial.before.scorecards)):
        sides = [_ranks(side, group) for side in (trial.before, trial.after)]
        units = dict.fromkeys(unit for ranks in reversed(sides) for unit in ranks)
        ranked = [UnitRanks(unit, tuple(ranks.get(unit) for ranks in sides)) for unit in units]
        yield group, replace(movement.of_ranks(group, SIDES, ranked), note=NOTE)


def _ranks(side: Assessment, group: str) -> dict[str, int]:
    return {card.unit: card.rank for card in side.scorecards if card.group == group}


def _units(side: Assessment, group: str) -> set[str]:
    return set(_ranks(side, group))
