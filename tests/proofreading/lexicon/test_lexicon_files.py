"""The shipped lexicons: every line is an entry, and no entry speaks against a right word."""

from collections import Counter

import pytest

from gongkai.proofreading.automaton import Automaton
from gongkai.proofreading.hits import Level
from gongkai.proofreading.lexicon.entry import Entry, Genre
from gongkai.proofreading.lexicon.reading import CATEGORY, read
from gongkai.proofreading.lexicon.shipped import FOLDER, entries, names, ordinary_words


@pytest.mark.parametrize("name", names())
def test_every_line_is_an_entry_and_the_file_says_how_it_was_made(name: str) -> None:
    text = (FOLDER / name).read_text("utf-8")
    comments = [line for line in text.splitlines() if line.startswith("#")]
    assert read(text)
    assert comments[0].startswith(CATEGORY)
    assert len(comments) > 1


def test_there_are_more_than_three_thousand_entries_and_no_wrong_side_twice() -> None:
    counted = Counter(entry.wrong for entry in entries())
    assert len(counted) > 3000
    assert [wrong for wrong, count in counted.items() if count > 1] == []


def speaking_against(word: str, lexicon: list[Entry], automaton: Automaton) -> list[str]:
    """The wrong sides inside a right word that no exception takes back."""
    return [
        lexicon[place].wrong
        for place, _, _ in automaton.find(word)
        if not any(longer in word for longer in (lexicon[place].right, *lexicon[place].exceptions))
    ]


def test_no_wrong_side_stands_inside_a_right_word() -> None:
    lexicon = [entry for entry in entries() if entry.level is not Level.HINT and entry.genre is None]
    automaton = Automaton(entry.wrong for entry in lexicon)
    right = ordinary_words() | {entry.right for entry in entries() if entry.genre is None}
    assert {word: bad for word in right if (bad := speaking_against(word, lexicon, automaton))} == {}


def test_old_names_of_organs_are_only_hinted_at_and_carry_their_day() -> None:
    old = [entry for entry in entries() if entry.category == "名称变更"]
    assert old
    assert all(entry.level is Level.HINT and entry.since for entry in old)


def test_what_is_vague_matters_only_in_a_guide() -> None:
    assert {entry.genre for entry in entries() if entry.category == "兜底表述"} == {Genre.GUIDE}
