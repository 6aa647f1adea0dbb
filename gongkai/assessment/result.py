"""What an assessment is: figures, points, ranks and findings, frozen and equal to the digit when remade."""

from decimal import Decimal
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from gongkai.measures.figures import Figure


class Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


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
    """A unit's total in its group. `subtotals` maps dimension → points, None where nothing was judged."""

    unit: str
    group: str
    base: Decimal
    subtotals: dict[str, Decimal | None]
    total: Decimal
    rank: int
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
    """How far a unit met its duties in one line of business (`kind` of facts)."""

    unit: str
    kind: str
    state: Completion
    met: int
    judged: int


class Movement(Frozen):
    """A total against the previous period's: `before` None where there is none."""

    measure: str
    before: int | None
    now: int


class Assessment(Frozen):
    """A stored assessment. It is made from one snapshot and says which: `snapshot` is its digest."""

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
