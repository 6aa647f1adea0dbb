"""What the audit's objects are called: weibin/2021Q4/7/orders is 2021年四季度 批次7 12345工单."""

from collections.abc import Iterator, Mapping

from gongkai.measures.facts import KIND_LABELS
from gongkai.office.editing.registers import REGISTERS
from gongkai.terms import Period, TermError

ASSESSED = ("第{}版结果", "第{}次印发")
NUMBERS: Mapping[str, tuple[str, ...]] = {
    "batch": ("批次{}",),
    "fact": ("批次{}",),
    "adjustment": ("批次{}",),
}
"""What the numbers in an object count, one after the other, by the family of the act."""
COUNTED: Mapping[str, str] = {
    "rectifications": "整改事项第{}项",
    "upload": "上传文件{}",
    "objection": "异议{}",
    "exemption": "免更新申请{}",
    "account_case": "账号事项{}",
}
"""Words in an object that say what the number after them counts."""
PLACES: Mapping[str, str] = {
    "audit": "审计链",
    "mapping": "列的对应",
    **{name: register.noun for name, register in REGISTERS.items()},
}


def named(code: str, office: str, act: str = "") -> str:
    """weibin/2021Q4/7/orders of a fact → 2021年四季度 批次7 工单; the office itself is 本办公室."""
    if code == office:
        return "本办公室"
    numbers = iter(NUMBERS.get(act.partition(".")[0], ASSESSED))
    told: list[str] = []
    for piece in code.removeprefix(f"{office}/").split("/"):
        if piece in COUNTED:
            numbers = iter((COUNTED[piece],))
        else:
            told.append(_piece(piece, numbers))
    return " ".join(told)


def _piece(piece: str, numbers: Iterator[str]) -> str:
    if piece.isdecimal() and len(piece) < 10 and not _is_year(piece):
        return next(numbers, "第{}号").format(piece)
    if named := PLACES.get(piece) or KIND_LABELS.get(piece):
        return named
    try:
        return Period.parse(piece).label
    except TermError:
        return piece


def _is_year(piece: str) -> bool:
    return len(piece) == 4 and piece[:2] in ("19", "20")
