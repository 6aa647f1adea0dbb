"""What came back differently: the kinds of difference, and what a comparison gives."""

from dataclasses import dataclass
from enum import StrEnum

from gongkai.notice.plan import Binding


class ReturnedError(ValueError):
    """A file that cannot be compared; the message says why and what to do."""


class DifferenceKind(StrEnum):
    """What is different; the value is the label."""

    FIGURE_CHANGED = "数字不一致"
    FIGURE_DELETED = "数字删除"
    FIGURE_ADDED = "新增数字"
    UNIT_CHANGED = "单位名称改动"
    TERM_CHANGED = "数据用语改动"
    ROW_ADDED = "表格行增加"
    ROW_DELETED = "表格行删除"
    TABLE_CHANGED = "表格结构改动"
    TABLE_ADDED = "表格增加"
    TABLE_DELETED = "表格删除"
    OBJECT = "图片或嵌入对象"
    WORDING = "文字改动"
    TEXT_ADDED = "文字增加"
    TEXT_DELETED = "文字删除"
    PARAGRAPHS = "分段改动"
    MOVED = "位置调整"
    TRACKED = "修订痕迹"
    COMMENT = "批注"


_SERIOUS = frozenset(
    {
        DifferenceKind.FIGURE_CHANGED,
        DifferenceKind.FIGURE_DELETED,
        DifferenceKind.FIGURE_ADDED,
        DifferenceKind.UNIT_CHANGED,
        DifferenceKind.TERM_CHANGED,
        DifferenceKind.ROW_ADDED,
        DifferenceKind.ROW_DELETED,
        DifferenceKind.TABLE_CHANGED,
        DifferenceKind.TABLE_ADDED,
        DifferenceKind.TABLE_DELETED,
        DifferenceKind.OBJECT,
    }
)


@dataclass(frozen=True)
class Difference:
    """One difference: where, what was issued from the stored figures, what the file says instead.

    `binding` is the stored figure behind it, where there is one. `stored` is empty for what was added,
    `returned` for what was deleted.
    """

    kind: DifferenceKind
    place: str
    stored: str = ""
    returned: str = ""
    binding: Binding | None = None

    @property
    def serious(self) -> bool:
        """Whether it touches a figure, a name or a table, or cannot be compared; mere wording does not."""
        return self.kind in _SERIOUS


@dataclass(frozen=True)
class Returned:
    """The comparison: every difference in the order of the document, and its paragraphs as read."""

    differences: tuple[Difference, ...]
    text: tuple[str, ...]

    @property
    def serious(self) -> tuple[Difference, ...]:
        """The differences that must be settled before the file may be issued."""
        return tuple(one for one in self.differences if one.serious)
