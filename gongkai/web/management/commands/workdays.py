"""gongkai workdays PERIOD"""

from typing import Any

from django.core.management.base import CommandParser

from gongkai.terms import Period
from gongkai.web.screen import PERIOD, Screen, json_option
from gongkai.web.terminal import draw, print_json, say, table
from gongkai.workdays import Calendar


class Command(Screen):
    help = "查看一个期间的法定工作日"

    def arguments(self, parser: CommandParser) -> None:
        parser.add_argument("period", metavar="期间", help=PERIOD)
        json_option(parser)

    def uses_records(self, **_: Any) -> bool:
        return False

    def show(self, *, period: str, as_json: bool, **_: Any) -> None:
        span, calendar = Period.parse(period), Calendar.statutory()
        count = calendar.count(span.start, span.end)
        special = [
            (day, calendar.is_working(day), calendar.why(day))
            for day, *_ in calendar.days(span.start, span.end)
            if calendar.is_working(day) is (day.weekday() >= SATURDAY)
        ]
        if as_json:
            days = [{"day": day, "working": working, "why": why} for day, working, why in special]
            print_json(
                {"period": span.code, "provisional": count.provisional, "days": count.days, "special": days}
            )
            return
        say(f"{span.label}（{span.start} 至 {span.end}）：{span.days()} 天，其中工作日 {count.days} 天。")
        if count.provisional:
            say("其中有年份的放假安排尚未公布，暂按周末休息推算，公布后可能变化。")
        rows = [
            (day, "一二三四五六日"[day.weekday()], "上班" if on else "放假", why) for day, on, why in special
        ]
        if rows:
            draw(table("与周末不同的日子", ("日期", "星期", "安排", "事由"), rows))


SATURDAY = 5
