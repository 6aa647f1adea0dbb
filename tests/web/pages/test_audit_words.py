"""Every act that the program records has its words; what changed is shown place by place."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import gongkai
from gongkai.web.pages.audit import difference, objects, words

SOURCES = Path(gongkai.__file__).parent


def recorded() -> Iterator[tuple[str, str]]:
    """(file, act) of every call of `record`."""
    for path in sorted(SOURCES.rglob("*.py")):
        tree = ast.parse(path.read_text())
        for function in functions(tree):
            for call in calls(function, "record"):
                yield from ((path.name, act) for act in acts(call.args[0], function, tree))


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef]:
    return (one for one in ast.walk(tree) if isinstance(one, ast.FunctionDef))


def calls(tree: ast.AST, name: str) -> Iterator[ast.Call]:
    for one in ast.walk(tree):
        if isinstance(one, ast.Call) and named(one.func) == name and one.args:
            yield one


def named(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def acts(given: ast.expr, function: ast.FunctionDef, tree: ast.AST) -> Iterator[str]:
    """A constant; of an f-string what stands before the part filled in; what a variable, a parameter or a
    function of the module may be."""
    if isinstance(given, ast.JoinedStr):
        yield constant(given.values[0])
    elif isinstance(given, ast.Call):
        for one in functions(tree):
            if one.name == named(given.func):
                yield from (act for part in ast.walk(one) if isinstance(part, ast.Return) and part.value
                            for act in acts(part.value, one, tree))  # fmt: skip
    elif isinstance(given, ast.Name) and given.id in (one.arg for one in function.args.args):
        for call in calls(tree, function.name):
            yield from acts(call.args[0], function, tree)
    elif isinstance(given, ast.Name):
        for one in ast.walk(function):
            if isinstance(one, ast.Assign) and named(one.targets[0]) == given.id:
                yield from (constant(part) for part in ast.walk(one.value) if "." in constant(part))
    else:
        yield constant(given)


def constant(part: ast.AST) -> str:
    return part.value if isinstance(part, ast.Constant) and isinstance(part.value, str) else ""


def test_every_act_that_is_recorded_has_its_word():
    found = set(recorded())
    assert len(found) > 20, "没有找到 record(…) 的调用"
    unknown = {(file, act) for file, act in found if act not in words.AUDIT_WORDS and not words.known(act)}
    assert not unknown, (
        f"请在 gongkai/web/pages/audit/words.py 的 OWN 中为这些操作写上说法：{sorted(unknown)}"
    )


def test_every_act_belongs_to_a_family():
    assert {code.partition(".")[0] for code in words.AUDIT_WORDS} <= set(words.FAMILIES)


@pytest.mark.parametrize(
    ("code", "act", "said"),
    [
        ("weibin", "office.load", "本办公室"),
        ("weibin/财政局", "unit.alias", "财政局"),
        ("weibin/2021Q4/1", "assessment.make", "2021年四季度 第1版结果"),
        ("weibin/2021Q4/1/2", "notice.issue", "2021年四季度 第1版结果 第2次印发"),
        ("weibin/2021Q4/7/orders", "fact.change", "2021年四季度 批次7 12345工单"),
        ("weibin/rectifications/12", "rectification.submit", "整改事项第12项"),
        ("weibin/2021Q4/upload/7", "upload.write", "2021年四季度 上传文件7"),
        ("weibin/units/财政局", "register.change", "单位 财政局"),
        ("weibin/2021/3", "batch.write", "2021年 批次3"),
    ],
)
def test_objects_are_named_as_people_name_them(code, act, said):
    assert objects.named(code, "weibin", act) == said


def test_an_act_is_named_with_its_family():
    assert words.action("rectification.submit") == "整改：报送整改报告"


def changed(old: object, new: object) -> list[tuple[str, str, str]]:
    return [(one.place, one.old, one.new) for one in difference.changes(old, new)]


def test_only_what_differs_is_shown():
    assert changed({"state": "a", "unit": "财政局"}, {"state": "b", "unit": "财政局"}) == [("状态", "a", "b")]


def test_changed_facts_are_named_by_their_keys():
    old, new = [{"key": "GD001", "quantity": 3}], [{"key": "GD001", "quantity": 5}]
    assert changed(old, new) == [("GD001 · 数量", "3", "5")]


def test_facts_that_went_are_rows_with_their_fields():
    gone = {"fields": ["unit", "quantity"], "rows": [["财政局", 8]]}
    assert changed(gone, None) == [("第1行", "单位：财政局；数量：8", "")]


def test_nothing_kept_is_nothing_shown():
    assert changed(None, None) == changed({}, None) == []


def test_a_long_text_shows_the_lines_that_changed_and_a_few_around():
    before = "\n".join(f"第{number}行" for number in range(40))
    (change,) = difference.changes({"notice.md": before}, {"notice.md": before.replace("第20行", "改过")})
    assert [(line.sign, line.text) for line in change.lines] == [
        (" ", "第18行"), (" ", "第19行"), ("−", "第20行"), ("+", "改过"), (" ", "第21行"), (" ", "第22行"),
    ]  # fmt: skip


def test_states_are_told_in_the_words_of_their_course():
    assert words.readable({"state": "sent_back"}, "rectification.send_back") == {"state": "已退回"}
    assert words.readable("财政局", "notice.receive") == "财政局"
