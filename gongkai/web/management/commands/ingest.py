"""gongkai ingest FILE… --office X --period 2021Q4"""

from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from django.core.management.base import CommandParser
from django.utils import timezone

from gongkai.actions import ingest
from gongkai.actions.comparing import Preview
from gongkai.actions.ingest import IngestError
from gongkai.measures.facts import KIND_LABELS
from gongkai.records.models import Batch
from gongkai.sources import marked
from gongkai.sources.faults import FileFault
from gongkai.terms import Period
from gongkai.web import presenters
from gongkai.web.screen import OFFICE, PERIOD, Screen, fail, json_option, who
from gongkai.web.terminal import draw, print_json, say, table, waiting

MARKED = Path("标注问题")
KINDS = "、".join(f"{kind} {KIND_LABELS[kind]}" for kind in sorted(KIND_LABELS))
CHANGES_SHOWN = 10
PLACES_SHOWN = 3
COUNTS = ("新增", "更新", "未变")


class Result(NamedTuple):
    """What became of a file; `error` where it could not be read as a whole."""

    path: Path
    seen: Preview | None
    batch: Batch | None
    error: str = ""

    @property
    def refused(self) -> bool:
        return self.seen is None or self.seen.refused

    def as_json(self) -> dict[str, Any]:
        """The same keys for every file."""
        return presenters.preview_json(self.path.name, self.seen, self.batch, self.error)


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

    def show(self, *, files: list[Path], period: str, as_json: bool, **options: Any) -> None:
        span, results = Period.parse(period), []
        try:
            for path in files:
                results.append(_one(path, span, **options))
                if not as_json:
                    _print(results[-1], **options)
                _mark(results[-1], options["marked"], files, as_json)
        finally:  # whatever ends the work half-way, what was written is told
            if as_json:
                print_json([result.as_json() for result in results])
        if refused := [result.path.name for result in results if result.refused]:
            raise fail(
                f"{len(refused)} 个文件有问题：{'、'.join(refused)}。"
                "请按建议改正后重新导入；只要其余各行的，加 --accept-good"
            )


def _one(
    path: Path,
    period: Period,
    *,
    office: str,
    kind: str | None,
    dry_run: bool,
    accept_good: bool,
    **_: Any,
) -> Result:
    try:
        with waiting(f"正在读入 {path.name}…"):
            if dry_run:
                seen, batch = ingest.preview(path, office=office, period=period, kind=kind), None
            else:
                seen, batch = ingest.run(
                    path,
                    office=office,
                    period=period,
                    kind=kind,
                    accept_good=accept_good,
                    by=who(),
                    at=timezone.now(),
                )
    except (FileFault, IngestError) as error:
        return Result(path, None, None, str(error))
    return Result(path, seen, batch)


def _mark(result: Result, folder: Path, files: list[Path], as_json: bool) -> None:
    if result.seen is None or not result.seen.refused:
        return
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{_copy_name(result.path, files)}（标注问题）.xlsx"
    marked.write(result.path, result.seen.faults, target, result.seen.reading.questions)
    if not as_json:
        say(f"标出问题的副本：{target}")


def _copy_name(path: Path, files: list[Path]) -> str:
    """Units hand in files of one name, each in a folder of its own: then the folder tells them apart."""
    alike = [other for other in files if other.stem == path.stem]
    return path.stem if len(alike) == 1 else f"{path.absolute().parent.name}-{path.stem}"


def _print(result: Result, *, office: str, dry_run: bool, **_: Any) -> None:
    seen = result.seen
    if seen is None:
        say(result.error, "red")
        return
    rows = [
        (KIND_LABELS[kind], len(change.added), len(change.changed), change.same)
        for kind, change in seen.differences.items()
    ]
    title = f"{result.path.name}（{_outcome(seen, result.batch, dry_run)}）"
    draw(table(title, ("种类", *COUNTS), rows, COUNTS))
    if changes := list(islice(presenters.change_rows(seen), CHANGES_SHOWN)):
        draw(table("更新的内容（部分）", ("种类", "记录", "原值", "新值"), changes))
    if faults := list(presenters.fault_rows(seen)):
        draw(table("读到的问题", ("级别", "位置", "内容", "问题", "建议"), faults))
    for question in seen.reading.questions:
        offered = "、".join(choice.unit for choice in question.candidates)
        where = "、".join(f"{place.column}{place.row}" for place in question.places[:PLACES_SHOWN])
        more = f"等{len(question.places)}处" if len(question.places) > PLACES_SHOWN else ""
        say(f"单位名称“{question.text}”（{where}{more}）不能确定，可能是{offered}。请在表格中写明单位全称，")
        say(f"或者确认后执行：gongkai office alias {office} {question.text} 名册中的单位")


def _outcome(seen: Preview, batch: Batch | None, dry_run: bool) -> str:
    if batch is not None:
        return f"已写入，批次 {batch.pk}"
    if seen.refused:
        return "有问题，未写入"
    if seen.empty:
        return "与已有数据一致，无须写入"
    return "预览，未写入" if dry_run else "未写入"
