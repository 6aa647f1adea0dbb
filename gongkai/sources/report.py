"""Collects the faults and questions of one sheet, each with its place."""

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence

from gongkai.sources.desk import Desk
from gongkai.sources.faults import CellFault, Code, Fault, Place, Question, Severity, Unsure, letter
from gongkai.sources.workbook import Row

MOST_FAULTS = 2000
"""Errors beyond this mean a file of the wrong kind or period; listing more helps nobody."""
MOST_WARNINGS = 2000


class TooManyFaults(Exception):
    """Reading a sheet stops here."""


class Report:
    """`row` (from 1), `cells` and `columns` (field or series key → index) are set by the table as it reads;
    `header` is the last row of its header, from 1."""

    def __init__(self, sheet: str, desk: Desk, header: int) -> None:
        self.sheet = sheet
        self.desk = desk
        self.header = header
        self.faults: list[Fault] = []
        self.row = 0
        self.cells: Row = []
        self.columns: Mapping[Hashable, int] = {}
        self._asked: dict[str, list[Place]] = {}
        self._unsure: dict[str, Unsure] = {}
        self._told: set[Hashable] = set()
        self._count: Counter[Severity] = Counter()

    @property
    def questions(self) -> list[Question]:
        return [
            Question(text, tuple(self._asked[text]), unsure.candidates)
            for text, unsure in self._unsure.items()
        ]

    @property
    def errors(self) -> int:
        """Errors and open questions so far."""
        return self._count[Severity.ERROR] + len(self._unsure)

    def error(self, field: Hashable, code: Code, reason: str, suggestion: str) -> None:
        """A fault in the cell of `field` in the current row."""
        self._add(field, code, reason, suggestion, Severity.ERROR)

    def warning(self, field: Hashable, code: Code, reason: str, suggestion: str) -> None:
        self._add(field, code, reason, suggestion, Severity.WARNING)

    def warn_once(self, topic: Hashable, field: Hashable, code: Code, reason: str, suggestion: str) -> None:
        """A warning that holds for a whole column, told at its first row."""
        if (topic, code) not in self._told:
            self._told.add((topic, code))
            self.warning(field, code, reason, suggestion)

    def column_error(self, field: Hashable, code: Code, reason: str, suggestion: str) -> None:
        """An error of a whole column, told once, where its header stands."""
        topic = self.columns.get(field), code
        if topic not in self._told:
            self._told.add(topic)
            row, cells = self.row, self.cells
            self.row, self.cells = self.header, []
            self.error(field, code, reason, suggestion)
            self.row, self.cells = row, cells

    def refuse(self, field: Hashable, fault: CellFault) -> None:
        self.error(field, fault.code, fault.reason, fault.suggestion)

    def ask(self, field: Hashable, unsure: Unsure) -> None:
        self._unsure.setdefault(unsure.text, unsure)
        self._asked.setdefault(unsure.text, []).append(Place(self.sheet, self.row, self._letter(field)))

    def trial(self) -> "Report":
        """An empty report that stands where this one does and repeats nothing that it has told."""
        trial = Report(self.sheet, self.desk, self.header)
        trial.row, trial.cells, trial.columns = self.row, self.cells, self.columns
        trial._told = set(self._told)
        return trial

    def take_shared(self, trials: Sequence["Report"]) -> None:
        """Take over the faults that every one of the trials has."""
        first, *others = trials
        for fault in first.faults:
            if all(fault in other.faults for other in others):
                self._keep(fault)
        self._told |= first._told.intersection(*(other._told for other in others))

    def whole(self, code: Code, reason: str, suggestion: str, severity: Severity) -> None:
        """A fault of the sheet as a whole."""
        self.faults.append(Fault(self.sheet, 0, "", "", reason, suggestion, severity, code))

    def _more_warnings(self) -> None:
        if Code.TOO_MANY not in self._told:
            self._told.add(Code.TOO_MANY)
            reason = f"提示已达 {MOST_WARNINGS:,} 条，其余不再列出"
            self.whole(Code.TOO_MANY, reason, "请先处理已列出的提示", Severity.WARNING)

    def _letter(self, field: Hashable) -> str:
        return letter(self.columns[field]) if field in self.columns else ""

    def _add(self, field: Hashable, code: Code, reason: str, suggestion: str, severity: Severity) -> None:
        index = self.columns.get(field, -1)
        value = shown(self.cells[index]) if 0 <= index < len(self.cells) else ""
        self._keep(
            Fault(self.sheet, self.row, self._letter(field), value, reason, suggestion, severity, code)
        )

    def _keep(self, fault: Fault) -> None:
        if not fault.is_error and self._count[fault.severity] >= MOST_WARNINGS:
            self._more_warnings()
            return
        self.faults.append(fault)
        self._count[fault.severity] += 1
        if self._count[Severity.ERROR] >= MOST_FAULTS:
            self.whole(
                Code.TOO_MANY,
                f"问题已达 {MOST_FAULTS:,} 处，其余部分未再检查",
                "请先核对文件类型、导入期间和表头，再逐项改正后重新导入",
                Severity.ERROR,
            )
            raise TooManyFaults


def shown(value: object) -> str:
    """A cell's value as the fault prints it, cut at 60 characters."""
    text = str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
    text = text.removesuffix(" 00:00:00").replace("\n", " ")
    return text if len(text) <= 60 else text[:59] + "…"
