"""A list of people from a spreadsheet: handed in, looked at, written."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from gongkai.actions import people_list, storing
from gongkai.actions.storing import FileRefused
from gongkai.notice import listing as workbooks
from gongkai.records import vault
from gongkai.records.models import StoredFile
from gongkai.sources.faults import FileFault
from gongkai.web import acting, exports, kept_files
from gongkai.web.forms import handed_in
from gongkai.web.gate import OfficeRequest, page
from gongkai.web.pages.people import links, presenting
from gongkai.web.pages.people.forms import SheetForm
from gongkai.workflows.rights import Action

ACCEPTED = frozenset({storing.XLSX, storing.XLS})


@page(Action.PEOPLE_MANAGE, methods=("GET", "POST"))
def upload(request: OfficeRequest) -> HttpResponse:
    """Hand in a list; nothing is written before it was looked at."""
    form = SheetForm(*handed_in(request))
    if form.is_valid():
        try:
            file = kept_files.keep(request, form.cleaned_data["file"], ACCEPTED)
            people_list.look(request.office, vault.path(file.digest))
        except (FileRefused, FileFault) as error:
            form.add_error("file", str(error))
        else:
            return redirect("people_sheet_file", request.office.key, file.pk)
    return render(request, "people/sheet.html", {"form": form}, status=422 if form.is_bound else 200)


@page(Action.PEOPLE_MANAGE, methods=("GET", "POST"))
def preview(request: OfficeRequest, file: int) -> HttpResponse:
    """What a list would change; then change it."""
    kept = get_object_or_404(
        StoredFile, pk=file, office=request.office, kept_by=acting.person(request), media_type__in=ACCEPTED
    )
    path = vault.path(kept.digest)
    if request.method == "POST":
        added = people_list.run(
            request.office, path, manager=acting.person(request), by=acting.who(request), at=acting.now()
        )
        if added:
            return links.shown(request, added)
        messages.success(request, "名单已写入，没有新增人员。")
        return redirect("people", request.office.key)
    seen = presenting.seen(people_list.look(request.office, path))
    return render(request, "people/preview.html", {"file": kept, "seen": seen})


@page(Action.PEOPLE_MANAGE)
def form(request: OfficeRequest) -> HttpResponse:
    """The sheet to fill in: blank, or with the people there are."""
    filled = "filled" in request.GET
    sheets = [
        workbooks.Sheet(one.title, [workbooks.Column(*column) for column in one.columns], one.rows, one.notes)
        for one in people_list.form(request.office, filled)
    ]
    name = f"人员名单{'' if filled else '（空表）'}.xlsx"
    return exports.attachment(name, exports.XLSX, workbooks.render(sheets))
