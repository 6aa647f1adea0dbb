"""An account counts and owes posts only while it exists."""

from datetime import date

import pytest
from fact_tables import Q4, office

from gongkai.assessment import registers
from gongkai.office.pack import Account


def rows(**given):
    account = Account(name="号", platform="微信订阅号", unit="甲局", holder="甲局", **given)
    content = office().model_copy(update={"accounts": (account,)})
    return registers.build(content, Q4, registers.calendar(content))["accounts"]


@pytest.mark.parametrize(
    ("life", "quota"),
    [
        ({}, 12),
        ({"opened": "2021-01-01"}, 12),
        ({"opened": "2021-12-01"}, 4),  # 23 working days in December
        ({"cancelled": "2021-10-31"}, 3),  # 17 working days in October
        ({"opened": "2021-12-31"}, 0),
    ],
)
def test_an_account_owes_for_its_own_working_days(life, quota):
    assert [row.quota for row in rows(**life)] == [quota]


def test_an_account_opened_later_or_cancelled_before_is_not_in_the_period():
    assert rows(opened="2022-01-01") == rows(cancelled="2021-09-30") == []
    assert date(2021, 9, 30) < Q4.start
