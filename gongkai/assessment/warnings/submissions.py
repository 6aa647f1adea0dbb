"""信息报送: a unit behind an even pace towards its quota. Said gently: most units send in batches."""

from collections.abc import Iterator

from gongkai.assessment import registers
from gongkai.assessment.warnings import sentences
from gongkai.assessment.warnings.counts import Counts
from gongkai.assessment.warnings.warning import EarlyWarning, Scene, State


def warnings(scene: Scene, counts: Counts) -> Iterator[EarlyWarning]:
    """Ranked units whose quota is open at the end of the period, or that lag behind the pace by more than
    the grace."""
    rules = scene.office.rules.submissions
    quota = registers.submission_quota(rules.quota, scene.period) if rules else 0
    expected = _pace(scene, quota)
    ending = scene.left(scene.period.end) <= scene.thresholds.due
    for unit in scene.office.units:
        done = sum(one.tally.quantity for one in counts.of("submissions", unit.name))
        if unit.ranked and done < (quota if ending else expected):
            yield scene.warning(
                "submissions",
                unit.name,
                "",
                state=State.DUE if ending else State.COMING,
                due=scene.period.end,
                missing=quota - done,
                text=_text(scene, done, quota, 0 if ending else expected),
                since=scene.period.start,
            )


def _pace(scene: Scene, quota: int) -> int:
    """The share of the quota that an even pace had reached when the grace began."""
    worked = scene.calendar.count(scene.period.start, scene.yesterday).days - scene.thresholds.grace
    total = scene.calendar.count(scene.period.start, scene.period.end).days
    return quota * max(0, worked) // total if total else 0


def _text(scene: Scene, done: int, quota: int, expected: int) -> str:
    """四季度已报送信息5条，应报24条，按进度宜达到14条，距12月31日还有20个工作日."""
    sent = sentences.term(scene, scene.period.code) + (f"已报送信息{done}条" if done else "尚未报送信息")
    pace = f"按进度宜达到{expected}条，" if expected else ""
    return f"{sent}，应报{quota}条，{pace}{sentences.remaining(scene, scene.period.end)}"
