"""A spreadsheet on its way in: read, seen, written, undone; nothing is lost and nothing happens twice."""

import errno

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from imports_files import BAD, GOOD, HEAD, IMPORTS, OTHER, address, orders

from gongkai.actions import ingest
from gongkai.records import audit, vault
from gongkai.records.models import AuditEntry, Batch, StoredFile, Upload
from gongkai.web.jobs import uploads as jobs
from gongkai.workflows.imports import State

pytestmark = pytest.mark.django_db


def page_of(client, upload) -> str:
    return client.get(address(upload)).content.decode()


def test_a_file_is_read_previewed_written_and_undone(clerk, hand_in, take, sheet):
    upload = hand_in(sheet(HEAD, GOOD, OTHER, name="十月.xlsx"))
    page = page_of(clerk, upload)
    assert "12345工单：工单明细" in page
    assert "可以写入：新增 2 条" in page
    assert orders() == []
    take(upload, "write")
    assert upload.state == State.WRITTEN
    assert orders() == ["GD001", "GD002"]
    assert upload.batch.file_name == "十月.xlsx"
    assert f"批次{upload.batch.pk}" in page_of(clerk, upload)
    clerk.post(f"{IMPORTS}batches/{upload.batch.pk}/undo/")
    upload.refresh_from_db()
    assert (upload.state, orders()) == (State.UNDONE, [])


def test_every_step_is_in_the_audit(hand_in, take, sheet):
    upload = hand_in(sheet(HEAD, GOOD))
    take(upload, "write")
    steps = AuditEntry.objects.filter(object=upload.code).values_list("action", flat=True)
    assert list(steps) == ["upload.receive", "upload.read", "upload.prepare", "upload.write", "upload.finish"]
    assert audit.verify().broken is None


def test_before_the_worker_comes_the_page_says_what_is_going_on(clerk, sheet):
    path = sheet(HEAD, GOOD)
    clerk.post(IMPORTS, {"files": SimpleUploadedFile(path.name, path.read_bytes())})
    page = page_of(clerk, Upload.objects.get())
    assert "排队中" in page
    assert 'hx-trigger="every 1s"' in page
    assert '<noscript><meta http-equiv="refresh"' in page


def test_a_file_left_half_way_is_taken_up_from_the_list(clerk, hand_in, sheet):
    upload = hand_in(sheet(HEAD, GOOD, name="十月.xlsx"))
    page = clerk.get(IMPORTS).content.decode()
    assert "没有办完的文件" in page
    assert address(upload) in page


def test_several_files_are_each_handed_in_by_themselves(clerk, work, sheet):
    good = sheet(HEAD, GOOD, name="好.xlsx").read_bytes()
    files = [
        SimpleUploadedFile("好.xlsx", good),
        SimpleUploadedFile("图.xlsx", b"\x89PNG\r\n\x1a\nnot a sheet"),
    ]
    answer = work(clerk.post, IMPORTS, {"files": files}, follow=True)
    assert "“图.xlsx”的内容不是可以接收的文件类型" in answer.content.decode()
    assert [upload.state for upload in Upload.objects.all()] == [State.READY]


@pytest.mark.parametrize("name", ["假.xlsx", "假.csv"])
def test_a_file_that_lies_about_its_type_is_not_kept(clerk, name):
    answer = clerk.post(IMPORTS, {"files": SimpleUploadedFile(name, b"\x7fELF\x00\x00 a program")})
    assert answer.status_code == 422
    assert "没有保存；改扩展名不能改变内容" in answer.content.decode()
    assert not StoredFile.objects.exists()


def test_a_form_without_a_file_says_so(clerk):
    answer = clerk.post(IMPORTS, {})
    assert answer.status_code == 422
    assert "没有选择文件" in answer.content.decode()


def test_a_file_beyond_the_limit_is_refused(clerk, settings):
    settings.UPLOAD_BYTES = 10
    answer = clerk.post(IMPORTS, {"files": SimpleUploadedFile("大.csv", b"a,b\n" * 10)})
    assert answer.status_code == 422
    assert not Upload.objects.exists()


def test_a_workbook_with_a_password_ends_as_unreadable_and_says_what_to_do(clerk, work):
    locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600 + "EncryptedPackage".encode("utf-16-le")
    work(clerk.post, IMPORTS, {"files": SimpleUploadedFile("加密.xlsx", locked)})
    upload = Upload.objects.get()
    assert upload.state == State.FAILED
    assert "请取消密码后重新导入" in page_of(clerk, upload)
    assert "请取消密码后重新导入" in clerk.get(IMPORTS).content.decode()


def test_the_same_file_handed_in_twice_waits_once(clerk, hand_in, sheet):
    path = sheet(HEAD, GOOD)
    hand_in(path)
    hand_in(path)
    assert Upload.objects.count() == 1


def test_a_file_written_before_says_where_and_writes_nothing_again(clerk, hand_in, take, sheet):
    path = sheet(HEAD, GOOD)
    first = hand_in(path)
    take(first, "write")
    again = hand_in(path)
    page = page_of(clerk, again)
    assert f"批次{first.batch.pk}" in page
    assert "与已有数据一致，没有新的内容可写入" in page
    assert take(again, "write").status_code == 409
    assert Batch.objects.count() == 1


def test_faults_stand_in_their_places_and_the_good_rows_can_be_had(clerk, hand_in, take, sheet):
    upload = hand_in(sheet(HEAD, GOOD, BAD))
    page = page_of(clerk, upload)
    assert "工作表“Sheet1”F3" in page
    assert "有问题的 1 行不写入" in page
    assert take(upload, "write").status_code == 409
    take(upload, "accept")
    assert upload.state == State.READY
    take(upload, "write")
    assert orders() == ["GD001"]
    assert [note["refused"] for note in upload.batch.notes] == [True]


def test_nothing_can_be_accepted_of_a_file_without_a_good_row(hand_in, take, sheet):
    upload = hand_in(sheet(HEAD, BAD))
    assert take(upload, "accept").status_code == 409
    assert upload.state == State.READ


def test_the_marked_copy_is_a_workbook_to_be_saved(clerk, hand_in, sheet):
    upload = hand_in(sheet(HEAD, GOOD, BAD, name="十月.xlsx"))
    answer = clerk.get(address(upload, "marked/"))
    assert answer.content.startswith(b"PK")
    assert answer["Content-Disposition"].startswith("attachment;")


def test_the_original_comes_back_as_it_was(clerk, hand_in, sheet):
    path = sheet(HEAD, GOOD)
    answer = clerk.get(address(hand_in(path), "original/"))
    assert b"".join(answer.streaming_content) == path.read_bytes()


def test_two_people_on_one_upload_the_second_is_told_who_was_first(hand_in, take, sheet, signed_in):
    upload = hand_in(sheet(HEAD, GOOD))
    other = signed_in("clerk", username="other")
    version = upload.version
    take(upload, "discard", client=other)
    answer = take(upload, "write", version=version)
    assert answer.status_code == 409
    assert "由经办某（other）" in answer.content.decode()
    assert (upload.state, orders()) == (State.DISCARDED, [])


def test_what_changed_since_the_preview_is_shown_before_it_is_written(
    clerk, hand_in, take, sheet, import_orders
):
    upload = hand_in(sheet(HEAD, GOOD, OTHER))
    import_orders(("GD001", "2021-10-11"))
    take(upload, "write")
    assert upload.state == State.READY
    page = page_of(clerk, upload)
    assert "预览之后已有数据、名册或列对应有改动，没有写入" in page
    assert "新增 1 条，更新 1 条" in page
    take(upload, "write")
    assert upload.state == State.WRITTEN


def test_a_worker_that_is_late_writes_nothing_after_the_writing_was_stopped(clerk, hand_in, take, sheet):
    upload = hand_in(sheet(HEAD, GOOD))
    clerk.post(address(upload, "steps/"), {"version": upload.version, "step": "write"})
    upload.refresh_from_db()
    asked = upload.version
    clerk.post(address(upload, "steps/"), {"version": asked, "step": "stop"})
    jobs.write(upload.pk, asked, "某某", "")
    upload.refresh_from_db()
    assert (upload.state, orders()) == (State.READY, [])


def test_work_that_is_done_twice_is_done_once(clerk, hand_in, sheet, work):
    upload = hand_in(sheet(HEAD, GOOD))
    work(clerk.post, address(upload, "steps/"), {"version": upload.version, "step": "write"})
    upload.refresh_from_db()
    for version in range(upload.version + 1):
        jobs.write(upload.pk, version, "某某", "")
        jobs.read(upload.pk, version, "某某", "")
    assert Batch.objects.count() == 1
    assert Upload.objects.get().state == State.WRITTEN


def test_a_disk_that_fills_up_leaves_nothing_and_says_so(clerk, hand_in, take, sheet, monkeypatch):
    def full(*_, **__):
        raise OSError(errno.ENOSPC, "No space left on device")

    upload = hand_in(sheet(HEAD, GOOD))
    monkeypatch.setattr(ingest, "write", full)
    take(upload, "write")
    assert (upload.state, orders()) == (State.READY, [])
    assert "磁盘空间不足" in page_of(clerk, upload)


def test_a_fault_of_the_program_is_told_and_keeps_its_trace(hand_in, take, sheet, monkeypatch):
    upload = hand_in(sheet(HEAD, GOOD))
    monkeypatch.setattr(ingest, "write", lambda *_, **__: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        take(upload, "write")
    upload.refresh_from_db()
    assert (upload.state, upload.progress) == (State.READY, {})
    assert "程序出错" in upload.fault


def test_a_file_gone_from_the_disk_is_asked_for_again(clerk, hand_in, take, sheet):
    upload = hand_in(sheet(HEAD, GOOD))
    vault.path(upload.file.digest).unlink()
    take(upload, "write")
    assert upload.state == State.READY
    assert "请重新上传" in page_of(clerk, upload)
    take(upload, "reread")
    assert upload.state == State.READ
    assert clerk.get(address(upload, "original/")).status_code == 409
    assert clerk.get(address(upload, "marked/")).status_code == 409


def test_what_may_be_said_of_citizens_is_not_shown(clerk, hand_in, sheet):
    head = (*HEAD, "诉求人姓名", "备注")
    upload = hand_in(sheet(head, (*GOOD, "张某某", "来电 13812345678")))
    page = clerk.get(address(upload, "sheets/0/")).content.decode()
    assert "张某某" not in page
    assert "来电 138****5678" in page
    assert "张某某" not in str(upload.seen)


def test_a_script_in_a_file_is_text(clerk, hand_in, sheet):
    script = "<script>alert(1)</script>"
    rows = (script, *GOOD[1:]), ("GD9", script, *GOOD[2:])
    upload = hand_in(sheet((*HEAD, script), *rows, name="<script>x.xlsx"))
    for rest in ("", "sheets/0/"):
        page = clerk.get(address(upload, rest)).content.decode()
        assert script not in page
        assert "<script>x" not in page


@pytest.mark.parametrize("role", ["director", "leader", "auditor", "administrator"])
def test_who_may_only_look_sees_why_they_may_not_write(signed_in, hand_in, sheet, role):
    upload = hand_in(sheet(HEAD, GOOD))
    client = signed_in(role)
    assert "写入由经办办理" in page_of(client, upload)
    assert (
        client.post(address(upload, "steps/"), {"version": upload.version, "step": "write"}).status_code
        == 403
    )
    assert client.post(IMPORTS, {}).status_code == 403


@pytest.mark.parametrize("role", ["liaison", "head", "observer", "supervision"])
def test_others_do_not_see_files_on_their_way(signed_in, hand_in, sheet, role):
    upload = hand_in(sheet(HEAD, GOOD))
    assert signed_in(role).get(address(upload)).status_code == 403


def test_an_upload_of_another_office_or_period_is_no_page(clerk, hand_in, sheet, signed_in):
    upload = hand_in(sheet(HEAD, GOOD))
    other = signed_in("clerk", "qianyang")
    elsewhere = address(upload).replace("weibin", "qianyang")
    assert other.get(elsewhere).status_code == 404
    assert other.post(f"{elsewhere}steps/", {"version": upload.version, "step": "discard"}).status_code == 404
    assert clerk.get(address(upload).replace("2021Q4", "2021Q3")).status_code == 404


def test_a_form_sent_twice_is_carried_out_once(clerk, hand_in, sheet, work):
    upload = hand_in(sheet(HEAD, GOOD))
    said = {"version": upload.version, "step": "write", "once": "8c9d2c5e-7a0a-4a55-9d0e-2f1a3b4c5d6e"}
    work(clerk.post, address(upload, "steps/"), said)
    again = work(clerk.post, address(upload, "steps/"), said, follow=True)
    assert "没有重复办理" in again.content.decode()
    assert Batch.objects.count() == 1


def test_pages_ask_little_of_the_database(clerk, hand_in, sheet, django_assert_max_num_queries):
    upload = hand_in(sheet(HEAD, GOOD, BAD))
    for page in (address(upload), IMPORTS, address(upload, "sheets/0/")):
        clerk.get(page)
        with django_assert_max_num_queries(14):
            assert clerk.get(page).status_code == 200


def test_a_written_file_leads_on_to_the_next_and_at_last_to_the_assessment(clerk, hand_in, take, sheet):
    first, second = (
        hand_in(sheet(HEAD, row, name=name)) for row, name in ((GOOD, "一.xlsx"), (OTHER, "二.xlsx"))
    )
    take(first, "write")
    page = page_of(clerk, first)
    assert "本期还有 1 个文件没有办完" in page
    assert address(second) in page
    take(second, "write")
    assert "本期上传的文件都已办完" in page_of(clerk, second)


def test_what_changes_is_named_in_words(clerk, hand_in, take, sheet):
    head = ("单位", "应报", "实报", "网站采用")
    take(hand_in(sheet(head, ("财政局", 24, 8, 3))), "write")
    page = page_of(clerk, hand_in(sheet(head, ("财政局", 24, 26, 3), name="更正.xlsx")))
    assert '<td class="text-wrap">2021年四季度</td>' in page
    assert "财政局|2021Q4" not in page
