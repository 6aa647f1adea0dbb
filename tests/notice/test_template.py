"""notice.md: what it may say, what it may not, and where the fault is."""

import pytest

from gongkai.notice.markdown import blocks
from gongkai.notice.marks import Count, Ledger, Marked
from gongkai.notice.plan import Binding, Heading, Paragraph, Run
from gongkai.notice.template import OUTPUT_LIMIT, SOURCE_LIMIT, TemplateError, render, render_line


class Listing:
    """A list as the vocabulary gives: what it holds is readable, what it is made of is not."""

    readable = frozenset({"count"})
    secret = "不可读"

    def __init__(self, ledger: Ledger, count: int) -> None:
        self.ledger, self.count = ledger, count

    def __iter__(self):
        return (Marked(self.ledger, f"单位{n}") for n in range(self.count))


def body(source: str, names: dict[str, object] | None = None) -> tuple[Heading | Paragraph, ...]:
    ledger = Ledger()

    def word(text: str) -> Marked:
        return Marked(ledger, text)

    given = {
        "late": Count(ledger, "2", Binding("orders.late", "2"), 2),
        "none": Count(ledger, "0", Binding("orders.late", "0"), 0),
        "units": Listing(ledger, 3),
        "many": Listing(ledger, 100),
        "word": word,
    } | (names or {})
    return blocks(render(source, given, ledger), ledger)


def words(source: str, names: dict[str, object] | None = None) -> list[str]:
    return ["".join(run.text for run in block.runs) for block in body(source, names)]


def fault(source: str) -> TemplateError:
    with pytest.raises(TemplateError) as caught:
        body(source)
    return caught.value


def test_a_figure_keeps_its_binding_through_markdown():
    (only,) = body("超时**{{ late }}件**。")
    assert only.runs == (
        Run("超时"),
        Run("2", Binding("orders.late", "2"), bold=True),
        Run("件", bold=True),
        Run("。"),
    )


def test_headings_number_themselves_and_start_anew_under_each_other():
    source = "# 甲\n\n## 子\n\n### 孙\n\n### 孙\n\n## 子\n\n# 乙\n\n## 子\n"
    assert words(source) == ["一、甲", "（一）子", "1.孙", "2.孙", "（二）子", "二、乙", "（一）子"]


def test_lists_become_numbered_paragraphs():
    assert words("1. 甲\n2. 乙\n   1. 丙\n") == ["1.甲", "2.乙", "（1）丙"]


def test_lines_of_a_paragraph_join_without_a_space():
    assert words("全区共有\n三件。") == ["全区共有三件。"]


def test_a_sentence_with_nothing_to_say_is_left_out():
    source = "开头。\n{% if none %}\n超时{{ none }}件。\n{% endif %}\n结尾。"
    assert words(source) == ["开头。结尾。"]


def test_a_loop_may_know_its_last_round():
    source = "{% for one in units %}{{ one }}{% if loop.last %}。{% else %}、{% endif %}{% endfor %}"
    assert words(source) == ["单位0、单位1、单位2。"]


def test_numbers_compare_with_numbers():
    assert words("{% if late > 1 and late <= 2 and late == 2 and not none %}是{% endif %}") == ["是"]


def test_names_are_never_read_as_markdown():
    assert words("{{ name }}", {"name": "# *甲*<b>_局_</b>{{ 1 }}"}) == ["# *甲*<b>_局_</b>{{ 1 }}"]


@pytest.mark.parametrize(
    ("source", "line", "reason"),
    [
        ("正文\n{{ latte }}", 2, "不认识的名称“latte”"),
        ("正文\n\n{{ late.units }}", 3, "没有“units”这一项"),
        ("{% if late %}\n{{ units.secret }}\n{% endif %}", 2, "不能读取“secret”"),
        ("{{ late.__class__ }}", 1, "不能读取“__class__”"),
        ("{{ word.__globals__ }}", 1, "不能读取“__globals__”"),
        ("{{ '{:>999999999}'.format(1) }}", 1, "不能读取“format”"),
        ("{% set text = 'a' %}\n{{ text.format_map }}", 2, "不能读取“format_map”"),
        ("{{ units.count.real }}", 1, "不能读取“real”"),
        ("一\n{{ late + 1 }}", 2, "不作计算"),
        ("{{ 'a' ~ 'b' }}", 1, "不作计算和拼接"),
        ("{{ 9 ** 999999999 }}", 1, "不作计算"),
        ("{{ 'x' * 99999999999 }}", 1, "不作计算"),
        ("{{ late|upper }}", 1, "过滤器"),
        ("一\n二\n{% include '/etc/hostname' %}", 3, "引入其他文件"),
        ("{% import 'x' as y %}", 1, "引入其他文件"),
        ("{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}", 1, "宏"),
        ("一\n{% if late %}\n二", 3, "标签没有结束"),
        ("一\n{{ late", 2, "花括号没有写完"),
        ("{% fro one in units %}", 1, "不认识的标签“fro”"),
        ("{{ range(99999999) }}", 1, "不认识的名称“range”"),
        ("一\n{{ word() }}", 2, "缺少参数“text”"),
        ("{{ word('a', b=1) }}", 1, "没有参数“b”"),
        ("{{ late('a') }}", 1, "不能加括号"),
        ("{% for one in late %}{% endfor %}", 1, "不是列表"),
        ("{{ units }}", 1, "不能直接写入正文"),
        ("{{ late > '多' }}", 1, "只能与数字比较"),
        ("{% for one in units recursive %}{% endfor %}", 1, "递归"),
    ],
)
def test_a_fault_has_its_line_and_its_reason(source: str, line: int, reason: str):
    error = fault(source)
    assert (error.file, error.line) == ("notice.md", line)
    assert reason in error.message


@pytest.mark.parametrize(
    ("source", "line", "reason"),
    [
        ("一\n\n- 二", 3, "项目符号"),
        ("> 一", 1, "引用"),
        ("一\n\n    二", 3, "行首空格"),
        ("```\n一\n```", 1, "代码"),
        ("一\n二<b>三</b>", 2, "网页标记"),
        ("<div>一</div>", 1, "网页标记"),
        ("![图](a.png)", 1, "图片"),
        ("[文](http://example.invalid)", 1, "链接"),
        ("一`二`", 1, "代码"),
        ("*一*", 1, "斜体"),
        ("一  \n二", 1, "换行"),
        ("一\n\n***", 3, "分隔线"),
        ("标题\n===", 1, "标题请用"),
        ("|甲|乙|\n|-|-|\n|1|2|", 1, "表格"),
        ("#### 一", 1, "三级"),
        ("1. # 一", 1, "编号段落内"),
        ("1. 一\n   1. 二\n      1. 三", 3, "两级"),
        ("一\n**“二”**的", 2, "加粗"),
        ("一\n\ue000", 2, "U+E000"),
    ],
)
def test_what_the_renderers_cannot_show_is_refused(source: str, line: int, reason: str):
    error = fault(source)
    assert error.line == line
    assert reason in error.message


def test_a_fault_after_a_loop_still_has_the_line_of_the_file():
    assert fault("{% for one in units %}\n{{ one }}\n\n{% endfor %}\n末\n\n- 项").line == 7


def test_loops_in_loops_end_in_an_error():
    source = (
        "{% for a in many %}{% for b in many %}{% for c in many %}{{ c }}{% endfor %}{% endfor %}{% endfor %}"
    )
    assert "循环次数超过" in fault(source).message


def test_a_flood_of_text_ends_in_an_error():
    source = "{% for a in many %}" + "字" * (OUTPUT_LIMIT // 50) + "{% endfor %}"
    assert "已停止" in fault(source).message


def test_an_endless_source_is_refused_unread():
    assert "请精简" in fault("字" * (SOURCE_LIMIT + 1)).message


def test_deep_nesting_is_an_error_and_no_crash():
    assert "嵌套" in fault("{{" + "(" * 5_000).message
    assert "嵌套" in fault("{% for a in many %}" * 25 + "{% endfor %}" * 25).message


def test_an_error_says_file_line_and_reason_in_one_sentence():
    assert (
        str(fault("一\n{{ x }}")) == "notice.md 第2行：不认识的名称“x”，请对照模板词汇表（docs/words.md）改正"
    )


def test_a_setting_is_rendered_to_plain_words():
    ledger = Ledger()
    late = Count(ledger, "2", Binding("orders.late", "2"), 2)
    assert (
        render_line("关于{{ late }}件\n的通报", {"late": late}, ledger, file="office.toml")
        == "关于2件\n的通报"
    )
