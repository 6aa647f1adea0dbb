"""Kinds of personal data, and what each is recognised by."""

from enum import StrEnum

from gongkai.proofreading.hits import Found, Group, Level


class Kind(StrEnum):
    IDENTITY = "身份证号"
    MOBILE = "手机号码"
    LANDLINE = "固定电话"
    CARD = "银行卡号"
    PASSPORT = "护照号码"
    PERMIT = "通行证号"
    PLATE = "车牌号码"
    MAIL = "电子邮箱"
    WECHAT = "微信号"
    QQ = "QQ号"
    ADDRESS = "详细住址"
    BIRTH = "出生日期"
    NAME = "姓名"
    PROPERTY = "财产状况"


SOURCES = {
    Kind.IDENTITY: "GB 11643—1999 公民身份号码",
    Kind.MOBILE: "电信网编号计划",
    Kind.LANDLINE: "电信网编号计划",
    Kind.CARD: "ISO/IEC 7812 发卡行标识与校验",
    Kind.PASSPORT: "普通护照号码式样",
    Kind.PERMIT: "出入境证件号码式样",
    Kind.PLATE: "GA 36 机动车号牌",
}
"""What says how such a number is made; kinds that are known by their surroundings have none."""

Said = tuple[Group, str, Level, str, str, str]
"""What is said of every finding of one sort: all of `Found` but the places."""


def said(kind: Kind, level: Level, reason: str) -> Said:
    """Put together once a sort, because a long list of people has a finding every thirty characters."""
    return Group.PERSONAL, kind, level, reason, "", SOURCES.get(kind, "个人信息去标识化要求")


def found(start: int, end: int, what: Said) -> Found:
    """Personal data at `start`–`end`."""
    return tuple.__new__(Found, (start, end, *what))
