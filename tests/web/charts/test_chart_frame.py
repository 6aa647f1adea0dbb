"""Names find room beside an axis, and are broken evenly where they do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.web.charts import frame

han = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=1, max_size=60)


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("财政局", "财政局"),
        ("医疗药品及医用耗材采购", "医疗药品及医\n用耗材采购"),
        ("国有土地使用权和矿业权出让", "国有土地使用权\n和矿业权出让"),
    ],
)
def test_a_long_name_goes_on_in_a_second_line_of_about_the_same_length(name: str, lines: str):
    assert frame.broken(name) == lines


@given(han)
def test_a_broken_name_loses_nothing_and_fits(name: str):
    lines = frame.broken(name).split("\n")
    assert "".join(lines) == name
    assert max(frame.width(line) for line in lines) <= frame.WIDEST_NAME
    assert frame.row_height([name]) >= len(lines) * frame.LINE


def test_latin_letters_take_less_room():
    assert frame.width("12345") < frame.width("一二三四五")
