"""The labelled corpus is what it says it is."""

import pytest

from tests.golden.proofread import corpus, reading
from tests.golden.proofread.numbers_of_form import valid_card, valid_identity

WITH_TABLES = [name for name in corpus.names() if "|---|" in corpus.text(name) and corpus.of(name)][:6]


def test_there_are_at_least_200_documents_of_12_genres_and_half_of_them_are_clean():
    names = corpus.names()
    assert len(names) >= 200
    assert len({corpus.genre(name) for name in names}) >= 12
    assert len(corpus.clean()) >= len(names) / 2


def test_every_document_says_something_of_its_own():
    assert len({corpus.text(name) for name in corpus.names()}) == len(corpus.names())


def test_every_label_stands_where_it_says_in_the_file_and_in_the_text_that_is_read():
    for label in corpus.labels():
        for written in (corpus.text(label.document), reading.document(label.document).text):
            start, end = label.span(written)
            assert written[start:end] == label.text


def test_no_place_is_labelled_twice():
    assert len(set(corpus.labels())) == len(corpus.labels())


def test_every_group_is_labelled_in_many_places():
    groups = [label.group for label in corpus.labels()]
    assert all(groups.count(group) >= 30 for group in ("个人信息", "用语", "数据"))


@pytest.mark.parametrize(("kind", "valid"), [("身份证号", valid_identity), ("银行卡号", valid_card)])
def test_numbers_that_are_to_be_found_are_formally_valid(kind, valid):
    numbers = [label.text for label in corpus.labels() if label.kind == kind]
    assert len(numbers) >= 10
    assert [number for number in numbers if not valid(number)] == []


@pytest.mark.parametrize("as_another", [reading.as_word, reading.as_sheet])
def test_labels_stand_in_the_same_text_as_another_file(as_another):
    for name in WITH_TABLES:
        read = as_another(name).text
        assert [label for label in corpus.of(name) if label.text not in read] == []
