"""A plan → the bytes of a .pdf.

The plan goes to the template as JSON and is only ever read as strings there: no text of a notice is
markup, so none needs escaping and none can run.
"""

import json
from datetime import UTC, datetime, time
from functools import lru_cache
from pathlib import Path

import typst

from gongkai.notice import fonts
from gongkai.notice.pdf.content import content
from gongkai.notice.plan import Plan

_TEMPLATE = Path(__file__).with_name("notice.typ").read_bytes()


def render(plan: Plan, *, folders: tuple[Path, ...] = fonts.FOLDERS, system: bool = True) -> bytes:
    """The notice in the layout of GB/T 9704—2012; equal plans give equal bytes on the same fonts.

    `folders` and `system` say where fonts are looked for, as in `gongkai.notice.fonts`. Raises
    ValueError where a table row has not one cell for each column.
    """
    given = json.dumps(content(plan, fonts.chains(folders, system=system)), ensure_ascii=False)
    made = datetime.combine(plan.issued_on, time(), UTC)
    compiler = _compiler(folders, system=system)
    compiled = compiler.compile(_TEMPLATE, sys_inputs={"notice": given}, format="pdf", timestamp=made)
    if not isinstance(compiled, bytes):
        raise TypeError("typst gave back pages instead of a document")
    return compiled


@lru_cache(maxsize=2)
def _compiler(folders: tuple[Path, ...], *, system: bool) -> typst.Compiler:
    """One compiler for the process: it keeps the fonts, and what did not change since the last notice."""
    return typst.Compiler(font_paths=fonts.scanned(folders, system=system))
