"""A batch: what it brought, what was noted with it, and taking it back."""

import pytest
from imports_files import BAD, GOOD, HEAD, IMPORTS, OTHER, orders

from gongkai.records.models import Batch

pytestmark = pytest.mark.django_db


def batch_address(batch: Batch, rest: str = "") -> str:
    return f"{IMPORTS}batches/{batch.pk}/{rest}"


@pytest.fixture
def written(hand_in, take, sheet) -> Batch:
    upload = hand_in(sheet(HEAD, GOOD, OTHER, BAD, name="十月.xlsx"))
    take(upload, "accept")
    take(upload, "write")
    return upload.batch


def test_a_batch_says_what_it_brought_and_what_it_left_out(clerk, written):
    page = clerk.get(batch_address(written)).content.decode()
    assert f"facts/orders/?batch_id={written.pk}" in page
    assert "其中 1 处没有导入" in page
    assert "卫生健康局 → 卫健局" in page


def test_the_list_has_the_batches_of_the_period_and_goes_out_as_a_workbook(clerk, written):
    assert batch_address(written) in clerk.get(IMPORTS).content.decode()
    assert batch_address(written) not in clerk.get(IMPORTS.replace("2021Q4", "2021Q3")).content.decode()
    assert clerk.get(IMPORTS, {"export": "xlsx"}).content.startswith(b"PK")


def test_undoing_is_open_to_clerk_and_administrator(signed_in, written):
    assert signed_in("director").post(batch_address(written, "undo/")).status_code == 403
    assert "撤销导入由经办或管理员办理" in signed_in("director").get(batch_address(written)).content.decode()
    assert signed_in("administrator").post(batch_address(written, "undo/")).status_code == 302
    assert orders() == []


def test_undone_twice_says_so(clerk, written):
    clerk.post(batch_address(written, "undo/"))
    again = clerk.post(batch_address(written, "undo/"))
    assert again.status_code == 409
    assert "已经撤销，无须再次撤销" in again.content.decode()


def test_a_batch_that_a_later_one_changed_says_why_it_stays(clerk, written, import_orders):
    later = import_orders(("GD001", "2021-10-20"))
    page = clerk.get(batch_address(written)).content.decode()
    assert f"批次{later.pk}更新过或再次报来批次{written.pk}的数据，请先撤销后来的批次" in page
    assert clerk.post(batch_address(written, "undo/")).status_code == 409


def test_a_batch_of_another_office_is_no_page(written, signed_in):
    other = signed_in("clerk", "qianyang")
    address = batch_address(written).replace("weibin", "qianyang")
    assert other.get(address).status_code == 404
    assert other.post(f"{address}undo/").status_code == 404
    assert orders() == ["GD001", "GD002"]


def test_looking_does_not_undo(clerk, written):
    assert clerk.get(batch_address(written, "undo/")).status_code == 405
