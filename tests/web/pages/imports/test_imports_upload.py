"""A spreadsheet on its way in: read, seen, written, undone; nothing is lost and nothing happens twice."""

from django.core.files.uploadedfile import SimpleUploadedFile

from gongkai.records import vault
from gongkai.records.models import AuditEntry, Batch, StoredFile, Upload
from gongkai.web.jobs import uploads as jobs
from imports_files import BAD, GOOD, HEAD, IMPORTS, OTHER, address, orders


def test_a_file_is_read_previewed_written_and_undone(clerk, hand_in, take, sheet):
    upload = hand_in(sheet(HEAD, GOOD, OTHER, name="十月.xlsx"))
    page = clerk.get(address(upload)).content.decode()
    assert "12345工单：工单明细" in page
    assert "可以写入：新增 2 条" in page
    assert orders() == []
    take(upload, "write")
    assert upload.state == "written"
    assert orders() == ["GD001", "GD002"]
    assert upload.batch.file_name == "十月.xlsx"
    assert f"批次{upload.batch.pk}" in clerk.get(address(upload)).content.decode()
    clerk.post(f"{IMPORTS}batches/{upload.batch.pk}/undo/")
    upload.refresh_from_db()
    assert (upload.state, orders()) == ("undone", [])
