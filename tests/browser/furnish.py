"""Furnish an empty data folder as an office has it in the middle of a quarter: python -m tests.browser.furnish

Both sample offices with their published quarter, 渭滨's on its way through review, notice and rectification;
the running quarter half typed in; people for every role. Prints as JSON a signed-in session for each role and
the addresses of the pages that have a number in them.
"""

import json
import random
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import django

django.setup()

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.db import connection
from django.utils import timezone

from gongkai.actions import (
    demo,
    demo_people,
    drafting,
    enter,
    exempt,
    follow,
    issue,
    object,
    publish,
    receive,
    review,
    storing,
    uploading,
)
from gongkai.assessment.subjects import subjects
from gongkai.records import assessments, offices
from gongkai.records.audit import Who
from gongkai.records.models import Office, Person, Publication, Rectification
from gongkai.sources import grids
from gongkai.sources.grids import GridCell
from gongkai.terms import Period
from gongkai.web import shell
from gongkai.web.gate import actor_in
from gongkai.web.jobs import uploads
from gongkai.web.screen import prepare_database
from gongkai.workflows import rectification, reviews

OFFICES = Path(__file__).parents[2] / "offices"
PAST = Period.parse("2021Q4")
PNG = b"\x89PNG\r\n\x1a\n" + bytes(60)
AT = timezone.now()
BY = Who("管理员某", "演示")


def main() -> None:
    prepare_database()
    list(demo.run(OFFICES, None, by=BY, at=AT))
    rows = list(Office.objects.order_by("key"))
    demo_people.run(rows, by=BY, at=AT)
    weibin = Desk("weibin")
    weibin.consult()
    notice = weibin.notice()
    weibin.rectify()
    weibin.running_quarter()
    upload = weibin.upload()
    print(
        json.dumps(
            {
                "sessions": {person.username: _session(person) for person in Person.objects.all()},
                "notice": notice,
                "upload": upload,
                "running": weibin.running.code,
            }
        )
    )


class Desk:
    """渭滨's people at work."""

    def __init__(self, key: str) -> None:
        self.office = Office.objects.get(key=key)
        self.running = shell.quarter(timezone.localdate())
        self.units = list(self.office.units.filter(ranked=True).values_list("name", flat=True)[:2])

    def person(self, role: str) -> Person:
        return Person.objects.get(username=f"{self.office.key}-{role}")

    def acting(self, role: str) -> dict[str, Any]:
        person = self.person(role)
        return {"actor": actor_in(person, self.office), "by": Who(str(person), "网页"), "at": AT}

    def signing(self, role: str) -> dict[str, Any]:
        return {"person": self.person(role), **self.acting(role)}

    def consult(self) -> None:
        """The result is shown to the units, and one objects."""
        until = timezone.localdate() + timedelta(days=5)
        publish.show(self.office, PAST, number=1, until=until, **self.acting("jingban"))
        course = Publication.objects.get(office=self.office, period=PAST.code)
        first = next(iter(subjects(assessments.content(course.assessment), self.units[0])))
        object.make(
            self.office,
            PAST,
            self.units[0],
            subject=first.label,
            text="本单位12月另有两条信息已由政府网站采用，未计入，请予核对。",
            evidence=None,
            **self.acting("xinxi1"),
        )

    def notice(self) -> int:
        """Through the three reviews and out."""
        today = timezone.localdate()
        wording, number = drafting.begin(self.office, PAST, today=today)
        dates = {"issued_on": today - timedelta(days=14), "rectify_by": today - timedelta(days=5)}
        wording = replace(wording, **dates)  # overdue by days, not by years
        keep = self.signing("jingban")
        keep.pop("actor")
        version = drafting.save(self.office, PAST, wording, based_on=number, **keep)
        for role, event in (("jingban", "SUBMIT"), ("kezhang", "CHECK"), ("fenguan", "APPROVE")):
            version = review.take(version, reviews.Event[event], comment="", **self.signing(role))
        issued = issue.run(self.office.key, PAST, None, waivers={}, by=keep["by"], at=AT, version=version)
        assert issued.notice is not None, issued.open_reds
        sign = self.signing("xinxi1")
        sign.pop("actor")
        receive.run(issued.notice, self.units[0], **sign)
        return int(issued.notice.pk)

    def rectify(self) -> None:
        """The items of one unit are reported on and accepted, those of the other begun."""
        event = rectification.Event
        steps = (
            ("xinxi{}", event.RECEIVE),
            ("xinxi{}", event.START),
            ("danwei{}", event.SUBMIT),
            ("jingban", event.ACCEPT),
        )
        for number, (unit, far) in enumerate(zip(self.units, (4, 2), strict=True), 1):
            for item in Rectification.objects.filter(office=self.office, unit=unit).order_by("number"):
                for role, step in steps[:far]:
                    self._step(item.number, role.format(number), step)

    def _step(self, number: int, role: str, event: rectification.Event) -> None:
        file = None
        if event is rectification.Event.SUBMIT:
            file = storing.run(
                self.office, "整改报告.png", [PNG], len(PNG),
                accepted=storing.SCANS, by=self.person(role), at=AT,
            )  # fmt: skip
        words = "已明确专人负责，按月检查。" if event is rectification.Event.SUBMIT else ""
        follow.step(
            self.office, event, {number: None}, words=words, file=file, deadline=None, **self.acting(role)
        )

    def running_quarter(self) -> None:
        """What has come in so far, month by month; a request not to be judged by a column."""
        office, chance = offices.load(self.office), random.Random(7)
        today = timezone.localdate()
        for kind, most in (("submissions", 12), ("columns", 3), ("posts", 6)):
            months = [one.key for one in grids.grid_months(self.running) if one.key <= f"{today:%Y-%m}"]
            typed = {
                GridCell(row.unit, row.subject, month): str(chance.randrange(most))
                for row in grids.grid_rows(kind, office, self.running)
                for month in months
            }
            entered = enter.grid(self.office, self.running, kind, typed, {}, **self.acting("jingban"))
            assert entered.batch, entered.compared and entered.compared.faults
        duty = office.columns[1]
        wanted = exempt.Wanted(
            duty.duties[0].units[0], duty.name, self.running.code, "本季度没有需要预公开的重大行政决策。"
        )
        exempt.ask(self.office, wanted, **self.signing("jingban"))

    def upload(self) -> int:
        """A file that waits for an answer about a name."""
        path = Path(settings.HOME) / "报送登记.csv"
        path.write_text(
            "报送单位,报送日期,标题\n区发改局,{0},重点项目进展\n发展局,{0},惠企政策解读\n".format(
                self.running.start + timedelta(days=8)
            ),
            encoding="utf-8",
        )
        content = path.read_bytes()
        got = uploading.receive(
            self.office, self.running, path.name, [content], len(content), **self.signing("jingban")
        )
        uploads.read(got.upload.pk, got.upload.version, "经办某", "网页")
        return int(got.upload.pk)


def _session(person: Person) -> str:
    session = SessionStore()
    session[SESSION_KEY] = str(person.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[1]
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session.save()
    return str(session.session_key)


if __name__ == "__main__":
    main()
    connection.close()
