"""Lists of units and items: complete, counted rightly, and never empty where a sentence introduces them."""

import re
from collections.abc import Iterator, Sequence

from gongkai.notice.crosscheck import expected
from gongkai.notice.crosscheck.review import Review, Said, red
from gongkai.notice.plan import Binding, Issue

ITEMS = "items."
_COUNT = re.compile(r"\d+")
_SHORTENED = re.compile(r"等\d+")


def lists_match(review: Review) -> Iterator[Issue]:
    """A list introduced and empty (empty_list), counted wrongly (list_count), or not the stored one (list)."""
    for said in review.said:
        if said.binding.listed:
            names = _names(said.binding)
            if not said.run.text:
                yield red(
                    "empty_list",
                    f"{said.place}引出的名单是空的，请在模板中用 if 略去这一句",
                    said.place,
                    f"指标：{said.binding.measure}",
                )
            else:
                yield from _miscounted(said, names)
                yield from _wrong(review, said, names)


def _names(binding: Binding) -> Sequence[str]:
    """The names a list stands for."""
    return binding.item.split("、") if binding.measure.startswith(ITEMS) else binding.units


def _miscounted(said: Said, names: Sequence[str]) -> Iterator[Issue]:
    text = said.run.text
    named = [name for name in names if name in text]
    shortened = _SHORTENED.search(text)
    incomplete = not (text.isdecimal() or shortened) and len(named) != len(names)
    # digits inside a name are no count: only what follows the last name is
    count = _COUNT.search(text if not named else text[text.rindex(named[-1]) + len(named[-1]) :])
    miscounted = count is not None and int(count[0]) != len(names)
    if incomplete or miscounted or said.binding.value != str(len(names)):
        yield red(
            f"list_count:{said.binding.measure}",
            f"{said.place}的名单与所写的数目不一致，请核对模板",
            f"{said.place}：{text}",
            f"名单共{len(names)}个：{'、'.join(names)}",
            tuple(said.binding.units),
        )


def _wrong(review: Review, said: Said, names: Sequence[str]) -> Iterator[Issue]:
    rights = _rights(review, said.binding)
    if rights and set(names) not in rights:
        yield red(
            f"list:{said.binding.measure}",
            f"{said.place}的名单与保存的考核结果不一致，请重新生成通报",
            f"{said.place}：{'、'.join(names)}",
            f"考核结果：{'、'.join(sorted(rights[0]))}",
            tuple(sorted(set(names) ^ rights[0] if said.binding.units == names else said.binding.units)),
        )


def _rights(review: Review, binding: Binding) -> list[set[str]]:
    """The sets of names a list may stand for: over everyone, or over one group; none where any choice is right."""
    if binding.measure.startswith("items.finding."):
        kind = binding.measure.removeprefix("items.finding.")
        return [{one.item for one in expected.found(review, kind) if one.unit == binding.units[0]}]
    if binding.measure.startswith("finding.") and binding.item:
        kind = binding.measure.removeprefix("finding.")
        return [{one.unit for one in expected.found(review, kind) if one.item == binding.item}]
    members = expected.members(review, binding)
    if members is None:
        return []
    groups = [
        {unit.name for unit in review.office.units if unit.group == one} for one in review.office.groups
    ]
    return [set(members), *(set(members) & group for group in groups)]
