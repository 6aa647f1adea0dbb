"""How a name in a file becomes a unit: what is certain, what is asked, what is unknown."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.office.names import Ask, Candidate, Certain, How, Names, Resolution, Unknown
from gongkai.office.naming import Core, readings
from gongkai.office.pack import Region, Unit, UnitKind

WEIBIN = Region(province="陕西省", city="宝鸡市", name="渭滨区", short="渭滨")


def unit(name: str, *aliases: str, full_name: str = "", kind: UnitKind = UnitKind.DEPARTMENT) -> Unit:
    return Unit(name=name, full_name=full_name, kind=kind, group=kind, aliases=aliases)


def resolve(text: str, *units: Unit) -> Resolution:
    return Names(units, WEIBIN).resolve(text)


HEALTH, CULTURE = unit("卫健局"), unit("文旅局")
STREET, PARK = unit("姜谭办", kind=UnitKind.TOWN), unit("姜谭工业园", kind=UnitKind.COMMITTEE)
UNIFIED, STATISTICS = unit("城区统一建设局"), unit("统计局")


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("卫健局", How.REGISTERED),
        (" 卫健局 ", How.REGISTERED),
        ("卫\u3000健\n局", How.REGISTERED),
        ("１．卫健局：", How.REGISTERED),
        ("渭滨区卫健局", How.NORMALISED),
        ("（区）卫健局（牵头）", How.REGISTERED),
        ("卫生健康局", How.ABBREVIATED),
        ("宝鸡市渭滨区卫生健康局", How.ABBREVIATED),
    ],
)
def test_an_answer_says_why_it_is_certain(text: str, how: How) -> None:
    assert resolve(text, HEALTH, CULTURE) == Certain(HEALTH, how)


def test_a_confirmed_answer_becomes_an_alias_and_is_certain() -> None:
    assert isinstance(resolve("卫健委", HEALTH), Ask)
    confirmed = unit("卫健局", "卫健委")
    assert resolve("卫健委", confirmed) == Certain(confirmed, How.REGISTERED)


def test_an_alias_of_two_units_is_asked() -> None:
    one, other = unit("第一中学", "县中"), unit("第二中学", "县中")
    assert resolve("县中", one, other) == Ask("县中", (Candidate(one, 1.0), Candidate(other, 1.0)))


def test_a_name_without_its_head_is_asked() -> None:
    answer = resolve("姜谭", STREET, PARK)
    assert isinstance(answer, Ask)
    assert {candidate.unit for candidate in answer.candidates} == {STREET, PARK}


def test_the_best_candidate_comes_first() -> None:
    answer = resolve("姜谭园", STREET, PARK)
    assert isinstance(answer, Ask)
    assert [candidate.unit for candidate in answer.candidates] == [PARK, STREET]
    assert answer.candidates[0].score > answer.candidates[1].score


@pytest.mark.parametrize("text", ["文旅局、卫健局", "文旅局/卫健局", "文旅局；卫健局", "文旅局（卫健局）"])
def test_two_units_in_one_cell_are_both_offered(text: str) -> None:
    assert resolve(text, HEALTH, CULTURE) == Ask(text, (Candidate(HEALTH, 1.0), Candidate(CULTURE, 1.0)))


@pytest.mark.parametrize(
    "text", ["市卫健局", "宝鸡市卫健局", "陕西省卫健局", "（市）卫健局", "卫健局（宝鸡市）"]
)
def test_the_bureau_of_a_higher_level_is_never_taken_for_the_districts(text: str) -> None:
    answer = resolve(text, HEALTH)
    assert isinstance(answer, Ask)
    assert answer.candidates[0].unit == HEALTH


def test_an_abbreviation_that_fits_one_unit_alone_is_certain() -> None:
    assert resolve("统建局", UNIFIED, STATISTICS) == Certain(UNIFIED, How.ABBREVIATED)
    assert resolve("统计局", UNIFIED, STATISTICS) == Certain(STATISTICS, How.REGISTERED)
    assert resolve("统计局", UNIFIED) == Unknown("统计局")


def test_an_abbreviation_that_fits_another_unit_too_is_asked() -> None:
    assert isinstance(resolve("统建局", UNIFIED, unit("统筹城乡建设局")), Ask)


def test_an_organ_with_another_head_beside_it_is_asked() -> None:
    answer = resolve("城管局", unit("城市管理委"), unit("城管执法局"))
    assert isinstance(answer, Ask)
    assert len(answer.candidates) == 2


def test_an_organs_own_name_abbreviates_no_other_organ() -> None:
    land = unit("国土资源局")
    assert isinstance(resolve("国资局", land), Ask)


def test_a_street_and_an_office_both_end_in_the_same_character() -> None:
    office = unit("姜谭办公室")
    assert resolve("姜谭街道办事处", STREET, office) == Certain(STREET, How.NORMALISED)
    assert resolve("姜谭街道", office) == Unknown("姜谭街道")
    street = unit("姜谭街道办事处", kind=UnitKind.TOWN)
    assert resolve("姜谭办", street) == Certain(street, How.NORMALISED)
    assert resolve("姜谭办", street, office) == Ask(
        "姜谭办", (Candidate(office, 1.0), Candidate(street, 1.0))
    )


def test_questions_and_unknown_names_tell_the_clerk_what_to_do() -> None:
    asked = resolve("姜谭", STREET, PARK)
    assert isinstance(asked, Ask)
    assert asked.message == "单位“姜谭”无法确定，可能是姜谭办、姜谭工业园；请核对后更正，或将该写法登记为别名"
    unknown = resolve("人防办", HEALTH)
    assert isinstance(unknown, Unknown)
    assert unknown.message == "单位“人防办”不在单位名册中；请核对名称，确系考核单位的请先补入名册"


def test_a_market_bureau_is_not_a_field_bureau_of_the_city() -> None:
    city = Region(province="湖南省", city="安岭市", name="云溪市", short="云溪")
    market = unit("市场监管局")
    for text in ("市场监管局", "市市场监管局", "云溪市市场监督管理局"):
        answer = Names([market], city).resolve(text)
        assert isinstance(answer, Certain)
        assert answer.unit == market


def test_a_reading_takes_the_place_off_wherever_it_stands() -> None:
    cores = {reading.core for reading in readings("宝鸡市公安局渭滨分局", WEIBIN) if reading.local}
    assert Core("公安", "分局") in cores


WORDS = ["统一", "统计", "城市", "城乡", "建设", "计划", "公安", "交通", "警察", "民族", "民政", "宗教"]
HEADS = ["局", "委员会", "办公室", "大队", "中心", "镇", "街道办事处"]
MADE = st.builds(
    lambda words, head: "".join(words) + head,
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=3, unique=True),
    st.sampled_from(HEADS),
)
REGISTERS = st.lists(MADE, min_size=1, max_size=8, unique=True)


def shortened(data: st.DataObject, name: str) -> str:
    """`name` with some characters of its stem left out and its head whole or short."""
    head = next(head for head in HEADS if name.endswith(head))
    stem = name.removesuffix(head)
    kept = data.draw(st.lists(st.booleans(), min_size=len(stem), max_size=len(stem)))
    short = {"委员会": "委", "办公室": "办", "街道办事处": "办"}.get(head, head)
    return "".join(each for each, keep in zip(stem, kept, strict=True) if keep) + data.draw(
        st.sampled_from([head, short])
    )


def fits(text: str, name: str) -> bool:
    rest = iter(name)
    return all(character in rest for character in text)


@given(REGISTERS, st.data())
def test_an_abbreviation_that_fits_two_units_is_never_certain(
    names: Sequence[str], data: st.DataObject
) -> None:
    source = data.draw(st.sampled_from(names))
    text = shortened(data, source)
    fitting = [name for name in names if fits(text, name) and name[-1] == source[-1]]
    answer = Names([unit(name) for name in names], WEIBIN).resolve(text)
    if isinstance(answer, Certain) and answer.how is How.ABBREVIATED:
        assert fitting == [answer.unit.name] == [source]


@given(REGISTERS, st.data())
def test_the_order_of_the_register_changes_no_answer(names: Sequence[str], data: st.DataObject) -> None:
    text = shortened(data, data.draw(st.sampled_from(names)))
    units = [unit(name) for name in names]
    shuffled = data.draw(st.permutations(units))
    assert Names(units, WEIBIN).resolve(text) == Names(shuffled, WEIBIN).resolve(text)


@given(REGISTERS, st.data())
def test_every_registered_spelling_is_certain(names: Sequence[str], data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(names))
    answer = Names([unit(each) for each in names], WEIBIN).resolve(name)
    assert answer == Certain(unit(name), How.REGISTERED)


@given(st.text(max_size=80))
def test_any_text_has_an_answer(text: str) -> None:
    answer = resolve(text, HEALTH, CULTURE, STREET, PARK)
    if isinstance(answer, Certain):
        assert answer.unit in (HEALTH, CULTURE, STREET, PARK)
    else:
        assert answer.text == text


def test_a_whole_paragraph_is_no_name() -> None:
    assert isinstance(resolve("卫健局" * 10_000, HEALTH), Unknown)
