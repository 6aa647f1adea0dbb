"""One quick search passes over ordinary cells; whatever can mislead is found however it is spelled."""

import pytest

from gongkai.sources.faults import FileFault
from gongkai.sources.sheet_scan import scan

ORDINARY = (
    '<c r="A1"><v>1</v></c><c r="BZ99999" s="12" t="s"><v>0</v></c><c r="C1" s="3"/>'
    '<c r="D1" t="inlineStr"><is><t>面</t></is></c><c r="E1" t="str"><v>乙</v></c><c r="F1" t="n"><v>2</v></c>'
)


def scanned(cells: str):
    sheet = f'<worksheet><cols><col min="1" max="1"/></cols><sheetData><row r="1">{ORDINARY}{cells}</row>'
    return scan([sheet.encode()], recalculated=False)


def test_ordinary_cells_are_no_matter():
    notes = scanned("")
    assert notes.unreadable == {}
    assert not notes.truths


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="B2"><f>A1</f></c>',
        '<c r="B2" s="1">\n  <f>A1</f>\n</c>',
        '<c r="B2"><f t="shared" si="0"/></c>',
        "<c r='B2'><f>A1</f></c>",
        '<c s="1" r="B2"><f>A1</f><v></v></c>',
        '<c r="B2" t="e"><v>#REF!</v></c>',
        "<c r='B2' t='e'><v>#N/A</v></c>",
        '<c t="e" r="B2"><v>#DIV/0!</v></c>',
        '<c r="b2" t="e"><v>#NAME?</v></c>',
    ],
)
def test_a_formula_without_value_and_an_error_are_found(cell: str):
    assert list(scanned(cell).unreadable) == [(1, 1)]


@pytest.mark.parametrize("cell", ['<c r="B2" t="b"><v>1</v></c>', "<c t='b' r='B2'><v>1</v></c>"])
def test_true_and_false_are_found(cell: str):
    assert scanned(cell).truths


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="XFD90000"><v>1</v></c>',
        "<c r='XFD90000'><v>1</v></c>",
        '<c s="1" r="xfd90000"><v>1</v></c>',
        '<c r="CA99999"><v>1</v></c>',
        '<c r="BZ1048576" t="s"><v>1</v></c>',
    ],
)
def test_a_cell_far_away_is_refused(cell: str):
    with pytest.raises(FileFault, match="上限"):
        scanned(cell)
