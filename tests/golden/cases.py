"""The published tables of the two cases, cell for cell, as rows of text."""

import csv
from pathlib import Path

CASES = Path(__file__).parent / "cases"


def table(case: str, annex: str) -> list[dict[str, str]]:
    """Rows of an annex: table("weibin-2021q4", "annex1_submissions")[0]["实报"] is "24"."""
    with (CASES / case / f"{annex}.csv").open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def number(text: str) -> int | None:
    """A cell as a number; blank stays blank."""
    return int(text) if text else None
