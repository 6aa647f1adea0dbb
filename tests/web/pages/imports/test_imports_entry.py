"""Events typed into a form: checked as a spreadsheet is, written as one batch, nothing typed is lost."""

import pytest
from imports_files import IMPORTS, orders

from gongkai.records import facts, offices
from gongkai.records.models import Batch
from gongkai.sources.registry import KINDS

pytestmark = pytest.mark.django_db
ROW = {"number": "GD100", "unit": "财政局", "day": "2021-10-08", "closed": "2021-10-12", "type": "投诉"}


def form(*rows: dict[str, str], **more: str) -> dict[str, object]:
    """The rows as the form sends them."""
    names = dict.fromkeys(name for row in rows for name in row)
    return {name: [row.get(name, "") for row in rows] for name in names} | more


@pytest.fixture
def send(clerk):
    def sent(*rows: dict[str, str], kind: str = "orders", **more: str):
        return clerk.post(f"{IMPORTS}entry/{kind}/", form(*rows, **more))

    return sent


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_form(clerk, kind, django_assert_max_num_queries):
    clerk.get(f"{IMPORTS}entry/{kind}/")
    with django_assert_max_num_queries(12):
        page = clerk.get(f"{IMPORTS}entry/{kind}/").content.decode()
    assert page.count("<tr>") == 6


def test_several_rows_become_one_batch_with_the_name_of_who_typed_it(send):
    answer = send(ROW, ROW | {"number": "GD101", "day": "10月9日"}, {"number": "", "unit": ""})
    batch = Batch.objects.get()
    assert answer["Location"] == f"{IMPORTS}batches/{batch.pk}/"
    assert batch.file_name.startswith("手工录入 20")
    assert batch.file_name.endswith("经办某（weibin-clerk）")
    assert orders() == ["GD100", "GD101"]


def test_a_fault_stands_at_its_field_and_everything_typed_is_kept(send):
    answer = send(ROW, ROW | {"number": "<b>", "day": "2022-03-01"})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "不在导入期间" in page
    assert 'value="&lt;b&gt;"' in page
    assert 'value="2022-03-01"' in page
    assert page.count("is-invalid") == 1
    assert orders() == []


def test_a_unit_that_is_not_certain_is_asked_for_at_its_field(send):
    page = send(ROW | {"unit": "教育局"}).content.decode()
    assert "不能确定是哪个单位，可能是教体局" in page


def test_what_would_change_a_record_is_shown_first(send):
    send(ROW)
    changed = ROW | {"closed": "2021-10-20"}
    answer = send(changed)
    assert answer.status_code == 422
    assert "<del>2021-10-12</del> → <ins>2021-10-20</ins>" in answer.content.decode()
    assert Batch.objects.count() == 1
    assert send(changed, agreed="1").status_code == 302
    (order,) = facts.read(offices.get("weibin"), "2021Q4", "orders")
    assert str(order.closed) == "2021-10-20"


def test_the_same_again_is_told_and_not_written(send):
    send(ROW)
    assert "与已有数据一致" in send(ROW).content.decode()
    assert Batch.objects.count() == 1


def test_an_empty_form_says_so(send):
    answer = send({"number": "", "unit": ""})
    assert answer.status_code == 422
    assert "没有填写任何内容" in answer.content.decode()


def test_more_rows_come_without_losing_what_was_typed(send):
    answer = send(ROW, more="1")
    assert answer.status_code == 200
    page = answer.content.decode()
    assert 'value="GD100"' in page
    assert page.count("<tr>") == 1 + 11
    assert orders() == []


def test_points_are_entered_with_reason_and_person(send):
    row = {
        "unit": "财政局",
        "item": "新闻动态加减分",
        "points": "-2",
        "reason": "失实",
        "person": "某某",
        "evidence": "截图",
    }
    page = send({**row, "item": "没有的指标"}, kind="adjustments")
    assert page.status_code == 422
    assert "不是考核办法中的人工指标" in page.content.decode()


@pytest.mark.parametrize("role", ["director", "auditor", "liaison", "administrator"])
def test_only_a_clerk_enters_data(signed_in, role):
    assert signed_in(role).get(f"{IMPORTS}entry/orders/").status_code == 403
    assert signed_in(role).post(f"{IMPORTS}entry/orders/", form(ROW)).status_code == 403


def test_a_kind_that_is_none_is_no_page(clerk):
    assert clerk.get(f"{IMPORTS}entry/nonsense/").status_code == 404
