"""What we issue ourselves passes the rules of layout by which the documents of others are judged."""

from collections.abc import Callable

import plans
import published
import pytest

from gongkai.notice import docx
from gongkai.notice.plan import Plan
from gongkai.proofreading.layout.rules import check, is_official
from gongkai.sources.documents.docx_layout import layout


@pytest.mark.parametrize(
    "plan", [plans.whole, plans.formal, plans.full_pages, plans.many_units, plans.punctuated]
)
def test_every_kind_of_notice_passes(plan: Callable[[], Plan]) -> None:
    facts = layout(docx.render(plan()))
    assert list(check(facts)) == []
    assert is_official(facts)


@pytest.mark.parametrize("case", [published.weibin, published.qianyang])
def test_the_published_notices_as_we_issue_them_pass(case: Callable[[], published.Published]) -> None:
    assert list(check(layout(docx.render(case().plan)))) == []
