"""The wording itself: figures without facts, mixed widths, headings with nothing under them, references."""

import re
from collections.abc import Iterator
from itertools import zip_longest

from gongkai.notice import wording
from gongkai.notice.crosscheck.review import Review, amber, red, words
from gongkai.notice.plan import Heading, Issue

_NO_FIGURE = re.compile(
    r"《[^》]*》|〔\d+〕\s*\d*号?|12345"
    r"|\d{4}年(?:\d+月)?(?:\d+日)?|\d+月(?:\d+日)?|\d+日|\d+时"
    r"|第\d+|附件\d+(?:、\d+)*|^\d+\.|（\d+）"
    r"|\d+个?(?:工作日|自然日|小时|分钟|天|字|周)|\d+(?:G|g)网?"
)
"""Digits that are no figures: titles, document numbers, the hotline, dates, ordinals, time limits."""
_DIGITS = re.compile(r"\d+(?:\.\d+)?%?")


def figures_have_facts(review: Review) -> Iterator[Issue]:
    """Digits typed into the wording that look like a figure and are bound to nothing (unbound_figure)."""
    for place, block in review.blocks:
        for run in block.runs:
            if run.binding is None:
                masked = _NO_FIGURE.sub(lambda found: "　" * len(found[0]), run.text)
                for found in _DIGITS.finditer(masked):
                    around = run.text[max(0, found.start() - 8) : found.end() + 6]
                    yield amber(
                        "unbound_figure",
                        f"{place}的“{found[0]}”是直接写在模板里的，没有对应的数据，请改用模板词汇取数",
                        f"{place}：…{around}…",
                    )


def widths_are_even(review: Review) -> Iterator[Issue]:
    """Half-width punctuation among Chinese characters, full-width digits (mixed_width)."""
    for place, block in review.blocks:
        for around in wording.mixed_widths("\n".join(run.text for run in block.runs if run.binding is None)):
            yield amber("mixed_width", f"{place}全角、半角混用：“{around}”，请改正模板", place)


def headings_have_text(review: Review) -> Iterator[Issue]:
    """A heading followed by nothing, or by a heading of its own level or above (empty_section)."""
    body = review.plan.body
    for block, following in zip_longest(body, body[1:]):
        ends = following is None or (isinstance(following, Heading) and isinstance(block, Heading)
                                     and following.level <= block.level)  # fmt: skip
        if isinstance(block, Heading) and ends:
            yield red("empty_section", f"标题“{words(block)}”下没有内容，请在模板中用 if 略去", words(block))


def references_exist(review: Review) -> Iterator[Issue]:
    """An annex that the wording names and the notice does not have (annex_reference)."""
    numbers = {str(annex.number) for annex in review.plan.annexes}
    for place, block in review.blocks:
        for named in re.findall(r"附件((?:\d+、?)+)", words(block)):
            for number in filter(None, named.split("、")):
                if number not in numbers:
                    yield red(
                        "annex_reference",
                        f"{place}提到附件{number}，通报没有这个附件，请改正模板或补上附件",
                        place,
                    )
