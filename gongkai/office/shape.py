"""The shape of a pack: a raw table → a model, or its faults in Chinese.

pydantic finds them all in one pass; here its findings are put into words and places of the file.
"""

import json
import re
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from gongkai.office.faults import Location, PackFault, Table, entry_name, key_path, shown, suggestion

Model = TypeVar("Model", bound=BaseModel)

EXPECTED = {
    "string_type": "应为带引号的文字",
    "int_type": "应为整数",
    "int_from_float": "应为整数",
    "bool_type": "应为 true 或 false",
    "decimal_type": "应为数字",
    "decimal_parsing": "应为数字",
    "finite_number": "应为数字",
    "tuple_type": "应为列表 [ … ]",
    "dict_type": "应为一组键值 {{ … }}",
    "model_type": "应为一组键值 {{ … }}",
    "enum": "应为以下之一：{expected}",
    "literal_error": "应为以下之一：{expected}",
    "union_tag_invalid": "kind 应为以下之一：{expected_tags}",
    "union_tag_not_found": "应有 kind，说明是哪一种规则",
    "greater_than": "应大于 {gt}",
    "greater_than_equal": "不得小于 {ge}",
    "less_than_equal": "不得大于 {le}",
    "too_short": "至少应有 {min_length} 项",
    "string_pattern_mismatch": "应以小写字母开头，只含小写字母、数字、_ 和 -",
}
"""pydantic's kind of error → what was expected, with the error's own context filled in."""


def shaped(model: type[Model], raw: Table, file: str, faults: list[PackFault]) -> Model | None:
    """The model that the table describes; None when it does not, with the reasons added to `faults`.

    Strict as JSON is: a number is no text and 1 is not true. A TOML date is taken for its text.
    """
    try:
        return model.model_validate_json(json.dumps(raw, default=str), strict=True)
    except ValidationError as error:
        details = [detail for detail in error.errors(include_url=False) if not _follows(detail)]
        faults += [_fault(model, raw, file, detail) for detail in details]
        return None


def _follows(detail: ErrorDetails) -> bool:
    """Whether a list is only called too short because its members have faults of their own."""
    return detail["type"] == "too_short" and len(detail["input"]) >= detail["ctx"]["min_length"]


def _fault(model: type[BaseModel], raw: Table, file: str, detail: ErrorDetails) -> PackFault:
    location = _in_file(raw, detail["loc"])
    found, expected = _words(model, detail)
    return PackFault(file, key_path(location), found, expected, entry_name(raw, location))


def _words(model: type[BaseModel], detail: ErrorDetails) -> tuple[str, str]:
    """What was found and what was expected."""
    context = detail.get("ctx", {})
    match detail["type"]:
        case "missing":
            return "缺少此项", "此项必填"
        case "extra_forbidden":
            keys = _keys_beside(model, detail["loc"])
            return "没有这个键", suggestion(str(detail["loc"][-1]), keys, f"此处可用：{'、'.join(keys)}")
        case "value_error":
            return str(context["error"]), ""
        case "too_short":
            return f"只有 {context['actual_length']} 项", _expected("too_short", context)
        case kind:
            return f"现为{shown(detail['input'])}", _expected(kind, context)


def _expected(kind: str, context: dict[str, Any]) -> str:
    # a kind not listed can only come with a new constraint in pack.py: show pydantic's name for it
    choices = {
        name: "、".join(re.findall(r"'([^']*)'", text))
        for name, text in context.items()
        if isinstance(text, str)
    }
    return EXPECTED.get(kind, f"不符合要求（{kind}）").format_map(context | choices)


def _in_file(raw: Table, location: Location) -> Location:
    """pydantic's location without the rule kinds it puts in where a rule is one of several models."""
    path: list[str | int] = []
    value: Any = raw
    for place, step in enumerate(location):
        last = place == len(location) - 1
        if isinstance(step, str) and isinstance(value, dict) and step not in value and not last:
            continue
        path.append(step)
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            value = None
    return tuple(path)


def _keys_beside(model: type[BaseModel], location: Location) -> list[str]:
    """The keys that may stand where the last step of the location stands."""
    models = [model]
    for step in location[:-1]:
        if isinstance(step, str):
            inner = [each.model_fields[step].annotation for each in models if step in each.model_fields]
            models = [found for kind in inner for found in _models(kind)] or _tagged(models, step)
    return sorted({name for each in models for name in each.model_fields})


def _models(annotation: Any) -> list[type[BaseModel]]:
    """The models that an annotation is made of: tuple[Unit, ...] → Unit."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for part in get_args(annotation) for model in _models(part)]


def _tagged(models: list[type[BaseModel]], tag: str) -> list[type[BaseModel]]:
    """Those of the models whose `kind` is the tag."""
    return [model for model in models if tag in get_args(model.model_fields["kind"].annotation)]
