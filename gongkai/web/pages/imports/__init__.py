"""Spreadsheets on their way in, and forms for what comes without one."""

from django.urls import path, register_converter

from gongkai.web.pages.imports import batch, entry, files, grid, index, periods, sheet, steps, upload
from gongkai.web.pages.imports.converters import EntryKind, GridKind

register_converter(EntryKind, "entry_kind")
register_converter(GridKind, "grid_kind")

HERE = "<period:period>/imports/"
ONE = f"{HERE}files/<int:number>/"
urls = [
    path(HERE, index.index, name="imports"),
    path(ONE, upload.index, name="upload"),
    path(f"{ONE}sheets/<int:place>/", sheet.index, name="upload_sheet"),
    path(f"{ONE}sheets/<int:place>/forget/", sheet.forget, name="upload_sheet_forget"),
    path(f"{ONE}answers/", steps.answer, name="upload_answer"),
    path(f"{ONE}steps/", steps.step, name="upload_step"),
    path(f"{ONE}period/", periods.move, name="upload_period"),
    path(f"{ONE}original/", files.original, name="upload_original"),
    path(f"{ONE}marked/", files.marked, name="upload_marked"),
    path(f"{HERE}batches/<int:number>/", batch.index, name="batch"),
    path(f"{HERE}batches/<int:number>/undo/", batch.undo, name="batch_undo"),
    path(f"{HERE}entry/<entry_kind:kind>/", entry.index, name="entry"),
    path(f"{HERE}monthly/<grid_kind:kind>/", grid.index, name="grid"),
]
