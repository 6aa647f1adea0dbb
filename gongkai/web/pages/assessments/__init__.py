"""Points, ranks and problems, each with its reason; adjustments, objections, publishing."""

from django.urls import path

from gongkai.web.pages.assessments import (
    adjustments,
    compare,
    course,
    figure,
    index,
    league,
    objections,
    scorecard,
)

ROOM = "<period:period>/assessments"

urls = [
    path(f"{ROOM}/", index.index, name="assessments"),
    path(f"{ROOM}/run/", course.run, name="assessments_run"),
    path(f"{ROOM}/show/", course.show, name="assessments_show"),
    path(f"{ROOM}/confirm/", course.confirm, name="assessments_confirm"),
    path(f"{ROOM}/publish/", course.put_out, name="assessments_publish"),
    path(f"{ROOM}/withdraw/", course.withdraw, name="assessments_withdraw"),
    path(f"{ROOM}/compare/", compare.index, name="assessments_compare"),
    path(f"{ROOM}/league/", league.index, name="league"),
    path(f"{ROOM}/scorecards/<path:unit>/", scorecard.index, name="scorecard"),
    path(f"{ROOM}/adjustments/", adjustments.index, name="adjustments"),
    path(f"{ROOM}/adjustments/new/", adjustments.new, name="adjustment_new"),
    path(f"{ROOM}/adjustments/<int:number>/undo/", adjustments.take_back, name="adjustment_undo"),
    path(f"{ROOM}/adjustments/evidence/<int:number>/", adjustments.evidence, name="adjustment_evidence"),
    path(f"{ROOM}/objections/", objections.index, name="objections"),
    path(f"{ROOM}/objections/new/", objections.new, name="objection_new"),
    path(f"{ROOM}/objections/<int:number>/", objections.one, name="objection"),
    path(f"{ROOM}/objections/<int:number>/decide/", objections.decide, name="objection_decide"),
    path(f"{ROOM}/objections/<int:number>/withdraw/", objections.withdraw, name="objection_withdraw"),
    path(f"{ROOM}/objections/<int:number>/evidence/", objections.evidence, name="objection_evidence"),
    path("<period:period>/figure/", figure.index, name="figure"),
]
