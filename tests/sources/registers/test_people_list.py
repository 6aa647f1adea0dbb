"""A list of people makes accounts: nobody gets a role or a unit by accident."""

from pathlib import Path

import pytest
from register_books import told, write

from gongkai.office import files
from gongkai.sources.registers import people
from gongkai.sources.registers.form import RegisterSheet
from gongkai.sources.registers.people import ListedPerson, PeopleReading
from gongkai.workflows.roles import Role

OFFICE = files.read(Path("offices/weibin"))
EVERYBODY = (
    ListedPerson("经办某某", "clerk", Role.CLERK, ""),
    ListedPerson("财政某某", "caizheng.01", Role.LIAISON, "财政局"),
    ListedPerson("财政某某", "caizheng.01", Role.HEAD, "财政局"),
    ListedPerson("督查某某", "007", Role.SUPERVISION, ""),
)


def listed(tmp_path: Path, *rows: tuple[str, str, str, str]) -> PeopleReading:
    (form,) = people.rows((), OFFICE)
    return people.read(write(tmp_path / "人员.xlsx", [form._replace(rows=rows)]), OFFICE)


def test_people_written_and_read_are_equal(tmp_path: Path) -> None:
    sheets: tuple[RegisterSheet, ...] = people.rows(EVERYBODY, OFFICE)
    assert people.read(write(tmp_path / "人员.xlsx", sheets), OFFICE) == (EVERYBODY, ())


def test_a_unit_is_taken_by_any_certain_name(tmp_path: Path) -> None:
    assert listed(tmp_path, ("某某", "cz", "信息员", "渭滨区财政局")).people[0].unit == "财政局"


@pytest.mark.parametrize(
    ("row", "place", "reason"),
    [
        (("", "cz", "信息员", "财政局"), "A4", "没有填写“姓名”"),
        (("某某", "财政", "信息员", "财政局"), "B4", "不能作用户名"),
        (("某某", "cz", "通讯员", "财政局"), "C4", "不在可填写的范围内"),
        (("某某", "cz", "信息员", "天文局"), "D4", "“天文局”不是单位名册中的单位"),
        (("某某", "cz", "信息员", ""), "D4", "信息员没有写明单位"),
        (("某某", "cz", "经办", "财政局"), "D4", "经办不属于某一个单位"),
    ],
)
def test_what_is_wrong_with_a_person_is_told_in_its_cell(
    tmp_path: Path, row: tuple[str, str, str, str], place: str, reason: str
) -> None:
    read = listed(tmp_path, row)
    assert read.people == ()
    assert [(where, why) for where, _, why in told(read.faults)] == [(place, reason)]


def test_one_username_is_one_person_whatever_its_case(tmp_path: Path) -> None:
    read = listed(tmp_path, ("甲某", "cz", "信息员", "财政局"), ("乙某", "CZ", "信息员", "司法局"))
    assert told(read.faults) == [("B5", "CZ", "第 4 行的“甲某”已用用户名“cz”")]


def test_a_role_is_listed_once_for_a_person(tmp_path: Path) -> None:
    read = listed(tmp_path, ("甲某", "cz", "信息员", "财政局"), ("甲某", "cz", "信息员", "司法局"))
    assert told(read.faults) == [("C5", "信息员", "与第 4 行的人员和身份重复")]
