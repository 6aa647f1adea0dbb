"""Several units in one cell (教体局、文旅局): nobody can say which part of the row is whose."""

import re

from gongkai.office.names import Certain, Names, Unknown
from gongkai.office.naming import HEADS, tidy

_SEPARATORS = re.compile(r"[、,，;；/／|｜\r\n\t]+")
_JOINTS = re.compile(r"\s+|[和及与+＋]")
"""What stands between two names, and inside one too: 人力资源和社会保障局."""
_HEADS = tuple(sorted(HEADS))


def separated(text: str) -> bool:
    """Whether the text has a mark that separates names; a name has none."""
    return _SEPARATORS.search(text.strip()) is not None


def names_several(text: str, names: Names) -> bool:
    """Whether a cell, as it is written, names several units: parts between separators that each are a unit
    or look like one, or parts between 和 or spaces that each are certain. Parts that all mean the same unit,
    and a name that the register has as it stands, are one."""
    if separated(text) and len(parts := _parts(_SEPARATORS, text)) > 1:
        known = {_unit(part, names) for part in parts}
        return all(_looks(part, names) for part in parts) and (None in known or len(known) > 1)
    units = {_unit(part, names) for part in _parts(_JOINTS, text.strip())}
    return len(units) > 1 and None not in units


def _parts(between: re.Pattern[str], text: str) -> list[str]:
    return [part.strip() for part in between.split(text) if part.strip()]


def _looks(name: str, names: Names) -> bool:
    return tidy(name).endswith(_HEADS) or not isinstance(names.resolve(name), Unknown)


def _unit(name: str, names: Names) -> str | None:
    answer = names.resolve(name)
    return answer.unit.name if isinstance(answer, Certain) else None
