"""Every occurrence of every word is found at its place, in any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.proofreading import automaton
from gongkai.proofreading.automaton import Automaton, Together

# few characters, among them two whose halves make up others, and one beyond the basic plane
CHARACTERS = "安装按a一丁丂\u0100\u4e4e😀１"
WORDS = st.lists(st.text(CHARACTERS, min_size=1, max_size=3), min_size=1, max_size=6, unique=True)


def naive(words: list[str], text: str) -> set[tuple[int, int, int]]:
    return {
        (number, start, start + len(word))
        for number, word in enumerate(words)
        for start in range(len(text))
        if text.startswith(word, start)
    }


@given(WORDS, st.text(CHARACTERS, max_size=60))
def test_it_finds_what_a_search_for_each_word_finds(words, text):
    found = Automaton(words).find(text)
    assert set(found) == naive(words, text)
    assert len(found) == len(set(found))


@given(WORDS, st.text(CHARACTERS, max_size=60))
def test_a_long_text_is_searched_in_portions_without_loss(words, text):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(automaton, "PORTION", 7)
        found = Automaton(words).find(text)
    assert sorted(found) == sorted(naive(words, text))


@given(WORDS, WORDS, st.text(CHARACTERS, max_size=60))
def test_two_lists_in_one_pass_find_what_each_finds_alone(first, second, text):
    one, other = Automaton(first), Automaton(second)
    assert Together(one, other).find(text) == (one.find(text), other.find(text))


def test_matches_come_in_the_order_of_their_ends():
    assert Automaton(["身份证号", "身份证"]).find("😀身份证号") == [(1, 1, 4), (0, 1, 5)]


def test_half_a_character_is_no_reason_to_fail():
    assert Automaton(["户主"]).find("\ud800户主") == [(0, 1, 3)]


def test_an_empty_word_is_refused():
    with pytest.raises(ValueError, match="empty word"):
        Automaton([""])
