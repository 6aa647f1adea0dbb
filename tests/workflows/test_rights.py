"""Who may do what, and the sentence that says so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.workflows import rights
from gongkai.workflows.rights import GRANTS, Action, Actor, Forbidden, can, check_can, only_unit
from gongkai.workflows.roles import ROLE_LABELS, UNIT_ROLES, Role, in_words

REVIEWS = (Action.NOTICES_REVIEW_DRAFT, Action.NOTICES_REVIEW_FACTS, Action.NOTICES_REVIEW_LEAD)
SEEING = {action.value.split(".")[0]: action for action in Action if action.value.endswith(".see")}


def actor(*roles: Role, unit: str | None = None) -> Actor:
    return Actor("某某", frozenset(roles), unit)


def refusal(who: Actor, action: Action, unit: str | None = None) -> str:
    with pytest.raises(Forbidden) as caught:
        check_can(who, action, unit)
    return str(caught.value)


@pytest.mark.parametrize("action", Action)
def test_every_action_has_a_line_and_somebody_to_do_it(action):
    assert GRANTS[action]


@pytest.mark.parametrize("action", Action)
def test_the_table_alone_decides_in_which_roles_an_action_is_done(action):
    allowed = {role for role in Role if can(actor(role, unit="财政局"), action)}
    assert allowed == GRANTS[action]


@pytest.mark.parametrize("action", Action)
def test_without_a_role_nothing_is_done(action):
    assert refusal(actor(), action) == f"您的账号还没有身份，不能{action.label}，请联系管理员授予身份"


def test_an_action_without_a_line_is_denied_even_to_all_roles_together(monkeypatch):
    monkeypatch.setattr(rights, "GRANTS", {})
    assert "没有开放给任何身份" in refusal(actor(*Role, unit="财政局"), Action.OFFICE_SEE)


def test_the_refusal_says_who_may_and_who_one_is():
    liaison = actor(Role.LIAISON, unit="财政局")
    assert refusal(liaison, Action.IMPORTS_UNDO) == "撤销导入由经办或管理员办理，您现在的身份是信息员"
    assert refusal(liaison, Action.AUDIT_SEE) == "查看审计记录限于审计员或管理员，您现在的身份是信息员"


def test_a_unit_role_acts_for_its_own_unit_only():
    liaison = actor(Role.LIAISON, unit="财政局")
    check_can(liaison, Action.OBJECTIONS_MAKE, "财政局")
    assert refusal(liaison, Action.OBJECTIONS_MAKE, "教体局") == (
        "提出异议限于本单位：您是财政局的信息员，不能代教体局办理"
    )
    assert refusal(liaison, Action.FACTS_SEE, "教体局") == (
        "查看数据明细限于本单位：您是财政局的信息员，不能查看教体局的内容"
    )


def test_a_unit_role_without_a_unit_sees_nothing_rather_than_everything():
    assert "请联系管理员补写" in refusal(actor(Role.HEAD), Action.FACTS_SEE)
    assert "请联系管理员补写" in refusal(actor(Role.HEAD, unit=""), Action.FACTS_SEE, "财政局")


def test_a_list_is_narrowed_to_the_unit_of_a_unit_role_and_to_none_for_the_office():
    assert only_unit(actor(Role.LIAISON, unit="财政局"), Action.FACTS_SEE) == "财政局"
    assert only_unit(actor(Role.CLERK), Action.FACTS_SEE) is None


def test_a_clerk_who_is_also_a_liaison_sees_all_but_signs_for_one_unit():
    both = actor(Role.CLERK, Role.LIAISON, unit="财政局")
    assert only_unit(both, Action.FACTS_SEE) is None
    assert only_unit(both, Action.RECEIPTS_GIVE) == "财政局"
    assert not can(both, Action.RECEIPTS_GIVE, "教体局")


def test_the_office_does_not_answer_for_a_unit():
    office = actor(Role.CLERK, Role.DIRECTOR, Role.LEADER, Role.ADMINISTRATOR)
    for action in (Action.OBJECTIONS_MAKE, Action.RECEIPTS_GIVE, Action.RECTIFICATIONS_ANSWER):
        assert not can(office, action, "财政局")


@pytest.mark.parametrize("role", [Role.OBSERVER, Role.AUDITOR])
def test_observer_and_auditor_only_read(role):
    assert all(action.reads for action in Action if role in GRANTS[action])


def test_an_administrator_neither_reviews_nor_issues_nor_decides():
    forbidden = {*REVIEWS, Action.NOTICES_ISSUE, Action.NOTICES_WAIVE, Action.OBJECTIONS_DECIDE}
    forbidden |= {Action.ASSESSMENTS_PUBLISH, Action.EXEMPTIONS_DECIDE, Action.ADJUSTMENTS_ENTER}
    assert not [action for action in forbidden if Role.ADMINISTRATOR in GRANTS[action]]


def test_the_supervision_office_changes_nothing_but_rectifications():
    changed = {action for action in Action if Role.SUPERVISION in GRANTS[action] and not action.reads}
    assert changed == {Action.RECTIFICATIONS_REMIND, Action.RECTIFICATIONS_SUPERVISE}


def test_no_role_may_do_two_of_the_three_reviews():
    reviewers = [role for review in REVIEWS for role in GRANTS[review]]
    assert len(reviewers) == len(set(reviewers)) == 3


def test_units_see_no_draft():
    drafts = (Action.ASSESSMENTS_SEE_DRAFTS, Action.NOTICES_SEE_DRAFTS)
    assert not any(GRANTS[action] & UNIT_ROLES for action in drafts)


@pytest.mark.parametrize("action", [action for action in Action if action.value.split(".")[0] in SEEING])
def test_whoever_acts_on_a_thing_may_see_it(action):
    assert GRANTS[action] <= GRANTS[SEEING[action.value.split(".")[0]]]


@given(
    st.frozensets(st.sampled_from(Role)),
    st.sampled_from(Action),
    st.sampled_from([None, "财政局", "教体局"]),
    st.sampled_from([None, "财政局"]),
)
def test_more_roles_never_allow_less_and_office_roles_decide_beyond_the_own_unit(roles, action, unit, own):
    allowed = can(Actor("某某", roles, own), action, unit)
    alone = [can(Actor("某某", frozenset({role}), own), action, unit) for role in roles]
    assert allowed == any(alone)


def test_roles_are_stored_by_their_english_codes():
    assert Role("clerk") is Role.CLERK
    assert str(Role.SUPERVISION) == "supervision"
    assert all(code.isascii() and label and not label.isascii() for code, label in ROLE_LABELS.items())


def test_roles_in_words_stand_in_one_order_whatever_the_set():
    assert in_words({Role.ADMINISTRATOR, Role.CLERK, Role.HEAD}, "或") == "经办、单位负责人或管理员"
    assert in_words({Role.CLERK}) == "经办"
    assert in_words(set()) == ""


def test_every_label_of_an_action_is_its_own():
    assert len({action.label for action in Action}) == len(Action)
