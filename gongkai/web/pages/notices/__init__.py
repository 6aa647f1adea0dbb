"""The notice: wording, cross-check, reviews, issuing, receipts."""

from django.urls import path

from gongkai.web.pages.notices import (
    differences,
    editor,
    index,
    issued,
    palette,
    returned,
    steps,
    version,
    waive,
)

urls = [
    path("<period:period>/notices/", index.index, name="notices"),
    path("<period:period>/notices/edit/", editor.index, name="notice_edit"),
    path("<period:period>/notices/preview/", editor.preview, name="notice_preview"),
    path("<period:period>/notices/word/", palette.word, name="notice_word"),
    path("<period:period>/notices/compare/", differences.index, name="notice_compare"),
    path("<period:period>/notices/waive/", waive.index, name="notice_waive"),
    path("<period:period>/notices/versions/<int:number>/", version.index, name="notice_version"),
    path(
        "<period:period>/notices/versions/<int:number>/draft/<str:name>",
        version.draft,
        name="notice_draft_file",
    ),
    path("<period:period>/notices/versions/<int:number>/submit/", steps.submit, name="notice_submit"),
    path("<period:period>/notices/versions/<int:number>/check/", steps.check, name="notice_check"),
    path("<period:period>/notices/versions/<int:number>/approve/", steps.approve, name="notice_approve"),
    path("<period:period>/notices/versions/<int:number>/issue/", steps.issue, name="notice_issue"),
    path("<period:period>/notices/versions/<int:number>/returned/", returned.bring, name="notice_bring"),
    path("<period:period>/notices/returned/<int:number>/", returned.index, name="notice_returned"),
    path("<period:period>/notices/returned/<int:number>/settle/", returned.settle, name="notice_settle"),
    path("<period:period>/notices/returned/<int:number>/adopt/", returned.adopt, name="notice_adopt"),
    path("<period:period>/notices/issued/<int:number>/", issued.index, name="notice"),
    path("<period:period>/notices/issued/<int:number>/files/<str:name>", issued.file, name="notice_file"),
    path(
        "<period:period>/notices/issued/<int:number>/receipt/", issued.receive_notice, name="notice_receipt"
    ),
]
