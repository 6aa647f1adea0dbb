"""Bank card numbers: length, issuer, check digit (ISO/IEC 7812)."""

from gongkai.proofreading.hits import Found, Level
from gongkai.proofreading.personal.kinds import Kind, found, said

_DOUBLED = bytes(
    (digit - 48) * 2 - (9 if digit > 52 else 0) if 48 <= digit <= 57 else 0 for digit in range(256)
)
_ZERO = ord("0")

_LIST_OF_UNIONPAY = """6200 6201 6202 6203 6204 6205 6206 6207 6208 6209 6210 6211 6212 6213 6214 6215 6216 6217 6218 6219 6221 6222
    6223 6224 6225 6226 6227 6228 6229 6230 6231 6232 6233 6234 6235 6236 6240 6242 6243 6250 6251 6252 6253 6254
    6255 6256 6257 6258 6259 6268 6270 6276 6282 6283 6291 6292 6299"""
UNIONPAY = frozenset(_LIST_OF_UNIONPAY.split())
"""First four digits under which Chinese banks issue UnionPay cards (16–19 digits)."""

_LIST_OF_OLDER = """4013 4026 4033 4041 4062 4067 4096 4100 4135 4155 4213 4218 4225 4270 4283 4336 4340 4341 4349 4367 4380 4391
    4392 4512 4518 4563 4570 4581 4637 4682 4693 4722 4864 4895 4910 4986 4987 5124 5149 5176 5187 5201 5218 5223
    5243 5256 5264 5268 5288 5289 5309 5324 5400 5408 5438 5452 5457 5472 5482 5491 5520 5522 5528 5545 5578 5581
    5586 5588 5598 9400 9558 9559 3562 3568"""
OLDER = frozenset(_LIST_OF_OLDER.split())
"""First four digits of older cards of Chinese banks, of Visa, MasterCard and JCB, or of no network."""

_CARD = said(Kind.CARD, Level.ERROR, "银行卡号，发卡行标识和校验位相符，公开前应当隐去")
_LIKELY = said(Kind.CARD, Level.DOUBT, "疑为银行卡号，发卡行标识和校验位相符，请核对")
_WRONG = said(Kind.CARD, Level.DOUBT, "标为银行卡号，但校验位不符，请核对并隐去")


def checks(number: str) -> bool:
    """Luhn's sum."""
    digits = number.encode()
    plain = digits[::-2]
    return (sum(plain) - _ZERO * len(plain) + sum(digits[-2::-2].translate(_DOUBLED))) % 10 == 0


def _issued(number: str) -> bool:
    if number[:2] == "62":
        return len(number) >= 16 and number[:4] in UNIONPAY
    return number[:4] in OLDER and (len(number) == 16 or (number[:4] == "9558" and len(number) == 19))


def _possible(number: str) -> bool:
    return number[:1] in "3456" or number[:2] in ("94", "95", "62")


def card(number: str, start: int, end: int, cued: bool) -> Found | None:
    """`number`: 13–19 digits. After 卡号 and the like any network counts, and a wrong check digit is a doubt."""
    known = _issued(number)
    if not known and not (cued and _possible(number)):
        return None
    if checks(number):
        return found(start, end, _CARD if cued or number[0] != "9" else _LIKELY)
    if cued and known:
        return found(start, end, _WRONG)
    return None
