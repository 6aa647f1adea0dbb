"""Fixed phrases that are nearly right are told with the right one; what only resembles them is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.proofreading.lexicon.phrasing import phrasings
from gongkai.proofreading.lexicon.shipped import policy_phrases
from gongkai.proofreading.wording.phrasings import Phrasings
from gongkai.proofreading.wording.resemblance import resembles

SHIPPED = Phrasings(policy_phrases())


def told(text: str, phrases: Phrasings = SHIPPED) -> list[tuple[str, str]]:
    found = phrases.find(text, phrases.automaton.find(text))
    return [(text[each.start : each.end], each.suggestion) for each in found]


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("全镇贯彻协调、创新、绿色、开放、共享的要求。", "协调、创新、绿色、开放、共享", "创新、协调、绿色、开放、共享"),
        ("持续深化简政放权、放管结合、强化服务改革。", "简政放权、放管结合、强化服务", "简政放权、放管结合、优化服务"),
        ("增强政治意识、大局意识、看齐意识。", "政治意识、大局意识、看齐意识", "政治意识、大局意识、核心意识、看齐意识"),
        ("按照产业发达、生态宜居、乡风文明、治理有效、生活富裕推进。", "产业发达、生态宜居、乡风文明、治理有效、生活富裕", "产业兴旺、生态宜居、乡风文明、治理有效、生活富裕"),
        ("全村懂得青山绿水就是金山银山的道理。", "青山绿水就是金山银山", "绿水青山就是金山银山"),
        ("完整、准确贯彻守初心、担责任、找差距、抓落实的要求。", "守初心、担责任、找差距、抓落实", "守初心、担使命、找差距、抓落实"),
    ],
)  # fmt: skip
def test_a_phrase_in_another_order_or_with_another_part_is_told(text: str, wrong: str, right: str) -> None:
    assert told(text) == [(wrong, right)]


@pytest.mark.parametrize(
    "text",
    [
        "全镇贯彻创新、协调、绿色、开放、共享的新发展理念。",
        "文件涉及创新、绿色、金融、开放等领域。",
        "统筹推进经济建设、政治建设、文化建设、社会建设。",
        "加强政治建设、思想建设、组织建设、作风建设、纪律建设、制度建设。",
        "坚持马克思列宁主义、毛泽东思想、邓小平理论、\"三个代表\"重要思想、科学发展观。",
        "推进基层治理体系和治理能力现代化。",
    ],
)  # fmt: skip
def test_what_is_right_or_only_a_part_is_left_alone(text: str) -> None:
    assert told(text) == []


def test_no_phrase_that_is_shipped_is_told() -> None:
    for phrase in policy_phrases():
        assert told(f"坚持{phrase.whole}的要求。") == []


def test_there_are_more_than_three_hundred_phrases_none_twice() -> None:
    assert len(set(policy_phrases())) == len(policy_phrases()) > 300


def test_a_phrase_has_two_parts() -> None:
    with pytest.raises(ValueError, match="one part"):
        list(phrasings(["创新"]))


@given(st.text("创新协调绿色开放共享、，。\n“”x", max_size=60))
def test_any_text_is_read_and_places_lie_in_it(text: str) -> None:
    for each in SHIPPED.find(text, SHIPPED.automaton.find(text)):
        assert 0 <= each.start < each.end <= len(text)


@given(st.text(max_size=8), st.text(max_size=8))
def test_nothing_resembles_itself_and_likeness_is_mutual(one: str, other: str) -> None:
    assert not resembles(one, one)
    if len(one) == len(other) and one.isalnum() and other.isalnum():
        assert resembles(one, other) == resembles(other, one)
