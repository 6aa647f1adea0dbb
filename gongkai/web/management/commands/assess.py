"""gongkai assess OFFICE PERIOD"""

from collections import Counter
from typing import Any

from django.core.management.base import CommandParser
from django.utils import timezone

from gongkai.actions import assess
from gongkai.assessment.result import Scorecard
from gongkai.terms import Period
from gongkai.web import presenters
from gongkai.web.screen import Screen, json_option, office_and_period, who
from gongkai.web.terminal import draw, print_json, say, table


class Command(Screen):
    help = "按考核办法得出一个期间的考核结果"

    def arguments(self, parser: CommandParser) -> None:
        office_and_period(parser)
        json_option(parser)

    def show(self, *, office: str, period: str, as_json: bool, **_: Any) -> None:
        assessed = assess.run(office, Period.parse(period), by=who(), at=timezone.now())
        content = assessed.content
        if as_json:
            print_json(
                {"assessment": assessed.row.code, "new": assessed.new, **content.model_dump(mode="json")}
            )
            return
        state = "已完成考核" if assessed.new else "数据未变，沿用已有的考核结果"
        say(f"{assessed.row.code}：{state}（{content.scheme} {content.scheme_version}）")
        for group in dict.fromkeys(card.group for card in content.scorecards):
            draw(_scores(group, [card for card in content.scorecards if card.group == group]))
        for card in content.scorecards:
            for sentence in filter(None, (card.scaled, card.vetoed)):
                say(f"{card.unit}：{sentence}")
        counts = Counter(finding.kind.value for finding in content.findings)
        draw(table("存在问题", ("类别", "个数"), counts.items(), ("个数",)))
        if missing := presenters.unread_text(content.unread):
            say(missing, "yellow")


def _scores(group: str, cards: list[Scorecard]) -> Any:
    dimensions = list(cards[0].subtotals)
    heads = ("名次", "单位", "基准分", *dimensions, "小计")
    rows = [
        (card.rank, card.unit, card.base, *(card.subtotals[name] for name in dimensions), card.total)
        for card in cards
    ]
    return table(f"{group}考核结果", heads, rows, ("名次", "基准分", *dimensions, "小计"))
