"""What a reader of the labelled corpus may rely on."""

import pytest

from tests.golden.proofread import corpus, marked, mistyped, reading
from tests.golden.proofread.judging import by_group

PERSONAL, WORDING, FIGURES = "个人信息", "用语", "数据"
WITH_NUMBERS = ("身份证号", "手机号", "银行卡号")


@pytest.mark.parametrize(("group", "least"), [(PERSONAL, 0.99), (WORDING, 0.97), (FIGURES, 0.95)])
def test_what_is_marked_is_wrong_indeed(group, least):
    false = [(one.document, mark) for one in marked.judged() for mark in one.false if mark.group == group]
    assert by_group(marked.judged())[group].precision >= least, false


@pytest.mark.parametrize(("group", "least"), [(PERSONAL, 0.99), (FIGURES, 0.90)])
def test_what_is_to_be_marked_is_marked(group, least):
    missed = [label for one in marked.judged() for label in one.missed if label.group == group]
    assert by_group(marked.judged())[group].recall >= least, missed


def test_what_is_right_never_keeps_a_publication_back():
    assert [mark for one in marked.judged() for mark in one.false if mark.level == "错误"] == []


def test_of_seven_relations_in_eight_a_mistyped_figure_is_told():
    relations = list(mistyped.relations())
    missed = [each for each in relations if not any(mistyped.noticed(each))]
    assert len(missed) <= 0.125 * len(relations), missed


@pytest.mark.parametrize("as_another", [reading.as_word, reading.as_sheet])
def test_numbers_of_persons_are_found_in_word_and_in_sheets_as_well(as_another):
    numbers = {
        label.document: label.text
        for label in corpus.labels()
        if label.kind in WITH_NUMBERS and label.document.endswith("公示.md")
    }
    for name, number in numbers.items():
        found = {mark.found for mark in marked.marks(as_another(name)) if mark.group == PERSONAL}
        assert any(each in number for each in found)  # what stands around it is no part of it: +86, a card
