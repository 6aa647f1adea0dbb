"""The lines of a printed notice, each with its place and the figures it shows, in the order of the paper."""

from collections.abc import Iterator
from dataclasses import dataclass

from gongkai.notice.plan import AnnexPage, Binding, Heading, Imprint, Plan, Run, Runs
from gongkai.notice.typesetting import (
    addressee_line,
    annex_label,
    annex_lines,
    chinese_date,
    contact_line,
    copies_line,
)


@dataclass(frozen=True)
class Line:
    """A paragraph as printed; `place` is how a person would find it."""

    place: str
    runs: Runs


def lines(plan: Plan) -> tuple[Line, ...]:
    """Every paragraph outside the tables that has text."""
    found = (*_head(plan), *_body(plan), *_end(plan), *_annexes(plan), *_imprint(plan.imprint))
    return tuple(line for line in found if any(run.text.strip() for run in line.runs))


def units_of(plan: Plan) -> frozenset[str]:
    """The units the plan speaks of."""
    bound = [run.binding for block in plan.body for run in block.runs if run.binding]
    for annex in plan.annexes:
        for row in (*annex.table.rows, annex.table.totals):
            bound += [cell.binding for cell in row if cell.binding]
    return frozenset(unit for binding in bound for unit in binding.units)


def place_of(annex: AnnexPage, plan: Plan) -> str:
    """附件1, or 附件 where there is only one."""
    return annex_label(annex, len(plan.annexes))


def _head(plan: Plan) -> Iterator[Line]:
    if plan.red_head:
        yield _line("发文机关标志", plan.red_head)
        yield _line("发文字号", plan.document_number)
    yield _line("标题", plan.title)
    if plan.addressee:
        yield _line("主送机关", addressee_line(plan.addressee))


def _body(plan: Plan) -> Iterator[Line]:
    """Paragraphs are counted, headings are named."""
    number = 0
    for block in plan.body:
        if isinstance(block, Heading):
            yield Line(f"正文标题“{''.join(run.text for run in block.runs)}”", block.runs)
        else:
            number += 1
            yield Line(f"正文第{number}段", block.runs)


def _end(plan: Plan) -> Iterator[Line]:
    for line in annex_lines(plan.annexes):
        # the stop of a tab parts the number from a name that begins with a year
        yield _line("附件说明", f"{line.label}\t{line.name}")
    yield _line("发文机关署名", plan.issuer)
    binding = Binding("notice.issued_on", plan.issued_on.isoformat())
    yield Line("成文日期", (Run(chinese_date(plan.issued_on), binding),))
    yield _line("附注", contact_line(plan.contact))


def _annexes(plan: Plan) -> Iterator[Line]:
    for annex in plan.annexes:
        place = place_of(annex, plan)
        yield _line(f"{place}序号", place)
        yield _line(f"{place}标题", annex.title)
        yield _line(f"{place}副题", annex.heading)
        for number, note in enumerate(annex.notes, 1):
            yield _line(f"{place}备注第{number}段", note)


def _imprint(found: Imprint | None) -> Iterator[Line]:
    if found is None:
        return
    if found.copy_to:
        yield _line("版记", copies_line(found))
    yield _line("版记", f"{found.printed_by}\t{chinese_date(found.printed_on)}印发")


def _line(place: str, text: str) -> Line:
    return Line(place, (Run(text),))
