"""The same file and the same checks with django-import-export, set up as its manual advises for speed.

python -m bench.ingest_peer FILE
"""

import json
import resource
import sys
import time
from datetime import date, datetime
from pathlib import Path
from typing import Any

import django

django.setup()

from django.utils import timezone  # noqa: E402
from import_export import fields, resources  # noqa: E402
from import_export.formats.base_formats import XLSX  # noqa: E402
from import_export.instance_loaders import CachedInstanceLoader  # noqa: E402

from gongkai.actions import register  # noqa: E402
from gongkai.office.names import Certain, Names  # noqa: E402
from gongkai.records import offices  # noqa: E402
from gongkai.records.audit import Who  # noqa: E402
from gongkai.records.models import Batch, Office, WorkOrder  # noqa: E402
from gongkai.terms import Period  # noqa: E402
from gongkai.web.screen import prepare_database  # noqa: E402

PERIOD = Period.parse("2021Q4")
COLUMNS = {
    "number": "工单编号",
    "unit": "承办单位",
    "type": "诉求类型",
    "day": "受理时间",
    "due": "办结时限",
    "closed": "办结时间",
}


class Orders(resources.ModelResource):
    """Work orders, checked as Gongkai checks them: a number that is there already would be updated, with
    what is there read in one query."""

    key = fields.Field("key", "工单编号")
    number = fields.Field("number", "工单编号")
    unit = fields.Field("unit", "承办单位")
    type = fields.Field("type", "诉求类型")
    day = fields.Field("day", "受理时间")
    due = fields.Field("due", "办结时限")
    closed = fields.Field("closed", "办结时间")

    class Meta:
        model = WorkOrder
        fields = ("key", *COLUMNS)
        import_id_fields = ("key",)
        instance_loader_class = CachedInstanceLoader
        use_bulk = True
        batch_size = 1000
        skip_diff = True
        use_transactions = True

    def __init__(self, office: Office, batch: Batch) -> None:
        super().__init__()
        self.office, self.batch = office, batch
        content = offices.load(office)
        self.names = Names(content.units, content.region)
        self.seen: set[str] = set()

    def before_import_row(self, row: Any, **kwargs: Any) -> None:
        answer = self.names.resolve(row["承办单位"])
        if not isinstance(answer, Certain):
            raise ValueError(f"单位不能确定：{row['承办单位']}")
        row["承办单位"] = answer.unit.name
        for name in ("受理时间", "办结时限", "办结时间"):
            row[name] = day(row[name])
        if row["受理时间"] not in PERIOD:
            raise ValueError("受理时间不在期间内")
        if row["办结时间"] < row["受理时间"]:
            raise ValueError("办结早于受理")
        if row["工单编号"] in self.seen:
            raise ValueError("工单编号重复")
        self.seen.add(row["工单编号"])

    def before_save_instance(self, instance: WorkOrder, row: Any, **kwargs: Any) -> None:
        instance.office, instance.batch, instance.period = self.office, self.batch, PERIOD.code
        instance.precision, instance.sheet = "day", "工单"
        instance.row = kwargs.get("row_number") or 0
        instance.redone = int(row["是否返工"] == "是")
        instance.satisfied = int(row["回访结果"] == "满意")
        instance.dissatisfied = int(row["回访结果"] == "不满意")
        instance.outcome = ""


def day(value: object) -> date:
    """A cell as a day."""
    return value.date() if isinstance(value, datetime) else date.fromisoformat(str(value))


def main(path: Path) -> None:
    """Print seconds from the path to the committed rows, and the peak of memory in MB."""
    prepare_database()
    who, now = Who("某某", "测速"), timezone.now()
    office = register.load_pack(Path("offices/weibin"), by=who, at=now).office
    start = time.perf_counter()
    batch = Batch.objects.create(
        office=office,
        period=PERIOD.code,
        file_name=path.name,
        digest="",
        counts={},
        written_at=now,
        written_by="",
    )
    dataset = XLSX().create_dataset(path.read_bytes())
    result = Orders(office, batch).import_data(dataset, raise_errors=True)
    seconds = time.perf_counter() - start
    assert not result.has_errors()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "rows": WorkOrder.objects.count(), "peak": peak}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
