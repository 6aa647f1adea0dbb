"""gongkai issue OFFICE PERIOD -o DIR"""

import argparse
from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser
from django.utils import timezone
from rich.text import Text

from gongkai.actions import issue
from gongkai.notice.plan import Issue, Severity
from gongkai.notice.problems import SEVERITIES
from gongkai.terms import Period
from gongkai.web.screen import Screen, fail, json_option, office_and_period, who
from gongkai.web.terminal import draw, print_json, say, table


class Command(Screen):
    help = "校核并印发通报（.docx、.pdf）、附件（.xlsx）和问题清单"

    def arguments(self, parser: CommandParser) -> None:
        office_and_period(parser)
        parser.add_argument("-o", "--output", metavar="目录", type=Path, required=True, help="文件写到哪里")
        parser.add_argument(
            "--waive",
            type=_waiver,
            metavar="代码=理由",
            action="append",
            default=[],
            help="放行一项“须处理”的问题，理由记录在案；可写多次",
        )
        parser.add_argument("--draft", action="store_true", help="只印草稿供审看，不记录、不算印发")
        json_option(parser)

    def show(
        self,
        *,
        office: str,
        period: str,
        output: Path,
        waive: list[tuple[str, str]],
        draft: bool,
        as_json: bool,
        **_: Any,
    ) -> None:
        span = Period.parse(period)
        if draft:
            issued = issue.draft(office, span, output)
        else:
            issued = issue.run(office, span, output, waivers=dict(waive), by=who(), at=timezone.now())
        if as_json:
            print_json(_json(issued))
        else:
            _print(issued)
            if draft:
                say("以上是草稿，没有记录；数据仍可撤销和更正。")
        if issued.open_reds and not draft:
            codes = "、".join(red.code for red in issued.open_reds)
            raise fail(
                f"有 {len(issued.open_reds)} 项问题须处理，通报未印发：{codes}。"
                "请改正数据或模板后重新印发；确需放行的，加 --waive 代码=理由"
            )


def _waiver(text: str) -> tuple[str, str]:
    code, separator, reason = text.partition("=")
    if not separator or not reason.strip():
        raise argparse.ArgumentTypeError(f"应写作 代码=理由，理由不能为空；现为“{text}”")
    return code, reason


def _print(issued: issue.Issued) -> None:
    if issued.issues:
        draw(table("校核结果", ("级别", "问题", "此处", "对照", "代码"), map(_row, issued.issues)))
    else:
        say("校核未发现问题。")
    if issued.notice:
        say(f"{issued.notice}：{'已印发并记录' if issued.new else '与已印发的一致，文件已重新写出'}")
    for code in issued.lapsed:
        say(f"{code}：此前的放行是针对另一内容的，不适用于现在的问题。", "yellow")
    for path in issued.files:
        say(f"  {path}")
    if issued.left:
        names = "、".join(path.name for path in issued.left)
        say(f"目录中的{names}是以前印发的，这次没有更新。", "yellow")


def _row(found: Issue) -> tuple[Text, str, str, str, str]:
    level = Text(SEVERITIES[found.severity], "red" if found.severity is Severity.RED else "yellow")
    return level, found.message, found.left, found.right, found.code


def _json(issued: issue.Issued) -> dict[str, Any]:
    return {
        "notice": str(issued.notice) if issued.notice else None,
        "new": issued.new,
        "issues": [vars(found) for found in issued.issues],
        "open": [red.code for red in issued.open_reds],
        "lapsed": issued.lapsed,
        "files": [str(path) for path in issued.files],
    }
