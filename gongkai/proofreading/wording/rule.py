"""A rule of style: a pattern, what is wrong with it, and what should stand there."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from gongkai.proofreading.hits import Found, Group, Level

HAN = "\u3400-\u9fff"
"""Chinese characters, for a class of a pattern."""


class Rule(NamedTuple):
    """Patterns begin with a character or a class, and look back only after it: that is searched ten times faster
    than a pattern that looks back first. `suggestion` is a template of the match (`\\1〔\\2〕\\3`), "" for none."""

    kind: str
    level: Level
    pattern: re.Pattern[str]
    reason: str
    suggestion: str = ""
    source: str = ""


def apply(rules: Iterable[Rule], text: str) -> list[Found]:
    """Every match of every rule; of a pattern with a group named `at`, only that group is the place."""
    return [
        Found(
            *each.span("at" if "at" in rule.pattern.groupindex else 0),
            Group.WORDING,
            rule.kind,
            rule.level,
            rule.reason,
            each.expand(rule.suggestion) if rule.suggestion else "",
            rule.source,
        )
        for rule in rules
        for each in rule.pattern.finditer(text)
    ]
