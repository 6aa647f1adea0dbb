"""What stands in a file is shown as it stands, and does nothing to the terminal that shows it."""

import json

import pytest
from rich.text import Text

from gongkai.web import terminal


def printed(capsys, *cells: object) -> str:
    terminal.draw(terminal.table("表", ("甲", "乙"), [cells]))
    return capsys.readouterr().out


@pytest.mark.parametrize("words", ["[red]", "[/]", ":smile:", "[link=x]", "\\[a]"])
def test_no_words_are_taken_for_markup(capsys, words):
    assert words in printed(capsys, words, 1)


def test_control_characters_are_shown_as_such(capsys):
    assert "红\x1b[31m" not in printed(capsys, "红\x1b[31m头\x07", None)
    assert terminal.cell("红\x1b[31m头\x07").plain == "红�[31m头�"


def test_nothing_is_nothing_and_zero_is_zero():
    assert [terminal.cell(value).plain for value in (None, 0, "", Text("红"))] == ["", "0", "", "红"]


def test_a_sentence_is_one_line_however_long(capsys):
    terminal.say("路径/" * 100)
    assert capsys.readouterr().out == "路径/" * 100 + "\n"


def test_json_keeps_chinese_readable(capsys):
    terminal.print_json({"单位": "财政局"})
    out = capsys.readouterr().out
    assert "财政局" in out
    assert json.loads(out) == {"单位": "财政局"}


def test_a_column_may_leave_its_room_to_the_others(capsys):
    terminal.draw(terminal.table("表", ("甲", "乙"), [("字" * 60, "句" * 40)], widest={"甲": 12}))
    out = capsys.readouterr().out
    assert "句" * 40 in out
    assert "字" * 6 in out
    assert "字" * 7 not in out
