"""gongkai demo: the main job on the sample packs."""

import time
from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser
from django.utils import timezone

from gongkai.actions import demo
from gongkai.web.screen import Screen, fail, json_option, who
from gongkai.web.terminal import draw, print_json, say, table, waiting


class Command(Screen):
    help = "载入示例工作包，从表格直到通报"

    def arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--offices",
            metavar="目录",
            type=Path,
            default=Path("offices"),
            help="各工作包所在的目录（默认 offices）",
        )
        parser.add_argument(
            "--output", metavar="目录", type=Path, default=Path("out"), help="通报写到哪里（默认 out）"
        )
        json_option(parser)

    def show(self, *, offices: Path, output: Path, as_json: bool, **_: Any) -> None:
        steps: list[demo.Step] = []
        began = time.monotonic()
        with waiting("正在处理…") as status:
            for step in demo.run(offices, output, by=who(), at=timezone.now()):
                status.update(f"{step.office} {step.work}…")
                steps.append(step)
        if not steps:
            raise fail(f"{offices} 下没有工作包（应有 代号/office.toml），请用 --offices 指明目录")
        if as_json:
            print_json([vars(step) for step in steps])
        else:
            heads = ("工作包", "期间", "工作", "结果", "改动")
            rows = ((s.office, s.period, s.work, s.outcome, "有" if s.changed else "无") for s in steps)
            draw(table("从表格到通报", heads, rows))
            say(f"用时 {time.monotonic() - began:.1f} 秒。")
        if faulty := [step for step in steps if step.faults]:
            raise fail(
                "以下各项有问题，需要处理：" + "；".join(f"{step.office} {step.outcome}" for step in faulty)
            )
