"""gongkai batches"""

from typing import Any

from django.core.management.base import CommandParser
from django.utils.timezone import localtime

from gongkai.records import offices
from gongkai.records.models import Batch
from gongkai.web.screen import Screen, json_option
from gongkai.web.terminal import draw, print_json, table


class Command(Screen):
    help = "列出导入批次"

    def arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--office", metavar="工作包", help="只列这个工作包的批次")
        json_option(parser)

    def show(self, *, office: str | None, as_json: bool, **_: Any) -> None:
        batches = Batch.objects.select_related("office")
        if office:
            batches = batches.filter(office=offices.get(office))
        if as_json:
            print_json([_row_json(batch) for batch in batches])
            return
        heads = ("批次", "工作包", "期间", "文件", "新增", "更新", "状态", "写入人", "写入时间")
        rows = [
            (
                batch.pk,
                batch.office.key,
                batch.period,
                batch.file_name,
                sum(count["added"] for count in batch.counts.values()),
                sum(count["changed"] for count in batch.counts.values()),
                batch.get_state_display(),
                batch.written_by,
                f"{localtime(batch.written_at):%Y-%m-%d %H:%M}",
            )
            for batch in batches
        ]
        draw(table("导入批次", heads, rows, ("批次", "新增", "更新")))


def _row_json(batch: Batch) -> dict[str, Any]:
    return {
        "batch": batch.pk,
        "office": batch.office.key,
        "period": batch.period,
        "file": batch.file_name,
        "state": batch.state,
        "counts": batch.counts,
        "written_at": batch.written_at.isoformat(),
        "written_by": batch.written_by,
    }
