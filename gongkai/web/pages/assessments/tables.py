"""League tables by group: scores by rank, or where nothing is scored what each unit did against what was due."""

from gongkai.assessment.result import Assessment
from gongkai.office.pack import Office
from gongkai.terms import Period
from gongkai.web.pages.assessments.count_table import Counts
from gongkai.web.pages.assessments.score_table import Scores


def groups(office: Office, content: Assessment) -> list[str]:
    """The groups that have units to list, in the register's order."""
    scored = {card.group for card in content.scorecards}
    named = dict.fromkeys([*office.groups, *(unit.group for unit in office.units)])
    held = scored or {unit.group for unit in office.units if unit.ranked}
    return [group for group in named if group in held]


def table(office: Office, period: Period, content: Assessment, group: str, own: str = "") -> Scores | Counts:
    """The table of a group; for somebody of unit `own` only its numbers lead further."""
    kind = Scores if content.scorecards else Counts
    return kind(office, period, content, group, own)
