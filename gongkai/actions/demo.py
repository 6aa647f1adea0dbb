"""The main job on the sample packs: load, read the spreadsheets, assess, issue — for each office folder."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from gongkai.actions import assess, ingest, issue, register
from gongkai.office.files import read
from gongkai.records.audit import Who
from gongkai.terms import Period


@dataclass(frozen=True)
class Step:
    """One thing done: for which office and period, what, and with what outcome."""

    office: str
    period: str
    work: str
    outcome: str
    changed: bool
    faults: int = 0


def run(offices: Path, target: Path | None, *, by: Who, at: datetime) -> Iterator[Step]:
    """Do the whole job for every pack in `offices`, a step at a time; doing it again changes nothing.
    Without a `target` for its files the notice is left to be drafted, reviewed and issued by people."""
    for folder in sorted(path.parent for path in offices.glob("*/office.toml")):
        loaded = register.load_pack(folder, by=by, at=at)
        office = loaded.office.key
        yield Step(office, "", "载入工作包", loaded.office.name, loaded.changed)
        for notice in read(folder).notices:
            period = Period.parse(notice.period)
            yield from _assessed(folder, office, period, by=by, at=at)
            if target:
                yield _issued(office, period, target / f"{office}-{period.code}", by=by, at=at)


def _assessed(folder: Path, office: str, period: Period, *, by: Who, at: datetime) -> Iterator[Step]:
    for path in sorted((folder / "sample").glob("*.xlsx")):
        seen, batch = ingest.run(path, office=office, period=period, by=by, at=at)
        counts = [change.counts() for change in seen.differences.values()]
        outcome = (
            f"{path.name}：新增 {sum(c['added'] for c in counts)}，未变 {sum(c['same'] for c in counts)}"
        )
        yield Step(office, period.code, "读入表格", outcome, batch is not None, len(seen.faults))
    assessed = assess.run(office, period, by=by, at=at)
    outcome = f"{assessed.row.code}：{len(assessed.content.findings)} 个问题"
    yield Step(office, period.code, "考核", outcome, assessed.new)


def _issued(office: str, period: Period, target: Path, *, by: Who, at: datetime) -> Step:
    issued = issue.run(office, period, target, waivers={}, by=by, at=at)
    outcome = f"校核 {len(issued.issues)} 项，文件在 {issued.files[0].parent}"
    return Step(office, period.code, "印发通报", outcome, issued.new, len(issued.open_reds))
