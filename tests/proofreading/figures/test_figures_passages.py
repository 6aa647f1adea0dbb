"""A passage is read once: whatever stretch of it is asked for, its statements are those of that stretch."""

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.proofreading.document import Document, Part, Piece, plain
from gongkai.proofreading.figures.arithmetic.rounding import agrees
from gongkai.proofreading.figures.reading import passages as making
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.figures.reading.passages import compact, passages

TEXTS = st.text("共受理其中投诉、，；。（）件个%12345.万一二 　*_#:１２,－-", max_size=120)


def of(text: str) -> Passage:
    """The one passage of a text."""
    (passage,) = passages(Document("文.txt", (Piece(Part.BODY, "第1行", text),)))
    return passage


@given(TEXTS)
def test_each_character_of_a_passage_leads_back_to_itself(text: str) -> None:
    passage = of(text)
    for place, character in enumerate(passage.text):
        span = passage.span(place, place + 1)
        assert compact(text[span.start : span.end]).strip("，,") in (character, "")
    assert passage.text == compact(text)


@given(st.lists(TEXTS, max_size=6))
def test_no_character_of_the_narrative_is_lost(texts: list[str]) -> None:
    document = plain("文.txt", "\n".join(texts))
    body = [piece.text for piece in document.pieces if piece.part is Part.BODY]
    assert "".join(passage.text for passage in passages(document)) == "".join(map(compact, body))


def test_a_paragraph_without_end_is_read_in_portions_that_end_with_a_sentence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(making, "LONGEST", 40)
    sentence = "共受理工单391件，其中投诉类353件。"
    document = plain("文.txt", sentence * 9)
    found = list(passages(document))
    assert len(found) > 3
    assert "".join(passage.text for passage in found) == sentence * 9
    assert all(passage.text.endswith("。") for passage in found)
    last = found[-1].told[0]
    assert document.pieces[0].text[last.span.start : last.span.end] == "391件"


def test_what_is_said_of_a_number_ends_at_the_stretch_asked_for() -> None:
    (passage, *_) = passages(plain("文.txt", "共受理工单391件；其中投诉类353件栏目。另有8件。"))
    begin = passage.text.index("其中")
    (told,) = passage.statements(begin, passage.text.index("栏目"))
    assert (told.gap, told.subject, told.thing) == ("其中投诉类", "其中投诉类", "")
    assert [each.amount for each in passage.told] == ["391件", "353件", "8件"]
    assert [[each.amount for each in clause] for clause in passage.clauses] == [["391件"], ["353件"], ["8件"]]


@given(
    st.lists(
        st.sampled_from(["共", "12件", "，", "；", "。", "（", "）", "3.5万元", "其他", "占8%"]), max_size=30
    )
)
def test_a_sentence_asked_for_by_itself_gives_what_was_told_in_it(parts: list[str]) -> None:
    passage = of("".join(parts))
    told = [each for start, end in passage.sentences for each in passage.statements(start, end)]
    assert told == list(passage.told)


@given(st.integers(-10_000, 10_000), st.integers(1, 999), st.integers(0, 3), st.integers(-12_000, 12_000))
def test_a_printed_value_agrees_with_what_rounding_or_cutting_makes_of_the_exact_one(
    part: int, whole: int, places: int, printed: int
) -> None:
    last = Decimal(1).scaleb(-places)
    exact = Decimal(part) * 100 / whole
    made = {(exact / last).quantize(Decimal(1), rounding=way) * last for way in (ROUND_HALF_UP, ROUND_DOWN)}
    assert all(agrees(value, last, exact) for value in made)
    assert agrees(printed * last, last, exact) == (printed * last in made)
