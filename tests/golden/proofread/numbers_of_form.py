"""Checksums in their plainest form, written apart from the product's: the corpus holds only numbers that are formally
valid. Sources: GB 11643—1999 (resident ID), ISO/IEC 7812-1 (cards)."""

import unicodedata
from datetime import date

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def bare(number: str) -> str:
    """A number without what divides it, in ASCII."""
    return "".join(character for character in unicodedata.normalize("NFKC", number) if character not in " -·")


def valid_identity(number: str) -> bool:
    """18 digits with a birth date and the right last character; or 15 with a birth date in the 1900s."""
    number = bare(number)
    if len(number) == 15:
        return number.isdigit() and _is_date("19" + number[6:12])
    rest = sum(int(digit) * weight for digit, weight in zip(number[:17], WEIGHTS, strict=True)) % 11
    return _is_date(number[6:14]) and number[17] == "10X98765432"[rest]


def valid_card(number: str) -> bool:
    """16 to 19 digits that add up to tens when every second from the right is doubled."""
    number = bare(number)
    doubled = [int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(number))]
    return 16 <= len(number) <= 19 and sum(each // 10 + each % 10 for each in doubled) % 10 == 0


def _is_date(digits: str) -> bool:
    try:
        date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return False
    return True
