"""A cell that makes its row and its column disagree is told alone; two faults stay two."""

from hypothesis import given
from hypothesis import strategies as st

from gongkai.proofreading.document import plain
from gongkai.proofreading.figures.find import find
from gongkai.proofreading.figures.kinds import Kind
from gongkai.proofreading.hits import Hit, Level


def table(rows: list[list[int]], total: list[int]) -> list[Hit]:
    lines = [*([f"第{place}村", *row] for place, row in enumerate(rows)), ["合计", *total]]
    text = "|村|一季度|二季度|三季度|合计|\n" + "\n".join(
        "|" + "|".join(map(str, line)) + "|" for line in lines
    )
    return find(plain("表.md", text))


ROWS = [[12, 30, 7, 49], [25, 18, 16, 59], [9, 14, 21, 44], [31, 8, 5, 44]]
TOTAL = [77, 70, 49, 196]


def test_the_cell_is_told_with_its_right_value_and_both_sums() -> None:
    rows = [list(row) for row in ROWS]
    rows[1][1] = 81
    (hit,) = table(rows, TOTAL)
    assert (hit.kind, hit.level, hit.found, hit.suggestion) == (Kind.RELATION, Level.ERROR, "81", "18")
    assert hit.reason == "表格“第1村”一行“二季度”81与本行、本列的其他数字（70、59）都不符，改为18则各处相符"


def test_a_total_wrong_by_its_column_and_its_row_is_told_once() -> None:
    (hit,) = table(ROWS, [77, 71, 49, 196])
    assert (hit.found, hit.suggestion) == ("71", "70")


def test_two_faults_are_told_as_two() -> None:
    rows = [list(row) for row in ROWS]
    rows[0][3] = 48
    assert {hit.found for hit in table(rows, [77, 70, 94, 196])} == {"48", "94"}


@given(
    rows=st.lists(st.tuples(*[st.integers(20, 400)] * 3), min_size=4, max_size=8),
    at=st.tuples(st.integers(0, 3), st.integers(0, 2)),
    slip=st.integers(1, 15),
)
def test_any_slip_in_a_full_table_is_told_once_at_its_cell(
    rows: list[tuple[int, int, int]], at: tuple[int, int], slip: int
) -> None:
    full = [[*row, sum(row)] for row in rows]
    total = [sum(column) for column in zip(*full, strict=True)]
    assert table(full, total) == []
    right = full[at[0]][at[1]]
    full[at[0]][at[1]] += slip
    (hit,) = table(full, total)
    assert (hit.found, hit.suggestion) == (str(right + slip), str(right))
