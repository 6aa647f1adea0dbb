"""gongkai ingest FILE… --office X --period 2021Q4"""

from itertools import islice
from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser
from django.utils import timezone
from rich.progress import track

from gongkai.actions import ingest
from gongkai.measures.facts import KIND_LABELS
from gongkai.records.models import Batch
from gongkai.sources import marked
from gongkai.terms import Period
from gongkai.web import presenters
from gongkai.web.screen import (
    OFFICE,
    PERIOD,
    Screen,
    console,
    fail,
    json_option,
    print_json,
    table,
    who,
)

MARKED = Path("标注问题")
KINDS = "、".join(f"{kind} {KIND_LABELS[kind]}" for kind in sorted(KIND_LABELS))
CHANGES_SHOWN = 10


class Command(Screen):
    help = "读入表格：预览、写入、列出问题"

    def arguments(self, parser: CommandParser) -> None:
        parser.add_argument("files", metavar="文件", nargs="+", type=Path, help=".xlsx、.xls 或 .csv")
        parser.add_argument("--office", required=True, metavar="工作包", help=OFFICE)
        parser.add_argument("--period", required=True, metavar="期间", help=PERIOD)
        parser.add_argument(
            "--kind", choices=sorted(KIND_LABELS), help=f"自动识别不准时指定数据种类：{KINDS}"
        )
        parser.add_argument("--dry-run", action="store_true", help="只预览，不写入")
        parser.add_argument("--accept-good", action="store_true", help="有问题的行不要，其余行照常写入")
        parser.add_argument(
            "--marked",
            metavar="目录",
            type=Path,
            default=MARKED,
            help=f"标出问题的表格副本放在哪里（默认 {MARKED}）",
        )
        json_option(parser)

    def show(self, *, files: list[Path], office: str, period: str, as_json: bool, **options: Any) -> None:
        results = []
        for path in track(files, "读入", transient=True, disable=as_json, console=console()):
            results.append((path, *self._one(path, office, Period.parse(period), **options)))
        if as_json:
            print_json([presenters.preview_json(path.name, seen, batch) for path, seen, batch in results])
        for path, seen, batch in results:
            if not as_json:
                self._print(path, seen, batch, office, options["dry_run"])
            if seen.faults:
                self._mark(path, seen, options["marked"], as_json)
        refused = [path.name for path, seen, _ in results if seen.refused]
        if refused:
            raise fail(
                f"{len(refused)} 个文件有问题：{'、'.join(refused)}。"
                "请按建议改正后重新导入；只要其余各行的，加 --accept-good"
            )

    def _one(
        self,
        path: Path,
        office: str,
        period: Period,
        *,
        kind: str | None,
        dry_run: bool,
        accept_good: bool,
        **_: Any,
    ) -> tuple[ingest.Preview, Batch | None]:
        if dry_run:
            return ingest.preview(path, office=office, period=period, kind=kind), None
        return ingest.run(
            path,
            office=office,
            period=period,
            kind=kind,
            accept_good=accept_good,
            by=who(),
            at=timezone.now(),
        )

    def _mark(self, path: Path, seen: ingest.Preview, folder: Path, as_json: bool) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        target = folder / f"{path.stem}（标注问题）.xlsx"
        marked.write(path, list(seen.faults), target)
        if not as_json:
            console().print(f"标出问题的副本：{target}")

    def _print(
        self, path: Path, seen: ingest.Preview, batch: Batch | None, office: str, dry_run: bool
    ) -> None:
        screen = console()
        rows = [
            (KIND_LABELS[kind], len(change.added), len(change.changed), change.same)
            for kind, change in seen.differences.items()
        ]
        counts = ("新增", "更新", "未变")
        screen.print(
            table(f"{path.name}（{_outcome(seen, batch, dry_run)}）", ("种类", *counts), rows, counts)
        )
        if changes := list(islice(presenters.change_rows(seen), CHANGES_SHOWN)):
            screen.print(table("更新的内容（部分）", ("种类", "记录", "原值", "新值"), changes))
        if seen.reading.faults or seen.faults:
            screen.print(
                table("读到的问题", ("级别", "位置", "内容", "问题", "建议"), presenters.fault_rows(seen))
            )
        for question in seen.reading.questions:
            offered = "、".join(choice.unit for choice in question.candidates)
            screen.print(f"单位名称“{question.text}”不能确定，可能是{offered}。请在表格中写明单位全称，")
            screen.print(f"或者确认后执行：gongkai office alias {office} {question.text} 名册中的单位")


def _outcome(seen: ingest.Preview, batch: Batch | None, dry_run: bool) -> str:
    if batch is not None:
        return f"已写入，批次 {batch.pk}"
    if seen.refused:
        return "有问题，未写入"
    if seen.empty:
        return "与已有数据一致，无须写入"
    return "预览，未写入" if dry_run else "未写入"
