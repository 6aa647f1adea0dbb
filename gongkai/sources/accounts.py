"""Which registered account a table means, by name and platform."""

import re

from gongkai.office.pack import Account
from gongkai.sources.cells import plain
from gongkai.sources.faults import CellFault, Code

_PLATFORMS = {
    "订阅号": re.compile(r"订阅号"),
    "服务号": re.compile(r"服务号"),
    "视频号": re.compile(r"视频号"),
    "小程序": re.compile(r"小程序"),
    "公众号": re.compile(r"公众号|^微信$"),
    "微博": re.compile(r"微博"),
    "头条": re.compile(r"头条"),
    "抖音": re.compile(r"抖音"),
    "快手": re.compile(r"快手"),
    "客户端": re.compile(r"客户端|app", re.IGNORECASE),
}
_PUBLIC = ("订阅号", "服务号")
"""公众号 is either of these; the table does not say which."""


class Accounts:
    """The register of accounts, asked by the words of a table."""

    def __init__(self, accounts: tuple[Account, ...]) -> None:
        self._by_name: dict[str, list[Account]] = {}
        for account in accounts:
            self._by_name.setdefault(plain(account.name), []).append(account)

    def find(self, name: str, platform: str) -> Account:
        """The account `name` on `platform` ("" where the table has none). Raises CellFault."""
        named = self._by_name.get(plain(name), [])
        if not named:
            raise CellFault(
                Code.ACCOUNT_UNKNOWN, "不是名册中的账号", "请核对账号名称，未报备的请先按规定报备"
            )
        fitting = [account for account in named if _fits(platform, account.platform)]
        if len(fitting) == 1:
            return fitting[0]
        registered = "、".join(account.platform for account in named)
        if fitting:
            raise CellFault(
                Code.ACCOUNT_UNKNOWN, f"登记有{registered}多个同名账号", "请在“账号类型”列注明是哪一个"
            )
        raise CellFault(
            Code.ACCOUNT_UNKNOWN,
            f"账号类型“{platform}”与登记不符",
            f"登记的是{registered}，请核对后改正表格或名册",
        )


def _fits(stated: str, registered: str) -> bool:
    if not stated:
        return True
    mine, its = _platform(stated), _platform(registered)
    return mine == its or (mine == "公众号" and its in _PUBLIC)


def _platform(text: str) -> str:
    """微信小程序 and 小程序(微信) are one platform, 微博 and 新浪微博 too."""
    name = plain(text)
    return next((platform for platform, words in _PLATFORMS.items() if words.search(name)), name)
