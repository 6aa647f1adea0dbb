"""A sheet and its columns: what each was taken for, and where a person says otherwise."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from gongkai.actions import importing, mapping, seen
from gongkai.actions.upload_steps import UploadError, UploadMoved
from gongkai.office import pack
from gongkai.records import packs
from gongkai.records.models import Upload
from gongkai.sources import adjusting
from gongkai.sources.adjusting import FormChoice
from gongkai.sources.faults import Fault
from gongkai.sources.layouts import SheetLayout
from gongkai.sources.mappings import SheetMapping
from gongkai.web import acting
from gongkai.web.forms import version
from gongkai.web.gate import OfficeRequest, page
from gongkai.web.jobs import uploads as jobs
from gongkai.web.pages.imports import finding
from gongkai.workflows.rights import Action
from gongkai.workflows.states import WrongMove

MARK = "|"
"""Between kind and title in the value of a choice."""
SKIP = "skip"


@dataclass(frozen=True)
class Asked:
    """The sheet under the header that is spoken of, the form it is kept in ("" for none) and the fields of its
    columns; `wrong` is what cannot be taken of it."""

    upload: Upload
    place: int
    sheet: dict[str, Any]
    layout: SheetLayout
    form: str
    fields: Sequence[str]
    wrong: Sequence[Fault] = ()
    fault: str = ""
    remember: bool = True


@page(Action.IMPORTS_WRITE, methods=("GET", "POST"))
def index(request: OfficeRequest, number: int, place: int) -> HttpResponse:
    """The form for one sheet; GET may name another form or header to begin with."""
    upload = finding.upload(request, number)
    sheet = _sheet(upload, place)
    if request.method == "POST":
        return _said(request, upload, place, sheet)
    layout = _layout(upload, sheet, request.GET.get("header", ""))
    form, fields = _begun(request, layout)
    return _shown(request, Asked(upload, place, sheet, layout, form, fields))


@page(Action.IMPORTS_WRITE, methods=("POST",))
def forget(request: OfficeRequest, number: int, place: int) -> HttpResponse:
    """Leave the sheet to recognition again."""
    upload = finding.upload(request, number)
    signature = _sheet(upload, place)["signature"]
    moved = mapping.forget(request.office, number, signature=signature, **_acting(request))
    jobs.ask(moved, acting.who(request))
    messages.success(request, "已改由系统识别，并重新读取。")
    return redirect("upload", request.office.key, request.period, number)


def _said(request: OfficeRequest, upload: Upload, place: int, sheet: dict[str, Any]) -> HttpResponse:
    layout = _layout(upload, sheet, request.POST.get("header", ""))
    form = request.POST.get("form", "")
    fields = [request.POST.get(f"field-{column.index}", "") for column in layout.columns]
    remember = bool(request.POST.get("remember"))
    asked = Asked(upload, place, sheet, layout, form, fields, remember=remember)
    kind, _, title = ("", "", "") if form == SKIP else form.partition(MARK)
    said = SheetMapping(kind, title, tuple(fields) if kind else ())
    if not form:
        return _shown(request, asked, "请先选择这是哪一种表", status=422)
    wrong = mapping.faults(layout, said, office=_office(request), period=request.period)
    if wrong:
        return _shown(request, asked, "列对应还有问题，请按提示修改", wrong, status=422)
    try:
        moved = mapping.say(
            request.office,
            upload.pk,
            layout=layout,
            said=said,
            remember=remember,
            former=sheet["signature"],
            **_acting(request),
        )
    except (UploadError, WrongMove) as refusal:
        status = 409 if isinstance(refusal, (UploadMoved, WrongMove)) else 422
        return _shown(request, asked, str(refusal), status=status)
    jobs.ask(moved, acting.who(request))
    return redirect("upload", request.office.key, request.period, upload.pk)


def _shown(
    request: OfficeRequest, asked: Asked, fault: str = "", wrong: Sequence[Fault] = (), status: int = 200
) -> HttpResponse:
    choices = adjusting.choices(_office(request), request.period)
    chosen = _choice(choices, asked.form)
    columns = [
        {
            "column": column,
            "samples": _samples(asked, column.index),
            "field": field,
            "wrong": [each for each in wrong if each.column == column.letter],
        }
        for column, field in zip(asked.layout.columns, asked.fields, strict=True)
    ]
    context = {
        "asked": asked,
        "upload": asked.upload,
        "fault": fault,
        "wrong": [each for each in wrong if not each.column],
        "choices": choices,
        "chosen": chosen,
        "skip": SKIP,
        "mark": MARK,
        "columns": columns,
        "beyond": max(0, asked.sheet["width"] - len(asked.layout.columns)),
        "headers": _headers(asked) if "headers" in request.GET else None,
        # whoever was told that somebody else was first may send the form again
        "version": asked.upload.version
        if status == 409
        else request.POST.get("version", asked.upload.version),
    }
    return render(request, "imports/sheet.html", context, status=status)


def _sheet(upload: Upload, place: int) -> dict[str, Any]:
    """The sheet at a place of the preview. Raises Http404 for one that is not there or cannot be mapped."""
    sheets = upload.seen.get("sheets", [])
    if place >= len(sheets) or not sheets[place]["adjustable"]:
        raise Http404
    found: dict[str, Any] = sheets[place]
    return found


def _layout(upload: Upload, sheet: dict[str, Any], signature: str) -> SheetLayout:
    """The sheet under the header with that signature, the one it was read under where none is named."""
    if signature in ("", sheet["signature"]):
        return seen.layout(sheet)
    for each in _headers_of(upload, sheet["sheet"]):
        if each.signature == signature:
            return each
    raise Http404


def _headers_of(upload: Upload, sheet: str) -> list[SheetLayout]:
    """The sheet under each header it might have, samples masked."""
    file = upload.file
    found = adjusting.headers_of(importing.path(file), sheet, file.name)
    return [seen.layout(seen.kept(each)) for each in found]


def _headers(asked: Asked) -> list[SheetLayout]:
    return _headers_of(asked.upload, asked.sheet["sheet"])


def _begun(request: OfficeRequest, layout: SheetLayout) -> tuple[str, Sequence[str]]:
    """The form and fields to begin with: as read, or as the words of the header suggest for another form."""
    read_as = f"{layout.kind}{MARK}{layout.form}" if layout.kind else ""
    if layout.mapped and not layout.kind:
        read_as = SKIP
    form = request.GET.get("form", read_as)
    if form == read_as or form in ("", SKIP):
        return form, layout.fields
    kind, _, title = form.partition(MARK)
    office = _office(request)
    return form, adjusting.suggest(layout, kind=kind, form=title, office=office, period=request.period)


def _choice(choices: Sequence[FormChoice], form: str) -> FormChoice | None:
    return next((each for each in choices if f"{each.kind}{MARK}{each.form}" == form), None)


def _samples(asked: Asked, index: int) -> Sequence[str]:
    return asked.layout.columns[index].samples


def _office(request: OfficeRequest) -> pack.Office:
    return packs.current(request.office).office


def _acting(request: OfficeRequest) -> dict[str, Any]:
    return {
        "version": version(request),
        "actor": request.actor,
        "by": acting.who(request),
        "at": acting.now(),
    }
