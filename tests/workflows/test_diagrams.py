"""A state table as Mermaid text and as rows."""

from gongkai.workflows.diagrams import mermaid, rows
from gongkai.workflows.registry import MACHINES


def test_a_small_table_is_drawn_whole():
    assert mermaid(MACHINES["exemptions"]) == (
        "stateDiagram-v2\n"
        '    state "待审批" as asked\n'
        '    state "已批准" as granted\n'
        '    state "未予批准" as refused\n'
        '    state "已撤回" as withdrawn\n'
        '    state "已取消" as revoked\n'
        "    [*] --> asked\n"
        "    asked --> granted: 批准\n"
        "    asked --> refused: 不予批准\n"
        "    asked --> withdrawn: 撤回\n"
        "    granted --> revoked: 取消\n"
        "    refused --> [*]\n"
        "    withdrawn --> [*]\n"
        "    revoked --> [*]\n"
    )


def test_marks_stand_in_the_rows_and_not_in_the_drawing():
    machine = MACHINES["rectification"]
    assert "催办" not in mermaid(machine)
    reminder = ("催办", "经办、科室负责人、督查室", "已下发、已签收、整改中、已退回", "不变")
    assert reminder in rows(machine)


def test_the_rows_hold_every_step():
    for machine in MACHINES.values():
        assert sum(len(row[2].split("、")) for row in rows(machine)) >= len(machine.transitions)
