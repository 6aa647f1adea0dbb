"""The two sample offices, assessed once for all tests of pictures."""

from pathlib import Path
from typing import NamedTuple

import pytest
from django.db import transaction
from django.test import override_settings

from gongkai.actions import assess, ingest, register
from gongkai.assessment.result import Assessment
from gongkai.measures.facts import Post
from gongkai.office.pack import Office
from gongkai.records import facts, offices
from gongkai.terms import Period
from tests.conftest import AT, CLERK, OFFICES


class Sample(NamedTuple):
    """A sample office, an assessment of it, and the posts behind that."""

    office: Office
    assessment: Assessment
    posts: tuple[Post, ...]


def _assessed(key: str, folder: Path, period: str) -> Sample:
    register.load_pack(OFFICES / key, by=CLERK, at=AT)
    for path in sorted(folder.glob("*.xlsx")):
        seen, _ = ingest.run(path, office=key, period=Period.parse(period), by=CLERK, at=AT)
        assert not seen.refused
    content = assess.run(key, Period.parse(period), by=CLERK, at=AT).content
    stored = tuple(facts.read(offices.get(key), period, "posts"))
    return Sample(offices.load(offices.get(key)), content, stored)


@pytest.fixture(scope="session")
def samples(tmp_path_factory, django_db_setup, django_db_blocker) -> dict[str, Sample]:
    """Period → sample: 渭滨 2021Q4 (counts of the period), 千阳 2022Q1 (events by day) and 2022Q2."""
    home = override_settings(SNAPSHOTS=tmp_path_factory.mktemp("pictures"))
    with django_db_blocker.unblock(), home, transaction.atomic():
        found = {
            "2021Q4": _assessed("weibin", OFFICES / "weibin/sample", "2021Q4"),
            "2022Q1": _assessed("qianyang", OFFICES / "qianyang/sample/events", "2022Q1"),
            "2022Q2": _assessed("qianyang", OFFICES / "qianyang/sample", "2022Q2"),
        }
        transaction.set_rollback(True)
    return found


@pytest.fixture
def weibin_sample(samples, db) -> Sample:
    return samples["2021Q4"]


@pytest.fixture
def qianyang_events(samples, db) -> Sample:
    return samples["2022Q1"]


@pytest.fixture
def qianyang_sample(samples, db) -> Sample:
    return samples["2022Q2"]
