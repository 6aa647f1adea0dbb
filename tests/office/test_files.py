"""A pack is read and written back unchanged."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.office import canonical, files

PACKS = Path(__file__).parents[2] / "offices"


def contents(pack: str) -> dict[str, str]:
    """The files of a shipped pack."""
    return {name: (PACKS / pack / name).read_text(encoding="utf-8") for name in files.FILES}


@pytest.fixture(params=["weibin", "qianyang"])
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of a shipped pack."""
    for name, content in contents(request.param).items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    return tmp_path


def test_a_shipped_pack_is_written_back_byte_for_byte(folder: Path, tmp_path: Path):
    files.write(files.read(folder), tmp_path / "written")
    for name in files.FILES:
        assert (tmp_path / "written" / name).read_bytes() == (folder / name).read_bytes()


def test_texts_and_folder_give_the_same_office(folder: Path):
    office = files.read(folder)
    assert files.loads(*files.dumps(office).values()) == office


def test_a_pack_saved_by_notepad_is_read_all_the_same(folder: Path):
    office = files.read(folder)
    for name in files.FILES:
        text = (folder / name).read_text(encoding="utf-8").replace("\n", "\r\n")
        (folder / name).write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert files.read(folder) == office


def test_a_date_may_stand_without_quotation_marks(folder: Path):
    office = files.read(folder)
    text = (folder / files.OFFICE).read_text(encoding="utf-8")
    issued = office.notices[0].issued_on
    (folder / files.OFFICE).write_text(text.replace(f'"{issued}"', issued), encoding="utf-8")
    assert files.read(folder) == office


def test_points_with_a_half_survive_and_whole_points_are_written_whole():
    texts = contents("qianyang")
    texts[files.SCHEME] = texts[files.SCHEME].replace("points = -60", "points = -0.5")
    written = files.dumps(files.loads(*texts.values()))[files.SCHEME]
    assert written == texts[files.SCHEME]
    assert "base = 300\n" in written


values = st.text(st.characters(exclude_categories=["Cs"])) | st.integers(-(2**60), 2**60) | st.booleans()
keys = st.from_regex(r"[a-z_]{1,8}", fullmatch=True)
entries = st.dictionaries(keys, values | st.lists(values, max_size=3).map(tuple), min_size=1, max_size=4)
tables = st.fixed_dictionaries(
    {"name": values, "units": st.lists(entries, min_size=1, max_size=3).map(tuple)},
    optional={"rules": entries, "notices": st.lists(entries, min_size=1, max_size=3).map(tuple)},
)


@given(tables)
def test_whatever_a_remark_holds_the_canonical_text_reads_back(table):
    def listed(value):
        if isinstance(value, dict):
            return {key: listed(inner) for key, inner in value.items()}
        return [listed(member) for member in value] if isinstance(value, tuple) else value

    assert tomllib.loads(canonical.text(table)) == listed(table)
