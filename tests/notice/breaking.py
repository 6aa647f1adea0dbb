"""Breaking a plan on purpose: one run or one cell of it replaced."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

from pydantic import BaseModel

from gongkai.notice.plan import Cell, Heading, Paragraph, Plan, Run

Model = TypeVar("Model", bound=BaseModel)


def changed(model: Model, **update: Any) -> Model:
    """A frozen model with some fields changed, and nothing remembered from the old one."""
    kept = {name: getattr(model, name) for name in type(model).model_fields}
    return type(model)(**(kept | update))


def with_run(plan: Plan, where: Callable[[Run], bool], **change: Any) -> Plan:
    """The plan with the first run that `where` accepts changed; LookupError where there is none."""
    done = False

    def mended(run: Run) -> Run:
        nonlocal done
        if done or not where(run):
            return run
        done = True
        return replace(run, **change)

    body = tuple(replace(block, runs=tuple(mended(run) for run in block.runs)) for block in plan.body)
    if not done:
        raise LookupError("no such run")
    return replace(plan, body=body)


def bound_to(measure: str, *, listed: bool | None = None) -> Callable[[Run], bool]:
    """Accepts runs bound to a measure."""
    return lambda run: (
        run.binding is not None
        and run.binding.measure == measure
        and (listed is None or run.binding.listed is listed)
    )


def saying(text: str) -> Callable[[Run], bool]:
    """Accepts unbound runs that contain a text."""
    return lambda run: run.binding is None and text in run.text


def with_cell(plan: Plan, annex: int, row: int | None, header: str, **change: Any) -> Plan:
    """The plan with a cell of an annex changed; `row` from 0, None for the totals."""
    page = plan.annexes[annex - 1]
    place = [column.header[-1] for column in page.table.columns].index(header)

    def mended(cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
        return (*cells[:place], replace(cells[place], **change), *cells[place + 1 :])

    rows, totals = list(page.table.rows), page.table.totals
    if row is None:
        totals = mended(totals)
    else:
        rows[row] = mended(rows[row])
    table = replace(page.table, rows=tuple(rows), totals=totals)
    pages = list(plan.annexes)
    pages[annex - 1] = replace(page, table=table)
    return replace(plan, annexes=tuple(pages))


def with_blocks(plan: Plan, *blocks: Heading | Paragraph) -> Plan:
    """The plan with more at its end."""
    return replace(plan, body=(*plan.body, *blocks))


def paragraph(*runs: Run | str) -> Paragraph:
    return Paragraph(tuple(Run(run) if isinstance(run, str) else run for run in runs))
