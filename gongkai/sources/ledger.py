"""The facts accepted so far, each once: a row that repeats another is noted, one that contradicts it refused."""

from collections import defaultdict
from collections.abc import Sequence

from gongkai.measures.facts import SUBJECTS, Fact
from gongkai.sources.faults import Code
from gongkai.sources.forms import Form
from gongkai.sources.report import Report

Seen = defaultdict[type[Fact], dict[str, Fact]]
"""Facts by kind and natural key, of every sheet of a file read so far."""


class Ledger:
    """Facts of one sheet; `seen` is shared by the sheets of a file."""

    def __init__(self, form: Form, report: Report, seen: Seen) -> None:
        self.facts: list[Fact] = []
        self._form = form
        self._report = report
        self._seen = seen

    def add(self, facts: Sequence[Fact]) -> None:
        """Take the facts of one row: all of them, or none when any was there before."""
        met = []
        for fact in facts:
            first = self._seen[type(fact)].setdefault(fact.key, fact)
            if first is fact:
                self.facts.append(fact)
            else:
                met.append((fact, first))
        if met:
            self._repeated(met, whole=len(met) == len(facts))

    def _repeated(self, met: Sequence[tuple[Fact, Fact]], whole: bool) -> None:
        fact, first = met[0]
        where = (
            f"第 {first.row} 行" if first.sheet == fact.sheet else f"工作表“{first.sheet}”第 {first.row} 行"
        )
        if whole and all(_same(fact, first) for fact, first in met):
            self._report.warning(
                self._form.identity,
                Code.DUPLICATE_ROW,
                f"{_named(fact, self._form.kind)}与{where}完全相同",
                "只计一次；如确有两条，请加以区分后重新导入",
            )
            return
        what = "编号或标题" if self._form.events else "单位和项目"
        self._report.error(
            self._form.identity,
            Code.DUPLICATE,
            f"与{where}的{what}相同而内容不同",
            "请核对这两行，保留正确的一行",
        )


def _named(fact: Fact, kind: str) -> str:
    """What a row is about: 发改局“批准和实施信息”."""
    return fact.unit + (f"“{getattr(fact, SUBJECTS[kind])}”" if kind in SUBJECTS else "")


def _same(one: Fact, other: Fact) -> bool:
    """Equal in everything but the sheet and row they stand in."""
    return one[:-2] == other[:-2]
