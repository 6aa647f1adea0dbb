"""Whoever holds the machine can let anybody in again and take everything along."""

import sqlite3
from pathlib import Path

import pytest
from django.core.management import call_command

from gongkai.actions import back_up, invite, people
from gongkai.actions.back_up import BackUpError
from gongkai.actions.people_guard import PeopleError
from gongkai.records import vault
from gongkai.records.models import AuditEntry
from tests.conftest import AT, CLERK

pytestmark = pytest.mark.django_db


def test_a_link_from_the_terminal_lets_an_administrator_in_again(person, capsys):
    chief = person("administrator")
    call_command("link", chief.username)
    secret = capsys.readouterr().out.strip().rstrip("/").rpartition("/")[2]
    assert invite.accept(secret, "另一个很长的密码", origin="", at=AT).pk == chief.pk
    assert AuditEntry.objects.filter(action="person.link").count() == 1


def test_nobody_is_let_in_by_a_name_that_is_none_or_was_stopped(person):
    stopped = person("clerk")
    stopped.is_active = False
    stopped.save()
    for username, told in (("nobody", "没有用户名为“nobody”的人员"), (stopped.username, "已停用")):
        with pytest.raises(PeopleError, match=told):
            people.link_from_terminal(username, forget_second_factor=False, by=CLERK, at=AT)


@pytest.mark.django_db(transaction=True)
def test_a_backup_is_a_data_folder_with_the_same_content(home, settings, tmp_path):
    settings.FILES = tmp_path / "files"
    digest, _ = vault.keep([b"evidence"])
    target = tmp_path / "copy"
    assert back_up.run(target, by=CLERK, at=AT) > 0
    with sqlite3.connect(next(target.glob("*sqlite3*"))) as copy:
        assert copy.execute("SELECT action FROM records_auditentry").fetchall() == [("system.backup",)]
    copy.close()
    assert (target / "files" / digest[:2] / digest).read_bytes() == b"evidence"


@pytest.mark.django_db(transaction=True)
def test_a_backup_never_goes_over_another_and_leaves_no_half(home, tmp_path: Path, monkeypatch):
    with pytest.raises(BackUpError, match="已经存在"):
        back_up.run(tmp_path, by=CLERK, at=AT)

    def full(folder: Path) -> None:
        raise OSError("no space")

    monkeypatch.setattr(back_up, "_copy", full)
    with pytest.raises(OSError, match="no space"):
        back_up.run(tmp_path / "copy", by=CLERK, at=AT)
    assert list(tmp_path.glob("*copy*")) == []
