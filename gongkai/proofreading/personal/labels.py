"""Heads of columns and labels of forms: what they say of the cells below or beside them."""

import re

from gongkai.proofreading.personal.cues import WORDS, Cue

_SAYING = (
    (
        "编号",
        re.compile(
            "编号|单号|代码|文号|学号|准考证|证书号|流水号|批号|索引号|案号|标识码|许可证号|执照|车架"
        ),
    ),
    ("身份证号", re.compile("身份证|身份号码|证件号")),
    ("银行卡号", re.compile("卡号|银行账|银行帐|账号|帐号|账户|帐户|一卡通|存折")),
    ("办公电话", re.compile("(?:办公|咨询|监督|举报|值班|服务|单位|投诉|受理)电话|传真|热线")),
    ("电话", re.compile("电话|手机|联系方式|联系号码")),
    ("办公地址", re.compile("(?:办公|受理|经营|单位|企业|注册|项目|机构|服务|建设|公司)(?:地址|地点|场所)")),
    ("住址", re.compile("住址|住所|住地|地址|户籍地|户籍所在|居住地|房屋坐落|门牌")),
    ("出生日期", re.compile("出生|生日")),
    ("护照号码", re.compile("护照")),
    ("通行证号", re.compile("通行证|台胞证|回乡证")),
    ("微信号", re.compile("微信")),
    ("QQ号", re.compile("QQ|qq")),
    ("联系人", re.compile("联系人|联络人")),
    ("负责人", re.compile("负责人|经办人|责任人|审核人|主持人|村长|包联|帮扶人|书记")),
    (
        "补助金额",
        re.compile(
            "金额|补助|补贴|补偿|赔偿|津贴|救助金|低保金|保障金|抚恤金|工资|收入|存款|助学金|奖学金|发放额|[应实]发|[应实]付|欠薪"
        ),
    ),
    (
        "姓名",
        re.compile(
            "姓名|(?:户主|学生|家长|患者|村民|户名|[业车房物失机]主|对象|(?<![任责办系络核持言督查收理表标购法])人)$"
        ),
    ),
)
"""A cue that stands for the label, and what the label contains; the first that fits counts."""

_PERSONS = frozenset(WORDS[Cue.PERSON].split())
_MONEY = frozenset(WORDS[Cue.PROPERTY].split())
_OF_CHARACTERS = (Cue.AT, Cue.PLATE, Cue.DOTTED, Cue.OTHER_FIGURE, Cue.REVERSED, Cue.LISTED)
_KNOWN = {
    word: word
    for cue, words in WORDS.items()
    if cue not in _OF_CHARACTERS
    for word in words.split()
    if not word.endswith("面积")
}
"""Areas stand in every list of houses; beside one person in a sentence they count."""
_LIST_OF_PLAIN = """序号 性别 年龄 民族 单位 备注 乡镇 镇街 镇 村 组 村组 所在村 行政村 社区 学校 班级 年级 人口 家庭人口 人数 户数
    类别 类型 标准 级别 等级 时间 日期 政治面貌 学历 学位 籍贯 关系 与户主关系 健康状况 职务 职称 单位及职务 工作单位 单位职务
    岗位 报考岗位 成绩 名次 总分 专业 毕业院校 病种 残疾类别 残疾等级 开户行 开户银行 户籍 证号 证件类型 证件名称 车型 号牌号码 房源 套型 面积 项目 区域 街道 镇（街） 事由 原因"""
_PLAIN = frozenset(_LIST_OF_PLAIN.split())
_OFFICIAL = ("职务", "职称", "岗位")
_NOISE = re.compile(r"（[^（）]*）|\([^()]*\)|[\s\u3000:：*＊]")
LONGEST = 16
_AMOUNT = "补助金额"


_IN_YUAN = re.compile(r"[（(](?:人民币|单位[:：])?[百千万]?元(?:[/／][年月季学次人户]期?)?[）)]")
_RATE = re.compile("单价|比例|每[亩个头只]|[/／](?![年月季学次人户])")
_RULE = re.compile("(?<!补助|补贴|津贴|助金|障金)标准")
"""A rule's amount for each (月标准); what somebody is given by it is told as his (补助标准)."""


def bare_label(cell: str) -> str:
    """A label without spaces, brackets and colon: 补助金额（元） → 补助金额."""
    return _NOISE.sub("", cell) if len(cell) <= 2 * LONGEST else ""


def cue_for(cell: str) -> str:
    """The cue that a label stands for, "" for none: 学生姓名 → 姓名, 工单编号 → 编号."""
    label = bare_label(cell)
    if not label or len(label) > LONGEST:
        return ""
    if label in _PERSONS or label in _KNOWN:
        return label
    said = next((cue for cue, says in _SAYING if says.search(label)), "")
    return said or (_AMOUNT if _IN_YUAN.search(cell) else "")


def is_label(cell: str) -> bool:
    """Whether a cell heads a column or names a field."""
    return bool(cue_for(cell)) or bare_label(cell) in _PLAIN


def names_paper(cell: str) -> bool:
    """Whether a column says which paper the number beside it is of."""
    return bare_label(cell) in ("证件类型", "证件名称", "证件种类")


def is_official(cell: str) -> bool:
    """Whether a column says that the people of its rows stand there in office."""
    return bare_label(cell).endswith(_OFFICIAL)


def is_money(cue: str) -> bool:
    return cue in _MONEY


def is_rate(cell: str, paid: bool) -> bool:
    """Whether a column holds prices, or amounts of a rule: they are published with the rule. `paid`: another column
    says what each was paid."""
    rule = "标准" in cell if paid else _RULE.search(cell)
    return bool(rule or _RATE.search(cell)) and is_money(cue_for(cell))


def is_person(cue: str) -> bool:
    return cue in _PERSONS
