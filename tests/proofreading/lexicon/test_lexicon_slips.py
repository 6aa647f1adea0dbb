"""Slips are derived from right words by characters that sound or look alike, and never against a right word."""

from collections.abc import Collection

import pytest

from gongkai.proofreading.lexicon.alike import near, shapes, sounds
from gongkai.proofreading.lexicon.collocations import collocated, neighbours
from gongkai.proofreading.lexicon.deriving import Alike, derive
from gongkai.proofreading.lexicon.doubled import doubled
from gongkai.proofreading.lexicon.evidence import Evidence, cut
from gongkai.proofreading.lexicon.shipped import (
    NEIGHBOURS,
    SLIPS,
    common_words,
    entries,
    lines,
    ordinary_words,
    repeated,
)
from gongkai.proofreading.lexicon.slips import spread, written


def test_a_line_of_slips_is_spread_and_written_again() -> None:
    line = "避险\t辟|"
    assert dict(spread([line])) == {"辟险": "避险"}
    assert written("避险", ["辟险"]) == line


def test_a_line_with_a_cell_too_few_is_refused() -> None:
    with pytest.raises(ValueError, match="shorter"):
        dict(spread(["避险\t辟"]))


def test_characters_sound_alike_nearly_alike_and_look_alike() -> None:
    same, nearly = sounds(["zhi 直支", "zi 子自", "lan 兰"])
    assert same["直"] == {"支"}
    assert nearly["支"] == {"子", "自"}
    assert not nearly["兰"]
    assert set(near("lan", ["nan", "lang", "san"])) == {"nan", "lang"}
    assert shapes(["己已巳"])["己"] == {"已", "巳"}


def derived(words: list[str], text: str) -> dict[str, str]:
    alike = Alike({"避": "辟蔽", "险": "现"}, {}, {"险": "检"})
    return derive(words, (), {*words, "发现", "迁改", "滞后"}, alike, Evidence([text], words))


def test_what_stands_in_a_right_text_or_in_a_right_word_is_no_slip() -> None:
    assert "辟险" in derived(["避险"], "组织避险演练，开辟道路")
    assert "辟险" not in derived(["避险"], "此处记作辟险二字")
    assert "辟险" not in derived(["避险", "开辟险滩"], "组织避险演练，开辟道路")


def test_a_text_is_cut_into_right_words_and_single_characters() -> None:
    assert list(cut("迁改滞后，问题", {"滞后", "问题"})) == ["迁", "改", "滞后", "问题"]


def test_words_are_told_by_their_neighbours() -> None:
    (before, after) = collocated(["预期\t逾期\t凡\t不报"])
    assert (before.wrong, before.right) == ("凡预期", "凡逾期")
    assert (after.wrong, after.right) == ("预期不报", "逾期不报")


def test_what_two_words_often_make_is_told_beside_a_neighbour_of_the_right_word() -> None:
    alike = Alike({"介": "解", "解": "介"}, {}, {})
    right, text = {"化解", "矛盾", "绿化", "介绍"}, "绿化介绍" * 50 + "化解矛盾"
    alone = derive({"化解"}, (), right, alike, Evidence([text], right))
    beside = derive({"化解"}, (), right, alike, Evidence([text], right), [("矛盾", "化解")])
    assert alone == {}
    assert beside == {"矛盾化介": "矛盾化解"}


def test_beside_a_neighbour_what_sounds_nearly_the_same_is_told() -> None:
    alike = Alike({}, {"化": "花"}, {})
    right, text = {"化解", "矛盾", "棉花", "解说"}, "棉花解说" * 50 + "化解矛盾"
    beside = derive({"化解"}, (), right, alike, Evidence([text], right), [("化解", "矛盾")])
    assert beside == {"花解矛盾": "化解矛盾"}


def test_a_form_of_right_words_and_single_ones_is_no_slip() -> None:
    alike = Alike({"乡": "向"}, {}, {})
    right = {"乡镇政府", "政府"}
    assert derive({"乡镇政府"}, (), right, alike, Evidence(["乡镇政府"], right)) == {}


def test_words_beside_each_other_are_counted_within_a_clause() -> None:
    evidence = Evidence(["矛盾化解。矛盾化解，矛盾"], {"矛盾", "化解"})
    assert evidence.beside(2) == [("矛盾", "化解")]
    assert list(neighbours(["化解\t矛盾\t风险 债务"])) == [
        ("矛盾", "化解"),
        ("化解", "风险"),
        ("化解", "债务"),
    ]


def test_what_is_rightly_said_twice_is_not_doubled() -> None:
    assert "确保确保" in doubled(["确保"])
    assert not {"研究研究", "一步一步", "天天天天"} & set(doubled(["研究", "一步", "天天"]))


def test_no_slip_is_a_right_word_and_all_mean_one() -> None:
    assert len(common_words()) > 20_000
    assert len(ordinary_words()) > 30_000
    forms = dict(spread(lines(SLIPS)))
    assert len(forms) > 400_000
    assert [form for form in (*forms, *repeated()) if form in ordinary_words()] == []
    right = ordinary_words() | {entry.right for entry in entries()}
    beside = {before + after for before, after in neighbours(lines(NEIGHBOURS))}
    assert [meant for meant in set(forms.values()) - right - beside if not in_two(meant, right)] == []


def in_two(meant: str, right: Collection[str]) -> bool:
    return any(meant[:at] in right and meant[at:] in right for at in range(2, len(meant) - 1))
