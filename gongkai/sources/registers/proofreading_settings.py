"""校对设置 as a form: how personal data is cut, and where the layout of documents differs from the standard."""

from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from gongkai.office.proofreading import ProofreadingSettings
from gongkai.proofreading.layout.rules import RULES
from gongkai.proofreading.masking import PROFILES
from gongkai.sources.faults import CellFault, Code
from gongkai.sources.registers import parsing
from gongkai.sources.registers.form import Field

_RULE_KEYS = {rule.name: rule.key for rule in RULES}
_RULE_NAMES = {rule.key: rule.name for rule in RULES}


def fields() -> Mapping[str, Field]:
    """The fields of the form; a blank one is as in the standard."""
    masks, margin = tuple(PROFILES), _between(5, 100, "毫米")
    return {
        "mask": Field("脱敏方式", parsing.among(masks), required=True, choices=masks),
        "title_fonts": Field("另外认可的标题字体", parsing.names, blank=()),
        "body_fonts": Field("另外认可的正文字体", parsing.names, blank=()),
        "top_margin": Field("上边距（毫米，国标37）", margin, blank=None),
        "left_margin": Field("左边距（毫米，国标28）", margin, blank=None),
        "bottom_margin": Field("下边距（毫米，国标35）", margin, blank=None),
        "right_margin": Field("右边距（毫米，国标26）", margin, blank=None),
        "pitch": Field("行距（磅，国标28.95）", _between(12, 60, "磅"), blank=None),
        "unchecked": Field("不检查的格式", _rules, blank=()),
    }


def texts(settings: ProofreadingSettings) -> dict[str, str]:
    """What the form holds."""
    held = {name: _text(getattr(settings, name)) for name in fields()}
    held["mask"] = settings.mask if settings.mask in PROFILES else next(iter(PROFILES))
    names = (_RULE_NAMES[key] for key in settings.unchecked if key in _RULE_NAMES)
    return held | {"unchecked": parsing.BETWEEN.join(names)}


def _text(value: Any) -> str:
    return parsing.BETWEEN.join(value) if isinstance(value, tuple) else "" if value is None else str(value)


def _rules(text: str) -> tuple[str, ...]:
    """Names of rules of layout → their keys."""
    known = parsing.among(_RULE_KEYS)
    return tuple(dict.fromkeys(_RULE_KEYS[known(name)] for name in parsing.names(text)))


def _between(least: int, most: int, unit: str) -> Callable[[str], Decimal]:
    def parse(text: str) -> Decimal:
        try:
            number = Decimal(text)
        except InvalidOperation:
            number = Decimal("NaN")
        if not number.is_finite() or not least <= number <= most:
            raise CellFault(Code.REGISTER_VALUE, f"不是{least}至{most}的数", f"请填写{unit}数，例如 28")
        return number

    return parse
