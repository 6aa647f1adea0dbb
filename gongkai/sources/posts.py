"""政务新媒体: what the registered accounts posted."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from gongkai.measures.facts import Fact, Post, Precision
from gongkai.office.pack import Account
from gongkai.sources.cells import plain
from gongkai.sources.faults import CellFault, Code
from gongkai.sources.fields import Blank, Field, Takes, count, text, unit
from gongkai.sources.forms import Form
from gongkai.sources.report import Report


class Published(NamedTuple):
    """One post; `original` None where the list does not say, and then it counts as original."""

    account: str
    platform: str | None
    unit: str | None
    day: date
    title: str
    original: bool | None


class Counted(NamedTuple):
    """An account's row in 政务新媒体更新情况统计表."""

    account: str
    platform: str | None
    unit: str
    holder: str | None
    quota: int | None
    posts: int | None
    original: int | None
    lapsed: bool | None


def event(post: Published, report: Report) -> Sequence[Fact]:
    account = _registered(post.account, post.platform, post.unit, report)
    if account is None:
        return ()
    original = 0 if post.original is False else 1
    key = f"{account.key}|{post.day}|{post.title}"
    place = report.sheet, report.row
    return (Post(account.unit, post.day, Precision.DAY, 1, account.key, post.title, original, key, *place),)


def counted(row: Counted, report: Report) -> Sequence[Fact]:
    """One fact; none for an account without a duty whose counts are left blank."""
    account = _registered(row.account, row.platform, row.unit, report)
    if account is None:
        return ()
    quota = report.desk.posting_quota(account)
    _check(row, account, quota, report)
    if row.posts is None:
        if quota is not None:
            report.error("posts", Code.BLANK, "没有填写实际更新数", "请补填；没有更新的填 0")
        return ()
    original = row.posts if row.original is None else row.original
    period = report.desk.period
    key, place = f"{account.key}|{period.code}", (report.sheet, report.row)
    return (
        Post(account.unit, period.end, Precision.PERIOD, row.posts, account.key, "", original, key, *place),
    )


def _registered(name: str, platform: str | None, unit: str | None, report: Report) -> Account | None:
    try:
        account = report.desk.account(name, platform or "")
    except CellFault as fault:
        report.refuse("account", fault)
        return None
    if unit is not None and unit != account.unit:
        reason = f"账号“{account.key}”登记的责任单位是{account.unit}，表中为{unit}"
        report.error("unit", Code.ACCOUNT_UNIT, reason, "请核对责任单位，或先修改名册")
        return None
    return account


def _check(row: Counted, account: Account, quota: int | None, report: Report) -> None:
    if row.holder and plain(row.holder) != plain(account.holder):
        reason = f"表中开设主体与登记的“{account.holder}”不一致"
        report.warning("holder", Code.HOLDER_DIFFERS, reason, "请核对账号实际开设主体，改正表格或名册")
    if row.quota is not None and row.quota != quota:
        owed = "没有发布任务" if quota is None else f"应更新 {quota} 条"
        reason = f"表中应更新数为 {row.quota}，按登记{owed}"
        report.warning("quota", Code.QUOTA_DIFFERS, reason, "考核按登记的频次计算；请核对表格或名册")
    if row.original is not None and row.posts is not None and row.original > row.posts:
        reason = f"原创 {row.original} 条大于实际更新 {row.posts} 条"
        report.error("original", Code.PART_EXCEEDS, reason, "请核对条数")
    owed_count = row.quota if row.quota is not None else quota
    done = row.original if row.original is not None else row.posts
    if row.lapsed is None or owed_count is None or done is None:
        return
    if row.lapsed != (done < owed_count):
        reason = f"与条数不符：应更新 {owed_count} 条，实际更新 {done} 条"
        report.warning("lapsed", Code.LAPSE_CONTRADICTS, reason, "是否断更由系统按条数判断；请核对条数")


_ACCOUNT = text("account", "账号名称", "账号", "新媒体名称", "账号名", "名称", "公众号名称", required=True)
_PLATFORM = text("platform", "账号类型", "平台", "平台类型", "类型", "新媒体类型", "账号平台", "渠道")
_WORDS = ("新媒体", "公众号", "微博", "微信")

FORMS = (
    Form(
        kind="posts",
        title="新媒体发布明细",
        row=Published._make,
        fields=(
            _ACCOUNT,
            _PLATFORM,
            unit("责任单位", "开设单位", "主办单位", blank=Blank.NONE)._replace(required=False),
            Field(
                "day",
                Takes.DAY_IN_PERIOD,
                ("发布日期", "发布时间", "推送日期", "推送时间", "发文日期", "发文时间", "日期", "时间"),
                required=True,
                blank=Blank.REFUSED,
            ),
            text("title", "标题", "信息标题", "文章标题", "推文标题", "内容标题", required=True),
            Field("original", Takes.FLAG, ("是否原创", "原创", "原创/转发", "原创或转发", "来源类型")),
        ),
        make=event,
        identity="title",
        events=True,
        words=_WORDS,
    ),
    Form(
        kind="posts",
        title="政务新媒体更新情况统计表",
        row=Counted._make,
        fields=(
            _ACCOUNT,
            _PLATFORM,
            unit("责任单位", "开设单位", "主办单位", blank=Blank.ABOVE),
            text("holder", "开设主体", "账号主体", "认证主体", "主体名称"),
            count("quota", "应更新数", "应更新", "应更新条数", "应发布数", "应发数", blank=Blank.NONE),
            count(
                "posts",
                *(
                    "实际更新数",
                    "实际更新",
                    "更新数",
                    "更新条数",
                    "实际发布数",
                    "发布数",
                    "发布条数",
                    "发布数量",
                ),
                required=True,
                blank=Blank.NONE,
            ),
            count("original", "原创数", "原创条数", "其中原创", "原创", blank=Blank.NONE),
            Field("lapsed", Takes.FLAG, ("是否断更", "断更", "断更情况", "断更与否")),
        ),
        make=counted,
        identity="account",
        words=_WORDS,
    ),
)
