"""Personal data and wrong words are found wherever they stand in a text of any length."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.proofreading import search as searching
from gongkai.proofreading.personal.find import find
from gongkai.proofreading.search import Searched, search
from gongkai.proofreading.wording import Wording

WORDING = Wording(style=False)
IDENTITY = "11010519491231002X"
LINES = st.lists(
    st.sampled_from(
        [
            "申请人张三的身份证号为" + IDENTITY,
            "设备已按装完毕。",
            "电话13812345678，",
            "各单位要认真落实。",
            "",
        ]
    ),
    max_size=12,
)


def told(text: str, **more: object) -> list[str]:
    return [
        text[one.start : one.end]
        for portion in search(text, (WORDING,), **more)
        for found in portion
        for one in found
    ]


@settings(deadline=None)  # the first search compiles the words
@given(LINES)
def test_in_one_pass_is_found_what_each_finds_alone(lines):
    text = "\n".join(lines)
    found = next(search(text, (WORDING,)), Searched([], []))
    assert found.personal == find(text)
    assert found.worded == WORDING.find(text)


@settings(deadline=None)
@given(LINES)
def test_a_long_text_is_searched_in_portions_of_whole_lines(lines):
    text = "\n".join(lines)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(searching, "PORTION", 40)
        assert sorted(told(text)) == sorted(
            text[one.start : one.end] for one in (*find(text), *WORDING.find(text))
        )


def test_a_line_longer_than_a_portion_is_searched_to_its_end(monkeypatch):
    monkeypatch.setattr(searching, "PORTION", 50)
    text = "各单位要认真落实有关要求" * 20 + "，身份证号" + IDENTITY
    assert told(text) == [IDENTITY]


def test_public_numbers_are_left_out():
    assert told("电话13812345678", allowed=("138-1234-5678",)) == []
