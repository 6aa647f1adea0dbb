"""Every fault of a pack comes back in one PackError, each with its file, its key and what was expected."""

from pathlib import Path

import pytest

from gongkai.office import files

OFFICE = """
key = "jia"
name = "某市甲县"
groups = ["部门", "镇"]
units = [
  { name = "财政局", full_name = "甲县财政局", kind = "部门", group = "部门" },
  { name = "卫健局", kind = "部门", group = "部门", aliases = ["卫生健康局"] },
  { name = "城关镇", kind = "镇街", group = "镇" },
]
columns = [
  { name = "规划信息", category = "主动公开", duties = [{ units = ["财政局", "卫健局"], frequency = "1条/月" }] },
]
accounts = [{ name = "甲县发布", platform = "微博", unit = "财政局", holder = "甲县财政局" }]
outlets = [{ name = "县政府网站", level = "本级网站" }]

[region]
province = "某省"
city = "某市"
name = "甲县"
short = "甲"

[rules]
submissions = { quota = 24 }

[notice]
issuer = "甲县人民政府办公室"
title = "通报"
addressee = "各单位"
annexes = [{ table = "submissions", title = "附表" }]

[[notices]]
period = "2022Q1"
issued_on = "2022-04-15"
rectify_by = "2022-04-20"
"""

SCHEME = """
name = "考核办法"
version = "2022"
source = "示例"
dimensions = [{ name = "新闻动态" }]
items = [{ key = "迟报", dimension = "新闻动态", label = "迟报", measure = "submissions.late", \
rule = { kind = "event", points = -1 } }]
"""


def faults(*changes: tuple[str, str], scheme: tuple[tuple[str, str], ...] = ()) -> dict[str, str]:
    """Key → fault of the small pack after the changes, each of which must apply."""
    texts = {"office": OFFICE, "scheme": SCHEME}
    for name, pairs in (("office", changes), ("scheme", scheme)):
        for old, new in pairs:
            assert old in texts[name]
            texts[name] = texts[name].replace(old, new, 1)
    with pytest.raises(files.PackError) as caught:
        files.loads(texts["office"], texts["scheme"], "")
    return {fault.key: str(fault) for fault in caught.value.faults}


def test_the_small_pack_itself_has_no_fault():
    assert files.loads(OFFICE, SCHEME, "正文").template == "正文"


def test_many_faults_in_both_files_come_back_together_each_with_its_place():
    found = faults(
        ('level = "本级网站"', 'levle = "本级网站"'),
        ('kind = "镇街"', 'kind = "乡镇"'),
        ('group = "镇" },', 'group = "街道" },'),
        ('aliases = ["卫生健康局"]', 'aliases = ["卫生健康局", "财政局"]'),
        ('["财政局", "卫健局"]', '["财政居", "卫生健康局"]'),
        ("1条/月", "每月1条"),
        ('platform = "微博", unit = "财政局"', 'platform = "微博", unit = "税务局"'),
        ("quota = 24", 'quota = "24"'),
        ('title = "附表"', 'title = "附表", layout = "三栏", group = "乡"'),
        ('addressee = "各单位"', ""),
        ('"2022Q1"', '"2022Q5"'),
        ('"2022-04-20"', '"2022-04-31"'),
        scheme=(
            ('[{ name = "新闻动态" }]', '[{ name = "新闻动态", groups = ["县"] }, { name = "新闻动态" }]'),
            ('dimension = "新闻动态"', 'dimension = "新闻动太"'),
            ("points = -1", "pionts = -1"),
        ),
    )
    assert found == {
        "outlets[0].level": "office.toml: outlets[0].level（县政府网站）: 缺少此项，此项必填",
        "outlets[0].levle": "office.toml: outlets[0].levle（县政府网站）: 没有这个键，是否应为“level”",
        "units[2].kind": "office.toml: units[2].kind（城关镇）: 现为“乡镇”，应为以下之一：镇街、部门、双管单位、"
        "园区管委会、企事业单位",
        "units[2].group": "office.toml: units[2].group（城关镇）: 分组“街道”没有登记在 groups 中，请先登记，或改为已登记的名称",
        "units[1].aliases[1]": "office.toml: units[1].aliases[1]（卫健局）: 单位名称“财政局”重复，已见于 "
        "units[0].name，一个名称只能指一个单位，且只写一次",
        "columns[0].duties[0].units[0]": "office.toml: columns[0].duties[0].units[0]（规划信息）: "
        "单位“财政居”没有登记在 units 中，是否应为“财政局”",
        "columns[0].duties[0].units[1]": "office.toml: columns[0].duties[0].units[1]（规划信息）: "
        "“卫生健康局”是“卫健局”的别名，此处应写登记的名称“卫健局”",
        "columns[0].duties[0].frequency": "office.toml: columns[0].duties[0].frequency（规划信息）: "
        "无法识别的频次“每月1条”，应为 1条/月、1条/2周、1条/季度、1条/5工作日 之类",
        "accounts[0].unit": "office.toml: accounts[0].unit（甲县发布）: 单位“税务局”没有登记在 units 中，请先登记，或改为已登记的名称",
        "rules.submissions.quota": "office.toml: rules.submissions.quota: 现为“24”，应为整数",
        "notice.annexes[0].layout": "office.toml: notice.annexes[0].layout（附表）: 现为“三栏”，"
        "应为以下之一：portrait、two_up、landscape",
        "notice.annexes[0].group": "office.toml: notice.annexes[0].group（附表）: 分组“乡”没有登记在 groups 中，请先登记，或改为已登记的名称",
        "notice.addressee": "office.toml: notice.addressee: 缺少此项，此项必填",
        "notices[0].period": found["notices[0].period"],
        "notices[0].rectify_by": "office.toml: notices[0].rectify_by（2022Q5）: "
        "无法识别的日期“2022-04-31”，应为 2022-01-17 的形式，且确有其日",
        "dimensions[0].groups[0]": "scheme.toml: dimensions[0].groups[0]（新闻动态）: "
        "分组“县”没有登记在 office.toml 的 groups 中，请先登记，或改为已登记的名称",
        "dimensions[1].name": "scheme.toml: dimensions[1].name（新闻动态）: 维度“新闻动态”重复，已见于 "
        "dimensions[0].name",
        "items[0].dimension": "scheme.toml: items[0].dimension（迟报）: 维度“新闻动太”没有登记在 dimensions 中，"
        "是否应为“新闻动态”",
        "items[0].rule.points": "scheme.toml: items[0].rule.points（迟报）: 缺少此项，此项必填",
        "items[0].rule.pionts": "scheme.toml: items[0].rule.pionts（迟报）: 没有这个键，是否应为“points”",
    }
    assert "2022Q5" in found["notices[0].period"]


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('{ name = "城关镇"', '{ name = "财政局"', "units[2].name"),
        ('"1条/月" }]', '"1条/月" }, { units = ["财政局"], frequency = "1条/月" }]', "columns[0].duties[1].units[0]"),
        ("accounts = [", 'accounts = [{ name = "甲县发布", platform = "微博", unit = "城关镇", holder = "镇" }, ', "accounts[1].name"),
        ('groups = ["部门", "镇"]', 'groups = ["部门", "镇", "镇"]', "groups[2]"),
    ],
)  # fmt: skip
def test_what_is_registered_twice_is_told_with_the_place_of_the_first(old, new, key):
    assert "重复，已见于 " in faults((old, new))[key]


def test_a_column_that_is_listed_twice_is_a_fault():
    twice = 'columns = [\n  { name = "规划信息", category = "动态", duties = [{ units = ["城关镇"], frequency = "1条/年" }] },'
    assert "栏目“规划信息”重复" in faults(("columns = [", twice))["columns[1].name"]


def test_an_exemption_must_be_for_a_unit_that_keeps_the_column():
    exempt = '"1条/月" }], exemptions = [{ unit = "城关镇", period = "2022Q1", reason = "本期无此类信息" }]'
    fault = faults(('"1条/月" }]', exempt))["columns[0].exemptions[0].unit"]
    assert "“城关镇”不保障本栏目，应为以下之一：财政局、卫健局" in fault


def test_a_column_cannot_be_judged_by_working_days_nor_an_account_by_months():
    columns = faults(('"1条/月"', '"1条/5工作日"'))["columns[0].duties[0].frequency"]
    posting = faults(("[rules]", '[rules]\nposting = "1条/月"'))["rules.posting"]
    assert "按天计" in columns
    assert "不按天计" in posting


@pytest.mark.parametrize(
    ("line", "key", "message"),
    [
        ("ranked = 1", "units[0].ranked", "现为1，应为 true 或 false"),
        ("note = 3", "units[0].note", "现为3，应为带引号的文字"),
        ('aliases = "财局"', "units[0].aliases", "现为“财局”，应为列表 [ … ]"),
        ("aliases = [[]]", "units[0].aliases[0]", "现为列表 [ … ]，应为带引号的文字"),
    ],
)
def test_a_value_of_the_wrong_type_is_quoted_with_the_type_expected(line, key, message):
    found = faults(('full_name = "甲县财政局"', line))
    assert found[key].endswith(message)


@pytest.mark.parametrize(
    ("rule", "key", "message"),
    [
        ('{ kind = "evnt", points = -1 }', "items[0].rule", "kind 应为以下之一：shortfall、event、band"),
        ("{ points = -1 }", "items[0].rule", "应有 kind"),
        ('{ kind = "event", points = "多" }', "items[0].rule.points", "现为“多”，应为数字"),
        ('{ kind = "event", points = nan }', "items[0].rule.points", "应为数字"),
        ('{ kind = "band", steps = [] }', "items[0].rule.steps", "只有 0 项，至少应有 1 项"),
        ('"event"', "items[0].rule", "应为一组键值 { … }"),
    ],
)
def test_a_rule_of_the_scheme_says_what_it_lacks(rule, key, message):
    assert message in faults(scheme=(('{ kind = "event", points = -1 }', rule),))[key]


def test_a_misspelt_key_with_no_near_one_lists_what_may_stand_there():
    found = faults(("quota = 24", 'quota = 24, "限额" = 3'))
    assert found["rules.submissions.限额"].endswith("没有这个键，此处可用：quota")


@pytest.mark.parametrize(
    ("broken", "line", "reason"),
    [
        ('key = "jia"\nkey = "yi"\n', "第 2 行", "同一个键写了两次"),
        ('key = "jia\n', "第 1 行", "引号没有成对"),
        ("key = \n", "第 1 行", "不符合 TOML 语法"),
        ("units = [\n", "第 1 行", "不符合 TOML 语法"),
    ],
)
def test_a_syntax_fault_names_its_line_and_the_other_file_is_still_checked(broken, line, reason):
    with pytest.raises(files.PackError) as caught:
        files.loads(broken, SCHEME.replace("version", "verzion"), "")
    syntax, *others = caught.value.faults
    assert (syntax.file, syntax.key) == ("office.toml", line)
    assert reason in syntax.message
    assert {fault.key for fault in others} == {"version", "verzion"}


def test_a_folder_without_its_files_names_each_of_them(tmp_path: Path):
    (tmp_path / "office.toml").write_bytes("key = 'jia'\nname = '某县'".encode("gbk"))
    with pytest.raises(files.PackError) as caught:
        files.read(tmp_path)
    assert {str(fault) for fault in caught.value.faults} == {
        "office.toml: 第 2 行: 不是 UTF-8 文字，请另存为 UTF-8 编码",
        f"scheme.toml: 缺少这个文件，应在文件夹 {tmp_path.name} 中",
        f"notice.md: 缺少这个文件，应在文件夹 {tmp_path.name} 中",
    }


def test_the_error_as_a_whole_counts_and_lists_its_faults():
    with pytest.raises(
        files.PackError, match=r"工作包有 2 处错误，未载入任何内容：\n  office\.toml: key: "
    ) as caught:
        files.loads(OFFICE.replace('"jia"', '"甲"').replace('"镇街"', "4"), SCHEME, "")
    assert str(caught.value).count("office.toml") == 2
