"""Words and characters written twice by mistake: 对对重点岗位, 确保确保夏粮丰收; and those that are rightly doubled."""

from collections.abc import Iterable

CHARACTERS = "的了请应被把这对在为和与是将被从向于由及并其该以而但至按经也都就不要我的得所或到给让使因如"
"""Characters that are never doubled, but where two words meet (从从业人员) or in a word (不过尔尔)."""

LINKS = "真是 就是 还是 也是 都是 不是 若是 而是 正是 则是 均为 均已 均有 并对 并在 并将 也要 还要 都要 都有 也有 还有 将会 不会 都会"
"""Pairs of such characters that stand together."""

_LIST_OF_TRIED = """
    研究 商量 讨论 学习 了解 考虑 检查 比较 照顾 休息 打听 收拾 整理 打扫 介绍 活动 放松 锻炼 享受 体验 感受 交流 沟通
    表扬 鼓励 提醒 总结 见识 鉴定 热闹 高兴 处理 解释 改善 帮助 宣传 调查 核对 琢磨 参观 教育 批评 协调 联系 反映 走动 尝试
    试验 练习 复习
"""
_TRIED = _LIST_OF_TRIED.split()
"""What is said twice of a short try (讨论讨论), but not after 了 or 进行: 进行了讨论讨论."""

_LIST_OF_REPEATED = """
    意思 开心 轻松 凉快 暖和 舒服 刺激 麻烦 合计 意见 试试 看看 想想 说说 谈谈 听听 走走 问问 猜猜
    很多 许多 好多 非常 特别 十分 多么 怎么 如何 怎样 什么 这样 那样 这么 那么 那个 这个 哪里 多少 真的 不错 没有 觉得
    彼此 等等 一切 一定 一般 不行 再次 极其 总之 好好 远远 慢慢 大片 成片 整天 火山 支队 大队 代表 保管 规定 组织 装箱 中央
    根据 人员 三毛 位置 字数 雪白 通红 笔直 冰凉 漆黑 乌黑 金黄 碧绿 瓦蓝 滚圆 滚烫 飞快 透亮 湛蓝 蜡黄 煞白 崭新 委员
    上晃 极少 时刻 永远 谢谢 欢迎 恭喜 再见 你好 加油 快快 冲冲 日日 夜夜 年年 月月 天天 家家 户户 人人 个个 处处 时时
    服务 管理 工作 负责 政府 办公 指挥 巡察 监察 督查 督察 检察 审判 管理局 安全 教师 学生 干部 民间 传说 党员 老师 领导
"""
REPEATED = frozenset((*_TRIED, *_LIST_OF_REPEATED.split()))
"""Words that are said twice on purpose, or that meet themselves: 代表代表团, 支队支队长, 组织组织部."""


def doubled(words: Iterable[str]) -> dict[str, str]:
    """The characters and the words of two characters, twice → once. What begins with 一 counts on: 一步一步."""
    once = [word for word in words if len(word) == 2 and word[0] not in "一几每" and word not in REPEATED]
    told = {f"{before}{word}{word}": before + word for before in ("了", "进行") for word in _TRIED}
    return told | {word + word: word for word in (*CHARACTERS, *LINKS.split(), *once)}
