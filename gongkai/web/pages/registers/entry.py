"""One entry of a register: looked at with its history, changed, added, taken out, moved.

A row of the list turns into the form where there is script (`row` in the address); else it is a page.
"""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from gongkai.actions import editing
from gongkai.actions.editing import EntryMoved
from gongkai.actions.entry_faults import EditError
from gongkai.office import pack
from gongkai.office.editing import registers
from gongkai.office.editing.registers import REGISTERS
from gongkai.records import naming, packs, register_history
from gongkai.web import acting
from gongkai.web.gate import OfficeRequest, page
from gongkai.web.pages.registers import changes, finding, listed, presenting
from gongkai.web.pages.registers.forms import EntryForm
from gongkai.workflows.rights import Action


@page(Action.REGISTERS_SEE)
def show(request: OfficeRequest, register: str) -> HttpResponse:
    """Look at an entry; whoever may edit has it as a form."""
    key = request.GET.get("entry", "")
    office, entry = finding.entry(request, register, key)
    if request.GET.get("row") == "shown":
        return _row(request, register, office, entry)
    form = EntryForm(register=register, office=office, former=entry)
    return _shown(request, register, key, office, entry, form, 200)


@page(Action.REGISTERS_EDIT, methods=("POST",))
def save(request: OfficeRequest, register: str) -> HttpResponse:
    """Change an entry."""
    key = request.POST.get("entry", "")
    office, former = finding.entry(request, register, key)
    form = EntryForm(request.POST, register=register, office=office, former=former)
    status = 422
    if form.is_valid():
        try:
            carried = editing.replace(
                request.office,
                register,
                key,
                form.entry,
                version=request.POST.get("version", ""),
                by=acting.who(request),
                at=acting.now(),
            )
        except EntryMoved as moved:
            form.add_error(None, str(moved))
            status = 409
            office, former = finding.entry(request, register, key)
        except EditError as error:
            form.refuse(error)
        else:
            return _saved(request, register, REGISTERS[register].key(form.entry), carried)
    return _shown(request, register, key, office, former, form, status)


@page(Action.REGISTERS_EDIT, methods=("GET", "POST"))
def new(request: OfficeRequest, register: str) -> HttpResponse:
    """Add an entry."""
    known = finding.register(request, register)
    if known.alone:
        raise Http404
    form = EntryForm(request.POST or None, register=register, office=packs.current(request.office).office)
    if form.is_valid():
        try:
            editing.add(request.office, register, form.entry, by=acting.who(request), at=acting.now())
        except EditError as error:
            form.refuse(error)
        else:
            messages.success(request, f"已登记{known.noun}“{known.key(form.entry)}”。")
            return redirect("register", request.office.key, register)
    context = {"form": form, "register": register, "known": known}
    return render(request, "registers/new.html", context, status=422 if form.is_bound else 200)


@page(Action.REGISTERS_EDIT, methods=("POST",))
def remove(request: OfficeRequest, register: str) -> HttpResponse:
    """Take an entry out."""
    key, known = request.POST.get("entry", ""), finding.register(request, register)
    finding.entry(request, register, key)
    if known.alone:
        raise Http404
    version = request.POST.get("version", "")
    editing.remove(request.office, register, key, version=version, by=acting.who(request), at=acting.now())
    messages.success(request, f"已从{known.title}中删除“{key}”。")
    return redirect("register", request.office.key, register)


@page(Action.REGISTERS_EDIT, methods=("POST",))
def move(request: OfficeRequest, register: str) -> HttpResponse:
    """Put an entry one place further up or down."""
    key, known = request.POST.get("entry", ""), finding.register(request, register)
    finding.entry(request, register, key)
    if not known.ordered or known.alone:
        raise Http404
    up = request.POST.get("to") == "up"
    editing.move(request.office, register, key, up=up, by=acting.who(request), at=acting.now())
    number = request.POST.get("page", "")
    list_page = reverse("register", args=(request.office.key, register))
    return redirect(f"{list_page}?page={number}" if number.isdecimal() else list_page)


def _shown(
    request: OfficeRequest,
    register: str,
    key: str,
    office: pack.Office,
    entry: Any,
    form: EntryForm,
    status: int,
) -> HttpResponse:
    in_row = "row" in request.GET
    known = REGISTERS[register]
    context = {
        "form": form,
        "register": register,
        "known": known,
        "key": key,
        "name": _named(register, entry),
        "version": registers.version(entry),
        "in_row": in_row,
        "width": 1 if known.alone else len(presenting.columns(register)) + 1,
        "spoken": naming.in_words(naming.spoken_of(request.office, register, key)),
    }
    if in_row:
        # a page that is swapped in must come with a status that the script takes for the form again
        return render(request, "registers/row_form.html", context, status=422 if status == 409 else status)
    history = register_history.of(request.office, register, key)
    context |= {
        "details": presenting.details(register, entry, office),
        "hint": presenting.HINTS[register] if known.alone else "",
        "history": [changes.told(each, register) for each in history],
        "exemptions": entry.exemptions if register == "columns" else (),
    }
    return render(request, "registers/entry.html", context, status=status)


def _named(register: str, entry: Any) -> str:
    """What the page calls the entry: as the first column of its list does."""
    known = REGISTERS[register]
    if known.alone:
        return known.title
    if register == "limits":
        shown = presenting.row(register, 0, entry, "-")
        return f"{shown['kind']}{shown['type']}"
    return known.key(entry)


def _saved(request: OfficeRequest, register: str, key: str, carried: dict[str, int]) -> HttpResponse:
    known = REGISTERS[register]
    said = f"已保存{f'“{key}”' if key and register != 'limits' else known.title}。"
    if carried:
        said += f"随之改名的数据：{naming.in_words(carried)}。"
    if "row" in request.GET:
        office, entry = finding.entry(request, register, key)
        return _row(request, register, office, entry, said)
    messages.success(request, said)
    return redirect(presenting.address("register_entry", request.office.key, register, key))


def _row(
    request: OfficeRequest, register: str, office: pack.Office, entry: Any, said: str = ""
) -> HttpResponse:
    """The row as the list has it, after a change with what was done."""
    known = REGISTERS[register]
    place = registers.place(office, register, known.key(entry)) + 1
    row = presenting.row(register, place, entry, request.office.key)
    context = {
        "row": listed.lined(row, presenting.columns(register)),
        "register": register,
        "known": known,
        "said": said,
        "last": len(known.entries(office)),
        "movable": known.ordered,
    }
    return render(request, "registers/row_saved.html", context, status=201 if said else 200)
