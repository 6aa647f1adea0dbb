"""gongkai reproduce ASSESSMENT"""

from typing import Any

from django.core.management.base import CommandParser

from gongkai.actions import reproduce
from gongkai.web.screen import Screen, fail, json_option
from gongkai.web.terminal import print_json, say

PARTS = {
    "figures": "数字",
    "lines": "得分逐项",
    "scorecards": "得分和名次",
    "findings": "存在问题",
    "completion": "完成情况",
    "commended": "表扬名单",
    "criticised": "批评名单",
    "movements": "与上期的比较",
    "scheme": "考核办法",
    "scheme_version": "考核办法版本",
    "snapshot": "数据快照校验值",
}
"""Parts of an assessment, as a message names them."""


class Command(Screen):
    help = "从快照重新计算一次考核，逐字核对"

    def arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "assessment", metavar="考核", help="工作包/期间/序号，如 weibin/2021Q4/1；不写序号即最新一次"
        )
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
            say(f"{again.row.code}：重新计算 {again.figures} 项数字、{again.lines} 条得分，与存档完全一致。")
        if again.differences:
            names = "、".join(PARTS.get(name, name) for name in again.differences)
            raise fail(
                f"{again.row.code} 重新计算后，{names}与存档不一致。"
                "请核对程序版本是否变动，查明原因前不要据此印发通报"
            )
