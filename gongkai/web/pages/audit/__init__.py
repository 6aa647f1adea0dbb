"""What was changed, by whom, and that nobody has changed the record of it."""

from django.urls import path

from gongkai.web.pages.audit import checks, entry, index

urls = [
    path("audit/", index.index, name="audit"),
    path("audit/<int:number>/", entry.index, name="audit_entry"),
    path("audit/verify/", checks.ask, name="audit_verify"),
    path("audit/checks/<int:number>/", checks.index, name="audit_check"),
]
