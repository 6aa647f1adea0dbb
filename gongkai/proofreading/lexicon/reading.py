"""A lexicon file (UTF-8, tab-separated) → entries, or every fault in it.

Comment lines begin with `#`; one of them names the category (`# 类别：错别字`). Then a header line and a line an entry:
`wrong right level source exceptions genre since`; only the first two columns must be there, exceptions are separated
by 、, several wrong forms of one right word by |, the level is 错误, 存疑 or 提示, the date is written 2018-03-17.
"""

from collections.abc import Iterator
from datetime import date

from gongkai.proofreading.hits import Level
from gongkai.proofreading.lexicon.entry import Entry, Genre
from gongkai.proofreading.lexicon.faults import LexiconError, LexiconFault

COLUMNS = ("wrong", "right", "level", "source", "exceptions", "genre", "since")
CATEGORY = "# 类别："
OWN = "补充词库"


def read(text: str) -> tuple[Entry, ...]:
    """All entries of a file. Raises LexiconError with every fault."""
    lines = text.removeprefix("\ufeff").splitlines()
    category = next((line.removeprefix(CATEGORY).strip() for line in lines if line.startswith(CATEGORY)), OWN)
    rows = [
        (number, line) for number, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")
    ]
    if not rows:
        raise LexiconError([LexiconFault(1, "文件中没有词条")])
    header = tuple(rows[0][1].split("\t"))
    if header != COLUMNS[: len(header)] or len(header) < 2:
        raise LexiconError([LexiconFault(rows[0][0], f"表头应依次为 {'、'.join(COLUMNS)}，至少有前两列")])
    return _entries(rows[1:], category)


def _entries(rows: list[tuple[int, str]], category: str) -> tuple[Entry, ...]:
    found: list[Entry] = []
    faults: list[LexiconFault] = []
    lines: dict[tuple[str, Genre | None], int] = {}
    for number, line in rows:
        cells = [cell.strip() for cell in line.split("\t")]
        for wrong in cells[0].split("|"):
            reasons = list(_reasons([wrong, *cells[1:]]))
            if not reasons:
                entry = _entry([wrong, *cells[1:]] + [""] * (len(COLUMNS) - len(cells)), category)
                before = lines.setdefault((entry.wrong, entry.genre), number)
                if before != number:
                    reasons.append(f"“{entry.wrong}”与第{before}行重复")
                found.append(entry)
            faults += [LexiconFault(number, reason) for reason in reasons]
    if faults:
        raise LexiconError(faults)
    return tuple(found)


def _entry(cells: list[str], category: str) -> Entry:
    wrong, right, level, source, exceptions, genre, since = cells
    return Entry(
        wrong,
        right,
        Level(level) if level else Level.DOUBT,
        category,
        source,
        tuple(filter(None, exceptions.split("、"))),
        Genre(genre) if genre else None,
        date.fromisoformat(since) if since else None,
    )


def _reasons(cells: list[str]) -> Iterator[str]:
    """Why a line is no entry."""
    if len(cells) > len(COLUMNS):
        yield f"有{len(cells)}列，最多{len(COLUMNS)}列"
        return
    wrong, right, level, _, exceptions, genre, since = cells + [""] * (len(COLUMNS) - len(cells))
    if len(wrong) < 2:
        yield "错误写法至少两个字"
    elif wrong == right:
        yield f"“{wrong}”的错误写法与正确写法相同"
    if level and level not in set(Level):
        yield f"级别“{level}”应为错误、存疑或提示"
    for exception in filter(None, exceptions.split("、")):
        if wrong not in exception or wrong == exception:
            yield f"例外“{exception}”应当包含“{wrong}”"
    if genre and genre not in set(Genre):
        yield f"文种“{genre}”应为{'、'.join(Genre)}之一"
    if since and not _is_date(since):
        yield f"日期“{since}”应写作 2018-03-17"


def _is_date(written: str) -> bool:
    try:
        date.fromisoformat(written)
    except ValueError:
        return False
    return len(written) == len("2018-03-17")
