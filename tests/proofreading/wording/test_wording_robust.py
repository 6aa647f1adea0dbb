"""Whatever is written: the findings stand in the text, in order."""

from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.proofreading.wording import Wording

WORDS = [
    *("按装", "部暑", "的的", "等", "其他材料", "截止", "以上", "不少于", "第", "号", "〔2022〕", "(2022)"),
    *(
        "2022年",
        "2月",
        "30日",
        "１",
        "1,200",
        "99.4%",
        "—",
        "——",
        "...",
        "。。",
        "“",
        "”",
        "《",
        "》",
        "，",
        " ",
        "\n",
    ),
    *(
        "\u200b",
        "\u202e",
        "\ud800",
        "😀",
        "𠮷",
        "<b>",
        "http://a.cn/",
        "a@b.cn",
        "二〇二二",
        "零",
        "申请人",
        "县政府",
    ),
]


@cache
def wording() -> Wording:
    return Wording()


@settings(deadline=None)
@given(st.lists(st.sampled_from(WORDS) | st.text(max_size=3), max_size=30).map("".join))
def test_findings_stand_in_the_text(text):
    found = wording().find(text)
    assert all(0 <= hit.start < hit.end <= len(text) for hit in found)
    assert [hit.start for hit in found] == sorted(hit.start for hit in found)
