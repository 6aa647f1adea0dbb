"""A bound figure as a chip: what it shows, what it is, and the way to its facts."""

from collections.abc import Callable

from markupsafe import Markup

from gongkai.notice.captions import caption
from gongkai.notice.html.markup import element, joined
from gongkai.notice.plan import Binding, Run, Runs

Link = Callable[[Binding], str]
"""Where a chip leads; "" for nowhere."""


def anchor(binding: Binding) -> str:
    """The link where nobody gives another: an annex by its place in the page, anything else nowhere yet."""
    return f"#annex-{binding.value.split('、')[0]}" if binding.measure == "annex" else "#"


def runs(given: Runs, link: Link) -> Markup:
    """The runs of a paragraph; a list that came out empty prints nothing."""
    return joined(*(_run(run, link) for run in given))


def chip(text: str, binding: Binding, link: Link) -> Markup:
    """The chip of a bound text. Units are joined by 、; empty they mean every unit, as in the binding."""
    target = link(binding)
    return element(
        "a" if target else "span",
        text,
        class_="figure-chip",
        href=target or None,
        data_measure=binding.measure,
        data_units="、".join(binding.units),
        data_item=binding.item,
        data_window=binding.window,
        data_value=binding.value,
        title=caption(binding),
    )


def _run(run: Run, link: Link) -> str:
    shown = chip(run.text, run.binding, link) if run.binding and run.text else run.text
    return element("strong", shown) if run.bold and run.text else shown
