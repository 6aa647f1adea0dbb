"""Problems followed to their close."""

from django.urls import path

from gongkai.web.pages.rectifications import board, chase, item, listed, repeated, steps

urls = [
    path("rectifications/", board.index, name="rectifications"),
    path("rectifications/list/", listed.index, name="rectification_list"),
    path("rectifications/repeats/", repeated.index, name="rectification_repeats"),
    path("rectifications/chase/", chase.index, name="rectification_chase"),
    path("rectifications/chase/remind/", chase.remind, name="rectification_chase_remind"),
    path("rectifications/chase/hand-over/", chase.hand_over, name="rectification_chase_hand_over"),
    path("rectifications/<int:number>/", item.index, name="rectification"),
    path("rectifications/<int:number>/scan/<int:event>/", item.scan, name="rectification_scan"),
    path("rectifications/<int:number>/answer/", steps.answer, name="rectification_answer"),
    path("rectifications/<int:number>/judge/", steps.judge, name="rectification_judge"),
    path("rectifications/<int:number>/cancel/", steps.cancel, name="rectification_cancel"),
    path("rectifications/<int:number>/remind/", steps.remind, name="rectification_remind"),
    path("rectifications/<int:number>/hand-over/", steps.hand_over, name="rectification_hand_over"),
    path("rectifications/<int:number>/supervise/", steps.supervise, name="rectification_supervise"),
]
