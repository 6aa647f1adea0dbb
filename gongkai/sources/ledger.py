"""The facts accepted so far, each once: a row that repeats another is noted, one that contradicts it refused."""

from collections.abc import Hashable, Sequence

from gongkai.measures.facts import Fact
from gongkai.sources.faults import Code
from gongkai.sources.forms import Form
from gongkai.sources.report import Report


class Ledger:
    """Facts of one sheet by kind and natural key."""

    def __init__(self, form: Form, report: Report) -> None:
        self.facts: list[Fact] = []
        self._form = form
        self._report = report
        self._seen: dict[type[Fact], dict[str, Fact]] = {}

    def add(self, facts: Sequence[Fact]) -> None:
        """Take the facts of one row: all of them, or none when any was there before."""
        met = []
        for fact in facts:
            seen = self._seen.get(type(fact))
            if seen is None:
                seen = self._seen[type(fact)] = {}
            first = seen.setdefault(fact.key, fact)
            if first is fact:
                self.facts.append(fact)
            else:
                met.append((fact, first))
        if met:
            self._repeated(met, whole=len(met) == len(facts))

    def _repeated(self, met: Sequence[tuple[Fact, Fact]], whole: bool) -> None:
        fact, first = met[0]
        field: Hashable = self._form.identity
        if whole and all(_same(fact, first) for fact, first in met):
            self._report.warning(
                field,
                Code.DUPLICATE_ROW,
                f"与第 {first.row} 行完全相同",
                "只计一次；如确有两条，请加以区分后重新导入",
            )
            return
        what = "编号或标题" if self._form.events else "单位和项目"
        self._report.error(
            field,
            Code.DUPLICATE,
            f"与第 {first.row} 行的{what}相同而内容不同",
            f"请核对第 {first.row} 行和第 {fact.row} 行，保留正确的一行",
        )


def _same(one: Fact, other: Fact) -> bool:
    """Equal in everything but the sheet and row they stand in."""
    return one[:-2] == other[:-2]
