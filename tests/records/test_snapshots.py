"""A snapshot is written whole or not at all, and read only if it is what was written."""

import json
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from fact_tables import Q4, duties, fact, office

from gongkai.measures.facts import FACTS, Precision
from gongkai.measures.registers import REGISTERS
from gongkai.records import parquet, snapshots
from gongkai.records.snapshots import SnapshotError

ORDERS = [fact("orders", unit, key=unit, number=unit, closed=date(2021, 10, 12)) for unit in ("甲局", "乙局")]


def write(folder: Path, orders=ORDERS, write=snapshots.write):
    pack = {"office.toml": 'name = "某区"'}
    return write(
        folder,
        office=pack,
        period=Q4,
        facts={"orders": orders},
        registers=duties(office()),
        batches=["b1", "b2"],
    )


def test_what_is_written_is_read_back(tmp_path):
    written = write(tmp_path / "一季")
    assert snapshots.read(tmp_path / "一季") == written
    assert (written.period, written.batches) == ("2021Q4", ("b1", "b2"))
    assert written.office == {"office.toml": 'name = "某区"'}
    assert written.files["orders.parquet"].rows == 2


def test_every_table_is_there_even_when_empty(tmp_path):
    files = write(tmp_path / "snapshot").files
    assert set(files) == {f"{kind}.parquet" for kind in FACTS | REGISTERS}
    assert files["posts.parquet"].rows == 0


def test_rows_keep_their_order_types_and_blanks(tmp_path):
    write(tmp_path / "snapshot")
    assert list(snapshots.rows(tmp_path / "snapshot", "orders")) == ORDERS
    assert list(snapshots.rows(tmp_path / "snapshot", "days")) == duties(office())["days"]
    assert list(snapshots.rows(tmp_path / "snapshot", "posts")) == []


def test_the_same_rows_give_the_same_bytes_and_digest(tmp_path):
    first, second = write(tmp_path / "a"), write(tmp_path / "b", orders=iter(ORDERS))
    assert first == second
    for name in [*first.files, "manifest.json"]:
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def test_another_row_gives_another_digest(tmp_path):
    changed = [*ORDERS[:1], ORDERS[1]._replace(quantity=2)]
    assert write(tmp_path / "a").digest != write(tmp_path / "b", changed).digest


def test_rows_beyond_one_chunk_are_all_kept(tmp_path, monkeypatch):
    monkeypatch.setattr(parquet, "CHUNK", 3)
    monkeypatch.setattr(parquet, "GROUP", 2)
    many = [ORDERS[0]._replace(row=row) for row in range(10)]
    assert write(tmp_path / "snapshot", many).files["orders.parquet"].rows == 10
    assert [order.row for order in snapshots.rows(tmp_path / "snapshot", "orders")] == list(range(10))


def test_a_precision_word_is_kept_as_text(tmp_path):
    write(tmp_path / "snapshot", [ORDERS[0]._replace(precision=Precision.MONTH)])
    assert [order.precision for order in snapshots.rows(tmp_path / "snapshot", "orders")] == ["month"]


@pytest.mark.parametrize("name", ["orders.parquet", "days.parquet"])
def test_a_changed_byte_is_found_and_the_file_named(tmp_path, name):
    write(tmp_path / "snapshot")
    path = tmp_path / "snapshot" / name
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    with pytest.raises(SnapshotError, match=f"{name} 与写入时不一致"):
        snapshots.read(tmp_path / "snapshot")


def test_a_missing_file_is_named(tmp_path):
    write(tmp_path / "snapshot")
    (tmp_path / "snapshot" / "units.parquet").unlink()
    with pytest.raises(SnapshotError, match=r"缺少文件 units\.parquet"):
        snapshots.read(tmp_path / "snapshot")


def test_a_file_that_was_put_there_later_is_named(tmp_path):
    write(tmp_path / "snapshot")
    (tmp_path / "snapshot" / "补充.parquet").write_bytes(b"")
    with pytest.raises(SnapshotError, match=r"多出清单以外的文件 补充\.parquet"):
        snapshots.read(tmp_path / "snapshot")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"period": "2022Q1"}, "与写入时不一致"),
        ({"batches": []}, "与写入时不一致"),
        ({"schema": 99}, "格式版本是 99"),
        ({"surprise": 1}, "已损坏"),
        ({"files": 7}, "已损坏"),
    ],
)
def test_a_manifest_that_was_edited_is_refused(tmp_path, change, said):
    write(tmp_path / "snapshot")
    path = tmp_path / "snapshot" / "manifest.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | change))
    with pytest.raises(SnapshotError, match=said):
        snapshots.read(tmp_path / "snapshot")


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe\x00", b'"text"'])
def test_a_broken_manifest_is_refused(tmp_path, content):
    write(tmp_path / "snapshot")
    (tmp_path / "snapshot" / "manifest.json").write_bytes(content)
    with pytest.raises(SnapshotError, match="已损坏"):
        snapshots.read(tmp_path / "snapshot")


def test_no_snapshot_is_said_to_be_none(tmp_path):
    with pytest.raises(SnapshotError, match="没有找到快照“往年”"):
        snapshots.read(tmp_path / "往年")


def test_a_snapshot_is_never_written_over(tmp_path):
    written = write(tmp_path / "snapshot")
    with pytest.raises(SnapshotError, match="已经存在"):
        write(tmp_path / "snapshot", [])
    assert snapshots.read(tmp_path / "snapshot") == written


def test_a_table_that_does_not_exist_is_refused(tmp_path):
    with pytest.raises(SnapshotError, match="没有“hearings”这类数据表"):
        snapshots.write(tmp_path / "s", office={}, period=Q4, facts={"hearings": []}, registers={})
    assert list(tmp_path.iterdir()) == []


def test_a_writer_that_fails_leaves_nothing(tmp_path):
    def failing():
        yield from ORDERS
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write(tmp_path / "snapshot", failing())
    assert list(tmp_path.iterdir()) == []


KILLED = """
import os, signal, sys
from pathlib import Path
from gongkai.measures.facts import Submission
from gongkai.records import parquet, snapshots
from gongkai.terms import Period
from datetime import date

def rows():
    yield Submission("甲局", date(2021, 10, 11), "day", 1, "", 0, "k", "s", 1)
    os.kill(os.getpid(), signal.SIGKILL)

with snapshots.draft(
    Path(sys.argv[1]), office={}, period=Period.parse("2021Q4"), facts={"submissions": rows()}, registers={}
) as draft:
    draft.keep()
"""


def test_a_killed_writer_leaves_no_snapshot_and_does_not_stand_in_the_way(tmp_path):
    ended = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path)], check=False)
    assert ended.returncode == -signal.SIGKILL
    assert [path for path in tmp_path.iterdir() if not path.name.startswith(".")] == []
    with write(tmp_path, write=snapshots.draft) as draft:
        draft.keep()
    assert snapshots.read(tmp_path / draft.manifest.digest) == draft.manifest


def test_a_draft_that_is_not_kept_vanishes(tmp_path):
    with write(tmp_path, write=snapshots.draft) as draft:
        assert snapshots.read(draft.folder) == draft.manifest
    assert list(tmp_path.iterdir()) == []


def test_the_same_content_is_kept_once_under_its_digest(tmp_path):
    for _ in range(2):
        with write(tmp_path, write=snapshots.draft) as draft:
            draft.keep()
    assert [path.name for path in tmp_path.iterdir()] == [draft.manifest.digest]
