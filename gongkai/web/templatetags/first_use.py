"""Whether anybody uses the workbench yet."""

from django import template

from gongkai.records.models import Person

register = template.Library()


@register.simple_tag
def nobody_yet() -> bool:
    """Before the first administrator nobody can sign in, and the page must say how one comes to be."""
    return not Person.objects.exists()
