"""What was read of an office is read anew once anything of it was changed, and only then."""

import pytest

from gongkai.records import audit
from gongkai.records.models import Office
from gongkai.records.unchanged import for_reading, until_changed
from tests.conftest import AT, CLERK

pytestmark = pytest.mark.django_db


@pytest.fixture
def name_of():
    """A reading that counts how often it was made."""

    @until_changed(4)
    def read(office: Office, ending: str) -> str:
        read.times += 1
        return office.name + ending

    read.times = 0
    return read


def change(name: str) -> None:
    Office.objects.filter(key="weibin").update(name=name)
    audit.record("office.name", "weibin/name", by=CLERK, at=AT)


def test_it_is_read_once_until_something_changes(weibin, name_of):
    assert [name_of(for_reading(weibin), "。") for _ in range(3)] == ["宝鸡市渭滨区。"] * 3
    assert name_of.times == 1
    change("滨河区")
    assert name_of(for_reading(weibin), "。") == "滨河区。"


def test_another_question_and_another_office_have_answers_of_their_own(weibin, qianyang, name_of):
    asked = [(weibin, "。"), (weibin, "！"), (qianyang, "。")]
    assert [name_of(for_reading(key), ending) for key, ending in asked] == [
        "宝鸡市渭滨区。",
        "宝鸡市渭滨区！",
        "宝鸡市千阳县。",
    ]


def test_a_row_read_before_the_change_is_not_kept_as_the_new_one(weibin, name_of):
    old = Office.objects.get(key=weibin)
    change("滨河区")
    assert name_of(old, "。") == "滨河区。"


def test_a_page_asks_for_the_last_change_once(weibin, name_of, django_assert_num_queries):
    with django_assert_num_queries(1):
        office = for_reading(weibin)
        assert [name_of(office, ending) for ending in "。！"] == ["宝鸡市渭滨区。", "宝鸡市渭滨区！"]


def test_an_office_without_any_entry_is_read_every_time(db, name_of):
    office = Office.objects.create(key="xin", name="新区", settings={}, scheme="", template="")
    assert [name_of(office, "。") for _ in range(2)] == ["新区。"] * 2
    assert name_of.times == 2
