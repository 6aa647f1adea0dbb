"""A right word with one character exchanged is found at its place, in any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.proofreading import exchanged
from gongkai.proofreading.exchanged import Exchanged, Slip
from gongkai.proofreading.lexicon.slips import spread, written

# few characters, among them one beyond the basic plane, one that is none and half of one
CHARACTERS = "安装按丁丂\u4e4e"
TEXTS = st.text(CHARACTERS + "😀\x00\ud800", max_size=60)


@st.composite
def lines(draw: st.DrawFn) -> list[str]:
    right = draw(st.lists(st.text(CHARACTERS, min_size=2, max_size=6), max_size=5, unique=True))
    return [
        written(word, {word[:at] + other + word[at + 1 :] for at, other in exchanges})
        for word in right
        if (
            exchanges := draw(
                st.lists(
                    st.tuples(st.integers(0, len(word) - 1), st.sampled_from(CHARACTERS)).filter(
                        lambda each, word=word: word[each[0]] != each[1]
                    )
                )
            )
        )
    ]


def naive(listed: list[str], text: str) -> list[Slip]:
    return sorted(
        {
            Slip(start, start + len(form), right)
            for form, right in spread(listed)
            for start in range(len(text))
            if text.startswith(form, start)
        }
    )


@given(lines(), TEXTS)
def test_it_finds_what_a_search_for_each_form_finds(listed, text):
    assert Exchanged(listed).find(text) == naive(listed, text)


@given(lines(), TEXTS)
def test_a_long_text_is_searched_in_blocks_without_loss(listed, text):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(exchanged, "BLOCK", 5)
        assert Exchanged(listed).find(text) == naive(listed, text)


def test_a_form_of_two_right_words_is_told_of_both():
    assert [slip.right for slip in Exchanged(["部署\t布|", "布置\t|署"]).find("已布署")] == ["布置", "部署"]


def test_a_line_with_a_cell_too_few_is_refused():
    with pytest.raises(ValueError, match="a cell for each"):
        Exchanged(["避险\t辟"])
