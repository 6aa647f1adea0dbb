"""栏目更新: a column about to lapse in the window it is judged in, or that did."""

from collections.abc import Iterator

from gongkai.assessment import registers
from gongkai.assessment.warnings import sentences
from gongkai.assessment.warnings.counts import Counts
from gongkai.assessment.warnings.warning import EarlyWarning, Scene
from gongkai.measures.registers import WindowRow


def warnings(scene: Scene, counts: Counts) -> Iterator[EarlyWarning]:
    """Every window that has begun, misses items and is near its end; exempt ones are not asked.

    Items of which nobody knows whether they belong to the window (a count of the whole period) are not held
    against a unit, as `gongkai.measures.columns` judges it.
    """
    for row in registers.column_windows(scene.office, scene.period):
        state = scene.state(row.end)
        if state is None or row.start > scene.today:
            continue
        done, unclear = _inside(row, counts)
        if done < row.least and not unclear:
            yield scene.warning(
                "columns",
                row.unit,
                row.column,
                state=state,
                due=row.end,
                missing=row.least - done,
                text=_text(scene, row, done),
                since=row.start,
                window=row.window,
            )


def _inside(row: WindowRow, counts: Counts) -> tuple[int, int]:
    """Items in a window, and items that may or may not be in it."""
    inside = astride = 0
    for tally, earliest, latest in counts.of("columns", row.unit, row.column):
        if row.start <= earliest and latest <= row.end:
            inside += tally.quantity
        elif earliest <= row.end and latest >= row.start:
            astride += tally.quantity
    return inside, astride


def _text(scene: Scene, row: WindowRow, done: int) -> str:
    """“教育信息”栏目10月已更新1条，应更新2条，还差1条，距10月31日还有3个工作日."""
    column = f"“{row.column}”栏目{sentences.term(scene, row.window)}"
    ends = sentences.remaining(scene, row.end)
    if done:
        return f"{column}已更新{done}条，应更新{row.least}条，还差{row.least - done}条，{ends}"
    return f"{column}{'未更新' if row.end < scene.today else '尚未更新'}，应更新{row.least}条，{ends}"
