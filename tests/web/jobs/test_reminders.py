"""The worker reminds every morning, however often the server was started."""

from datetime import datetime

from django.utils import timezone
from django.utils.module_loading import import_string
from django_q.models import Schedule

from gongkai.records import models
from gongkai.web.jobs import reminders
from tests.web.pages.rectified import opened


def test_starting_the_server_again_keeps_the_one_schedule(db):
    reminders.ensure()
    kept = Schedule.objects.get()
    reminders.ensure()
    assert Schedule.objects.get() == kept


def test_the_schedule_names_a_job_that_can_be_run(db):
    reminders.ensure()
    assert import_string(Schedule.objects.get().func)() == 0


def test_the_first_reminders_go_out_on_the_next_morning(db):
    reminders.ensure()
    first = Schedule.objects.get().next_run
    assert first > timezone.now()
    assert timezone.localtime(first).time() == reminders.AT


def test_every_office_has_its_overdue_units_reminded_once(weibin, qianyang):
    opened("weibin", days=-3)
    opened("qianyang", days=-3)
    assert (reminders.run(), reminders.run()) == (6, 0)
    reminded = models.Rectification.objects.values_list("reminded_at", flat=True)
    assert all(isinstance(moment, datetime) for moment in reminded)
