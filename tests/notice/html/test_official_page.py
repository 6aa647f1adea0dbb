"""The notice in a browser: every word of the paper, every figure a way to its facts, no text that is markup."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import plans
import published
import pytest

from gongkai.notice import html
from gongkai.notice.captions import caption, label
from gongkai.notice.plan import Binding, Cell, Paragraph, Plan, Run
from gongkai.web import __file__ as web

STYLES = Path(web).parent / "assets/styles/official-page.css"


class Page(HTMLParser):
    """A page read back: its text without line breaks, its elements with their attributes."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.text, self.elements, self._open = "", [], []
        self.feed(str(markup))
        assert not self._open, f"not closed: {self._open}"

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag != "br":
            self._open.append(tag)

    def handle_endtag(self, tag):
        assert self._open.pop() == tag

    def handle_data(self, data):
        self.text += data

    def of_class(self, name: str) -> list[dict[str, str]]:
        return [attributes for _, attributes in self.elements if name in attributes.get("class", "").split()]

    def tags(self, tag: str) -> list[dict[str, str]]:
        return [attributes for kind, attributes in self.elements if kind == tag]


def read(plan: Plan, **more) -> Page:
    return Page(html.render(plan, **more))


@pytest.mark.parametrize("case", [published.weibin, published.qianyang])
def test_every_word_and_every_figure_of_a_sample_notice_is_on_the_page(case):
    plan = case().plan
    page = read(plan)
    for block in plan.body:
        assert "".join(run.text for run in block.runs) in page.text
    bound = [run for block in plan.body for run in block.runs if run.binding and run.text]
    cells = [
        cell
        for annex in plan.annexes
        for row in (*annex.table.rows, annex.table.totals)
        for cell in row
        if cell.binding and cell.text
    ]
    shown = [(chip["data-measure"], chip["data-value"]) for chip in page.of_class("figure-chip")]
    assert sorted(shown) == sorted((one.binding.measure, one.binding.value) for one in (*bound, *cells))
    assert len(page.tags("table")) >= len(plan.annexes)


def test_a_chip_says_what_the_figure_is_and_leads_where_the_caller_wants():
    page = read(published.weibin().plan, link=lambda binding: f"/figures/{binding.measure}?a=1&b=2")
    (chip,) = [
        one
        for one in page.of_class("figure-chip")
        if one["data-measure"] == "submissions.submitted"
        and one["data-value"] == "665"
        and not one["data-units"]
    ]
    assert chip["title"] == "信息报送·实报：665条（全部单位）"
    assert chip["href"] == "/figures/submissions.submitted?a=1&b=2"


def test_a_figure_without_a_page_of_its_own_is_no_link():
    page = read(published.weibin().plan, link=lambda binding: "")
    assert {tag for tag, attributes in page.elements if attributes.get("class") == "figure-chip"} == {"span"}


def test_an_annex_named_in_the_text_is_a_way_to_it():
    page = read(published.weibin().plan)
    targets = {chip["href"] for chip in page.of_class("figure-chip") if chip["data-measure"] == "annex"}
    assert targets == {"#annex-1", "#annex-2", "#annex-3", "#annex-4"}
    assert targets <= {f"#{one['id']}" for one in page.tags("section") if "id" in one}


def test_flagged_cells_are_strong_and_not_only_coloured():
    markup = html.render(published.weibin().plan)
    flagged = re.findall(r"<t[hd][^>]*flagged[^>]*>(.*?)</t[hd]>", markup)
    assert flagged
    assert all(cell.startswith("<strong>") for cell in flagged)


def test_units_head_their_rows_and_headers_span_as_on_paper():
    page = read(plans.whole())
    spans = [(one.get("colspan"), one.get("rowspan")) for one in page.tags("th") if one["scope"] != "row"]
    assert ("7", None) in spans
    assert (None, "3") in spans
    units = read(published.weibin().plan)
    assert len([one for one in units.tags("th") if one["scope"] == "row"]) > 41


def test_two_halves_hold_every_row_once_and_the_totals_last():
    page = read(plans.plan(annexes=plans.ANNEXES[:1]))
    assert len(page.tags("table")) == 2
    assert page.text.index("第21镇") < page.text.index("第22镇") < page.text.index("合计")
    assert page.text.count("第41镇") == 1


def test_head_and_foot_of_a_formal_notice():
    page = read(plans.formal())
    assert "云政办发〔2022〕8号" in page.text
    assert "县委办公室，县人大常委会办公室" in page.text
    assert page.text.rstrip().endswith("印发")
    assert "red-head" not in html.render(plans.plan())


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", '" onclick="x', "&amp;", "' style='x", "]]>"])
def test_text_is_never_markup(text):
    binding = Binding("unit", text, (text,), text, text)
    hostile = replace(
        plans.plan(
            title=text,
            addressee=text,
            contact=text,
            body=(Paragraph((Run(text), Run(text, binding))),),
            annexes=(plans.annex(1, text, plans.table(plans.SIMPLE, 1), heading=text, notes=(text,)),),
        )
    )
    table = replace(hostile.annexes[0].table, rows=((Cell(text, None, binding), *(Cell(text),) * 3),))
    hostile = replace(hostile, annexes=(replace(hostile.annexes[0], table=table),))
    page = read(hostile)
    assert not page.tags("script")
    assert not any(name.startswith("on") or name == "style" for _, one in page.elements for name in one)
    assert page.text.count(text) >= 8
    assert page.of_class("figure-chip")[0]["data-item"] == text


def test_characters_no_page_can_hold_are_left_out():
    assert "\x00" not in html.render(plans.saying("零\x00报送\ud800"))
    html.render(plans.saying("零\x00报送\ud800")).encode()


@pytest.mark.parametrize(
    ("binding", "words"),
    [
        (Binding("adoptions.rate", "270/665"), "信息采用·网站采用率＝网站采用270÷实报665（全部单位）"),
        (
            Binding("orders.handled_rate", "20/22", ("城关镇",)),
            "12345工单·按期办结率（按承办件）＝（按期办结件＋自主撤单）20÷承办件22（城关镇）",
        ),
        (
            Binding("finding.zero_submission", "2", ("甲局", "乙局"), listed=True),
            "存在问题·零报送：甲局、乙局2家单位",
        ),
        (
            Binding("items.finding.column_short", "2", ("财政局",), "规划信息、政府债务", listed=True),
            "存在问题·栏目更新不达标所涉事项：规划信息、政府债务（财政局，共2项）",
        ),
        (
            Binding("columns.updates", "0", ("司法局",), "规范性文件", "2021-10"),
            "栏目更新·当月更新：0条（司法局，“规范性文件”，2021年10月）",
        ),
        (Binding("change.submissions.submitted", "-3"), "信息报送·实报较上期增减：-3"),
        (
            Binding("completion.columns", "0", (), "全部完成", listed=True),
            "栏目更新完成情况：无（“全部完成”）",
        ),
        (Binding("unit", "财政局", ("财政局",)), "单位名称：财政局"),
    ],
)
def test_a_caption_says_what_value_and_whose(binding, words):
    assert caption(binding) == words


@pytest.mark.parametrize("case", [published.weibin, published.qianyang])
def test_every_binding_of_a_sample_notice_has_a_chinese_label(case):
    plan = case().plan
    measures = {run.binding.measure for block in plan.body for run in block.runs if run.binding}
    measures |= {
        cell.binding.measure
        for annex in plan.annexes
        for row in annex.table.rows
        for cell in row
        if cell.binding
    }
    assert not [measure for measure in measures if re.search(r"[a-z]\.[a-z]", label(measure))]


def test_the_stylesheet_fetches_nothing_and_knows_every_class_of_the_page():
    css = STYLES.read_text()
    assert not re.search(r"@import|url\(", css)
    used = {
        name
        for plan in (plans.formal(), plans.whole(), published.weibin().plan)
        for _, one in read(plan).elements
        for name in one.get("class", "").split()
    }
    assert {name for name in used if f".{name}" not in css} <= {"addressee", "flush", "center"}
