"""Names: units by their register name, accounts by their registered platform."""

import re
from collections.abc import Iterator

from gongkai.notice.crosscheck.review import Review, amber, red, words
from gongkai.notice.plan import Issue

UNIT_HEADERS = ("单位", "责任单位", "保障单位", "承办单位")
PLATFORM_WORDS = ("订阅号", "服务号", "视频号", "公众号", "微博", "头条", "抖音", "小程序", "客户端")


def units_have_one_name(review: Review) -> Iterator[Issue]:
    """A unit under another of its names (unit_alias), or a table that names none of the register
    (unit_unknown)."""
    aliases = _aliases(review)
    for shown in review.shown:
        name = shown.cell.text
        if shown.header not in UNIT_HEADERS or name in review.office.unit_order:
            continue
        if name in aliases:
            yield _alias(name, aliases[name], shown.place)
        else:
            yield red(
                "unit_unknown",
                f"{shown.place}的“{name}”不在单位名册，请核对名称或补入名册",
                shown.place,
                units=(name,),
            )
    yield from _aliases_said(review, aliases)


def _aliases(review: Review) -> dict[str, str]:
    """Other name → register name."""
    return {
        other: unit.name
        for unit in review.office.units
        for other in (unit.full_name, *unit.aliases)
        if other and other != unit.name
    }


def _aliases_said(review: Review, aliases: dict[str, str]) -> Iterator[Issue]:
    """Aliases in the wording; the office that issues the notice may call itself what it likes."""
    issuer = aliases.get(review.office.notice.issuer, "")
    known = sorted({*aliases, *review.office.unit_order}, key=len, reverse=True)
    pattern = re.compile("|".join(map(re.escape, known)))
    for place, block in review.blocks:
        # bound runs are register names already, or names of accounts that may hold a unit's name
        plain = "\n".join(run.text for run in block.runs if run.binding is None)
        for name in dict.fromkeys(pattern.findall(plain)):
            if name in aliases and aliases[name] != issuer:
                yield _alias(name, aliases[name], place)


def _alias(name: str, unit: str, place: str) -> Issue:
    return amber(
        "unit_alias",
        f"{place}写作“{name}”，名册为“{unit}”，同一单位前后两种叫法，请统一",
        f"{place}：{name}",
        f"名册：{unit}",
        (unit,),
    )


def platforms_match(review: Review) -> Iterator[Issue]:
    """An account whose name, platform or holder is not the registered one (account), or that a sentence
    calls by another kind of platform (account_platform)."""
    for text, binding, place in (
        *((said.run.text, said.binding, said.place) for said in review.said),
        *((one.cell.text, one.cell.binding, one.place) for one in review.shown if one.cell.binding),
    ):
        if binding and binding.measure.startswith("account."):
            account = review.office.accounts_by_key.get(binding.item)
            registered = getattr(account, binding.measure.removeprefix("account."), "台账中没有这个账号")
            if text != registered:
                yield red(
                    f"account:{binding.measure}",
                    f"{place}的账号信息与台账不一致，请核对后改正",
                    f"{place}：{text}",
                    f"台账：{registered}",
                    binding.units,
                )
    yield from _misnamed(review)


def _misnamed(review: Review) -> Iterator[Issue]:
    platforms: dict[str, str] = {}
    for account in review.office.accounts:
        platforms[account.name] = platforms.get(account.name, "") + account.platform
    for place, block in review.blocks:
        text = words(block)
        for sentence in re.split("[。；]", text):
            for name, registered in platforms.items():
                called = [word for word in PLATFORM_WORDS if word in sentence and word not in registered]
                others = "".join(
                    own for other, own in platforms.items() if other != name and other in sentence
                )
                called = [word for word in called if word not in others]
                if f"“{name}”" in sentence and called:
                    yield amber(
                        "account_platform",
                        f"{place}称“{name}”为{called[0]}，台账登记为{registered}，请核对",
                        f"{place}：{sentence}",
                        f"台账：{registered}",
                    )
