"""Submissions, adoptions, posts and accounts: what is counted, and who appears at all."""

from fact_tables import duties, fact, office, tables

from gongkai.office.pack import Account, Outlet, Rules, SubmissionRules, Unit

QUOTA = Rules(submissions=SubmissionRules(quota=24))


def value(figures, measure: str, unit: str = "甲局", item: str = ""):
    """The value of a figure, or numerator and denominator of a rate; None where there is no such figure."""
    for one in figures:
        if (one.unit, one.item, one.measure) == (unit, item, measure):
            return one.value if one.value is not None else (one.numerator, one.denominator)
    return None


def test_a_unit_that_owes_and_sends_nothing_shows_zeros(engine):
    figures = engine.ask(tables([], duties(office(["甲局"], rules=QUOTA))))
    assert value(figures, "submissions.submitted") == 0
    assert value(figures, "submissions.short") == 24
    assert value(figures, "submissions.zero") == 1
    assert value(figures, "adoptions.rate") == (0, 0)


def test_a_unit_that_owes_nothing_has_no_shortfall(engine):
    units = [Unit(name="甲局", kind="部门", group="部门", ranked=False)]
    figures = engine.ask(
        tables([fact("submissions", "甲局", quantity=2)], duties(office(units, rules=QUOTA)))
    )
    assert value(figures, "submissions.submitted") == 2
    assert value(figures, "submissions.short") is value(figures, "submissions.zero") is None


def test_more_than_the_quota_is_not_less_than_nothing_short(engine):
    figures = engine.ask(tables([fact("submissions", "甲局", quantity=30)], duties(office(rules=QUOTA))))
    assert value(figures, "submissions.short") == 0


def test_only_the_own_site_counts_for_the_adoption_rate(engine):
    outlets = [Outlet(name="网站", level="本级网站"), Outlet(name="日报", level="市级")]
    facts = [fact("submissions", "甲局", quantity=10)]
    facts += [
        fact("adoptions", "甲局", quantity=n, outlet=name)
        for name, n in (("网站", 4), ("日报", 3), ("电台", 1))
    ]
    figures = engine.ask(tables(facts, duties(office(outlets=outlets))))
    assert [value(figures, "adoptions.adopted", item=name) for name in ("网站", "日报", "电台")] == [4, 3, 1]
    assert value(figures, "adoptions.own") == 4
    assert value(figures, "adoptions.rate") == (4, 10)


def account(**more) -> Account:
    return Account(**({"name": "甲发布", "platform": "微博", "unit": "甲局", "holder": "甲局"} | more))


def test_forwarded_posts_do_not_keep_an_account_from_lapsing(engine):
    facts = [fact("posts", "甲局", account="甲发布·微博", quantity=40, original=11)]
    figures = engine.ask(tables(facts, duties(office(accounts=[account()]))))
    assert value(figures, "posts.published", item="甲发布·微博") == 40
    assert value(figures, "posts.lapsed", item="甲发布·微博") == 1


def test_an_account_that_never_posted_has_lapsed(engine):
    figures = engine.ask(tables([], duties(office(accounts=[account()]))))
    assert value(figures, "posts.lapsed", item="甲发布·微博") == 1


def test_a_mini_program_without_a_duty_cannot_lapse(engine):
    figures = engine.ask(tables([], duties(office(accounts=[account(posting=False)]))))
    assert value(figures, "posts.lapsed", item="甲发布·微博") is None
    assert value(figures, "accounts.registered") == 1


def test_posts_stand_under_the_unit_that_the_register_names(engine):
    facts = [fact("posts", "乙局", account="甲发布·微博", original=1)]
    figures = engine.ask(tables(facts, duties(office(accounts=[account()]))))
    assert value(figures, "posts.original", "甲局", "甲发布·微博") == 1
    assert value(figures, "posts.original", "乙局", "甲发布·微博") is None


def test_an_unapproved_account_is_counted_apart_and_owes_no_posts(engine):
    accounts = [account(filing="未经报备"), account(name="旧号", filing="已注销")]
    figures = engine.ask(tables([], duties(office(accounts=accounts))))
    assert (value(figures, "accounts.registered"), value(figures, "accounts.unapproved")) == (0, 1)
    assert value(figures, "posts.original", item="甲发布·微博") is None


def test_withdrawn_and_open_orders_are_handled_but_not_due(engine):
    counts = {"on_time": 7, "late": 1, "withdrawn": 4, "open": 2}
    facts = [fact("orders", "甲局", quantity=n, outcome=how, type="投诉") for how, n in counts.items()]
    figures = engine.ask(tables(facts))
    assert value(figures, "orders.handled") == value(figures, "orders.by_type", item="投诉") == 14
    assert value(figures, "orders.due") == 8
    assert value(figures, "orders.on_time_rate") == (7, 8)
    assert value(figures, "orders.handled_rate") == (11, 14)


def test_figures_stand_in_the_order_of_the_register(engine):
    facts = [fact("orders", unit) for unit in ("已撤销的局", "乙局", "甲局")]
    figures = engine.ask(tables(facts, duties(office(["乙局", "甲局"]))))
    assert list(dict.fromkeys(one.unit for one in figures)) == ["乙局", "甲局", "已撤销的局"]
    assert [one.measure for one in figures] == sorted({one.measure for one in figures}) * 3
