"""Passports and permits to cross the border: letters and digits that count only after the paper's name."""

import re

from gongkai.proofreading.hits import Found, Level
from gongkai.proofreading.personal.characters import narrow
from gongkai.proofreading.personal.kinds import Kind, Said, found, said

BETWEEN = re.compile(
    r"(?:[一二两]?[本张份][，,])?(?:及|和|或|、|/)?(?:号码|编号|号|证件号码|证件号)?(?:（[^（）\n0-9]{0,12}）|\([^()\n0-9]{0,12}\))?[ \u3000]?(?:[:：]|为|是|\t|\|)?[ \u3000]*+(?:[（(](?:号码|编号|证号|证件号码?)?[:：]?)?"
)
"""What may stand between a paper's name and its number."""

_NUMBER = re.compile(r"[A-Za-z0-9Ａ-Ｚａ-ｚ０-９]{7,15}+(?:[(（][0-9A０-９][)）])?")
_PASSPORT = re.compile(
    r"(?:E[A-HJ-NP-Z]\d{7}|[EGDSPMKH]\d{8}|[EG]\d{8}|14\d{7}|15\d{7}|[A-Z]{1,2}\d{6,8}|\d{9})"
)
_PERMIT = re.compile(
    r"(?:[CW][A-Z0-9]\d{7}|[HM]\d{8}(?:\d\d)?|[TL]\d{8}|\d{8}(?:\d\d)?(?:[A-Z0-9])?"
    r"|[A-Z]{1,2}\d{6}\([0-9A]\)|[157]\d{6}\(\d\)|[A-Z]{3}\d{12}|[A-Z]\d{9})"
)
_PASSPORT_FOUND = said(Kind.PASSPORT, Level.ERROR, "护照号码，公开前应当隐去")
_PERMIT_FOUND = said(Kind.PERMIT, Level.ERROR, "出入境证件号码，公开前应当隐去")


def passport(text: str, end: int) -> Found | None:
    """A passport number after 护照, which ends at `end`."""
    return _paper(text, end, _PASSPORT, _PASSPORT_FOUND)


def permit(text: str, end: int) -> Found | None:
    """The number of a permit for Hong Kong, Macao or Taiwan, or of an identity card from there."""
    return _paper(text, end, _PERMIT, _PERMIT_FOUND)


def _paper(text: str, end: int, pattern: re.Pattern[str], what: Said) -> Found | None:
    between = BETWEEN.match(text, end)
    number = _NUMBER.match(text, between.end() if between else end)
    if number is None or pattern.fullmatch(narrow(number[0]).upper()) is None:
        return None
    return found(number.start(), number.end(), what)
