"""What happens in a planted office, told by the real actions: one quarter from its spreadsheets to a notice and
rectifications in every state, and the running one as far as it goes. Whatever people type is an attack."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from pathlib import Path

from django.utils import timezone

from gongkai.actions import (
    adjust,
    assess,
    chain,
    dismissing,
    drafting,
    exempt,
    file_account,
    follow,
    ingest,
    invite,
    issue,
    object,
    publish,
    receive,
    register,
    returning,
    review,
    storing,
    uploading,
    waiving,
)
from gongkai.actions.worded import Wording
from gongkai.assessment.subjects import subjects
from gongkai.notice import docx
from gongkai.records import assessments, models
from gongkai.records.audit import Who
from gongkai.terms import Period
from gongkai.web.gate import actor_in
from gongkai.web.jobs import uploads
from gongkai.workflows import exemptions, objections, rectification, reviews
from gongkai.workflows.roles import UNIT_ROLES, Role
from tests.web import planted_office as office
from tests.web.planted_office import HANDMADE, OTHER_UNIT, UNIT, brief, planted

PAST = Period.parse("2021Q3")
PDF = b"%PDF-1.4 " + office.SCRIPT.encode()


def running() -> Period:
    """The quarter of today."""
    today = timezone.localdate()
    return Period.parse(f"{today.year}Q{(today.month - 1) // 3 + 1}")


@dataclass
class Story:
    """One office and its people; `secrets` is what only each unit may read."""

    folder: Path
    key: str
    secrets: dict[str, str]
    at: datetime = field(default_factory=timezone.now)
    people: dict[tuple[str, str], models.Person] = field(default_factory=dict)

    @property
    def row(self) -> models.Office:
        return models.Office.objects.get(key=self.key)

    def tell(self) -> None:
        """All of it."""
        by = Who(brief("载入人"), brief("终端"))
        register.load_pack(office.write_pack(self.folder / self.key, self.key, PAST.code), by=by, at=self.at)
        self._let_people_in()
        for period in (PAST, running()):
            self._import(period)
            assess.run(self.key, period, by=self.who(Role.CLERK), at=self.at)
        self._publish()
        self._issue()
        self._follow()
        self._show()
        self._draft()
        self._hand_in()
        self._ask_for_registers()
        self._dismiss()
        chain.walk(chain.ask(self.row, by=self.who(Role.AUDITOR), at=self.at).pk, at=self.at)

    # who

    def person(self, role: Role, unit: str = UNIT) -> models.Person:
        return self.people[role, unit if role in UNIT_ROLES else ""]

    def who(self, role: Role, unit: str = UNIT) -> Who:
        return Who(str(self.person(role, unit)), brief("网页"))

    def acting(self, role: Role, unit: str = UNIT) -> dict[str, object]:
        """What every action asks of who does it."""
        actor = actor_in(self.person(role, unit), self.row)
        return {"actor": actor, "by": self.who(role, unit), "at": self.at}

    def signing(self, role: Role, unit: str = UNIT) -> dict[str, object]:
        """The same for actions that keep the person."""
        return {"person": self.person(role, unit), "by": self.who(role, unit), "at": self.at}

    def _let_people_in(self) -> None:
        for role in Role:
            for unit in (UNIT, OTHER_UNIT) if role in UNIT_ROLES else ("",):
                name = f"{self.key}-{role}{'-2' if unit == OTHER_UNIT else ''}"
                person = models.Person.objects.create(
                    username=name, name=brief(role.label), joined_at=self.at
                )
                models.Membership.objects.create(person=person, office=self.row, role=role, unit=unit)
                self.people[role, unit] = person
        invite.make(self.person(Role.OBSERVER), at=self.at)

    # what

    def file(
        self, accepted: frozenset[str], name: str, content: bytes, unit: str = UNIT
    ) -> models.StoredFile:
        return storing.run(
            self.row,
            f"{name}{self.secrets[unit]}{office.IDENTITY}{office.FILE_NAME}",
            [content],
            len(content),
            accepted=accepted,
            by=self.person(Role.LIAISON, unit),
            at=self.at,
        )

    def words(self, what: str, unit: str = UNIT) -> str:
        return planted(f"{what}{self.secrets[unit]}{office.CITIZEN}")

    def _import(self, period: Period) -> None:
        for table in office.tables(period, self.secrets):
            path = office.write_table(self.folder, table)
            seen, batch = ingest.run(
                path, office=self.key, period=period, by=self.who(Role.CLERK), at=self.at
            )
            assert batch, (table[0], seen.faults, seen.reading.questions)

    def _publish(self) -> None:
        shown = timezone.now() - timedelta(days=30)
        clerk = self.acting(Role.CLERK) | {"at": shown}
        publish.show(self.row, PAST, number=1, until=shown.date(), **clerk)
        publish.publish(self.row, PAST, number=1, **self.acting(Role.LEADER))

    def _issue(self) -> None:
        wording = Wording(
            office.WORDING, "通报" + office.SCRIPT, brief("文号"), date(2021, 10, 8), date(2021, 10, 20)
        )
        clerk, notes = self.signing(Role.CLERK), {"note": self.words("修改说明")[:300]}
        version = drafting.save(self.row, PAST, wording, based_on=0, **notes, **clerk)
        reds = [one for one in issue.drafted(self.row, PAST, wording).issues if one.severity.value == "red"]
        reasons = {one.code: planted("放行理由") for one in reds}
        waiving.run(self.row, PAST, reds, reasons, by=self.who(Role.CLERK), at=self.at)
        steps = (Role.CLERK, "SUBMIT"), (Role.DIRECTOR, "CHECK"), (Role.LEADER, "APPROVE")
        for role, event in steps:
            said = self.signing(role) | {"actor": self.acting(role)["actor"], "comment": self.words("意见")}
            version = review.take(version, reviews.Event[event], **said)
        issued = issue.run(
            self.key, PAST, None, waivers={}, by=self.who(Role.CLERK), at=self.at, version=version
        )
        assert issued.notice, issued.open_reds
        receive.run(issued.notice, UNIT, **self.signing(Role.LIAISON))

    def _follow(self) -> None:
        """Items of each unit: the first sent back, the last under way, the others reported on."""
        for unit in (UNIT, OTHER_UNIT):
            items = list(models.Rectification.objects.filter(office=self.row, unit=unit).order_by("number"))
            for item in items:
                taken = {items[0]: 4, items[-1]: 2}.get(item, 3)
                for role, event in STEPS[:taken]:
                    self._step(item, role, event)

    def _step(self, item: models.Rectification, role: Role, event: rectification.Event) -> None:
        submits = event is rectification.Event.SUBMIT
        follow.step(
            self.row,
            event,
            {item.number: None},
            words=self.words(event.label, item.unit),
            file=self.file(storing.SCANS, "扫描件", PDF, item.unit) if submits else None,
            deadline=timezone.localdate() + timedelta(days=9)
            if event is rectification.Event.SEND_BACK
            else None,
            **self.acting(role, item.unit),
        )

    def _show(self) -> None:
        period, until = running(), timezone.localdate() + timedelta(days=5)
        for unit in (UNIT, OTHER_UNIT):
            typed = {"unit": unit, "item": HANDMADE, "points": "3", "reason": self.words("加分事由", unit)}
            typed |= {
                "person": brief("评分人"),
                "evidence": self.words("佐证", unit),
                "day": str(period.start),
            }
            adjust.enter(self.row, period, typed, file=self._evidence(unit), **self.acting(Role.CLERK))
        number = assess.run(self.key, period, by=self.who(Role.CLERK), at=self.at).row.number
        publish.show(self.row, period, number=number, until=until, **self.acting(Role.DIRECTOR))
        publish.confirm(self.row, period, UNIT, number=number, **self.acting(Role.HEAD))
        for unit in (UNIT, OTHER_UNIT):
            event, text = objections.Event.ACCEPT_PARTLY, self.words("决定", unit)
            decided = self._object(unit, 0)
            object.decide(self.row, decided.pk, event=event, text=text, **self.acting(Role.DIRECTOR))
            object.withdraw(self.row, self._object(unit, 1).pk, **self.acting(Role.LIAISON, unit))
            self._object(unit, 2)

    def _object(self, unit: str, number: int) -> models.Objection:
        course = models.Publication.objects.get(office=self.row, period=running().code)
        offered = list(subjects(assessments.content(course.assessment), unit))
        return object.make(
            self.row,
            running(),
            unit,
            subject=offered[min(number, len(offered) - 1)].label,
            text=self.words("异议", unit),
            evidence=self._evidence(unit),
            **self.acting(Role.LIAISON, unit),
        )

    def _draft(self) -> None:
        """A draft, and a document that came back with words of its own."""
        wording, number = drafting.begin(self.row, running(), today=timezone.localdate())
        said = {"note": self.words("修改说明")[:300], **self.signing(Role.CLERK)}
        drafting.save(self.row, running(), wording, based_on=number, **said)
        other = replace(wording, title="通报" + office.IMAGE, document_number=brief("文号"))
        version = drafting.save(self.row, running(), other, based_on=1, **said)
        plan = issue.drafted(self.row, running(), other).plan
        content = docx.render(plan)
        file = self.file(frozenset({storing.DOCX}), "带回", content)
        document = returning.bring(version, file, **self.signing(Role.CLERK))
        told = {"kind": "数字不一致", "place": planted("段落"), "stored": planted("原文"), "binding": None}
        told |= {"returned": self.words("改文"), "serious": True, "note": planted("说明")}
        document.differences = [told]
        document.resolved_at = document.resolved_by = None
        document.save()

    def _hand_in(self) -> None:
        """Files on their way in: ready, with a question, with a fault, broken."""
        clerk = self.acting(Role.CLERK)
        for name, content in self._sheets():
            file_name = f"{name}{self.secrets[UNIT]}{office.IDENTITY}{office.FILE_NAME}.xlsx"
            got = uploading.receive(
                self.row,
                running(),
                file_name,
                [content],
                len(content),
                person=self.person(Role.CLERK),
                **clerk,
            )
            by = self.who(Role.CLERK)
            uploads.read(got.upload.pk, got.upload.version, by.name, by.origin)

    def _ask_for_registers(self) -> None:
        """Exemptions and accounts that the units ask for; one of each is answered."""
        for unit in (UNIT, OTHER_UNIT):
            head, files = self.acting(Role.HEAD, unit), [self._evidence(unit) for _ in range(2)]
            wanted = exempt.Wanted(unit, office.COLUMN, running().code, self.words("理由", unit), files[0])
            asked = exempt.ask(self.row, wanted, **self.signing(Role.LIAISON, unit), actor=head["actor"])
            director = self.signing(Role.DIRECTOR) | {"actor": self.acting(Role.DIRECTOR)["actor"]}
            refused = exemptions.Event.REFUSE
            exempt.decide(self.row, asked.pk, refused, answer=self.words("答复", unit), **director)
            account = {"name": planted(f"新账号{unit[:9]}"), "platform": office.PLATFORM, "holder": unit}
            case = file_account.Wanted(
                file_account.Purpose.OPEN,
                unit,
                reason=self.words("开设理由", unit),
                evidence=files[1],
                **account,
            )
            begun = file_account.begin(self.row, case, **self.acting(Role.LIAISON, unit))
            text = self.words("意见", unit)
            file_account.step(self.row, begun.number, "confirm", text=text, version=begun.version, **head)

    def _dismiss(self) -> None:
        """A finding that is none, as the desk keeps it: its words masked."""
        shown, reason = planted("错词")[:200], self.words("不再提示的理由")[: dismissing.MOST_REASON]
        dismissing.dismiss(self.row, "0" * 16, brief("类别"), shown, reason, **self.signing(Role.CLERK))

    def _evidence(self, unit: str) -> models.StoredFile:
        return self.file(storing.EVIDENCE, "佐证", PDF, unit)

    def _sheets(self) -> Iterator[tuple[str, bytes]]:
        day = running().start
        head = ["报送单位", "报送日期", "标题", "采用媒体"]
        rows = {
            "可写": [office.SAID[UNIT], day, self.words("新标题"), ""],
            "有疑问": [planted("没见过的单位"), day, self.words("新标题"), ""],
            "有错": [office.SAID[UNIT], planted("不是日期"), self.words("新标题"), ""],
        }
        for name, row in rows.items():
            path = office.write_table(self.folder, (name, [head, row]))
            yield name, path.read_bytes()
        yield "破损", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


_EVENT = rectification.Event
STEPS = (
    (Role.LIAISON, _EVENT.RECEIVE),
    (Role.LIAISON, _EVENT.START),
    (Role.HEAD, _EVENT.SUBMIT),
    (Role.CLERK, _EVENT.SEND_BACK),
)
