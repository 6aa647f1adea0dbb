"""gongkai demo: the main job on the sample packs."""

import time
from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser
from django.utils import timezone

from gongkai.actions import demo, demo_people
from gongkai.records.models import Office
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
        either = parser.add_mutually_exclusive_group()
        either.add_argument(
            "--people", action="store_true", help="为每种身份各建一个演示人员，并显示临时生成的密码"
        )
        json_option(either)

    def show(self, *, offices: Path, output: Path, people: bool, as_json: bool, **_: Any) -> None:
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
            if people:
                _introduce([step.office for step in steps])
        if faulty := [step for step in steps if step.faults]:
            raise fail(
                "以下各项有问题，需要处理：" + "；".join(f"{step.office} {step.outcome}" for step in faulty)
            )


def _introduce(keys: list[str]) -> None:
    """Make the people and show who they are, with the password that is shown this once."""
    loaded = list(Office.objects.filter(key__in=keys).order_by("key"))
    cast = demo_people.run(loaded, by=who(), at=timezone.now())
    rows = ((one.office.key, one.role.label, one.unit, one.person.username) for one in cast.players)
    draw(table("演示人员", ("工作包", "身份", "单位", "用户名"), rows))
    say(f"他们共用的密码（只显示这一次）：{cast.password}")
