"""People and their roles."""

from django.urls import path

from gongkai.web.pages.people import add, index, links, one, sheet, signing_in

urls = [
    path("people/", index.index, name="people"),
    path("people/new/", add.add, name="person_new"),
    path("people/sheet/", sheet.upload, name="people_sheet"),
    path("people/sheet/form/", sheet.form, name="people_sheet_form"),
    path("people/sheet/<int:file>/", sheet.preview, name="people_sheet_file"),
    path("people/<int:number>/", one.show, name="person"),
    path("people/<int:number>/roles/", one.change, name="person_roles"),
    path("people/<int:number>/link/", links.renew, name="person_link"),
    path("people/<int:number>/active/", one.activate, name="person_active"),
    path("people/<int:number>/unlock/", signing_in.unlock, name="person_unlock"),
    path("people/<int:number>/second-factor/", signing_in.forget, name="person_second_factor"),
    path("people/<int:number>/sessions/<int:session>/end/", signing_in.end, name="person_session_end"),
]
