"""What the pages of assessments print besides the common words."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from gongkai.workflows import assessments, objections

register = template.Library()
TONES = {
    assessments.State.SHOWN: "warning",
    assessments.State.PUBLISHED: "success",
    objections.State.MADE: "warning",
    objections.State.ACCEPTED: "success",
    objections.State.PARTLY: "success",
    objections.State.REJECTED: "danger",
}


@register.filter
def result_badge(state: str) -> SafeString:
    """The state of a result: 未送核对, 单位核对中, 已发布."""
    return _badge(assessments.State(state))


@register.filter
def objection_badge(state: str) -> SafeString:
    """The state of an objection: 待决定, 已采纳…"""
    return _badge(objections.State(state))


def _badge(state: assessments.State | objections.State) -> SafeString:
    return format_html('<span class="badge bg-{}-lt">{}</span>', TONES.get(state, "secondary"), state.label)
