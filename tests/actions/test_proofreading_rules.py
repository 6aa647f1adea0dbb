"""What an office asks of the proofreader holds on the desk, in masked copies and in its notices, and only there."""

from datetime import date

import pytest

from gongkai.actions import assess, dismissing, editing, issue, proofreading, register
from gongkai.office.editing import registers
from gongkai.office.proofreading import LeftWord, OwnWord, ProofreadingSettings, PublicContact, WordLevel
from gongkai.proofreading.hits import Level
from gongkai.records import offices
from gongkai.records import proofreading as records
from gongkai.records.models import Dismissal, Person
from tests.actions.conftest import Q4, edit
from tests.conftest import AT, CLERK

TODAY = date(2026, 11, 22)
IDENTITY, MOBILE = "11010519491231002X", "13809170015"
WHO = {"by": CLERK, "at": AT}


@pytest.fixture
def row(weibin):
    return offices.get("weibin")


def found(row, text: str) -> dict[str, tuple[str, Level]]:
    """Words → suggestion and level of what is told of a text."""
    _, hits = proofreading.proofread_text(text, proofreading.rules(row, TODAY))
    return {hit.found: (hit.suggestion, hit.level) for hit in hits}


def added(row, list_name: str, entry) -> None:
    editing.add(row, list_name, entry, **WHO)


def dismissed(row, text: str) -> None:
    """Every finding of a text, as somebody would one by one."""
    someone, _ = Person.objects.get_or_create(username="jingban", name="经办某", joined_at=AT)
    _, hits = proofreading.proofread_text(text, proofreading.rules(row, TODAY))
    for hit in hits:
        key = records.sealed(hit.key)
        dismissing.dismiss(row, key, hit.kind, "…", "核对过", person=someone, **WHO)


def test_an_own_word_is_told_with_its_level_and_only_in_its_office(row, qianyang):
    assert found(row, "请到便民中心办理。") == {}
    added(
        row,
        "words",
        OwnWord(wrong="便民中心", right="政务服务中心", level=WordLevel.ERROR, note="机构已更名"),
    )
    assert found(row, "请到便民中心办理。") == {"便民中心": ("政务服务中心", Level.ERROR)}
    assert found(offices.get("qianyang"), "请到便民中心办理。") == {}
    assert proofreading.proofread_text("请到便民中心办理。", proofreading.rules(None, TODAY))[1] == ()


def test_an_own_word_inside_its_exception_or_its_right_word_is_none(row):
    added(row, "words", OwnWord(wrong="便民中心", right="区便民中心站", exceptions=("城关便民中心",)))
    assert found(row, "请到城关便民中心或区便民中心站办理。") == {}


def test_an_own_word_goes_before_the_shipped_one(row):
    added(row, "words", OwnWord(wrong="按装", right="装设", level=WordLevel.HINT))
    assert found(row, "请按装路灯。") == {"按装": ("装设", Level.HINT)}


def test_a_shipped_word_taken_away_is_told_no_more_until_it_comes_back(row):
    assert "按装" in found(row, "请按装路灯。")
    added(row, "left_words", LeftWord(wrong="按装", note="县志用字"))
    assert found(row, "请按装路灯。") == {}
    version = registers.version(registers.find(offices.load(row), "left_words", "按装"))
    editing.remove(row, "left_words", "按装", version=version, **WHO)
    assert "按装" in found(row, "请按装路灯。")


@pytest.mark.parametrize("written", [MOBILE, "138 0917 0015", "138-0917-0015"])
def test_a_public_number_is_no_citizens_and_stays_in_a_masked_copy(row, written):
    text = f"监督举报请拨打{written}；申请人手机13800138000。"
    added(row, "public_contacts", PublicContact(value=MOBILE, note="监督电话"))
    assert written not in found(row, text)
    masked = proofreading.mask_text(text, "默认", proofreading.rules(row, TODAY))
    assert written in masked
    assert "13800138000" not in masked


def test_the_contact_line_of_the_notices_is_public(row):
    settings = offices.load(row).notice.model_copy(update={"contact": f"联系人：张某某，电话{MOBILE}"})
    version = registers.version(registers.find(offices.load(row), "notice", ""))
    editing.replace(row, "notice", "", settings, version=version, **WHO)
    assert MOBILE not in found(row, f"咨询电话{MOBILE}。")


def test_the_office_says_how_it_cuts_personal_data(row):
    assert proofreading.usual_mask(row) == proofreading.usual_mask(None) == "默认"
    settings = ProofreadingSettings(mask="严格")
    version = registers.version(ProofreadingSettings())
    editing.replace(row, "proofreading", "", settings, version=version, **WHO)
    assert proofreading.usual_mask(row) == "严格"


def test_the_layout_of_the_office_is_what_its_documents_are_held_to(row):
    settings = ProofreadingSettings(top_margin="30", body_fonts=("县用仿宋",), unchecked=("number-side",))
    version = registers.version(ProofreadingSettings())
    editing.replace(row, "proofreading", "", settings, version=version, **WHO)
    rules = proofreading.rules(row, TODAY)
    assert (rules.layout.top, rules.layout.left) == (30.0, 28.0)
    assert {"县用仿宋", "仿宋_GB2312"} <= set(rules.layout.body_fonts)
    assert rules.unchecked == ("number-side",)


def test_asking_more_of_the_proofreader_makes_no_assessment_old(assessed, row):
    added(row, "words", OwnWord(wrong="便民中心", right="政务服务中心"))
    _, issues = issue.check("weibin", Q4)
    assert not [one.code for one in issues if one.code.startswith("stale_assessment")]


@pytest.fixture
def noticed(assessed, copied_pack):
    """What the cross-check says of the notice with one more paragraph: code → severity."""

    def check(text: str) -> dict[str, str]:
        edit(copied_pack, "notice.md", "\n", f"\n\n{text}\n\n")
        own = offices.load(offices.get("weibin")).proofreading
        register.load_pack(copied_pack, **WHO)
        row = offices.get("weibin")
        for name in ("words", "left_words", "public_contacts"):
            for entry in getattr(own, name):
                added(row, name, entry)
        assess.run("weibin", Q4, **WHO)
        _, issues = issue.check("weibin", Q4)
        return {
            one.code: one.severity.value for one in issues if one.code.startswith(("personal:", "wording:"))
        }

    return check


def test_an_own_error_keeps_a_notice_back(row, noticed):
    added(row, "words", OwnWord(wrong="便民中心", right="政务服务中心", level=WordLevel.ERROR))
    assert noticed("请到便民中心办理。") == {"wording:补充词库": "red"}


def test_wording_dismissed_on_the_desk_is_not_told_again_of_a_notice(row, noticed):
    added(row, "words", OwnWord(wrong="便民中心", right="政务服务中心", level=WordLevel.ERROR))
    dismissed(row, "请到便民中心办理。")
    assert noticed("请到便民中心办理。") == {}


def test_a_citizens_number_dismissed_on_the_desk_still_keeps_a_notice_back(row, noticed):
    text = f"来信人身份证号{IDENTITY}。"
    dismissed(row, text)
    assert found(row, text) == {}
    assert noticed(text) == {"personal:身份证号": "red"}


def test_a_public_number_does_not_keep_a_notice_back(row, noticed):
    added(row, "public_contacts", PublicContact(value=MOBILE, note="监督电话"))
    assert noticed(f"监督举报电话{MOBILE}。") == {}


def test_what_is_kept_of_a_dismissal_cannot_be_found_by_trying_all_numbers(row, settings):
    text = f"身份证号{IDENTITY}。"
    _, (hit,) = proofreading.proofread_text(text, proofreading.rules(row, TODAY))
    dismissed(row, text)
    (kept,) = Dismissal.objects.values_list("key", flat=True)
    assert kept != hit.key
    settings.SECRET_KEY = "of another installation"
    assert records.sealed(hit.key) != kept
    assert found(row, text) != {}
