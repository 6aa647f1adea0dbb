"""Load the sample offices with their spreadsheets, and assess them. What is there already is not done again."""

from dataclasses import dataclass

from django.conf import settings
from django.utils import timezone
from django_q.models import OrmQ, Task

from gongkai.actions import demo, shipped
from gongkai.actions.errors import EXPECTED
from gongkai.records import starting
from gongkai.records.audit import Who

JOB = "gongkai.web.jobs.demonstration.load"


@dataclass(frozen=True)
class State:
    """Where the loading stands: steps done of all, whether it is under way, and what went wrong."""

    done: int
    of: int
    running: bool
    fault: str = ""

    @property
    def ready(self) -> bool:
        """Whether everything is there."""
        return not self.running and not self.fault and self.done >= self.of > 0


def load(name: str, origin: str) -> str:
    """Do all steps; what went wrong, "" for nothing."""
    try:
        steps = list(demo.run(settings.PACKS, None, by=Who(name, origin), at=timezone.now()))
    except EXPECTED as error:
        return str(error)
    faulty = [f"{step.office} {step.outcome}" for step in steps if step.faults]
    return "；".join(faulty)


def state() -> State:
    """Told by the records themselves and by the last run."""
    packs = shipped.packs(settings.PACKS)
    of = sum(1 + pack.notices * (len(pack.samples) + 1) for pack in packs)
    done = starting.steps_done([pack.key for pack in packs])
    running = any(waiting.func() == JOB for waiting in OrmQ.objects.all())
    last = Task.objects.filter(func=JOB).order_by("-stopped").first()
    if running or last is None:
        return State(min(done, of), of, running)
    if not last.success:
        return State(min(done, of), of, False, "程序出错，没有全部载入")
    return State(of if not last.result else min(done, of), of, False, last.result or "")
