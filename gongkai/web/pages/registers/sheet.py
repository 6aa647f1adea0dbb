"""A register as a spreadsheet: taken out, changed, handed in, looked at, written."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from gongkai.actions import editing, storing
from gongkai.actions.editing import Differs, EntryMoved
from gongkai.actions.entry_faults import EditError, EntryFault
from gongkai.actions.storing import FileRefused
from gongkai.notice import listing as workbooks
from gongkai.office import pack
from gongkai.office.editing import registers
from gongkai.records import packs, vault
from gongkai.records.models import StoredFile
from gongkai.sources.faults import FileFault, grouped
from gongkai.sources.registers import registry
from gongkai.web import acting, exports, kept_files
from gongkai.web.gate import OfficeRequest, page
from gongkai.web.pages.registers import changes, finding
from gongkai.web.pages.registers.forms import SheetForm
from gongkai.workflows.rights import Action

ACCEPTED = frozenset({storing.XLSX, storing.XLS})
MOST_SHOWN = 200
"""Faults, or changes of a kind, that a preview lists."""


@page(Action.REGISTERS_SEE)
def download(request: OfficeRequest, register: str) -> HttpResponse:
    """The register in the form in which it is handed in again. Units take out their own from the list."""
    known = finding.register(request, register)
    if register not in registry.REGISTERS or request.own_unit:
        raise Http404
    sheets = [
        workbooks.Sheet(one.title, [workbooks.Column(*column) for column in one.columns], one.rows, one.notes)
        for one in registry.rows(register, packs.current(request.office).office)
    ]
    return exports.attachment(
        f"{request.office.name}{known.title}.xlsx", exports.XLSX, workbooks.render(sheets)
    )


@page(Action.REGISTERS_EDIT, methods=("GET", "POST"))
def upload(request: OfficeRequest, register: str) -> HttpResponse:
    """Hand a register in; nothing is written before it was looked at."""
    known = _known(request, register)
    form = SheetForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        try:
            file = kept_files.keep(request, form.cleaned_data["file"], ACCEPTED)
            registry.read(register, vault.path(file.digest), packs.current(request.office).office)
        except (FileRefused, FileFault) as error:
            form.add_error("file", str(error))
        else:
            return redirect("register_preview", request.office.key, register, file.pk)
    context = {"form": form, "register": register, "known": known}
    return render(request, "registers/upload.html", context, status=422 if form.is_bound else 200)


@page(Action.REGISTERS_EDIT, methods=("GET", "POST"))
def preview(request: OfficeRequest, register: str, file: int) -> HttpResponse:
    """What the sheet would change; then change it."""
    known = _known(request, register)
    kept = get_object_or_404(
        StoredFile, pk=file, office=request.office, kept_by=acting.person(request), media_type__in=ACCEPTED
    )
    refused: list[str] = []
    status = 200
    if request.method == "POST":
        try:
            written = _install(request, register, kept)
        except EntryMoved as moved:
            refused, status = [str(moved)], 409
        except EditError as error:
            refused, status = [fault.message for fault in error.faults], 422
        else:
            messages.success(request, f"已按表格更新{known.title}：{_said(written)}。")
            return redirect("register", request.office.key, register)
    context = {"file": kept, "register": register, "known": known, "refused": refused}
    context |= _seen(request, register, kept)
    return render(request, "registers/preview.html", context, status=status)


def _known(request: OfficeRequest, register: str) -> registers.Register:
    if register not in registry.REGISTERS:
        raise Http404
    return finding.register(request, register)


def _install(request: OfficeRequest, register: str, kept: StoredFile) -> Differs:
    def read(office: pack.Office) -> pack.Office:
        found = registry.read(register, vault.path(kept.digest), office)
        if found.office is None:
            raise EditError([EntryFault("", str(fault)) for fault in found.faults])
        return found.office

    version = request.POST.get("version", "")
    return editing.install(
        request.office, register, read, version=version, by=acting.who(request), at=acting.now()
    )


def _seen(request: OfficeRequest, register: str, kept: StoredFile) -> dict[str, Any]:
    """The preview: what is wrong, or what would change."""
    office = packs.current(request.office).office
    found = registry.read(register, vault.path(kept.digest), office)
    alike = grouped(found.faults)
    seen: dict[str, Any] = {
        "version": registers.digest(office, register),
        "faults": [_fault(each) for each in alike[:MOST_SHOWN]],
        "count": len(found.faults),
    }
    if found.office is None:
        return seen
    differs = editing.differences(office, found.office, register)
    refusals = editing.refusals(request.office, found.office, register, differs)
    return seen | {
        "differs": differs,
        "rows": _rows(differs),
        "said": _said(differs),
        "refusals": refusals,
        "ready": not (differs.nothing or refusals),
    }


def _fault(alike: Any) -> str:
    return f"{alike.fault}（同样的问题共 {alike.times} 处）" if alike.times > 1 else str(alike.fault)


def _said(differs: Differs) -> str:
    counts = (("新增", differs.added), ("修改", differs.changed), ("删除", differs.removed))
    said = "，".join(f"{what} {len(entries)} 条" for what, entries in counts if entries)
    order = "调整顺序" if differs.reordered else ""
    return "，".join(filter(None, (said, order))) or "没有变化"


def _rows(differs: Differs) -> list[dict[str, Any]]:
    """A row a change: what, of which entry, and for a changed one what was and what will be."""
    rows: list[dict[str, Any]] = [
        {"what": "删除", "mark": "late", "key": key, "changes": ()}
        for key in list(differs.removed)[:MOST_SHOWN]
    ]
    rows += [
        {"what": "修改", "mark": "ask", "key": key, "changes": changes.between(_plain(old), _plain(new))}
        for key, (old, new) in list(differs.changed.items())[:MOST_SHOWN]
    ]
    rows += [
        {"what": "新增", "mark": "ok", "key": key, "changes": _new(entry)}
        for key, entry in list(differs.added.items())[:MOST_SHOWN]
    ]
    return rows


def _plain(entry: Any) -> dict[str, Any]:
    values: dict[str, Any] = entry.model_dump(mode="json")
    return values


def _new(entry: Any) -> list[changes.Change]:
    values = _plain(entry)
    filled = changes.between(dict.fromkeys(values), {name: value for name, value in values.items() if value})
    return [(label, "", after) for label, _, after in filled if after != changes.NOTHING]
