"""A kind of problem that was found must be told."""

from dataclasses import replace

import published

from gongkai.notice import crosscheck
from gongkai.notice.plan import Plan, Severity


def untold(plan: Plan) -> dict[str, Severity]:
    case = published.weibin()
    found = crosscheck.check(plan, case.office, case.assessment)
    return {issue.code: issue.severity for issue in found if issue.code.startswith("untold:")}


def test_the_shipped_wording_tells_every_kind_of_problem():
    assert untold(published.weibin().plan) == {}


def test_a_late_message_that_the_wording_forgets_is_pointed_out():
    plan = published.weibin().plan
    body = tuple(
        block
        for block in plan.body
        if not any("卫健局" in run.text or "留言逾期" in run.text for run in block.runs)
    )
    assert untold(replace(plan, body=body)) == {"untold:message_late": Severity.AMBER}
