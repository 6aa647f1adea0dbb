"""Whether digits are a number of their own, or a part of something else."""

import re

_AFTER = frozenset(["", *"，。；、）)\n\t :：;|》”"])
_BEFORE = frozenset("(\n\t :;|")
LAST_ASCII = "\x7f"
_JOINING = frozenset("_=%&#?\\")
_NAMES = ("tel", "vx", "wx", "qq")
_ADDRESS_OF_A_PAGE = re.compile(r"(?:://|www\.)[!-~]*$")
_PAGE_REACH = 200
_LIST_OF_UNITS = "元 万 亿 人次 吨 千克 公斤 公里 平方 立方 升 度 千瓦 公顷 亩 米 ％ % 股 ℃ 字节"
_UNITS = tuple(_LIST_OF_UNITS.split())

JOINING = r"\x00-\x08\x0b-\x1f!-'*-9<-{}-\x7f"
"""ASCII that may join a number to what stands before it, all but `_BEFORE`: the inside of a regular expression's set."""
BEGINNINGS_OF_UNITS = "".join(sorted({unit[0] for unit in _UNITS}))


def is_whole(text: str, start: int, end: int) -> bool:
    """Not a part of a longer word, a decimal, an amount or a page's address."""
    return (text[end : end + 1] in _AFTER or _ends(text, end)) and (
        start == 0 or text[start - 1] > LAST_ASCII or text[start - 1] in _BEFORE or _begins(text, start)
    )


def _ends(text: str, end: int) -> bool:
    after = text[end]
    if after.isascii():
        return not (after.isalnum() or after == "_" or (after == "." and text[end + 1 : end + 2].isdigit()))
    return not text.startswith(_UNITS, end)


def _begins(text: str, start: int) -> bool:
    before = text[start - 1]
    if text[max(0, start - 3) : start].lower().endswith(_NAMES):
        return True
    if before.isalnum() or before in _JOINING or (before == "." and not _item(text, start)):
        return False
    if before == "-" and text[start - 2 : start - 1].isascii() and text[start - 2 : start - 1].isalpha():
        return False
    return before not in "/-" or not _ADDRESS_OF_A_PAGE.search(text, max(0, start - _PAGE_REACH), start)


def _item(text: str, start: int) -> bool:
    """A number after the dot of a list: 1.138…; nothing but a short figure stands before the dot."""
    head = text[max(0, start - 4) : start - 1].rpartition("\n")[2].strip()
    return head.isdigit() and len(head) <= 2 and not head.startswith("0")
