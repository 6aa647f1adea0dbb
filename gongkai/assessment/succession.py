"""Periods that follow each other: what a comparison over time takes for granted."""

from collections.abc import Sequence
from itertools import pairwise

from gongkai.assessment.result import AssessmentError
from gongkai.terms import Period


def check(periods: Sequence[str]) -> None:
    """Raise AssessmentError unless the codes are oldest first, each once and none overlapping another."""
    for before, after in pairwise(periods):
        if Period.parse(before).end >= Period.parse(after).start:
            told = f"{before}与{after}重复、重叠或次序颠倒"
            raise AssessmentError([f"{told}，各期比较须由早到晚、每期一次，请重新选择期间"])
