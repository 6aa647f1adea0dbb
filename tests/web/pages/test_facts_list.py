"""The lists of facts: what a person finds, what it adds up to, what leaves the house."""

import pytest

pytestmark = pytest.mark.django_db


def test_smoke(signed_in, import_orders):
    import_orders(("GD001", "2021-10-12"), ("GD002", "2021-10-20"))
    clerk = signed_in("clerk")
    answer = clerk.get("/o/weibin/2021Q4/facts/orders/")
    assert answer.status_code == 200
    assert "GD001" in answer.text
    for address in ("facts/", "units/", "units/财政局/", "facts/orders/?export=xlsx"):
        assert clerk.get(f"/o/weibin/2021Q4/{address}").status_code == 200, address
