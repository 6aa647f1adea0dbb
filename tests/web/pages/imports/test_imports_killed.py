"""A worker killed half-way through a file leaves nothing of it; the queue's second try writes all, once."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import OFFICES

BEGIN = f"""
import django; django.setup()
from pathlib import Path
from django.core.management import call_command
from django.utils import timezone
from gongkai.actions import importing, register, uploading
from gongkai.records.audit import Who
from gongkai.records.models import Batch, Office, Person, Upload, WorkOrder
from gongkai.terms import Period
from gongkai.web.jobs import uploads as jobs
from gongkai.workflows.rights import Actor
from gongkai.workflows.roles import Role

by, now = Who("某某"), timezone.now()
actor = Actor("某某", frozenset({{Role.CLERK}}))

def handed_in():
    call_command("migrate", verbosity=0, interactive=False)
    office = register.load_pack(Path({str(OFFICES / "weibin")!r}), by=by, at=now).office
    person = Person.objects.create(username="clerk", name="经办某", joined_at=now)
    rows = [f"GD{{n:05}},财政局,投诉,2021-10-08,2021-10-15,2021-10-12" for n in range(500)]
    text = "\\n".join(["工单编号,承办单位,诉求类型,受理时间,办结时限,办结时间", *rows]).encode()
    return uploading.receive(office, Period.parse("2021Q4"), "工单.csv", [text], len(text),
                             person=person, actor=actor, by=by, at=now).upload
"""
DIE = """
import os, signal
from gongkai.records import facts

def half(rows):
    for number, row in enumerate(rows):
        if number == 250:
            os.kill(os.getpid(), signal.SIGKILL)
        yield row

insert, facts.ROWS_AT_ONCE = facts.insert, 50
facts.insert = lambda office, period, batch, kind, rows: insert(office, period, batch, kind, half(rows))
upload = handed_in()
importing.read(upload.pk, upload.version, by=by, at=now)
upload.refresh_from_db()
upload = uploading.write(upload.office, upload.pk, version=upload.version, actor=actor, by=by, at=now)
jobs.write(upload.pk, upload.version, "某某", "")
"""
AGAIN = """
upload = Upload.objects.get()
left = (upload.state, Batch.objects.count(), WorkOrder.objects.count())
for _ in range(2):
    jobs.write(upload.pk, upload.version, "某某", "")
upload.refresh_from_db()
print(left == ("writing", 0, 0), upload.state, Batch.objects.count(), WorkOrder.objects.count())
"""


def run(script: str, home: Path) -> subprocess.CompletedProcess:
    environment = os.environ | {
        "GONGKAI_HOME": str(home),
        "DJANGO_SETTINGS_MODULE": "gongkai.config.settings",
    }
    return subprocess.run(
        [sys.executable, "-c", BEGIN + script], env=environment, capture_output=True, text=True
    )


@pytest.mark.slow
def test_a_killed_worker_leaves_nothing_and_the_second_try_writes_all_once(tmp_path):
    assert run(DIE, tmp_path).returncode == -signal.SIGKILL
    assert run(AGAIN, tmp_path).stdout.split() == ["True", "written", "1", "500"]
