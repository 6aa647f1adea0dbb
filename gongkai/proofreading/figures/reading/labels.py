"""What the words beside numbers say of each other: kinds that exclude one another, acts that overlap."""

import re
from collections.abc import Sequence
from functools import lru_cache

from gongkai.proofreading.figures.reading.units import ENDINGS

ACTS = re.compile(
    r"办结|办理|回复|答复|满意|采用|采纳|录用|刊发|报送|上报|推送|转发|发布|公开|更新|发文|受理|接收|收到|完成|整改|"
    r"同比|环比|增长|增加|减少|下降|上升|提高|占|累计|按期|按时|及时|逾期|超时|超期|已|未|撤|退|返工|督办|催办|涉及|覆盖|"
    r"持平|参加|参会|培训|举办|开展|召开|召集|化解|解决|落实|达标|合格|通过|重点|新增|首次|重复|下载|浏览|阅读|点击|访问"
)
"""Words of what was done with things: one thing may be counted under several."""
CHANNELS = re.compile(
    r"网站|微信|微博|公众号|媒体|平台|渠道|头条|客户端|抖音|报纸|电视|简报|专报|网上|线上|线下|窗口|电话"
)
"""Where things were published: the same thing may be in several."""
TRAITS = re.compile(
    r"党员|女|少数民族|本科|大专|硕士|博士|研究生|职称|以上|以下|退休|退役|专职|兼职|低保|残疾|涉农|小微|普惠|绿色|民营|老人|儿童|学历|骨干"
)
"""Traits of persons, of which one may have several."""
REST = re.compile(r"^(?:及|和|以及|与)?(?:其他|其它|其余|余下|剩余|尚未|尚有|仍有|仍未|正在)")
CLOSED = tuple(
    frozenset(family.split())
    for family in (
        "男 女 男性 女性 男生 女生",
        "住校生 走读生 寄宿生 住校 走读 寄宿",
        "合格 不合格 基本合格",
        "达标 不达标 基本达标",
        "满意 不满意 基本满意 非常满意 比较满意 较满意 一般",
        "赞成 反对 弃权 同意 不同意",
        "实到 实际到会 请假 缺席 缺勤 旷工 公出 出差 因公外出 因公出差",
        "通过 未通过 不通过",
        "参考 实考 实际参考 缺考 弃考",
        "城市 农村 城镇 乡村",
        "党员 群众 团员 民主党派 无党派 无党派人士",
        "汉族 少数民族",
        "赞成票 反对票 弃权票",
        "第一产业 第二产业 第三产业",
        "主动公开 依申请公开 不予公开",
        "按期 逾期 超时 超期",
        "当场 限期 立即 立行立改 现场 责令限期 当场完成 限期完成",
        "线上 线下 网上 网络 窗口 现场",
        "集中 分散 投亲靠友",
        "有效 无效 作废 废 有效票 无效票 废票 作废票",
        "有 无",
        "固定 流动",
        "自然人 法人 其他组织 法人和其他组织",
        "集体 个人 委员个人 委员 联名 个人或联名 委员个人或联名 党派团体 界别",
        "基本 项目",
        "室内 室外",
        "公办 民办 公 民",
        "国有 集体 民营 私营 外资",
        "上行 下行",
        "正式 预备 入党积极分子",
        "财政 自筹",
        "首次 重复",
        "集体 个体 集体访 个体访 个访 个人访 联名",
        "水田 旱地 水浇地 山地",
        "新能源 燃油 纯电动 混合动力 燃气",
        "短期 中长期 短期贷款 中长期贷款",
        "县内 县外 省内 省外 市内 市外 区内 区外 境内 境外 本地 外地",
        "白班 夜班 中班",
        "存量 增量",
        "及格 不及格",
        "初次 重复",
        "采纳 部分采纳 基本采纳 未采纳 未予采纳 不予采纳",
        "落实 部分落实 基本落实 未落实",
        "解决 部分解决 基本解决 未解决",
        "完成 部分完成 基本完成 未完成",
    )
)
"""Kinds of which together nothing is left out."""
_FAMILIES = CLOSED + tuple(
    frozenset(family.split())
    for family in (
        "投诉 求助 咨询 建议 举报 表扬 感谢 意见 其他 其它 求决 申诉 检举 诉求 反映问题 留言 公共服务",
        "国家级 省级 市级 县级 区级 镇级 乡级 村级 中央 国家 省 市 县 区 镇 乡 村 社区 省部级 厅局级",
        "维持 纠正 撤销 变更 确认违法 驳回 终止 尚未审结 其他结果",
        "优秀 良好 合格 不合格 基本合格 一般 较差 好 中 差 优 良 达标 不达标 基本达标 称职 基本称职 不称职",
        "镇 乡 街道 部门 镇街 乡镇 村 社区 单位 企业 事业单位 学校 医院 县直部门 区直部门 县级部门 园区 管委会 直属机构",
        "一等奖 二等奖 三等奖 优秀奖 特等奖 鼓励奖",
        "A级 B级 C级 D级 一级 二级 三级 四级 一类 二类 三类 四类 Ⅰ类 Ⅱ类 Ⅲ类",
        "订阅号 服务号 微信订阅号 微信服务号 微信公众号 视频号 微信视频号 微博 新浪微博 政务微博 今日头条 头条号 抖音 抖音号 小程序 微信小程序 客户端 移动客户端 快手 快手号 其他",
        "第一季度 第二季度 第三季度 第四季度 一季度 二季度 三季度 四季度 上半年 下半年",
        "予以公开 部分公开 不予公开 无法提供 不予处理 其他处理",
        "事业编制 行政编制 工勤编制",
        "国道 省道 县道 乡道 村道 专用公路 高速公路 其他",
        "重大 较大 一般 特别重大 轻微",
        "现场 电话 网络 窗口 来访 来信 来电 网上 网信 走访 邮件 当面 网上信访 网络信访 网上投诉 领导信箱 电子邮件",
        "春季 夏季 秋季 冬季 春 夏 秋 冬",
        "汛期 非汛期",
        "准予 准予许可 予以许可 不予许可 不予受理 撤回 终止",
        "幼儿园 小学 初中 高中 中职 职中 普通高中 职业高中 完全中学 九年一贯制学校 十二年一贯制学校 特殊教育学校 教学点",
        "新建 续建 在建 已建 改建 扩建 前期 储备",
    )
)
_COURSES = tuple(
    re.compile(rf".*(?:{words})$")
    for words in ("增长|上升|上涨|增加|提高|增产|增收", "下降|下跌|减少|回落|减产|减收", "持平")
)
"""Ways a figure may go; with what stayed as it was they are all there are."""
_KNOWN = frozenset[str]().union(*_FAMILIES)
_MONEY = re.compile(r"(?:费用?|款|金|资金)$")
_FUND = re.compile(
    r"(?:争取|申请|安排|使用)?(?:中央|国家|省|市|县|区|镇|乡|村|本|上|地方|企业|单位|业主|个人|群众|农户|社会|银行|东西部协作|对口帮扶|其他|其它)*(?:级|集体)?"
    r"(?:财政|预算内|衔接|专项|统筹)*(?:自筹|配套|补助|奖补|拨付|承担|出资|筹措|捐赠|投入|投资|贷款|融资|债券|资本|资金|财政|协作|帮扶)+"
)
"""Where money comes from: one yuan comes from one place."""
_ORDINAL = re.compile(r"第?(?:[一二三四五六七八九十]+|\d{1,2})(?:批|轮|期|季度|次|组|阶段|月份?)|[上下]半年")
_ENDING_ACT = re.compile(rf"(?:{ACTS.pattern})+$")
_LEADING = re.compile(
    r"^(?:其中|共计|共(?![青同产])|现有|评选?出|评定|分别为|分别是|分别|包括|包含|为|有(?!效|意|关)|是|即|含|涉及|及(?![格时早])|和|以及|与|属于?|占|：|，)+"
)
_DONE = re.compile(r"^(?:已经?|按期|按时|及时|基本)")
_NOT = re.compile(r"^(?:尚未|暂未|未能?|不|非|超时|逾期|超期|欠|缺)")
_TAIL = re.compile(r"(?:有|为|是|共|计|各|类|方面|事项|问题|的|分别|仅|达|达到)+$")
_BAND = re.compile(
    r"\d+(?:\.\d+)?(?:岁|分|元|万元|亩|年|米|公里|毫米|人|%)?(?:（?含）?)?(?:(?P<to>[—\-~至到]+\d+)|以上|以下|及以上|及以下)"
)
_UNITS = re.compile(rf"(?:{ENDINGS}|市)$")


@lru_cache(maxsize=8192)
def core(subject: str) -> str:
    """The word that names a part: 其中投诉类 → 投诉."""
    return _TAIL.sub("", _LEADING.sub("", subject))


def complements(words: Sequence[str]) -> bool:
    """Whether two parts are one thing done and left undone: 已办结 and 未办结, 按期办结 and 超时办结."""
    if len(words) != 2:
        return False
    return any(
        _NOT.match(other) is not None and _is_one_act(_NOT.sub("", other), _DONE.sub("", one))
        for one, other in (words, tuple(reversed(words)))
    )


def _is_one_act(undone: str, done: str) -> bool:
    """通 is what 通硬化路 is."""
    return bool(undone and done) and (undone.startswith(done) or done.startswith(undone))


@lru_cache(maxsize=8192)
def is_act(subject: str) -> bool:
    """Whether a part says what was done, so that another part may count the same things again."""
    words = core(subject)
    return (
        words not in _KNOWN
        and not _MONEY.search(words)
        and ACTS.search(_LEADING.sub("", subject)) is not None
    )


def is_closed(subjects: Sequence[str]) -> bool:
    """Whether the parts are a whole by their nature: men and women, satisfied and not, done and left undone."""
    words = [core(subject) for subject in subjects]
    return len(set(words)) == len(words) > 1 and (
        complements(words)
        or any(set(each) <= family for each in (words, _distinct(words)) for family in CLOSED)
        or [sum(bool(course.match(word)) for word in words) for course in _COURSES] == [1, 1, 1]
    )


def in_family(subjects: Sequence[str], other: str) -> bool:
    """Whether `other` is one more of the same kinds and so not their whole."""
    words = {*map(core, subjects), core(other)}
    return any(words <= family for family in _FAMILIES)


def are_ordinals(subjects: Sequence[str]) -> bool:
    """Whether the parts are periods or batches, one after the other: 一季度报送、二季度报送."""
    words = [_ORDINAL.match(core(subject)) for subject in subjects]
    return len({word[0] for word in words if word}) == len(subjects) > 1


def exclusive(subjects: Sequence[str], whole: str = "") -> bool:
    """Whether no thing can be counted under two of these parts; `whole` is what the total is said of."""
    words = [core(subject) for subject in subjects]
    if len(set(words)) < len(words) or not all(words):
        return False
    kinds = [word for word in words if not REST.match(word)]
    families = [set(each) for each in (words, _distinct(kinds)) if each]
    if is_closed(subjects) or are_ordinals(subjects):
        return True
    if any(each <= family for each in families for family in _FAMILIES):
        return True
    if len(kinds) == 1 < len(words) or all(map(_is_class, subjects)) or _are_bands(kinds):
        return True
    if all(_UNITS.search(_ENDING_ACT.sub("", word)) for word in kinds):
        return "涉及" not in whole
    return _are_accounts(kinds, whole) or all(map(_FUND.fullmatch, kinds))


def overlapping(subjects: Sequence[str]) -> bool:
    """Whether these parts are of a sort that counts one thing twice without being wrong."""
    words = [word for subject in subjects if not REST.match(word := core(subject))]
    kinds = _distinct(words)
    return any(CHANNELS.search(kind) or TRAITS.search(kind) or is_act(kind) for kind in kinds)


def are_alike(subjects: Sequence[str]) -> bool:
    """Whether the parts are sorts of one thing: 草莓大棚、蔬菜大棚."""
    words = [word for subject in subjects if not REST.match(word := core(subject))]
    end = _common_end(words)
    return end >= 2 and not is_act(words[0][-end:]) and not is_act(words[0])


def _is_class(subject: str) -> bool:
    return subject.endswith(("类", "级", "型", "档", "等次")) or REST.match(core(subject)) is not None


def _are_bands(words: Sequence[str]) -> bool:
    """60—79岁、80岁以上: bands of which at most the last is open upwards and the first downwards."""
    bands = [_BAND.match(word) for word in words]
    return all(bands) and sum(not band["to"] for band in bands if band) < len(bands)


def _are_accounts(words: Sequence[str], whole: str) -> bool:
    """One account is on one platform."""
    accounts = "账号" in whole or "新媒体" in whole
    return accounts and all(CHANNELS.search(word) or "号" in word or "小程序" in word for word in words)


def _distinct(words: Sequence[str]) -> list[str]:
    """What tells the parts apart: 城市低保、农村低保 → 城市、农村; 结果维持、结果纠正 → 维持、纠正."""
    end = _common_end(words)
    kept = [word[: len(word) - end] for word in words] if end >= 2 else list(words)
    start = _common_end([word[::-1] for word in kept])
    return [word[start:] for word in kept] if start >= 2 else kept


def _common_end(words: Sequence[str]) -> int:
    """Characters in which all the words end, of at most all but one of the shortest."""
    shortest = min(map(len, words), default=0)
    end = 0
    while len(words) > 1 and end < shortest - 1 and len({word[-end - 1] for word in words}) == 1:
        end += 1
    return end
