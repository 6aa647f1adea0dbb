"""WeChat and QQ numbers after their name, and e-mail addresses."""

import re

from gongkai.proofreading.hits import Found, Level
from gongkai.proofreading.personal.characters import bare, narrow
from gongkai.proofreading.personal.context import Context
from gongkai.proofreading.personal.kinds import Kind, found, said
from gongkai.proofreading.personal.names import follows

_BETWEEN = re.compile(
    r"(?:账号|帐号|号码|号|ID)?(?:（[^（）\n]{0,8}）)?[ \u3000]?(?:[:：]|为|是|\t|\|)?[ \u3000]*+"
)
_WECHAT = re.compile(r"[A-Za-z][-_A-Za-z0-9]{5,19}+(?![A-Za-z0-9@.])")
_QQ = re.compile(r"[1-9１-９][0-9０-９]{4,10}+(?![0-9０-９A-Za-z@.%万亿元个人])")
_PUBLIC = ("公众", "官方", "政务", "单位", "企业", "官微", "服务", "订阅", "中国", "本局", "本办")
_PUBLIC_REACH = 6

LONGEST_NAME, LONGEST_HOST = 64, 100
_NAME = re.compile(r"[A-Za-z0-9._%+\-Ａ-Ｚａ-ｚ０-９．＿]")
_HOST = re.compile(r"(?:[A-Za-z0-9Ａ-Ｚａ-ｚ０-９\-]{1,40}+[.．]){1,5}[A-Za-zＡ-Ｚａ-ｚ]{2,12}+")
_GOVERNMENT = re.compile(r"(?:^|\.)gov(?:\.cn)?$")
_OF_AN_OFFICE = re.compile(
    r"(?:意见|反馈|征求|监督|举报|投稿|投诉|受理|办公|单位|公开|公共|官方|工作|报送|报名|咨询|信访|服务|局|办|科|委|中心|政府|馆|院|所|站|公司)[^，。；\n]{0,8}$"
)

_CONTACT_LINE = re.compile(
    r"(?:(?:邮编|邮政编码|邮政信箱|传真|监督电话|咨询电话)[:：]|邮编\d{6}[；;，,]|电话[:：]?0\d{2,3}[-—－]?\d{7,8})[^\n]*$"
)
_PUBLISHER = re.compile(r"(?:编辑部|报社|杂志社|投稿|来稿|征稿|组委会)[^，。；\n]{0,6}$")
_ORGANISATION = re.compile(r"(?:局|办公室|委员会|中心|馆|医院|学校|所|站|政府|公司|协会|项目联系人)")
_OWN = re.compile(
    r"(?:局|馆|院|所|站|部|公司|政府|中心|办公室|单位|官方)(?:的|公共|工作|电子){0,2}(?:邮箱|信箱)[:：为]?$"
)
_LINE = 60
"""Characters before an address in which an office says how it is reached."""

_WECHAT_FOUND = said(Kind.WECHAT, Level.ERROR, "个人微信号，公开前应当隐去")
_QQ_FOUND = said(Kind.QQ, Level.ERROR, "个人QQ号，公开前应当隐去")
_OF_A_PERSON = said(Kind.MAIL, Level.ERROR, "个人电子邮箱，公开前应当隐去")
_OF_SOMEBODY = said(Kind.MAIL, Level.DOUBT, "电子邮箱，如属个人，应当隐去")


def wechat(text: str, start: int, end: int) -> Found | None:
    """A person's WeChat number; an office's public account is none."""
    number = _WECHAT.match(text, _after(text, end))
    if number is None or _public(text, start):
        return None
    return found(number.start(), number.end(), _WECHAT_FOUND)


def qq(text: str, start: int, end: int, allowed: frozenset[str]) -> Found | None:
    """A person's QQ number; a group's (QQ群) is none."""
    number = _QQ.match(text, _after(text, end))
    if number is None or _public(text, start) or bare(number[0]) in allowed:
        return None
    return found(number.start(), number.end(), _QQ_FOUND)


def _after(text: str, end: int) -> int:
    between = _BETWEEN.match(text, end)
    return between.end() if between else end


def _public(text: str, start: int) -> bool:
    return any(word in text[max(0, start - _PUBLIC_REACH) : start] for word in _PUBLIC)


def mail(context: Context, at: int) -> Found | None:
    """The address around the @ at `at`. An office's own (gov.cn, or after 意见反馈 and the like) is public; whose
    nobody says is a doubt."""
    text = context.text
    start, least = at, max(0, at - LONGEST_NAME)
    while start > least and _NAME.match(text, start - 1):
        start -= 1
    host = _HOST.match(text, at + 1, at + 1 + LONGEST_HOST)
    if start == at or host is None or narrow(text[start : host.end()]).upper() in context.allowed:
        return None
    return _judged(context, start, host)


def _judged(context: Context, start: int, host: re.Match[str]) -> Found | None:
    if _GOVERNMENT.search(narrow(host[0]).lower()):
        return None
    line = context.text[max(0, start - _LINE) : start].rpartition("\n")[2]
    if _PUBLISHER.search(line):
        return None
    person = context.spoken_of(start, 60)
    if person is not None and person[1] and follows(context.text, person[0]):
        return found(start, host.end(), _OF_A_PERSON)
    if _CONTACT_LINE.search(line) or _OWN.search(line):
        return None
    if person is not None and person[1]:
        return found(start, host.end(), _OF_A_PERSON)
    if _OF_AN_OFFICE.search(line) or _ORGANISATION.search(line):
        return None
    return found(start, host.end(), _OF_SOMEBODY)
