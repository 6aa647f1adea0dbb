"""A made-up office with 200 units and any number of facts in one period, from one seed: what pages are timed on."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from gongkai.measures.facts import FACTS, Fact
from gongkai.office import files, pack
from gongkai.records import facts, models, offices
from gongkai.records.audit import Who, record
from gongkai.terms import Period

KEY = "dashi"
BASE = Path(__file__).parents[1] / "offices" / "qianyang"
UNITS, COLUMNS, KEEPERS = 200, 60, 20
FACTS_IN_ALL = 100_000
SHARES = {
    "orders": 0.5,
    "posts": 0.2,
    "columns": 0.15,
    "messages": 0.1,
    "submissions": 0.04,
    "adoptions": 0.01,
}
TYPES = ("投诉", "求助", "咨询", "建议", "举报", "其他")
OUTLETS = ("县政府网站", "省级媒体")
WHO = Who("测速")


def office() -> pack.Office:
    """200 units, 60 columns kept by 20 units each, an account a unit."""
    base = files.read(BASE)
    towns, departments = base.groups
    units = tuple(
        pack.Unit(
            name=f"第{place}{'镇' if place < UNITS // 5 else '局'}",
            kind=pack.UnitKind.TOWN if place < UNITS // 5 else pack.UnitKind.DEPARTMENT,
            group=towns if place < UNITS // 5 else departments,
        )
        for place in range(UNITS)
    )
    return base.model_copy(
        update={
            "key": KEY,
            "name": "测速市",
            "units": units,
            "columns": tuple(_columns([unit.name for unit in units])),
            "accounts": tuple(
                pack.Account(name=f"{unit.name}发布", platform="微信订阅号", unit=unit.name, holder=unit.name)
                for unit in units
            ),
            "outlets": (
                pack.Outlet(name=OUTLETS[0], level=pack.OWN_LEVEL),
                pack.Outlet(name=OUTLETS[1], level="省级"),
            ),
            "rules": base.rules.model_copy(update={"submissions": pack.SubmissionRules(quota=24)}),
            "notices": (),
            "scheme": base.scheme.model_copy(update={"valid_to": "2030-12-31"}),
        }
    )


def _columns(units: list[str]) -> Iterator[pack.Column]:
    for place in range(COLUMNS):
        keepers = [units[(place * 7 + step * 10) % UNITS] for step in range(KEEPERS)]
        frequency = ("1条/月", "1条/2周", "1条/季度")[place % 3]
        name = "工作动态" if place == 0 else f"第{place}栏目"
        yield pack.Column(
            name=name, category="动态", duties=[pack.ColumnDuty(units=keepers, frequency=frequency)]
        )


@transaction.atomic
def build(
    period: Period, rows: int = FACTS_IN_ALL, until: date | None = None, seed: int = 20211231
) -> models.Office:
    """Load the office with `rows` facts of the period, dated up to `until` (its end)."""
    content = office()
    row = offices.save(content)
    record("office.load", KEY, by=WHO, at=timezone.now())
    batch = models.Batch.objects.create(
        office=row, period=period.code, file_name="测速.xlsx", digest=str(seed), counts={},
        written_at=timezone.now(), written_by="测速",
    )  # fmt: skip
    maker = Maker(content, period, until or period.end, random.Random(seed))
    for kind, share in SHARES.items():
        facts.insert(row, period.code, batch, kind, (maker.make(kind, n) for n in range(round(rows * share))))
    return row


class Maker:
    """Draws facts; each is faultless by itself."""

    def __init__(self, content: pack.Office, period: Period, until: date, chance: random.Random) -> None:
        self.period, self.until, self.chance = period, until, chance
        self.units = [unit.name for unit in content.units]
        self.accounts = [(account.unit, account.key) for account in content.accounts]
        self.duties = [(column.name, unit) for column in content.columns for unit in column.duties[0].units]

    def make(self, kind: str, number: int) -> Fact:
        """One fact of a kind."""
        day = self.period.start + timedelta(
            days=self.chance.randrange((self.until - self.period.start).days + 1)
        )
        common = {"unit": self.chance.choice(self.units), "day": day, "precision": "day", "quantity": 1}
        place = {"key": f"{kind}{number:07}", "sheet": "表", "row": number + 2}
        return FACTS[kind](**common | getattr(self, f"_{kind}")(number, day) | place)  # type: ignore[arg-type]

    def _submissions(self, number: int, day: date) -> dict[str, object]:
        return {"title": f"推进第{number}项工作", "late": 0}

    def _adoptions(self, number: int, day: date) -> dict[str, object]:
        return {"title": f"推进第{number}项工作", "outlet": self.chance.choice(OUTLETS)}

    def _columns(self, number: int, day: date) -> dict[str, object]:
        column, unit = self.chance.choice(self.duties)
        return {"column": column, "unit": unit, "title": f"第{number}条信息"}

    def _posts(self, number: int, day: date) -> dict[str, object]:
        unit, account = self.chance.choice(self.accounts)
        return {
            "unit": unit,
            "account": account,
            "title": f"第{number}条发文",
            "original": self.chance.random() < 0.7,
        }

    def _messages(self, number: int, day: date) -> dict[str, object]:
        return self._case(f"LY{number:07}", day)

    def _orders(self, number: int, day: date) -> dict[str, object]:
        marks = dict.fromkeys(("redone", "returned", "satisfied", "dissatisfied"), 0)
        return self._case(f"GD{number:07}", day) | marks | {"redone": int(self.chance.random() < 0.02)}

    def _case(self, number: str, day: date) -> dict[str, object]:
        closed = day + timedelta(days=self.chance.randrange(1, 12))
        known = closed <= self.until and self.chance.random() < 0.98
        return {
            "number": number, "type": self.chance.choice(TYPES), "due": day + timedelta(days=9),
            "closed": closed if known else None, "outcome": "",
        }  # fmt: skip
