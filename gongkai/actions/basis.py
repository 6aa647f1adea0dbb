"""What an assessment rests on: the imports of its period, the office pack, the result of the period before."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Self

from django.conf import settings

from gongkai.notice.plan import Issue, Severity
from gongkai.office import files, pack
from gongkai.office.proofreading import Proofreading
from gongkai.records import models, offices, readers, snapshots
from gongkai.records.snapshots import Manifest, SnapshotError
from gongkai.terms import Period

PREVIOUS = "previous.json"
"""Where a snapshot keeps the result of the period before, which the trend is measured against."""


@dataclass(frozen=True)
class Basis:
    """`batches` by number; `texts` the files of the pack; `previous` a stored result, "" where there is none.

    Two that are equal give the same facts: a batch is never written twice under one number. Names that
    people confirmed are left out; they say how files were read, and the facts have been read. What is asked of
    the proofreader is left out: no figure and no word rests on it.
    """

    batches: tuple[int, ...]
    texts: dict[str, str]
    previous: str

    @classmethod
    def now(cls, row: models.Office, period: Period) -> Self:
        """What an assessment made now would rest on."""
        before = readers.newest(row, period.previous().code)
        office = offices.load(row, confirmed=False).model_copy(update={"proofreading": Proofreading()})
        return cls(
            batches=tuple(readers.batches(row, period.code).values_list("pk", flat=True)),
            texts=files.dumps(office),
            previous=before.result if before else "",
        )

    @classmethod
    def kept(cls, manifest: Manifest) -> Self:
        """What the assessment of a snapshot rests on."""
        texts = dict(manifest.office)
        return cls(tuple(map(int, manifest.batches)), previous=texts.pop(PREVIOUS), texts=texts)

    @classmethod
    def of(cls, assessment: models.Assessment) -> Self:
        """What a stored assessment rests on. Raises SnapshotError when its snapshot is lost or altered."""
        return cls.kept(snapshots.read(settings.SNAPSHOTS / assessment.snapshot))

    @cached_property
    def office(self) -> pack.Office:
        """The office as its pack says."""
        return files.loads(*(self.texts[name] for name in files.FILES))

    @property
    def kept_texts(self) -> dict[str, str]:
        """What `kept` reads back, beside the batches."""
        return {**self.texts, PREVIOUS: self.previous}


def changed_since(assessment: models.Assessment, row: models.Office, period: Period) -> list[str]:
    """A sentence for each thing that an assessment rests on and that has changed since, or is lost."""
    try:
        then = Basis.of(assessment)
    except SnapshotError as error:
        return [str(error)]
    return [issue.message for issue in outdated(then, Basis.now(row, period))]


def outdated(then: Basis, now: Basis) -> Iterator[Issue]:
    """A red item for each thing that an assessment rests on and that has changed since."""
    if then.batches != now.batches:
        yield _red(
            "facts",
            "考核之后导入或撤销过数据，通报的数字不是最新的，请重新考核后再印发",
            "考核依据的批次：" + "、".join(map(str, then.batches)),
            "现有批次：" + "、".join(map(str, now.batches)),
        )
    if changed := [name for name in files.FILES if then.texts[name] != now.texts[name]]:
        yield _red(
            "pack",
            "考核之后工作包改动过，通报仍按原来的名册、办法和文字，请重新考核后再印发",
            "考核依据的工作包：考核时留存的原文",
            "现有工作包改动过的文件：" + "、".join(changed),
        )
    if then.previous != now.previous:
        yield _red("previous", "考核之后上一期间重新考核过，升降对比不是最新的，请重新考核后再印发")


def _red(what: str, message: str, left: str = "", right: str = "") -> Issue:
    return Issue(f"stale_assessment:{what}", Severity.RED, message, left, right)
