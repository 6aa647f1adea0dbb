"""The same figures of work orders, made by hand in SQL and in pandas."""

from pathlib import Path

import duckdb
import pandas as pd

Row = tuple[str, str, str, int | None, int | None, int | None]
"""unit, item, measure, value, numerator, denominator"""

SQL = Path(__file__).with_name("assess_by_hand.sql").read_text(encoding="utf-8")
COUNTS = ["quantity", "redone", "returned", "satisfied", "dissatisfied"]
NEEDED = ["unit", "day", "type", "due", "closed", "outcome", *COUNTS]
MEASURES = ["withdrawn", "open", "on_time", "late", "redone", "returned", "satisfied", "dissatisfied", "due"]


def by_sql(folder: Path) -> list[Row]:
    """Hand-written DuckDB SQL on the same files."""
    with duckdb.connect() as engine:
        return engine.execute(SQL.replace("{folder}", str(folder))).fetchall()


def by_pandas(folder: Path, columns: list[str] | None = None) -> list[Row]:
    """Vectorised pandas on the same files: the whole table, or only `columns` of it."""
    orders = pd.read_parquet(folder / "orders.parquet", columns=columns)
    orders["outcome"] = _outcome(folder, orders)
    counted = orders.groupby(["unit", "type", "outcome"], as_index=False)[COUNTS].sum()
    return sorted([*_by_unit(counted), *_by_type(counted)], key=lambda row: (row[0], row[2], row[1]))


def _outcome(folder: Path, orders: pd.DataFrame) -> pd.Series:
    limits = pd.read_parquet(folder / "limits.parquet").query("kind == 'orders'")
    end = pd.to_datetime(pd.read_parquet(folder / "period.parquet")["end"][0])
    by_type = orders["type"].where(orders["type"].isin(limits["type"]), "")
    wanted = pd.DataFrame({"type": by_type, "day": pd.to_datetime(orders["day"])})
    deadline = wanted.merge(_deadlines(folder, limits), how="left", on=["type", "day"])["deadline"]
    due = pd.to_datetime(orders["due"]).fillna(deadline)
    closed = pd.to_datetime(orders["closed"])
    judged = pd.Series("open", index=orders.index)
    judged = judged.mask(due <= end, "late_open")
    judged = judged.mask(closed.notna(), "on_time")
    judged = judged.mask(closed > due, "late")
    return orders["outcome"].where(orders["outcome"] != "", judged)


def _deadlines(folder: Path, limits: pd.DataFrame) -> pd.DataFrame:
    days = pd.read_parquet(folder / "days.parquet")
    days["day"] = pd.to_datetime(days["day"])
    first = days.groupby("number")["day"].min()
    each = limits.merge(days[["day", "number"]], how="cross")
    working = (each["number"] + each["days"]).map(first)
    each["deadline"] = working.where(each["working"], each["day"] + pd.to_timedelta(each["days"], unit="D"))
    return each[["type", "day", "deadline"]]


def _by_unit(counted: pd.DataFrame) -> list[Row]:
    wide = counted.groupby("unit")[COUNTS].sum().rename(columns={"quantity": "handled"})
    by_outcome = counted.pivot_table(
        index="unit", columns="outcome", values="quantity", aggfunc="sum", fill_value=0
    )
    for name in ("withdrawn", "open", "on_time"):
        wide[name] = by_outcome[name]
    wide["late"] = by_outcome["late"] + by_outcome["late_open"]
    wide["due"] = wide["handled"] - wide["withdrawn"] - wide["open"]
    rows: list[Row] = []
    for unit, one in wide.astype(int).iterrows():
        rows += [(unit, "", f"orders.{name}", int(one[name]), None, None) for name in ["handled", *MEASURES]]
        asked = int(one["satisfied"] + one["dissatisfied"])
        rows.append((unit, "", "orders.on_time_rate", None, int(one["on_time"]), int(one["due"])))
        handled = int(one["on_time"] + one["withdrawn"])
        rows.append((unit, "", "orders.handled_rate", None, handled, int(one["handled"])))
        rows.append((unit, "", "orders.satisfaction_rate", None, int(one["satisfied"]), asked))
    return rows


def _by_type(counted: pd.DataFrame) -> list[Row]:
    totals = counted.groupby(["unit", "type"])["quantity"].sum()
    return [
        (unit, type_, "orders.by_type", int(value), None, None) for (unit, type_), value in totals.items()
    ]
