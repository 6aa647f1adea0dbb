"""A lexicon file of an office is read whole, or every fault is told with its line."""

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.proofreading.hits import Level
from gongkai.proofreading.lexicon.entry import Entry, Genre
from gongkai.proofreading.lexicon.faults import LexiconError
from gongkai.proofreading.lexicon.reading import read


def faults(text: str) -> list[str]:
    with pytest.raises(LexiconError) as caught:
        read(text)
    return list(map(str, caught.value.faults))


def test_two_columns_are_enough() -> None:
    assert read("wrong\tright\n云领县\t云岭县\n") == (Entry("云领县", "云岭县", Level.DOUBT, "补充词库"),)


def test_all_columns_and_a_category() -> None:
    text = (
        "# 类别：地名\nwrong\tright\tlevel\tsource\texceptions\tgenre\tsince\n"
        "石桥乡\t石桥镇\t提示\t民政厅批复\t石桥乡村\t办事指南\t2016-05-01"
    )
    assert read(text) == (
        Entry(
            "石桥乡", "石桥镇", Level.HINT, "地名", "民政厅批复", ("石桥乡村",), Genre.GUIDE, date(2016, 5, 1)
        ),
    )


def test_every_fault_is_told_with_its_line() -> None:
    text = (
        "wrong\tright\tlevel\tsource\texceptions\tgenre\tsince\n"
        "甲\t乙\n甲乙\t甲乙\n甲丙\t乙丙\t严重\n甲丁\t乙丁\t错误\t\t乙丁戊\n"
        "甲戊\t乙戊\t错误\t\t\t诗歌\n甲己\t乙己\t错误\t\t\t\t2018年\n甲庚\t乙庚\n甲庚\t丙庚\n"
    )
    assert faults(text) == [
        "第2行：错误写法至少两个字",
        "第3行：“甲乙”的错误写法与正确写法相同",
        "第4行：级别“严重”应为错误、存疑或提示",
        "第5行：例外“乙丁戊”应当包含“甲丁”",
        "第6行：文种“诗歌”应为一般公文、办事指南、宣传推介之一",
        "第7行：日期“2018年”应写作 2018-03-17",
        "第9行：“甲庚”与第8行重复",
    ]


def test_a_file_without_header_or_without_lines_is_refused() -> None:
    assert faults("云领县\t云岭县") == [
        "第1行：表头应依次为 wrong、right、level、source、exceptions、genre、since，至少有前两列"
    ]
    assert faults("# 空\n") == ["第1行：文件中没有词条"]


@given(st.text(alphabet="甲乙\t、#\n错误2018-", max_size=80))
def test_any_text_is_answer_with_reasons(body: str) -> None:
    answer: Sequence[object] = ()
    try:
        answer = read("wrong\tright\tlevel\n甲乙\t丙丁\t错误\n" + body)
    except LexiconError as error:
        answer = error.faults
    assert answer
