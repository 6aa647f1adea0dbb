"""The measure itself: what counts as right, wrong, missed, or neither."""

from tests.golden.proofread.corpus import Label
from tests.golden.proofread.judging import Mark, by_group, judge

WRITTEN = "张三，电话甲；李四，电话乙。"


def mark(start: int, end: int, group: str = "个人信息") -> Mark:
    return Mark(group, "姓名", "错误", ((start, end),), WRITTEN[start:end], "")


def label(text: str, group: str = "个人信息", occurrence: int = 1) -> Label:
    return Label("001-通知.md", group, "姓名", text, occurrence)


def judged(marks: list[Mark], labels: list[Label]):
    return judge("001-通知.md", WRITTEN, marks, labels)


def test_a_mark_that_overlaps_a_label_of_its_group_is_right():
    one = judged([mark(1, 4)], [label("张三")])
    assert (len(one.right), one.false, one.missed) == (1, [], [])


def test_a_mark_of_another_group_is_wrong_and_the_label_missed():
    one = judged([mark(0, 2, "用语")], [label("张三")])
    assert (one.right, len(one.false), len(one.missed)) == ([], 1, 1)


def test_the_second_occurrence_is_another_place_than_the_first():
    one = judged([mark(3, 5)], [label("电话", occurrence=2)])
    assert (one.right, len(one.false), len(one.missed)) == ([], 1, 1)


def test_where_readers_differ_a_mark_is_neither_right_nor_wrong():
    marked = judged([mark(7, 9)], [label("李四", "两可")])
    unmarked = judged([], [label("李四", "两可")])
    assert (marked.right, marked.false, unmarked.missed) == ([], [], [])


def test_precision_and_recall_count_over_all_documents():
    score = by_group([judged([mark(0, 2), mark(10, 12)], [label("张三"), label("李四")])])["个人信息"]
    assert (score.precision, score.recall) == (0.5, 0.5)
