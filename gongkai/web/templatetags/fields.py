"""Fields of a form in the look of the house: label, control, help and what is wrong with it."""

from typing import Any

from django import template
from django.forms import BaseForm, BoundField, CheckboxInput, CheckboxSelectMultiple, RadioSelect, Select
from django.utils.safestring import SafeString

from gongkai.web import browsers

register = template.Library()


@register.inclusion_tag("parts/field.html")
def field(bound: BoundField, label: str = "", help_text: str | None = None) -> dict[str, Any]:
    """A field with its label, help and errors; other words than the form's own where they are given."""
    widget = bound.field.widget
    bound.label = label or bound.label
    bound.help_text = bound.help_text if help_text is None else help_text
    return {
        "field": bound,
        "control": control(bound),
        "boxed": isinstance(widget, CheckboxInput),
        "several": isinstance(widget, (CheckboxSelectMultiple, RadioSelect)),
    }


@register.inclusion_tag("parts/fields.html")
def fields(form: BaseForm) -> dict[str, Any]:
    """All of a form: what is wrong with it as a whole, then its fields."""
    return {"form": form}


@register.filter
def browser(agent: str) -> str:
    """What a browser calls itself → Edge，Windows."""
    return browsers.named(agent)


@register.filter
def control(bound: BoundField) -> SafeString:
    """The control alone. Django itself ties it to its help and its errors for readers of the screen."""
    widget = bound.field.widget
    name = "form-control"
    if isinstance(widget, CheckboxInput | CheckboxSelectMultiple | RadioSelect):
        name = "form-check-input"
    elif isinstance(widget, Select):
        name = "form-select"
    wrong = " is-invalid" if bound.errors else ""
    # a placeholder that repeats the label goes when it is needed most
    return bound.as_widget(attrs={"class": f"{name}{wrong}", "placeholder": False})
