"""Made-up numbers of people, and numbers that only look like them."""

import random
from datetime import date, timedelta
from itertools import pairwise

from gongkai.proofreading.personal.cards import checks
from gongkai.proofreading.personal.identity import check

PREFIXES = ("131", "135", "138", "147", "150", "158", "166", "173", "182", "187", "189", "199")
BANKS = ("621700", "622202", "622848", "623094", "621799")
WIDE = str.maketrans("0123456789X", "０１２３４５６７８９Ｘ")
FIRST_BORN, DAYS_OF_BIRTH = date(1940, 1, 1), 25_000


def identity(chance: random.Random) -> str:
    """A resident identity number with its check character, of a county that does not exist."""
    born = FIRST_BORN + timedelta(days=chance.randrange(DAYS_OF_BIRTH))
    seventeen = f"{chance.choice(('6103', '4112', '3301', '5117'))}87{born:%Y%m%d}{chance.randrange(1000):03}"
    return _written(chance, seventeen + check(seventeen), (6, 14))


def mobile(chance: random.Random) -> str:
    """A mobile number."""
    return _written(chance, chance.choice(PREFIXES) + digits(chance, 8), (3, 7))


def card(chance: random.Random) -> str:
    """A bank card number of 19 digits with its check digit."""
    start = chance.choice(BANKS) + digits(chance, 12)
    whole = next(start + digit for digit in "0123456789" if checks(start + digit))
    return _written(chance, whole, (4, 8, 12, 16))


def digits(chance: random.Random, count: int) -> str:
    return "".join(chance.choices("0123456789", k=count))


def _written(chance: random.Random, number: str, cuts: tuple[int, ...]) -> str:
    """Four in five as they are, the others in groups or in full width."""
    how = chance.random()
    if how < 0.8:
        return number
    if how < 0.85:
        return number.translate(WIDE)
    mark = chance.choice(" -")
    edges = (0, *cuts, len(number))
    return mark.join(number[start:end] for start, end in pairwise(edges))


def order(chance: random.Random) -> str:
    """The number of an order: as long as an identity number, with a day in it."""
    return (
        f"6103{digits(chance, 2)}19{chance.randrange(60, 99)}0{chance.randrange(1, 10)}1{digits(chance, 5)}"
    )


def credit_code(chance: random.Random) -> str:
    """Like a unified social credit code."""
    return f"9161{digits(chance, 4)}MA{digits(chance, 7)}X"


def serial(chance: random.Random) -> str:
    """Nineteen digits that are no card."""
    return f"2022{digits(chance, 15)}"


def receipt(chance: random.Random) -> str:
    """Eleven digits like a mobile number."""
    return f"13{digits(chance, 9)}"


def office_phone(chance: random.Random) -> str:
    return f"0917-3{digits(chance, 6)}"
