"""A fault of a pack is shown in the line it stands in."""

import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from gongkai.office import canonical, files
from gongkai.office.faults import key_path
from gongkai.office.lines import line_of
from tests.conftest import OFFICES

TEXT = '''\
# 说明：[方括号] 和 "引号" 都不是键
name = "甲 # 不是注释"   # 是注释
"带引号的键" = 'C:\\路径'
dimensions = [
  { name = "新闻", groups = ["镇"] },   # 第一项

  # 第二项
  { name = "公开", groups = [
      "镇",
      "部门",
    ] },
]
[lists]
commend = 3
note = """
[不是小节]
"""
measure.of = 2021-01-01
[[items]]
key = "甲"
rule = { kind = "flat", points = -2.5 }
[[items]]
key = "乙"
[items.rule]
kind = "event"
'''


@pytest.mark.parametrize(
    ("key", "line"),
    [
        ("name", 2),
        ("带引号的键", 3),
        ("dimensions[0].groups[0]", 5),
        ("dimensions[1]", 8),
        ("dimensions[1].groups[1]", 10),
        ("lists", 13),
        ("lists.commend", 14),
        ("lists.measure.of", 18),
        ("items[0].rule.points", 21),
        ("items[1].key", 23),
        ("items[1].rule.kind", 25),
        ("items[1].measure", 22),  # missing: the entry it should stand in
        ("nothing", 1),
        ("第 7 行", 7),
    ],
)
def test_a_key_is_found_in_its_line(key, line):
    tomllib.loads(TEXT)
    assert line_of(TEXT, key) == line


@pytest.mark.parametrize("office", ["weibin", "qianyang"])
def test_every_key_of_a_pack_as_we_write_it_is_found_where_its_value_is(office):
    text = files.dumps(files.read(OFFICES / office))[files.SCHEME]
    rows = text.splitlines()
    for number, item in enumerate(tomllib.loads(text).get("items", [])):
        row = rows[line_of(text, f"items[{number}].label") - 1]
        assert f'label = "{item["label"]}"' in row
        assert f'key = "{item["key"]}"' in row


WORDS = some.text(some.characters(codec="utf-8", exclude_characters="\x7f", min_codepoint=32), max_size=8)
KEYS = some.text("abcXYZ019_-", min_size=1, max_size=5)
VALUES: Any = some.recursive(
    WORDS | some.integers(-99, 99) | some.booleans(),
    lambda inner: some.lists(inner, max_size=3).map(tuple) | some.dictionaries(KEYS, inner, max_size=3),
    max_leaves=12,
)


@given(some.dictionaries(KEYS, VALUES, max_size=5))
def test_whatever_is_written_is_walked_to_its_end(table):
    text = canonical.text(table)
    if _of_mixed_lists(table):
        return
    for path in _paths(table):
        row = text.split("\n")[line_of(text, key_path(path)) - 1]
        last = path[-1]
        assert isinstance(last, int) or str(last) in row


def _paths(value: Any, path: tuple = ()) -> Any:
    members = (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, tuple) else ()
    )
    for step, inner in members:
        yield (*path, step)
        yield from _paths(inner, (*path, step))


def _of_mixed_lists(table: Any) -> bool:
    """Lists whose first member is a table and another is not: the canonical writer is never given them."""
    return any(
        isinstance(value, tuple) and value and len({isinstance(one, dict) for one in value}) > 1
        for value in table.values()
    )
