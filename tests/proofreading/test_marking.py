"""What is marked on a screen is the text itself, cut where findings begin and end."""

from hypothesis import given
from hypothesis import strategies as st

from gongkai.proofreading.document import Document, Part, Piece
from gongkai.proofreading.hits import Group, Hit, Level, Span
from gongkai.proofreading.marking import segments

TEXT = "共收到来信三十件，其中咨询十二件。"


def hit(*spans: tuple[int, int]) -> Hit:
    placed = tuple(Span(0, start, end) for start, end in spans)
    return Hit(Group.FIGURES, "合计", Level.ERROR, placed, "", "")


def cut(*hits: Hit) -> list[tuple[str, tuple[int, ...]]]:
    return [tuple(one) for one in segments(Document("甲", (Piece(Part.BODY, "第1段", TEXT),)), hits)[0]]


def test_each_side_of_a_finding_is_marked():
    assert cut(hit((5, 8), (13, 16))) == [
        ("共收到来信", ()),
        ("三十件", (0,)),
        ("，其中咨询", ()),
        ("十二件", (0,)),
        ("。", ()),
    ]


def test_findings_that_overlap_share_what_they_share():
    assert cut(hit((0, 5)), hit((3, 8)))[:3] == [("共收到", (0,)), ("来信", (0, 1)), ("三十件", (1,))]


edge = st.integers(0, len(TEXT))


@given(st.lists(st.tuples(edge, edge).map(sorted).map(tuple), max_size=6))
def test_nothing_of_the_text_is_lost(spans):
    shown = cut(*(hit(span) for span in spans if span[0] < span[1]))
    assert "".join(text for text, _ in shown) == TEXT
    for place, (start, end) in enumerate([span for span in spans if span[0] < span[1]]):
        assert "".join(text for text, hits in shown if place in hits) == TEXT[start:end]
