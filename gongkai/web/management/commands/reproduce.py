"""gongkai reproduce ASSESSMENT"""

from typing import Any

from django.core.management.base import CommandParser

from gongkai.actions import reproduce
from gongkai.web.screen import Screen, console, fail, json_option, print_json


class Command(Screen):
    help = "从快照重新计算一次评定，逐字核对"

    def arguments(self, parser: CommandParser) -> None:
        parser.add_argument("assessment", metavar="评定", help="如 weibin/2021Q4/1；不写序号即最新一次")
        json_option(parser)

    def show(self, *, assessment: str, as_json: bool, **_: Any) -> None:
        again = reproduce.run(assessment)
        if as_json:
            print_json(
                {
                    "assessment": again.row.code,
                    "equal": not again.differences,
                    "differences": again.differences,
                }
            )
        elif not again.differences:
            console().print(
                f"{again.row.code}：重新计算 {again.figures} 项数字、{again.lines} 条得分，与存档完全一致。"
            )
        if again.differences:
            raise fail(f"{again.row.code} 与存档不一致：{'、'.join(again.differences)}")
