"""What the office published elsewhere about the same period, beside the stored figures."""

from collections.abc import Iterator

from gongkai.notice import wording
from gongkai.notice.crosscheck import expected
from gongkai.notice.crosscheck.review import Review, amber
from gongkai.notice.figures import Scope, UnknownWordError
from gongkai.notice.plan import Issue
from gongkai.office.pack import StatedTerm, Statement
from gongkai.terms import Rate


def statements_match(review: Review) -> Iterator[Issue]:
    """A published figure or term that is not the stored one (statement:<measure>)."""
    for notice in review.office.notices:
        if notice.period == review.plan.period:
            for statement in notice.statements:
                yield from _contradicted(review, statement)


def _contradicted(review: Review, statement: Statement) -> Iterator[Issue]:
    stored = _stored(review, statement)
    if stored == statement.value:
        return
    about = "·".join(filter(None, (statement.unit, statement.item)))
    yield amber(
        f"statement:{statement.measure}",
        f"已公布通报“{statement.where}”所载与现有数据不一致"
        + (f"（{about}）" if about else "")
        + (f"：{statement.note}" if statement.note else ""),
        f"{statement.where}：{statement.value}",
        f"现有数据：{stored}",
        (statement.unit,) if statement.unit else (),
    )


def _stored(review: Review, statement: Statement) -> str:
    """The stored value in the form it is published in."""
    if statement.measure == StatedTerm.PLATFORM:
        account = review.office.accounts_by_key.get(statement.item)
        return account.platform if account else "台账中没有这个账号"
    if statement.measure == StatedTerm.POSTING:
        return review.office.rules.posting
    if size := expected.register(review, statement.measure):
        return size
    scope = Scope([statement.unit] if statement.unit else None, statement.item)
    try:
        if review.figures.is_rate(statement.measure):
            rules = review.office.rules.orders
            parts = review.figures.parts(statement.measure, scope)
            return wording.rate(Rate(*parts, rules.places, rules.rounding))
        return str(review.figures.total(statement.measure, scope))
    except UnknownWordError as error:
        return str(error.args[0])
