"""Names that no unit comes near: each is told, and a person who knows them says which unit is meant."""

import pytest
from imports_files import GOOD, HEAD, address

from gongkai.records.models import UnitAlias
from gongkai.workflows.imports import State

pytestmark = pytest.mark.django_db
STRANGE = ("GD009", "外星局", *GOOD[2:])
STRANGER = ("GD010", "火星处", *GOOD[2:])


def answer(clerk, work, upload, name: str, unit: str, choice: str = "other"):
    form = {"version": upload.version, "name": [name], "answer-0": choice, "other-0": unit}
    response = work(clerk.post, address(upload, "answers/"), form)
    upload.refresh_from_db()
    return response


def test_every_name_is_told(clerk, hand_in, sheet):
    upload = hand_in(sheet(HEAD, GOOD, STRANGE, STRANGER))
    page = clerk.get(address(upload)).content.decode()
    assert "“外星局”是哪个单位？" in page
    assert "“火星处”是哪个单位？" in page
    assert "单位名册中没有相近的名称" in page


def test_a_unit_may_be_named_on_the_spot(clerk, work, hand_in, sheet):
    upload = hand_in(sheet(HEAD, GOOD, STRANGE))
    assert upload.state == State.READ
    answer(clerk, work, upload, "外星局", "教体局")
    assert upload.state == State.READY
    assert UnitAlias.objects.get(name="外星局").unit.name == "教体局"


def test_a_unit_that_is_not_registered_is_refused_beside_its_name(clerk, work, hand_in, sheet):
    upload = hand_in(sheet(HEAD, STRANGE))
    page = answer(clerk, work, upload, "外星局", "木星局").content.decode()
    assert "单位名册中没有“木星局”" in page
    assert 'value="木星局"' in page
    assert not UnitAlias.objects.filter(name="外星局").exists()


def test_rows_of_an_unknown_name_are_not_left_out_by_an_answer(clerk, work, hand_in, sheet):
    upload = hand_in(sheet(HEAD, GOOD, STRANGE))
    answered = answer(clerk, work, upload, "外星局", "", choice="leave")
    assert answered.status_code == 422
    assert upload.left_out == []
