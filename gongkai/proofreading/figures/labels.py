"""What the words beside numbers say of each other: kinds that exclude one another, acts that overlap."""

import re
from collections.abc import Sequence

ACTS = re.compile(
    r"办结|办理|回复|答复|满意|采用|采纳|录用|刊发|报送|上报|推送|转发|发布|公开|更新|发文|受理|接收|收到|完成|整改|"
    r"同比|环比|增长|增加|减少|下降|上升|提高|占|累计|按期|按时|及时|逾期|超时|超期|已|未|撤|退|返工|督办|催办|涉及|覆盖|"
    r"参加|参会|培训|举办|开展|召开|召集|化解|解决|落实|达标|合格|通过|重点|新增|首次|重复|下载|浏览|阅读|点击|访问"
)
"""Words of what was done with things: one thing may be counted under several."""
CHANNELS = re.compile(
    r"网站|微信|微博|公众号|媒体|平台|渠道|头条|客户端|抖音|报纸|电视|简报|专报|网上|线上|线下|窗口|电话"
)
"""Where things were published: the same thing may be in several."""
TRAITS = re.compile(
    r"党员|女|少数民族|本科|大专|硕士|博士|研究生|职称|以上|以下|退休|退役|专职|兼职|低保|残疾|老人|儿童|学历|骨干"
)
"""Traits of persons, of which one may have several."""
REST = re.compile(r"^(?:及|和|以及|与)?(?:其他|其它|其余|余下|剩余)")
_FAMILIES = tuple(
    frozenset(family.split())
    for family in (
        "投诉 求助 咨询 建议 举报 表扬 感谢 意见 其他 其它 求决 申诉 检举 诉求 反映问题 留言 公共服务",
        "国家级 省级 市级 县级 区级 镇级 乡级 村级 中央 国家 省 市 县 区 镇 乡 村 社区 省部级 厅局级",
        "优秀 良好 合格 不合格 基本合格 一般 较差 好 中 差 优 良 达标 不达标 基本达标 称职 基本称职 不称职",
        "男 女 男性 女性",
        "镇 乡 街道 部门 镇街 乡镇 村 社区 单位 企业 事业单位 学校 医院 县直部门 区直部门 县级部门 园区 管委会 直属机构",
        "一等奖 二等奖 三等奖 优秀奖 特等奖 鼓励奖",
        "A级 B级 C级 D级 一级 二级 三级 四级 一类 二类 三类 四类 Ⅰ类 Ⅱ类 Ⅲ类",
        "订阅号 服务号 微信订阅号 微信服务号 微信公众号 视频号 微信视频号 微博 新浪微博 政务微博 今日头条 头条号 抖音 抖音号 小程序 微信小程序 客户端 移动客户端 快手 快手号 其他",
        "第一季度 第二季度 第三季度 第四季度 一季度 二季度 三季度 四季度 上半年 下半年",
        "主动公开 依申请公开 不予公开",
        "予以公开 部分公开 不予公开 无法提供 不予处理 其他处理",
        "事业编制 行政编制 工勤编制",
        "重大 较大 一般 特别重大 轻微",
        "新建 续建 在建 已建 改建 扩建 前期 储备",
    )
)
_LEADING = re.compile(
    r"^(?:其中|分别为|分别是|分别|包括|包含|为|有|是|即|含|涉及|及|和|以及|与|属于?|占|：|，)+"
)
_DONE = re.compile(r"^(?:已经?|按期|按时|及时|基本)")
_NOT = re.compile(r"^(?:尚未|暂未|未能?|不|非|超时|逾期|超期)")
_TAIL = re.compile(r"(?:有|为|是|共|计|各|类|方面|事项|问题|的|分别|仅|达|达到)+$")
_UNITS = re.compile(r"(?:局|镇|乡|街道|办|委|中心|处|院|区|县|市|村|公司|站|所|队|会|部|厅|馆|校)$")


def core(subject: str) -> str:
    """The word that names a part: 其中投诉类 → 投诉."""
    return _TAIL.sub("", _LEADING.sub("", subject))


def complements(words: Sequence[str]) -> bool:
    """Whether two parts are one thing done and left undone: 已办结 and 未办结, 按期办结 and 超时办结."""
    if len(words) != 2:
        return False
    return any(
        _NOT.sub("", other) == _DONE.sub("", one) and _NOT.match(other) is not None
        for one, other in (words, tuple(reversed(words)))
    )


def is_act(subject: str) -> bool:
    """Whether a part says what was done, so that another part may count the same things again."""
    return ACTS.search(_LEADING.sub("", subject)) is not None


def exclusive(subjects: Sequence[str], whole: str = "") -> bool:
    """Whether no thing can be counted under two of these parts; `whole` is what the total is said of."""
    words = [core(subject) for subject in subjects]
    kinds = [word for word in words if not REST.match(word) and word not in ("其他", "其它", "其余")]
    if len(set(words)) < len(words) or not all(words):
        return False
    if (
        complements(words)
        or any(set(words) <= family for family in _FAMILIES)
        or len(kinds) == 1 < len(words)
    ):
        return True
    if all(
        subject.endswith(("类", "级", "型", "档", "等次")) or REST.match(core(subject))
        for subject in subjects
    ):
        return True
    if any(TRAITS.search(word) or is_act(word) for word in kinds):
        return False
    if any(CHANNELS.search(word) for word in kinds):
        return "账号" in whole or "新媒体" in whole
    return all(_UNITS.search(word) for word in kinds) and "涉及" not in whole


def overlapping(subjects: Sequence[str]) -> bool:
    """Whether these parts are of a sort that counts one thing twice without being wrong."""
    words = [core(subject) for subject in subjects]
    return any(CHANNELS.search(word) or TRAITS.search(word) or is_act(word) for word in words)
