"""Units, columns, accounts, outlets, time limits, working days; exemptions, and accounts on their way."""

from django.urls import path

from gongkai.web.pages.registers import (
    account_cases,
    calendar,
    entry,
    exemptions,
    listed,
    overview,
    sheet,
)

ROOM = "registers"
CASE = f"{ROOM}/account-cases/<int:number>"
EXEMPTION = f"{ROOM}/exemptions/<int:number>"

urls = [
    path(f"{ROOM}/", overview.index, name="registers"),
    path(f"{ROOM}/calendar/", calendar.current, name="calendar_now"),
    path(f"{ROOM}/calendar/<int:year>/", calendar.index, name="calendar"),
    path(f"{ROOM}/exemptions/", exemptions.index, name="exemptions"),
    path(f"{ROOM}/exemptions/new/", exemptions.new, name="exemption_new"),
    path(f"{EXEMPTION}/", exemptions.one, name="exemption"),
    path(f"{EXEMPTION}/file/", exemptions.file, name="exemption_file"),
    path(f"{EXEMPTION}/decide/", exemptions.decide, name="exemption_decide"),
    path(f"{EXEMPTION}/withdraw/", exemptions.withdraw, name="exemption_withdraw"),
    path(f"{ROOM}/account-cases/", account_cases.index, name="account_cases"),
    path(f"{ROOM}/account-cases/new/", account_cases.ask, name="account_case_new"),
    path(f"{ROOM}/account-cases/found/", account_cases.found, name="account_case_found"),
    path(f"{CASE}/", account_cases.one, name="account_case"),
    path(f"{CASE}/file/", account_cases.file, name="account_case_file"),
    path(f"{CASE}/ask/", account_cases.step_of_asking, name="account_case_ask"),
    path(f"{CASE}/confirm/", account_cases.step_of_head, name="account_case_confirm"),
    path(f"{CASE}/pass/", account_cases.step_of_office, name="account_case_pass"),
    path(f"{CASE}/record/", account_cases.step_of_clerk, name="account_case_record"),
    path(f"{ROOM}/<slug:register>/", listed.index, name="register"),
    path(f"{ROOM}/<slug:register>/new/", entry.new, name="register_new"),
    path(f"{ROOM}/<slug:register>/entry/", entry.show, name="register_entry"),
    path(f"{ROOM}/<slug:register>/save/", entry.save, name="register_save"),
    path(f"{ROOM}/<slug:register>/remove/", entry.remove, name="register_remove"),
    path(f"{ROOM}/<slug:register>/move/", entry.move, name="register_move"),
    path(f"{ROOM}/<slug:register>/sheet/", sheet.download, name="register_sheet"),
    path(f"{ROOM}/<slug:register>/upload/", sheet.upload, name="register_upload"),
    path(f"{ROOM}/<slug:register>/upload/<int:file>/", sheet.preview, name="register_preview"),
]
