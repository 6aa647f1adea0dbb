"""Every module that defines a kind is registered, and every form is sound."""

import importlib
import pkgutil

from gongkai import sources
from gongkai.measures.facts import FACTS
from gongkai.sources import registry
from gongkai.sources.forms import Form


def test_every_module_with_forms_is_listed():
    modules = [
        importlib.import_module(f"gongkai.sources.{each.name}")
        for each in pkgutil.iter_modules(sources.__path__)
    ]
    defined = {module.FORMS for module in modules if hasattr(module, "FORMS")}
    assert defined == set(registry.KINDS.values())


def test_the_kinds_are_those_of_the_facts():
    assert list(registry.KINDS) == list(FACTS)
    assert all(form.kind == kind for kind, forms in registry.KINDS.items() for form in forms)


def row_names(form: Form) -> list[str]:
    return [*(field.name for field in form.fields), *([form.series.name] if form.series else [])]


def test_the_fields_of_a_form_are_its_row_in_order():
    for form in registry.forms(None):
        assert list(form.row.__self__._fields) == row_names(form), form.title  # type: ignore[attr-defined]
        assert form.identity in row_names(form)


def test_no_header_means_two_fields_of_a_form():
    for form in registry.forms(None):
        known = [(header, field.name) for field in form.fields for header in set(field.headers)]
        assert len({header for header, _ in known}) == len(known), form.title
