"""What the fuzzer found: texts nobody would write, and that once broke something or took for ever."""

from gongkai.proofreading.document import plain
from gongkai.proofreading.figures import find as agreement
from gongkai.proofreading.hits import Found, Group, Level
from gongkai.proofreading.wording import Wording
from gongkai.proofreading.wording.overlaps import resolve


def test_shares_of_a_whole_that_is_not_there() -> None:
    assert agreement.find(plain("", "占4%4%")) == []


def test_a_chain_of_findings_takes_no_longer_than_its_length() -> None:
    """Each overlaps the next: every other one is told. All against all would be two thousand million comparisons."""
    chain = [Found(at, at + 2, Group.WORDING, "", Level.DOUBT, "") for at in range(60_000)]
    assert [each.start for each in resolve(chain)] == list(range(0, 60_000, 2))
    assert Wording().find("的" * 60_000) != []


def test_of_a_chain_the_longest_stays() -> None:
    spans = [(0, 2), (1, 5), (4, 6), (5, 7), (6, 8)]
    chain = [Found(start, end, Group.WORDING, "", Level.DOUBT, "") for start, end in spans]
    assert [(each.start, each.end) for each in resolve(chain)] == [(1, 5), (5, 7)]
