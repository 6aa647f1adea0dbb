"""A pack goes into the registers and comes out unchanged."""

from pathlib import Path

import pytest

from gongkai.office import files
from gongkai.records import offices
from gongkai.records.models import Unit, UnitAlias

OFFICES = sorted(path.parent for path in (Path(__file__).parents[2] / "offices").glob("*/office.toml"))
pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("folder", OFFICES, ids=lambda path: path.name)
def test_a_shipped_pack_is_exported_byte_for_byte(folder):
    content = files.read(folder)
    offices.save(content)
    exported = files.dumps(offices.load(offices.get(folder.name)))
    assert exported == {name: (folder / name).read_text() for name in files.FILES}


def test_saving_again_replaces_and_keeps_confirmed_names():
    content = files.read(OFFICES[0])
    row = offices.save(content)
    unit = Unit.objects.get(office=row, place=0)
    UnitAlias.objects.create(office=row, unit=unit, name="某办", confirmed=True)
    offices.save(content)
    assert Unit.objects.filter(office=row).count() == len(content.units)
    assert "某办" in offices.load(row).units[0].aliases
    assert "某办" not in offices.load(row, confirmed=False).units[0].aliases


def test_an_office_that_is_not_there_is_named_with_those_that_are():
    offices.save(files.read(OFFICES[0]))
    with pytest.raises(offices.UnknownOfficeError, match=f"“nowhere”.*{OFFICES[0].name}"):
        offices.get("nowhere")
