"""Problems of an earlier notice that are still open, as the sentence with which the next notice may begin."""

from collections.abc import Sequence

from gongkai.terms import Period

SEVERAL = 2


def sentence(period: Period, unreported: Sequence[str], unaccepted: Sequence[str]) -> str:
    """What is still owed of the notice of `period`: the units that handed in no report, and those whose report
    has not passed. Both in register order, without repetition; "" where nothing is owed.

    2021年三季度通报指出的问题，截至目前，财政局、教体局2家单位仍未报送整改报告，卫健局整改尚未通过审核。
    """
    owed = []
    if unreported:
        owed.append(f"{_units(unreported)}仍未报送整改报告")
    if unaccepted:
        owed.append(f"{_units(unaccepted)}整改尚未通过审核")
    return f"{period.label}通报指出的问题，截至目前，{'，'.join(owed)}。" if owed else ""


def _units(names: Sequence[str]) -> str:
    """A、B2家单位; one stands alone."""
    closing = f"{len(names)}家单位" if len(names) >= SEVERAL else ""
    return f"{'、'.join(names)}{closing}"
