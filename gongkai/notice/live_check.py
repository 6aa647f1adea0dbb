"""Checking wording while it is edited: every fault that can be found in one pass, with its line.

Names and constant expressions are looked up on every branch. Then the wording is rendered; a line that is at
fault is left out and the rest rendered again, so that one mistake does not hide the next.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from jinja2 import TemplateSyntaxError, nodes

from gongkai.assessment.result import Assessment
from gongkai.notice import markdown, template, vocabulary
from gongkai.notice.figures import Figures
from gongkai.notice.marks import Ledger
from gongkai.notice.material import Material
from gongkai.notice.sandbox import NoticeEnvironment
from gongkai.notice.template import TemplateError, in_chinese
from gongkai.notice.template_check import unknown_names
from gongkai.office.pack import IssuedNotice, Office
from gongkai.terms import Period

MOST = 20
"""Faults found by rendering; whoever has more mends these first."""

_TAG = re.compile(r"\{%.*?%\}")
_OF_THE_RESULT = frozenset({"score", "rank"})
"""Words that need a result a branch may have asked for first."""


class Fault(NamedTuple):
    """A line of the template, 0 for the whole of it, and what is wrong there."""

    line: int
    message: str


def check(
    original: str, office: Office, assessment: Assessment, *, issued: IssuedNotice, period: Period
) -> list[Fault]:
    """Every fault of a template that can be found in one pass, by line; empty if it can be printed."""

    def material() -> Material:
        return Material(office, assessment, issued, period, Figures(assessment))

    found: dict[Fault, None] = {}
    source, parsed = original, ""
    for _ in range(MOST):
        fault, in_syntax = _first_fault(source, material())
        parsed = parsed or ("" if in_syntax else source)
        if fault is None:
            break
        found[fault] = None
        shorter = _without(source, fault.line, printed_only=in_syntax)
        if shorter == source:
            break
        source = shorter
    return sorted({*found, *_on_every_branch(parsed, vocabulary.names(material()))})


def _first_fault(source: str, material: Material) -> tuple[Fault | None, bool]:
    """What stops the wording from becoming paragraphs, and whether it cannot even be parsed."""
    try:
        rendered = template.render(source, vocabulary.names(material), material.ledger)
        markdown.blocks(rendered, material.ledger)
    except TemplateError as error:
        return Fault(error.line, error.message), isinstance(error.__cause__, TemplateSyntaxError)
    return None, False


def _without(source: str, line: int, *, printed_only: bool) -> str:
    """The source with nothing but its tags on a line.

    Unchanged where that would tear an expression apart and, with `printed_only`, where the line prints
    nothing: a fault among the tags is not mended by what stands beside them.
    """
    lines = source.split("\n")
    whole = bool(line) and all(_balanced("\n".join(lines[:end])) for end in (line - 1, line))
    if whole and ("{{" in lines[line - 1] or not printed_only):
        lines[line - 1] = "".join(_TAG.findall(lines[line - 1]))
    return "\n".join(lines)


def _balanced(text: str) -> bool:
    return all(
        text.count(start) == text.count(end) for start, end in (("{{", "}}"), ("{%", "%}"), ("{#", "#}"))
    )


def _on_every_branch(source: str, known: Mapping[str, object]) -> Iterator[Fault]:
    """Names and constant expressions that nothing answers, also where rendering never comes."""
    try:
        tree = NoticeEnvironment(Ledger(), dict(known)).parse(source)
    except (TemplateSyntaxError, RecursionError):
        return  # told by rendering
    yield from (Fault(line, message) for line, message in unknown_names(tree, known))
    yield from _constants(tree, known)


def _constants(tree: nodes.Template, known: Mapping[str, object]) -> Iterator[Fault]:
    own = {node.name for node in tree.find_all(nodes.Name) if node.ctx != "load"}
    words = {name: word for name, word in known.items() if name not in own | _OF_THE_RESULT}
    for node in tree.find_all((nodes.Call, nodes.Getattr)):
        try:
            _value(node, words)
        except _NotConstant:
            continue
        except (ValueError, TypeError, LookupError) as error:
            yield Fault(node.lineno, in_chinese(str(error)))


class _NotConstant(Exception):
    """An expression that depends on a loop, a branch or a name of the template's own."""


def _value(node: nodes.Node, words: Mapping[str, object]) -> Any:
    """What an expression of words and constants gives. Raises _NotConstant, or what the word raises."""
    if isinstance(node, nodes.Const):
        return node.value
    if isinstance(node, nodes.Name) and node.name in words:
        return words[node.name]
    if isinstance(node, nodes.Getattr):
        return _attribute(_value(node.node, words), node.attr)
    if isinstance(node, nodes.Call):
        given = [_value(one, words) for one in node.args]
        named = {one.key: _value(one.value, words) for one in node.kwargs}
        return _value(node.node, words)(*given, **named)
    raise _NotConstant


def _attribute(owner: object, name: str) -> Any:
    """An attribute a template may read; rendering says of any other that there is none."""
    if name not in getattr(type(owner), "readable", ()):
        raise LookupError(f"此处没有“{name}”这一项，请对照模板词汇表（docs/words.md）改正")
    return getattr(owner, name)
