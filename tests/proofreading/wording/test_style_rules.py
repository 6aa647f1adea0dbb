"""Rules of style that look only where one of their words stands find what a search of every line finds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.proofreading.automaton import Together
from gongkai.proofreading.wording import Wording, dates, numbers, punctuation, strict
from gongkai.proofreading.wording.rule import Rule, Style

RULES = punctuation.RULES + numbers.RULES + dates.RULES + strict.RULES
PARTS = """，， 、； 。。。 ： ！！ ？， … …… 等 、等 附件：1 附件: （一） 、 [2021] 〔2022〕 〔22〕 第03号 县政办发 [2022 ] 5号 3 12 0.5 % ％ 10-20% 5～8万
    百分之5 3千 5百人 三、五 个月 天 减少 了2 倍 大约 约 将近 超过 不足 至少 最多 不超过 左右 上下 以上 以下 以内 近 余 多 人 ８．５ ０ 二零二一年 2021年 5月 年五月
    年05月08日 21年5月3日 从2019 — - ～ ? ! , ; : . ( ) 县 镇 “ ” 》、《 第一、 关于 的通知。 一、 工作。"""
TEXTS = st.lists(st.sampled_from([*PARTS.split(), "\n", " "]), max_size=30).map("".join)


@given(TEXTS)
def test_what_the_words_lead_to_is_all_there_is(text):
    style = Style(RULES)
    (matches,) = Together(style.automaton).find(text)
    everywhere = [each for rule in RULES for each in rule.find(text, 0, len(text))]
    assert sorted(style.find(text, matches)) == sorted(everywhere)


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.words], ids=lambda rule: rule.reason)
def test_a_rule_s_words_are_those_of_what_it_matches(rule: Rule):
    @given(TEXTS)
    def one_of_them_stands_in_every_match(text):
        for each in rule.pattern.finditer(text):
            assert any(word in each[0] for word in rule.words)

    one_of_them_stands_in_every_match()


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("并处五百元以上2000元以下罚款。", "五百元以上2000元"),
        ("并处300元以上一千元以下罚款。", "300元以上一千元"),
        ("累计服务超过3200余人。", "超过3200余"),
        ("您知道小区的避难场所在哪里吗。", "。"),
        ("村口的公交站可以刷卡吗。", "。"),
    ],
)
def test_one_range_is_written_one_way_and_a_question_is_asked(text: str, wrong: str) -> None:
    assert wrong in [text[each.start : each.end] for each in Wording().find(text)]


@pytest.mark.parametrize(
    "text",
    [
        "并处五百元以上二千元以下罚款。",
        "并处500元以上2000元以下罚款。",
        "参会人数超过3000人。",
        "您知道避难场所在哪里吗？",
    ],
)
def test_ranges_of_one_kind_and_questions_with_their_mark_are_right(text: str) -> None:
    assert Wording().find(text) == []
