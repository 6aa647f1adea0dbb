"""No edit slips through: one character put in the place of another is told, wherever it stands."""

from io import BytesIO

import docx as python_docx
import pytest
from docx.oxml.ns import qn
from editing import printed
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.notice import returned


@pytest.mark.slow
@settings(max_examples=40, deadline=None)
@given(
    st.sampled_from(["weibin", "qianyang"]),
    st.integers(0, 10_000),
    st.integers(0, 10_000),
    st.sampled_from("的，镇%x。"),
)
def test_any_character_replaced_is_told(case, piece, place, character):
    content, plan = printed(case)
    document = python_docx.Document(BytesIO(content))
    texts = [one for one in document.element.body.iter(qn("w:t")) if (one.text or "").strip()]
    text = texts[piece % len(texts)]
    at = place % len(text.text)
    old, text.text = text.text, text.text[:at] + character + text.text[at + 1 :]
    saved = BytesIO()
    document.save(saved)
    found = returned.compare(saved.getvalue(), plan).differences
    assert found or text.text == old
