"""A made-up period of work orders, as a snapshot: any number of rows from one seed."""

from pathlib import Path

import duckdb

from gongkai.assessment import registers
from gongkai.measures.facts import WorkOrder
from gongkai.office.pack import NoticeSettings, Office, OrderRules, Region, Rules, TimeLimit, Unit, UnitKind
from gongkai.office.scheme import Scheme
from gongkai.records import parquet, snapshots
from gongkai.terms import Period
from gongkai.workdays import Calendar

PERIOD = Period.parse("2021Q4")
UNITS = 60
SEED = 0.20211231

# Three in ten say how they ended, two in ten say when they were due, the rest have dates and a time limit.
ORDERS = f"""
WITH drawn AS (
  SELECT i, floor(random() * {UNITS})::INT AS u, floor(random() * 92)::INT AS d, floor(random() * 6)::INT AS t,
    floor(random() * 16)::INT AS took, floor(random() * 10)::INT AS known, random() AS a, random() AS b,
    random() AS c, random() AS e, random() AS f, random() AS g
  FROM range(?) rows(i))
SELECT '单位' || lpad(u::VARCHAR, 2, '0') AS unit, DATE '2021-10-01' + d AS day, 'day' AS precision,
  1::BIGINT AS quantity, 'GD' || lpad(i::VARCHAR, 10, '0') AS number,
  ['投诉', '求助', '咨询', '建议', '举报', '其他'][t + 1] AS type,
  CASE WHEN known IN (3, 4) THEN DATE '2021-10-08' + d END AS due,
  CASE WHEN a > 0.04 THEN DATE '2021-10-01' + d + took END AS closed,
  CASE WHEN known < 3 THEN CASE WHEN b < 0.8 THEN 'on_time' WHEN b < 0.9 THEN 'late' ELSE 'withdrawn' END
    ELSE '' END AS outcome,
  (c < 0.02)::BIGINT AS redone, (e < 0.03)::BIGINT AS returned,
  (f < 0.3)::BIGINT AS satisfied, (g < 0.03)::BIGINT AS dissatisfied,
  'GD' || lpad(i::VARCHAR, 10, '0') AS key, '工单' AS sheet, i + 2 AS row
FROM drawn
"""


def snapshot(folder: Path, rows: int) -> None:
    """A snapshot with `rows` work orders in the very files the product writes, only made faster."""
    duties = registers.build(office(), PERIOD, Calendar.statutory())
    snapshots.write(folder, office={}, period=PERIOD, facts={}, registers=duties)
    schema = parquet.schema_of(WorkOrder)
    with duckdb.connect(config={"threads": 1}) as engine:  # one thread: the same rows every time
        engine.execute(f"SELECT setseed({SEED})")
        batches = engine.execute(ORDERS, [rows]).to_arrow_reader(parquet.CHUNK)
        typed = (batch.cast(schema) for batch in batches)
        parquet.write_batches(snapshots.path_of(folder, "orders"), schema, typed)


def office() -> Office:
    """An office with time limits for work orders and no other duty."""
    names = [f"单位{place:02}" for place in range(UNITS)]
    limits = [
        TimeLimit(days=5),
        TimeLimit(type="投诉", days=10),
        TimeLimit(type="咨询", days=3),
        TimeLimit(type="求助", days=7, span="自然日"),
    ]
    return Office(
        key="bench",
        name="某县",
        region=Region(province="某省", city="某市", name="某县", short="某"),
        units=tuple(Unit(name=name, kind=UnitKind.DEPARTMENT, group="部门") for name in names),
        rules=Rules(orders=OrderRules(limits=tuple(limits))),
        notice=NoticeSettings(issuer="某县政府办", title="通报", addressee="各单位"),
        scheme=Scheme(name="不计分", version="1", source="示例"),
        template="",
    )
