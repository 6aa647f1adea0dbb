"""What an office asks of the proofreader is part of its pack, and what would cry everywhere is refused."""

import string
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.office import files
from gongkai.office.editing import registers
from gongkai.office.proofreading import (
    LeftWord,
    OwnWord,
    Proofreading,
    ProofreadingSettings,
    PublicContact,
    WordLevel,
)

WEIBIN = files.read(Path(__file__).parents[2] / "offices" / "weibin")
HAN = "县区镇政府通报公开办理工作单位网站信息"
WORDS = st.text(HAN + string.ascii_letters + "，\"'\\", min_size=2, max_size=12).filter(
    lambda text: any(character.isalpha() for character in text) and text == text.strip()
)
OWN = st.builds(
    lambda wrong, right, level, around: OwnWord(
        wrong=wrong,
        right="" if right == wrong else right,
        level=level,
        exceptions=(f"{around}{wrong}",) if around else (),
        note=around,
    ),
    WORDS,
    st.one_of(st.just(""), WORDS),
    st.sampled_from(WordLevel),
    st.one_of(st.just(""), WORDS),
)


def told(**lists: object) -> dict[str, str]:
    """Key → fault of a pack with these lists."""
    office = registers.made(WEIBIN, {"proofreading": Proofreading(**lists)})
    try:
        files.loads(*files.dumps(office).values())
    except files.PackError as error:
        return {fault.key.removeprefix("proofreading."): fault.message for fault in error.faults}
    return {}


@given(st.lists(OWN, max_size=5, unique_by=lambda word: word.wrong), st.sampled_from([None, Decimal("35.5")]))
def test_own_words_and_settings_survive_the_pack(words, margin):
    lists = Proofreading(
        words=tuple(words),
        left_words=(LeftWord(wrong="按装", note="县志用字"),),
        public_contacts=(PublicContact(value="0917-3210000", note="值班电话"),),
        settings=ProofreadingSettings(mask="严格", top_margin=margin, unchecked=("number-side",)),
    )
    office = registers.made(WEIBIN, {"proofreading": lists})
    assert files.loads(*files.dumps(office).values()) == office


def test_a_pack_that_asks_nothing_says_nothing_of_it():
    assert "proofreading" not in files.dumps(WEIBIN)[files.OFFICE]


@pytest.mark.parametrize(
    ("word", "field", "said"),
    [
        ({"wrong": ""}, "wrong", "至少两个字"),
        ({"wrong": "的"}, "wrong", "一个字会处处提示"),
        ({"wrong": "，。"}, "wrong", "没有文字"),
        ({"wrong": "2022"}, "wrong", "没有文字"),
        ({"wrong": "长" * 41}, "wrong", "41字"),
        ({"wrong": "按装 "}, "wrong", "空白"),
        ({"wrong": "按\n装"}, "wrong", "换行"),
        ({"wrong": "按装", "right": "按装"}, "right", "相同"),
        ({"wrong": "按装", "right": "装" * 41}, "right", "不超过40字"),
        ({"wrong": "按装", "exceptions": ("安装",)}, "exceptions[0]", "包含“按装”"),
        ({"wrong": "按装", "exceptions": ("按装",)}, "exceptions[0]", "包含“按装”"),
        ({"wrong": "按装", "note": "注" * 501}, "note", "501字"),
    ],
)
def test_a_word_that_could_not_work_is_refused_at_its_field(word, field, said):
    found = told(words=(OwnWord(**word),))
    assert list(found) == [f"words[0].{field}"]
    assert said in found[f"words[0].{field}"]


def test_marks_of_a_regular_expression_are_only_text():
    assert told(words=(OwnWord(wrong="(按+)+装.*"), OwnWord(wrong="[^按]装|"))) == {}


def test_a_word_stands_once_and_not_too_many_of_them():
    twice = told(words=(OwnWord(wrong="按装"), OwnWord(wrong="按装", right="安装")))
    assert "重复" in twice["words[1].wrong"]
    many = told(words=tuple(OwnWord(wrong=f"错词{place}") for place in range(5001)))
    assert "不超过5000条" in many["words"]


@pytest.mark.parametrize(
    ("contact", "field"),
    [({"value": "1", "note": "电话"}, "value"), ({"value": "3210000", "note": " "}, "note")],
)
def test_a_public_contact_is_one_and_says_whose_it_is(contact, field):
    assert list(told(public_contacts=(PublicContact(**contact),))) == [f"public_contacts[0].{field}"]


def test_a_margin_no_sheet_has_is_refused():
    settings = ProofreadingSettings.model_construct(
        **{**dict(ProofreadingSettings()), "top_margin": Decimal(900)}
    )
    assert "settings.top_margin" in told(settings=settings)
