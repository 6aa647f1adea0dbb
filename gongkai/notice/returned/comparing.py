"""A .docx edited outside against the plan it was printed from."""

from collections.abc import Collection, Iterator

from gongkai.notice.plan import Plan
from gongkai.notice.returned import expected, paragraphs, tables
from gongkai.notice.returned.reading import Reading, read
from gongkai.notice.returned.result import Difference, DifferenceKind, Returned
from gongkai.notice.returned.tokens import Tokenizer

_QUOTED = 15


def compare(document: bytes, plan: Plan, *, units: Collection[str] = ()) -> Returned:
    """Every difference between a .docx and the plan: figures, unit names, wording, rows of tables.

    Numbers are equal by value (６６５, 1,234, 三家, 90.90%), layout and white space are not compared. `units`
    are names besides those in the plan that count as units, such as the whole register with its aliases.
    Raises ReturnedError where the file cannot be read.
    """
    reading = read(document)
    tokenizer = Tokenizer({*expected.units_of(plan), *units}, plan.issuer)
    found = (
        *_revisions(reading),
        *paragraphs.compare(expected.lines(plan), reading.paragraphs, tokenizer),
        *tables.compare(plan, reading.tables, tokenizer),
        *_beside(reading),
    )
    return Returned(found, reading.paragraphs)


def _revisions(reading: Reading) -> Iterator[Difference]:
    if reading.revisions:
        words = f"文件中有{reading.revisions}处修订，已按全部接受后的内容核对"
        yield Difference(DifferenceKind.TRACKED, "全文", "", words)


def _beside(reading: Reading) -> Iterator[Difference]:
    """What stands beside the text: objects, comments, headers, footnotes."""
    if reading.objects:
        words = f"文件中有{reading.objects}个图片或嵌入对象，其中的文字无法核对"
        yield Difference(DifferenceKind.OBJECT, "全文", "", words)
    for comment in reading.comments:
        start = "".join(comment.paragraph.split())[:_QUOTED]
        place = f"“{start}…”处" if start else "全文"
        yield Difference(DifferenceKind.COMMENT, place, "", comment.text)
    for place, text in reading.margins:
        yield Difference(DifferenceKind.TEXT_ADDED, place, "", text)
