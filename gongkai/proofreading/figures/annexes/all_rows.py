"""What is said of every row against a table: 各单位完成率均在70%以上 over a row of 66.0%."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from gongkai.proofreading.figures.annexes.cell_lines import Figure, Line, lines
from gongkai.proofreading.figures.annexes.links import EXTRACT
from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.concepts import pairs
from gongkai.proofreading.figures.reading.grid import Grid
from gongkai.proofreading.figures.reading.numerals import ARABIC, MYRIADS, number
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.hits import Hit, Level

TABLES, ROWS, LEAST, FEW = 20, 200, 3, 3
"""Tables and rows of one that are looked at; rows that there must be; and one part of how many may lie beyond the mark."""
_SAID = re.compile(
    rf"(?P<whole>[^，。；：]{{0,24}})(?P<said>[均都](?:达到?|在|超过|高于|为|保持在|不低于|不少于|(?P<below>低于|控制在|不超过|不高于))"
    rf"了?(?P<mark>{ARABIC})(?P<scale>[万亿]?)(?P<unit>[一-龥%]{{1,3}}?)(?:及?以(?P<side>[上下内])|(?=[，。；（])))"
)
_ALL = re.compile("各|所有|全部|全体")
_OTHERS = re.compile(r"\d|[两三四五六七八九十]个|上年|去年|同比|增|减|前|后")


class AllRows:
    """The tables of a document by the names of their rows."""

    def __init__(self, grids: Iterable[Grid]) -> None:
        usable = [grid for grid in grids if not EXTRACT.search(grid.title) and len(grid.body) <= ROWS]
        tables = [[line for line in lines(grid) if line.label] for grid in usable[:TABLES]]
        self._tables = [table for table in tables if len(table) >= LEAST]

    def check(self, passage: Passage) -> Iterator[Hit]:
        """A mark that some rows do not keep to, though nearly all do: of all rows, or of those named before it."""
        for match in _SAID.finditer(passage.text) if self._tables else ():
            mark = number(match["mark"])
            if mark is None or _OTHERS.search(match["whole"]):
                continue
            value = mark * MYRIADS.get(match["scale"], 1)
            for table in self._tables:
                rows = _rows(table, match["whole"])
                held = [(line, figure) for line in rows if (figure := _figure(line, match))]
                beyond = [each for each in held if _is_beyond(each[1], value, match)]
                if (
                    len(held) == len(rows) > 1
                    and len(beyond) > 0
                    and len(beyond) * FEW <= max(FEW, len(held))
                ):
                    yield _disagree(passage, match, beyond)
                    return


def _rows(table: Sequence[Line], said: str) -> Sequence[Line]:
    """The rows that are named, else all where it is said of all."""
    named = [line for line in table if line.label in said]
    return named or (table if _ALL.search(said) else [])


def _figure(line: Line, match: re.Match[str]) -> Figure | None:
    """The one figure of a row in the unit of the mark whose header is said."""
    words = pairs(match["whole"])
    percent = match["unit"] == "%"
    fitting = [
        each
        for each in line.figures
        if (each.measure.unit == "%") == percent and each.measure.unit in ("", match["unit"])
    ]
    shares = [each.share(match["whole"], words) for each in fitting]
    best = [each for each, share in zip(fitting, shares, strict=True) if share == max(shares) > 0]
    return best[0] if len(best) == 1 else None


def _is_beyond(figure: Figure, mark: Decimal, match: re.Match[str]) -> bool:
    below = bool(match["below"]) or match["side"] in ("下", "内")
    return figure.value > mark if below else figure.value < mark


def _disagree(passage: Passage, match: re.Match[str], beyond: Sequence[tuple[Line, Figure]]) -> Hit:
    told = "、".join(f"“{line.label}”为{figure.text}" for line, figure in beyond[:4])
    reason = f"正文称“{match['said']}”，{beyond[0][0].called}“{beyond[0][1].header}”一列中{told}"
    spans = [figure.span for _, figure in beyond if figure.span]
    return hit(Kind.ANNEX, Level.DOUBT, match["said"], reason, passage.span(*match.span("said")), *spans)
