"""The contact line of a notice: whoever is named there with an office's phone is named in office."""

import re
from bisect import bisect_left

_REACH = 80
_PHONE = re.compile(
    r"(?:电话|传真|联系方式)[^\d×X*＊\n]{0,12}[\d×X*＊]"
    r"|(?<!\d)(?:0\d{2,3}[-—–－) ）]{0,2}\d{7,8}|\d{7,8}|1[3-9]\d[- ]?\d{4}[- ]?\d{4})(?!\d)"
)


def of_an_office(text: str, end: int, mobiles: list[int]) -> bool:
    """Whether the phone after 联系人 is an office's: any that is not a mobile found (an allowed one is none)."""
    phone = _PHONE.search(text, end, end + _REACH)
    if phone is None:
        return False
    place = bisect_left(mobiles, end)
    return place == len(mobiles) or mobiles[place] > phone.end()
