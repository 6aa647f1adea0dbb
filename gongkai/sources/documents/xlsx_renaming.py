"""A sheet that goes by another name: what refers to it follows."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from gongkai.sources.documents import xml
from gongkai.sources.documents.opened import Parts


def renamed(parts: Parts, replaced: Mapping[str, bytes], names: Mapping[str, str]) -> dict[str, bytes]:
    """References to sheets that go by another name now, in formulas, names, charts and links."""
    found = dict(replaced)
    known = [(_reference(old), f"'{_doubled(new)}'!") for old, new in names.items() if old != new]
    if not known:
        return found
    for name in sorted(parts.package.names):
        if name.startswith("xl/") and name.endswith(".xml"):
            root = parts.tree(name)
            if sum([_refer(element, known) for element in root.iter("*")]):
                found[name] = xml.written(root)
    return found


def _doubled(name: str) -> str:
    return name.replace("'", "''")


def _reference(name: str) -> re.Pattern[str]:
    """How formulas speak of a sheet: in quotes, or bare where it is one word."""
    return re.compile(rf"'{re.escape(_doubled(name))}'!|(?<![\w'\]]){re.escape(name)}!")


def _refer(element: Any, known: Sequence[tuple[re.Pattern[str], str]]) -> bool:
    """Change the references in an element; whether there were any."""
    changed = False
    for old, new in known:
        if "!" in (element.text or "") and old.search(element.text):
            element.text, changed = old.sub(lambda _, new=new: new, element.text), True  # type: ignore[misc]
        for key, text in element.attrib.items():
            if "!" in text and old.search(text):
                element.set(key, old.sub(lambda _, new=new: new, text))  # type: ignore[misc]
                changed = True
    return changed
