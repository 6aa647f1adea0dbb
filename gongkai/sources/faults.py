"""What can be wrong with a file: a fault in a place, a question for a person, or the file as a whole."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """An ERROR refuses the file; a WARNING is kept with the batch and shown by the cross-check."""

    ERROR = "error"
    WARNING = "warning"


class Code(StrEnum):
    """The stable name of each kind of fault; the Chinese sentence may change, this may not."""

    FORM_UNKNOWN = "form-unknown"
    FORM_AMBIGUOUS = "form-ambiguous"
    SHEET_SKIPPED = "sheet-skipped"
    SHEET_HIDDEN = "sheet-hidden"
    MACROS = "macros"
    TOO_MANY = "too-many"
    OTHER_PERIOD = "other-period"
    MONTH_OUTSIDE = "month-outside-period"
    DIMENSION_COMPUTED = "dimension-computed"
    OUTLET_UNKNOWN = "outlet-unknown"
    MERGED_COUNT = "merged-count"
    COLUMN_IGNORED = "column-ignored"
    NO_ROWS = "no-rows"
    MAPPING_INVALID = "mapping-invalid"
    ROW_UNREAD = "row-unread"
    NOT_IN_GRID = "not-in-grid"
    REGISTER_SHEET = "register-sheet"
    REGISTER_HEADER = "register-header"
    REGISTER_VALUE = "register-value"
    REGISTER_REPEATED = "register-repeated"
    REGISTER_IN_USE = "register-in-use"

    BLANK = "blank"
    FORMULA_UNCOMPUTED = "formula-uncomputed"
    CELL_ERROR = "cell-error"
    COUNT_INVALID = "count-invalid"
    COUNT_NEGATIVE = "count-negative"
    COUNT_ABSURD = "count-absurd"
    COUNT_SCALED = "count-scaled"
    DAY_INVALID = "day-invalid"
    DAY_IMPOSSIBLE = "day-impossible"
    DAY_OUTSIDE = "day-outside-period"
    PERCENT_INVALID = "percent-invalid"
    POINTS_INVALID = "points-invalid"
    FLAG_INVALID = "flag-invalid"
    NUMBER_IMPRECISE = "number-imprecise"
    STATE_UNKNOWN = "state-unknown"

    UNIT_UNKNOWN = "unit-unknown"
    UNIT_AMBIGUOUS = "unit-ambiguous"
    UNIT_SEVERAL = "unit-several"
    COLUMN_UNKNOWN = "column-unknown"
    COLUMN_UNIT = "column-unit"
    ACCOUNT_UNKNOWN = "account-unknown"
    ACCOUNT_UNIT = "account-unit"
    HOLDER_DIFFERS = "holder-differs"
    ITEM_UNKNOWN = "item-unknown"

    CLOSED_BEFORE_RECEIVED = "closed-before-received"
    DUE_BEFORE_RECEIVED = "due-before-received"
    CLOSED_WITHOUT_DAY = "closed-without-day"
    STATE_CONTRADICTS = "state-contradicts"
    PARTS_MISMATCH = "parts-mismatch"
    PART_EXCEEDS = "part-exceeds"
    RATE_MISMATCH = "rate-mismatch"
    TOTAL_MISMATCH = "total-mismatch"
    QUOTA_DIFFERS = "quota-differs"
    FREQUENCY_DIFFERS = "frequency-differs"
    LAPSE_CONTRADICTS = "lapse-contradicts"
    BASE_DIFFERS = "base-differs"
    RANK_MISMATCH = "rank-mismatch"
    DUPLICATE = "duplicate"
    DUPLICATE_ROW = "duplicate-row"
    MIXED_FORMS = "mixed-forms"


NAMES_UNKNOWN = frozenset({Code.UNIT_UNKNOWN, Code.COLUMN_UNKNOWN, Code.ACCOUNT_UNKNOWN})
"""Codes of a name that no register has."""


class Fault(NamedTuple):
    """One fault. `row` counts from 1, `column` is its letter; 0 and "" where it is about a whole sheet
    or file. `value` is what stands there, `suggestion` what the clerk can do."""

    sheet: str
    row: int
    column: str
    value: str
    reason: str
    suggestion: str
    severity: Severity
    code: Code

    @property
    def is_error(self) -> bool:
        """Whether it refuses the file."""
        return self.severity is Severity.ERROR

    @property
    def place(self) -> str:
        """Where it stands, in words: 工作表“报送”B7."""
        cell = (
            f"{self.column}{self.row}" if self.row and self.column else f"第{self.row}行" if self.row else ""
        )
        return (f"工作表“{self.sheet}”" if self.sheet else "") + cell

    def __str__(self) -> str:
        value = f"“{self.value}”" if self.value else ""
        return (
            "：".join(part for part in (self.place, f"{value}{self.reason}") if part) + f"。{self.suggestion}"
        )


class Place(NamedTuple):
    sheet: str
    row: int
    column: str


class Alike(NamedTuple):
    """Faults that say the same of the same column: the first of them, how often it is said, where they stand."""

    fault: Fault
    times: int
    places: tuple[Place, ...]


def grouped(faults: Iterable[Fault]) -> list[Alike]:
    """The faults put together by code, column and reason, in the order each first occurs: a file of the
    wrong period is one line on a screen (…等 2,000 处), not two thousand. Names that are not known stay
    apart: each is mended by itself."""
    alike: dict[tuple[Code, str, str, str], list[Fault]] = {}
    for fault in faults:
        name = fault.value if fault.code in NAMES_UNKNOWN else ""
        alike.setdefault((fault.code, fault.column, fault.reason, name), []).append(fault)
    return [
        Alike(some[0], len(some), tuple(Place(fault.sheet, fault.row, fault.column) for fault in some))
        for some in alike.values()
    ]


class Choice(NamedTuple):
    """A unit that a name may mean; `score` from 0 to 1."""

    unit: str
    score: float


class Question(NamedTuple):
    """A name that may mean several units: a person answers, and the answer becomes an alias."""

    text: str
    places: tuple[Place, ...]
    candidates: tuple[Choice, ...]

    def faults(self) -> list[Fault]:
        """The question as a fault in each of its places, for a list or a marked copy."""
        names = "、".join(choice.unit for choice in self.candidates)
        reason, suggestion = f"不能确定是哪个单位，可能是{names}", "请写明单位全称，或确认后登记为别名"
        return [
            Fault(*place, self.text, reason, suggestion, Severity.ERROR, Code.UNIT_AMBIGUOUS)
            for place in self.places
        ]


class FileFault(ValueError):
    """The whole file cannot be read; the message is for the clerk."""


class CellFault(ValueError):
    """A value that cannot be read; whoever knows the place makes a Fault of it."""

    def __init__(self, code: Code, reason: str, suggestion: str) -> None:
        super().__init__(f"{reason}。{suggestion}")
        self.code = code
        self.reason = reason
        self.suggestion = suggestion


class Unsure(ValueError):
    """A name that may mean several units."""

    def __init__(self, text: str, candidates: tuple[Choice, ...]) -> None:
        super().__init__(text)
        self.text = text
        self.candidates = candidates


def letter(index: int) -> str:
    """The letter of the column at `index` from 0: 0 → A, 26 → AA."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(65 + rest) + name
    return name
