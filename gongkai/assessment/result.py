"""What an assessment is: figures, points, ranks and findings, frozen and equal to the digit when remade.

Its JSON reads back to an equal Assessment: points are decimals in text, figures are arrays.
"""

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from gongkai.measures.figures import Figure
from gongkai.office.frozen import Frozen


class AssessmentError(ValueError):
    """What is given cannot be assessed; `faults` has a sentence for each reason, all found in one pass."""

    def __init__(self, faults: Sequence[str]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(self.faults))


class PointLine(Frozen):
    """One line of a score: which item gave how many points, by which rule, on which figure.

    `basis` is the sentence that explains the arithmetic; `measure`, `on` and `window` lead to the figure
    and its facts; a manual line has `reason`, `person` and `evidence` instead.
    """

    unit: str
    dimension: str
    item: str
    label: str
    rule: str
    basis: str
    points: Decimal
    measure: str = ""
    on: str = ""
    window: str = ""
    reason: str = ""
    person: str = ""
    evidence: str = ""


class Completion(StrEnum):
    """完成情况, kept beside the points: it cannot be derived from them."""

    COMPLETE = "全部完成"
    PARTIAL = "部分完成"
    NONE = "未完成"


class Scorecard(Frozen):
    """A unit's total in its group. `subtotals` maps dimension → points, None where nothing was judged.

    base + subtotals = total, unless `scaled` or `vetoed` says in a sentence why it is not.
    """

    unit: str
    group: str
    base: Decimal
    subtotals: dict[str, Decimal | None]
    total: Decimal
    rank: int
    scaled: str = ""
    vetoed: str = ""


class FindingKind(StrEnum):
    """存在问题, by what is wrong; the value is the label."""

    ZERO_SUBMISSION = "零报送"
    SUBMISSION_SHORT = "报送数量不足"
    LATE_SUBMISSION = "迟报"
    COLUMN_SHORT = "栏目更新不达标"
    COLUMN_BLANK = "栏目更新为零"
    MESSAGE_LATE = "留言逾期"
    ORDER_LATE = "工单超时"
    ORDER_REDONE = "工单返工"
    ACCOUNT_LAPSED = "断更"
    ACCOUNT_UNAPPROVED = "未经报备开设账号"


class Finding(Frozen):
    """A problem of a unit: the figure behind it and a sentence. `item` is the column, account or type."""

    kind: FindingKind
    unit: str
    item: str
    measure: str
    value: int
    target: int | None
    text: str


class CompletionState(Frozen):
    """How far a unit met its duties in one line of business (`kind` of facts): `met` of `judged`."""

    unit: str
    kind: str
    state: Completion
    met: int
    judged: int


class Unread(Frozen):
    """A duty about which nothing was read, so that its zero is nobody's word: the `kind` of facts, the unit,
    and the column or account. With `months` (2021-12) only these are missing."""

    kind: str
    unit: str
    item: str
    months: tuple[str, ...] = ()


class Movement(Frozen):
    """A total against the previous period's: `before` None where there is none."""

    measure: str
    before: int | None
    now: int


class Assessment(Frozen):
    """A stored assessment. It is made from one snapshot and says which: `snapshot` is its digest.

    Everything stands in register order: figures by unit, measure, item and window; scorecards by group
    and rank; findings and what is unread by kind.
    """

    office: str
    period: str
    scheme: str
    scheme_version: str
    snapshot: str
    figures: tuple[Figure, ...]
    lines: tuple[PointLine, ...] = ()
    scorecards: tuple[Scorecard, ...] = ()
    findings: tuple[Finding, ...] = ()
    completion: tuple[CompletionState, ...] = ()
    commended: dict[str, tuple[str, ...]] = {}
    criticised: dict[str, tuple[str, ...]] = {}
    movements: tuple[Movement, ...] = ()
    unread: tuple[Unread, ...] = ()

    @cached_property
    def figures_by_place(self) -> dict[tuple[str, str, str, str], Figure]:
        """(unit, measure, item, window) → the figure there."""
        return {(figure.unit, figure.measure, figure.item, figure.window): figure for figure in self.figures}

    @cached_property
    def figures_by_measure(self) -> dict[str, list[Figure]]:
        """Measure → its figures in register order."""
        grouped: dict[str, list[Figure]] = defaultdict(list)
        for figure in self.figures:
            grouped[figure.measure].append(figure)
        return dict(grouped)

    @cached_property
    def figures_by_unit(self) -> dict[str, list[Figure]]:
        """Unit → its figures."""
        grouped: dict[str, list[Figure]] = defaultdict(list)
        for figure in self.figures:
            grouped[figure.unit].append(figure)
        return dict(grouped)

    @cached_property
    def lines_by_unit(self) -> dict[str, list[PointLine]]:
        """Unit → the lines of its score."""
        grouped: dict[str, list[PointLine]] = defaultdict(list)
        for line in self.lines:
            grouped[line.unit].append(line)
        return dict(grouped)
