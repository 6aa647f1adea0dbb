"""The checks, a line each, and the gate that runs them all.

RED: the notice contradicts itself or its facts; it is issued only when waived by code, with a reason.
AMBER: a doubt that a person should see. A code is `family` or `family:subject`; both are stable.
"""

from collections.abc import Callable, Iterator, Sequence

from gongkai.assessment.result import Assessment
from gongkai.notice.crosscheck import (
    dates,
    facts,
    findings,
    lists,
    names,
    orders,
    prose,
    publishable,
    registers,
    scores,
    statements,
    totals,
    unread,
)
from gongkai.notice.crosscheck.review import Note, Review
from gongkai.notice.plan import Issue, Plan, Severity
from gongkai.office.pack import Office
from gongkai.proofreading.proofread import Rules

Check = Callable[[Review], Iterator[Issue]]

CHECKS: tuple[Check, ...] = (
    unread.duties_were_read,
    unread.figures_were_read,
    facts.figures_match,
    facts.tables_are_whole,
    totals.totals_match,
    totals.narrative_matches_annexes,
    totals.rates_match,
    lists.lists_match,
    findings.findings_are_told,
    scores.subtotals_match,
    scores.ranks_match,
    scores.groups_alike,
    names.units_have_one_name,
    names.platforms_match,
    registers.registers_are_single,
    registers.rows_are_single,
    registers.unapproved_accounts_cost,
    registers.imports_were_clean,
    orders.denominators_side_by_side,
    statements.statements_match,
    dates.dates_in_order,
    prose.headings_have_text,
    prose.references_exist,
    prose.figures_have_facts,
    prose.widths_are_even,
    publishable.nobody_is_exposed,
    publishable.words_are_right,
    publishable.figures_agree,
)


def check(
    plan: Plan,
    office: Office,
    assessment: Assessment,
    *,
    notes: Sequence[Note] = (),
    rules: Rules | None = None,
) -> list[Issue]:
    """Everything the checks find, red first, each once, in the order of the checks.

    `notes` are the warnings and what was refused, kept from the imports behind the assessment; `rules` what the
    proofreader looks for beside personal data.
    """
    review = Review(plan, office, assessment, tuple(notes), rules or Rules())
    found = dict.fromkeys(issue for one in CHECKS for issue in one(review))
    return sorted(found, key=lambda issue: issue.severity is not Severity.RED)
