"""What a binding is about, in a line of Chinese: the tip over a figure, the words beside a difference."""

from collections.abc import Iterator, Sequence

from gongkai.assessment.result import FindingKind
from gongkai.measures.facts import KIND_LABELS
from gongkai.measures.registry import MEASURES, Measure
from gongkai.notice import wording
from gongkai.notice.plan import Binding
from gongkai.terms import Period, TermError

NAMED = 8
"""Units told by name; the rest are counted."""

_LABELS = {
    "unit": "单位名称",
    "annex": "附件编号",
    "commended": "表扬名单",
    "criticised": "批评名单",
    "score.base": "基准分",
    "score.adjustment": "加减分",
    "score.total": "得分",
    "score.rank": "名次",
    "account.name": "账号名称",
    "account.platform": "账号类型",
    "account.holder": "开设主体",
    "rules.posting": "原创信息更新频次",
    "rules.quota": "每季度应报条数",
    "rules.message_days": "留言办理时限",
    "rules.denominator": "按期办结率的分母",
    "register.columns": "责任栏目",
    "register.duties": "栏目与保障单位的组合",
    "register.column_units": "栏目保障单位",
    "register.accounts": "账号",
    "register.account_units": "开设账号的单位",
    "notice.issued_on": "印发日期",
    "notice.rectify_by": "整改期限",
}
_AROUND = {
    "target.": "{}应达数",
    "change.": "{}较上期增减",
    "reached.": "{}全部达到要求的单位",
    "best.": "{}居前的单位",
    "items.": "{}所涉事项",
}
"""Prefix of a measure → what it makes of the label of the rest."""


def caption(binding: Binding) -> str:
    """What a figure is, its value and whom it covers: `信息报送·实报：665条（全部单位）`."""
    measure = MEASURES.get(binding.measure)
    if measure and measure.is_rate:
        return f"{label(binding.measure)}＝{_division(measure, binding.value)}（{_scope(binding)}）"
    if binding.listed:
        return f"{label(binding.measure)}：{_listed(binding)}"
    value = f"{label(binding.measure)}：{binding.value}{measure.counter if measure else ''}"
    about_units = measure is not None or binding.units
    return f"{value}（{_scope(binding)}）" if about_units and binding.measure != "unit" else value


def label(measure: str) -> str:
    """A measure, a sum of measures or a name of its own in Chinese; what is unknown stands as it is."""
    for prefix, words in _AROUND.items():
        if measure.startswith(prefix):
            return words.format(label(measure.removeprefix(prefix)))
    if "+" in measure:
        first, *rest = measure.split("+")
        return "加".join([label(first), *(_short(part) for part in rest)])
    return _LABELS.get(measure) or _concluded(measure) or _measured(measure)


def _measured(key: str) -> str:
    measure = MEASURES.get(key)
    if measure is None:
        return key
    line = KIND_LABELS.get(measure.kind, "")
    return f"{line}·{measure.label}" if line else measure.label


def _concluded(measure: str) -> str:
    """Findings by kind, completion by line of business; "" for anything else."""
    family, _, kind = measure.partition(".")
    if family == "finding" and kind.upper() in FindingKind.__members__:
        return f"存在问题·{FindingKind[kind.upper()].value}"
    if family == "completion":
        return f"{KIND_LABELS.get(kind, kind)}完成情况"
    return ""


def _short(key: str) -> str:
    return MEASURES[key].label if key in MEASURES else key


def _division(measure: Measure, parts: str) -> str:
    """网站采用270÷实报665, from the stored parts 270/665."""
    numerator, _, denominator = parts.partition("/")
    above, below = ([_short(key) for key in keys] for keys in (measure.numerator, measure.denominator))
    return f"{_added(above)}{numerator}÷{_added(below)}{denominator}"


def _added(labels: Sequence[str]) -> str:
    return labels[0] if len(labels) == 1 else f"（{'＋'.join(labels)}）"


def _listed(binding: Binding) -> str:
    """The units of a list, and of which item; or the items of one unit."""
    if binding.measure.startswith("items."):
        return f"{binding.item}（{wording.listing(binding.units)}，共{binding.value}项）"
    units = wording.sample(binding.units, NAMED) if binding.units else "无"
    return f"{units}（“{binding.item}”）" if binding.item else units


def _scope(binding: Binding) -> str:
    return "，".join(_scope_parts(binding))


def _scope_parts(binding: Binding) -> Iterator[str]:
    yield wording.sample(binding.units, NAMED) if binding.units else "全部单位"
    if binding.item:
        yield binding.item if "、" in binding.item else f"“{binding.item}”"
    if binding.window:
        yield _window(binding.window)


def _window(code: str) -> str:
    try:
        return Period.parse(code).label
    except TermError:
        return code
