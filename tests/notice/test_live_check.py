"""Wording under the pen: all mistakes at once, each with its line, and none that is not one."""

import published
import pytest

from gongkai.notice import live_check
from gongkai.notice.live_check import Fault

WRONG = """# 标题

{{ totl("x") }}共{{ total("submisions.submitted") }}条。

- 项目
{{ total("submissions.submitted" }}
{% if total("orders.late") > 0 %}
{{ total("orders.lat") }}{{ findings("断更").cuont }}
{% endif %}
正文<b>粗</b>。
{{ accounts("停用").count }}{{ rate("submissions.submitted") }}{{ total() }}
{% for one in findings("断更") %}{{ one.unti }}{% endfor %}
"""


def faults(template: str, case=published.weibin) -> list[Fault]:
    given = case()
    return live_check.check(
        template, given.office, given.assessment, issued=given.office.notices[0], period=given.period
    )


@pytest.mark.parametrize("case", [published.weibin, published.qianyang])
def test_the_wording_of_the_sample_offices_has_no_fault(case):
    assert faults(case().office.template, case) == []


def test_every_fault_is_told_in_one_pass_with_its_line():
    found = faults(WRONG)
    told = [(fault.line, word) for fault in found for word in WORDS if word in fault.message]
    assert set(told) == {
        *((3, word) for word in ("totl", "submisions")),
        *((5, "项目符号"), (6, "应为"), (10, "网页标记"), (12, "unti")),
        *((8, word) for word in ("cuont", "orders.lat")),
        *((11, word) for word in ("停用", "不是比率", "缺少参数")),
    }
    assert len(found) == len(told)


WORDS = (
    "totl",
    "submisions",
    "项目符号",
    "应为",
    "cuont",
    "orders.lat",
    "网页标记",
    "停用",
    "不是比率",
    "缺少参数",
    "unti",
)


@pytest.mark.parametrize(
    "template",
    [
        "{% if x %}\n文字",
        "{% endif %}",
        "{% if 1 }\n{{ period }}",
        "{{ total(\n'a' }}",
        "\ue000",
        "字" * 100_001,
        "{{" * 60,
        "# 一\n\n甲\n==\n",
    ],
)
def test_a_fault_that_hides_the_rest_is_told_alone(template):
    (fault,) = faults(template)
    assert fault.message


def test_a_word_guarded_by_a_branch_that_is_not_taken_is_no_fault():
    assert faults('{% if scheme.scored %}{{ score("财政局") }}{% endif %}完。') == []


def test_a_name_on_a_branch_that_is_not_taken_is_a_fault_all_the_same():
    assert [fault.line for fault in faults("{% if false %}\n{{ totl }}\n{% endif %}\n完。")] == [2]


def test_names_of_the_template_itself_are_known():
    assert faults('{% set few = findings("零报送") %}{% for each in few %}{{ each.unit }}{% endfor %}') == []
