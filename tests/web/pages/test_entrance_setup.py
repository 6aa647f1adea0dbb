"""The first start: a link used once makes the administrator; an office comes from a pack."""

import io
import zipfile
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from gongkai.actions import invite
from gongkai.office.files import FILES
from gongkai.records.models import AuditEntry, Membership, Office, Person, Unit
from gongkai.workflows.roles import Role
from tests.conftest import OFFICES
from tests.web.conftest import PASSWORD

pytestmark = pytest.mark.django_db
FIRST = {"name": "某某", "username": "Admin", "password1": PASSWORD, "password2": PASSWORD}


@pytest.fixture
def address(home) -> str:
    secret = invite.first_administrator(at=timezone.now())
    return f"/setup/{secret}/"


@pytest.fixture
def administrator(signed_in) -> Client:
    """Signed in for the whole deployment, with no office yet."""
    return signed_in("administrator", office=None)


def packed(**changes: bytes) -> SimpleUploadedFile:
    """渭滨's pack as a .zip, with some of its files changed or others put in."""
    content = {name: (OFFICES / "weibin" / name).read_bytes() for name in FILES}
    content |= {name.replace("__", "/"): text for name, text in changes.items()}
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in content.items():
            archive.writestr(name, text)
    return SimpleUploadedFile("pack.zip", target.getvalue())


def test_the_first_visitor_becomes_administrator_and_is_signed_in(address):
    browser = Client()
    browser.get(address)
    before = browser.session.session_key
    answer = browser.post(address, FIRST, follow=True)
    assert answer.redirect_chain == [("/offices/new/", 302)]
    assert Membership.objects.get().role == Role.ADMINISTRATOR
    assert Person.objects.get().username == "admin"
    assert browser.session.session_key != before


def test_the_password_of_the_first_administrator_is_nowhere_on_record(address):
    Client().post(address, FIRST)
    entry = AuditEntry.objects.get(action="person.add")
    assert PASSWORD not in str((entry.old, entry.new))
    assert PASSWORD not in Person.objects.get().password


def test_a_link_is_used_up(address):
    Client().post(address, FIRST)
    for answer in (Client().get(address), Client().post(address, FIRST | {"username": "second"})):
        assert answer.status_code == 410
        assert "链接已失效" in answer.text
    assert Person.objects.count() == 1


def test_a_link_expires(home):
    secret = invite.first_administrator(at=timezone.now() - invite.LASTS - timedelta(minutes=1))
    assert Client().get(f"/setup/{secret}/").status_code == 410


def test_a_weak_password_is_refused_and_what_was_typed_is_kept(address):
    answer = Client().post(address, FIRST | {"password1": "12345678", "password2": "12345678"})
    assert answer.status_code == 422
    assert 'value="某某"' in answer.text
    assert "12345678" not in answer.text
    assert not Person.objects.exists()


def test_an_invitation_of_somebody_is_no_way_to_become_administrator(person, home):
    secret = invite.make(person("observer"), at=timezone.now())
    assert Client().get(f"/setup/{secret}/").status_code == 410


def test_a_pack_that_came_with_the_program_is_chosen(administrator):
    answer = administrator.post("/offices/new/", {"pack": "weibin", "clerk": "on"})
    assert answer["Location"] == "/o/weibin/start/"
    held = Membership.objects.get(office__key="weibin")
    assert (held.person, held.role) == (administrator.person, Role.CLERK)


def test_a_pack_is_handed_in(administrator):
    assert administrator.post("/offices/new/", {"file": packed()}).status_code == 302
    assert Office.objects.get().key == "weibin"
    assert not Membership.objects.filter(office__isnull=False).exists()


@pytest.mark.parametrize(
    ("file", "said"),
    [
        (packed(**{"office.toml": b"key = "}), "office.toml"),
        (packed(**{"extra.txt": b"1"}), "正好是 office.toml"),
        (packed(**{"..__..__etc__passwd": b"1"}), "正好是 office.toml"),
        (packed(**{"notice.md": b"0" * 6_000_000}), "解开后超过 5 MB"),
        (SimpleUploadedFile("pack.zip", b"PK\x03\x04 no archive"), "不是完好的 .zip"),
    ],
    ids=["faulty", "extra", "path", "bomb", "torn"],
)
def test_a_pack_that_is_none_is_refused_with_the_reason(administrator, file, said):
    file.seek(0)
    answer = administrator.post("/offices/new/", {"file": file})
    assert answer.status_code == 422
    assert said in answer.text
    assert not Office.objects.exists()


def test_either_a_pack_is_chosen_or_one_handed_in(administrator):
    answer = administrator.post("/offices/new/", {})
    assert answer.status_code == 422
    assert "两者取其一" in answer.text


def test_without_packs_beside_the_program_one_can_still_be_handed_in(administrator, settings, tmp_path):
    settings.PACKS = tmp_path / "none"
    answer = administrator.get("/offices/new/")
    assert "载入示例" not in answer.text
    assert "上传工作包" in answer.text


def test_an_administrator_of_an_office_makes_no_other(signed_in):
    assert signed_in("administrator").get("/offices/new/").status_code == 403


def test_the_way_to_the_first_notice_says_what_is_next(signed_in):
    page = signed_in("clerk").get("/o/weibin/start/").text
    assert page.count('aria-current="step"') == 1
    assert page.index("核对名录") < page.index("已完成") < page.index("添加人员") < page.index("下一步")


def test_the_way_is_found_again_from_the_home_page(signed_in):
    """By the office; the steps are none of a unit's."""
    link = 'href="/o/weibin/start/"'
    assert link in signed_in("clerk").get("/o/weibin/2021Q4/").text
    assert link not in signed_in("liaison").get("/o/weibin/2021Q4/").text


def test_a_step_of_somebody_else_says_whose_it_is(signed_in):
    page = signed_in("clerk").get("/o/weibin/start/").text
    assert "查看人员名单限于审计员或管理员" in page
    assert 'href="/o/weibin/people/"' not in page


def test_before_there_is_anybody_the_door_says_where_the_link_is(address):
    page = Client().get("/account/login/").text
    assert "请打开程序启动时显示的一次性设置链接" in page
    Client().post(address, FIRST)
    assert "忘记密码请联系管理员" in Client().get("/account/login/").text


def test_a_pack_is_never_loaded_over_an_office_that_is_there(administrator):
    administrator.post("/offices/new/", {"pack": "weibin"})
    Unit.objects.filter(name="财政局").update(name="财政和国资局")
    for form in ({"pack": "weibin"}, {"file": packed()}):
        answer = administrator.post("/offices/new/", form)
        assert answer.status_code == 422
        assert "已经载入过，没有再次载入" in answer.text
    assert Unit.objects.filter(name="财政和国资局").exists()


def test_the_samples_over_an_office_that_is_there_are_asked_about_first(administrator):
    assert "已经载入过" not in administrator.get("/offices/new/").text
    administrator.post("/offices/new/", {"pack": "weibin"})
    assert "已经载入过。继续将以示例的名录和数据覆盖现有内容" in administrator.get("/offices/new/").text
