"""How far things have come: what is done and what is not are together all there is."""

import re
from collections.abc import Sequence

_DONE = re.compile(
    r"(?:已|均已|全部|如期|按期)*(?:完成|完工|竣工|建成|办结|整改|销号|化解|答复|回复|拨付|发放|投用|投入使用|投入运营|运营|报送|解决|"
    r"开工|启动|处置|兑现|验收|交付|入库|搬迁|签约|达标|合格|到位|清零|落实|结案|审结|反馈)"
)
_UNDONE = re.compile(
    r"正在|在建|在办|尚未|未(?!到期)|待|仍在|还在|推进中|办理中|整改中|施工中|正常推进|有序推进|加快推进|稳步推进|正在推进|"
    r"(?:进展|进度|推进)?(?:缓慢|滞后|较慢)|前期|筹备|停工|暂缓|不达标|不合格"
)
_BEGUN = re.compile(r"开工|启动|实施|建设|施工|在建")
_TWICE = re.compile(r"超时|逾期|超期|延期|提前|重点|其中|率先|督办|问责")


def is_progress(labels: Sequence[str]) -> bool:
    """Whether one label says what is done and each of the others a way of not being done: 已完成、正常推进、进展缓慢.
    What has begun (已开工) goes on as well (正在施工): the two count one thing twice."""
    undone = [label for label in labels if _UNDONE.search(label)]
    done = [label for label in labels if label not in undone and _DONE.search(label)]
    if len(done) != 1 or len(set(labels)) != len(labels) or len(undone) != len(labels) - 1 or not undone:
        return False
    if any(map(_TWICE.search, labels)):
        return False
    return not (re.search("开工|启动", done[0]) and any(map(_BEGUN.search, _without_not(undone))))


def _without_not(labels: Sequence[str]) -> list[str]:
    """Those that do not say that a thing has not begun."""
    return [label for label in labels if not re.search("未", label)]
