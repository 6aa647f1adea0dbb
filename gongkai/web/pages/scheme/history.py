"""Earlier versions of the scheme, any two side by side."""

from difflib import SequenceMatcher

from django.http import Http404, HttpResponse
from django.shortcuts import render

from gongkai.records import schemes
from gongkai.records.schemes import Version
from gongkai.web.gate import OfficeRequest, page
from gongkai.workflows.rights import Action

Line = tuple[str, str]
"""del, ins or same, and the text."""


@page(Action.SCHEME_EDIT)
def index(request: OfficeRequest) -> HttpResponse:
    """`before` and `after` in the address are numbers of versions; without them the last two."""
    found = schemes.versions(request.office)
    by_number = {str(version.number): version for version in found}
    after = _chosen(request, "after", by_number, found[:1])
    before = _chosen(request, "before", by_number, found[1:2] or found[:1])
    context = {
        "versions": found,
        "before": before,
        "after": after,
        "lines": list(changed_lines(before.text, after.text)) if before and after else [],
    }
    return render(request, "scheme/versions.html", context)


def _chosen(
    request: OfficeRequest, name: str, versions: dict[str, Version], otherwise: list[Version]
) -> Version | None:
    asked = request.GET.get(name)
    if asked is None:
        return next(iter(otherwise), None)
    if asked not in versions:
        raise Http404
    return versions[asked]


def changed_lines(before: str, after: str) -> list[Line]:
    """The lines taken out and put in, in order; what stays is left out."""
    old, new = before.splitlines(), after.splitlines()
    lines: list[Line] = []
    for kind, old_from, old_to, new_from, new_to in SequenceMatcher(
        None, old, new, autojunk=False
    ).get_opcodes():
        if kind != "equal":
            lines += [("del", line) for line in old[old_from:old_to]]
            lines += [("ins", line) for line in new[new_from:new_to]]
    return lines
