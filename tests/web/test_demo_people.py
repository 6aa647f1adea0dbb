"""`gongkai demo --people`: somebody for every role, and a password that stands nowhere but on the terminal."""

import re

import pytest

from gongkai.config import console
from gongkai.records.models import AuditEntry, Person
from tests.conftest import OFFICES

pytestmark = pytest.mark.django_db


def test_people_are_made_and_their_password_shown_once(home, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "160")
    offices = tmp_path / "packs"
    offices.mkdir()
    (offices / "weibin").symlink_to(OFFICES / "weibin")
    console.run(["demo", "--people", "--offices", str(offices), "--output", str(tmp_path / "out")])
    told = capsys.readouterr().out
    password = re.search(r"只显示这一次）：(\S+)", told)[1]
    assert "weibin-jingban" in told
    assert Person.objects.get(username="weibin-kezhang").check_password(password)
    assert not AuditEntry.objects.filter(new__icontains=password).exists()


def test_a_password_is_no_part_of_a_document(home, capsys):
    with pytest.raises(SystemExit) as ended:
        console.run(["demo", "--people", "--json"])
    assert ended.value.code == 2
