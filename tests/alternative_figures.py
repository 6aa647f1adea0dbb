"""Every measure a second time, in plain Python and in the plainest way: loops, sums and counting on fingers.

Nothing is shared with `gongkai.measures` but the shape of its rows, so a mistake has to be made twice to
go unseen.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from gongkai.measures.figures import Figure

Rows = dict[str, list]
A_DAY = timedelta(days=1)


def figures(tables: Rows) -> list[Figure]:
    """All figures of the fact and register rows in `tables`, in the order of `registry.figures`."""
    lines = (submissions, adoptions, columns, messages, orders, posts, accounts)
    places = {unit.unit: unit.place for unit in tables["units"]}
    return sorted(
        (figure for line in lines for figure in line(tables)),
        key=lambda one: (places.get(one.unit, 10**6), one.unit, one.measure, one.item, one.window),
    )


def submissions(tables: Rows) -> Iterator[Figure]:
    quotas = {unit.unit: unit.quota for unit in tables["units"] if unit.quota is not None}
    facts = tables["submissions"]
    for unit in {fact.unit for fact in facts} | set(quotas):
        submitted = sum(fact.quantity for fact in facts if fact.unit == unit)
        quota = quotas.get(unit)
        met = None if quota is None else submitted >= quota
        yield Figure(unit, "", "", "submissions.submitted", submitted, target=quota, met=met)
        yield Figure(unit, "", "", "submissions.late", sum(fact.late for fact in facts if fact.unit == unit))
        if quota is not None:
            yield Figure(unit, "", "", "submissions.quota", quota)
            yield Figure(unit, "", "", "submissions.short", max(0, quota - submitted))
            yield Figure(unit, "", "", "submissions.zero", 1 if quota > 0 and submitted == 0 else 0)


def adoptions(tables: Rows) -> Iterator[Figure]:
    own_sites = {outlet.outlet for outlet in tables["outlets"] if outlet.own}
    facts = tables["adoptions"]
    for unit, outlet in {(fact.unit, fact.outlet) for fact in facts}:
        taken = sum(fact.quantity for fact in facts if (fact.unit, fact.outlet) == (unit, outlet))
        yield Figure(unit, outlet, "", "adoptions.adopted", taken)
    owing = {unit.unit for unit in tables["units"] if unit.quota is not None}
    sent = {fact.unit for fact in tables["submissions"]}
    for unit in owing | sent | {fact.unit for fact in facts}:
        own = sum(fact.quantity for fact in facts if fact.unit == unit and fact.outlet in own_sites)
        submitted = sum(fact.quantity for fact in tables["submissions"] if fact.unit == unit)
        yield Figure(unit, "", "", "adoptions.own", own)
        yield Figure(unit, "", "", "adoptions.rate", None, own, submitted)


def columns(tables: Rows) -> Iterator[Figure]:
    duties = {(duty.unit, duty.column) for duty in tables["duties"]}
    for unit, column in duties | {(fact.unit, fact.column) for fact in tables["columns"]}:
        facts = [fact for fact in tables["columns"] if (fact.unit, fact.column) == (unit, column)]
        total = sum(fact.quantity for fact in facts)
        yield Figure(unit, column, "", "columns.total", total)
        for month in tables["months"]:
            inside, doubtful = counted(facts, month, tables)
            if not doubtful:
                yield Figure(unit, column, month.month, "columns.updates", inside)
    yield from judged_columns(tables)


def judged_columns(tables: Rows) -> Iterator[Figure]:
    for unit, column in {(window.unit, window.column) for window in tables["windows"]}:
        facts = [fact for fact in tables["columns"] if (fact.unit, fact.column) == (unit, column)]
        missed = 0
        touching = 0
        for window in tables["windows"]:
            if (window.unit, window.column) == (unit, column):
                inside, doubtful = counted(facts, window, tables)
                met = True if inside >= window.least else None if doubtful else False
                missed += met is False
                touching += inside + doubtful
                name = "columns.window"
                yield Figure(unit, column, window.window, name, inside, target=window.least, met=met)
        yield Figure(unit, column, "", "columns.short", missed)
        yield Figure(unit, column, "", "columns.blank", 1 if touching == 0 else 0)


def counted(facts: list, window, tables: Rows) -> tuple[int, int]:
    """Items that were published in the window, and items that may have been."""
    inside = doubtful = 0
    for fact in facts:
        days = possible_days(fact, tables["period"][0])
        within = [window.start <= day <= window.end for day in days]
        if all(within):
            inside += fact.quantity
        elif any(within):
            doubtful += fact.quantity
    return inside, doubtful


def possible_days(fact, period) -> list[date]:
    """Every day of the period on which the fact may have happened."""
    if fact.precision == "day":
        return [fact.day]
    days = [period.start + A_DAY * n for n in range((period.end - period.start).days + 1)]
    if fact.precision == "month":
        return [day for day in days if (day.year, day.month) == (fact.day.year, fact.day.month)]
    return days


def outcome(kind: str, fact, tables: Rows) -> str:
    if fact.outcome:
        return fact.outcome
    due = fact.due or deadline(kind, fact, tables)
    if fact.closed:
        return "late" if due and fact.closed > due else "on_time"
    return "late_open" if due and due <= tables["period"][0].end else "open"


def deadline(kind: str, fact, tables: Rows) -> date | None:
    limits = {limit.type: limit for limit in tables["limits"] if limit.kind == kind}
    limit = limits.get(fact.type) or limits.get("")
    if limit is None:
        return None
    worked = {day.day for day in tables["days"] if day.working}
    day, left = fact.day, limit.days
    while left:
        day += A_DAY
        left -= 1 if not limit.working or day in worked else 0
    return day


def stood(kind: str, tables: Rows) -> Iterator[tuple[str, list, dict[str, int]]]:
    """Each unit of a kind with its facts, and its quantities by outcome."""
    for unit in {fact.unit for fact in tables[kind]}:
        facts = [fact for fact in tables[kind] if fact.unit == unit]
        counts = dict.fromkeys(("on_time", "late", "late_open", "open", "withdrawn"), 0)
        for fact in facts:
            counts[outcome(kind, fact, tables)] += fact.quantity
        yield unit, facts, counts


def messages(tables: Rows) -> Iterator[Figure]:
    for unit, _, counts in stood("messages", tables):
        late = counts["late"] + counts["late_open"]
        due = counts["on_time"] + late
        yield Figure(unit, "", "", "messages.handled", sum(counts.values()))
        yield Figure(unit, "", "", "messages.closed", counts["on_time"] + counts["late"])
        yield Figure(unit, "", "", "messages.due", due)
        yield Figure(unit, "", "", "messages.on_time", counts["on_time"])
        yield Figure(unit, "", "", "messages.late", late)
        yield Figure(unit, "", "", "messages.on_time_rate", None, counts["on_time"], due)


def orders(tables: Rows) -> Iterator[Figure]:
    for unit, facts, counts in stood("orders", tables):
        on_time, withdrawn = counts["on_time"], counts["withdrawn"]
        late = counts["late"] + counts["late_open"]
        handled = sum(counts.values())
        for name in ("redone", "returned", "satisfied", "dissatisfied"):
            yield Figure(unit, "", "", f"orders.{name}", sum(getattr(fact, name) for fact in facts))
        yield Figure(unit, "", "", "orders.handled", handled)
        yield Figure(unit, "", "", "orders.withdrawn", withdrawn)
        yield Figure(unit, "", "", "orders.open", counts["open"])
        yield Figure(unit, "", "", "orders.due", on_time + late)
        yield Figure(unit, "", "", "orders.on_time", on_time)
        yield Figure(unit, "", "", "orders.late", late)
        yield Figure(unit, "", "", "orders.on_time_rate", None, on_time, on_time + late)
        yield Figure(unit, "", "", "orders.handled_rate", None, on_time + withdrawn, handled)
        satisfied = sum(fact.satisfied for fact in facts)
        asked = satisfied + sum(fact.dissatisfied for fact in facts)
        yield Figure(unit, "", "", "orders.satisfaction_rate", None, satisfied, asked)
        for type_ in {fact.type for fact in facts if fact.type}:
            of_type = sum(fact.quantity for fact in facts if fact.type == type_)
            yield Figure(unit, type_, "", "orders.by_type", of_type)


def posts(tables: Rows) -> Iterator[Figure]:
    register = {account.account: account for account in tables["accounts"]}
    hosts = [
        (register[fact.account].unit if fact.account in register else fact.unit, fact)
        for fact in tables["posts"]
    ]
    owing = {(one.unit, one.account): one.quota for one in register.values() if one.quota is not None}
    for unit, account in {(host, fact.account) for host, fact in hosts} | set(owing):
        made = [fact for host, fact in hosts if (host, fact.account) == (unit, account)]
        original = sum(fact.original for fact in made)
        quota = owing.get((unit, account))
        met = None if quota is None else original >= quota
        yield Figure(unit, account, "", "posts.published", sum(fact.quantity for fact in made))
        yield Figure(unit, account, "", "posts.original", original, target=quota, met=met)
        if quota is not None:
            yield Figure(unit, account, "", "posts.lapsed", 1 if original < quota else 0)


def accounts(tables: Rows) -> Iterator[Figure]:
    for unit in {account.unit for account in tables["accounts"]}:
        filings = [account.filing for account in tables["accounts"] if account.unit == unit]
        yield Figure(unit, "", "", "accounts.registered", filings.count("已备案"))
        yield Figure(unit, "", "", "accounts.unapproved", filings.count("未经报备"))
