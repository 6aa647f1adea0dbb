"""What stands after a cue: for each cue its recogniser."""

from collections.abc import Callable, Iterator

from gongkai.proofreading.hits import Found
from gongkai.proofreading.personal import accounts, addresses, birth, dotted, names, papers, people, phones
from gongkai.proofreading.personal.contacts import of_an_office
from gongkai.proofreading.personal.context import Context
from gongkai.proofreading.personal.cues import MEANINGS, Cue
from gongkai.proofreading.personal.kinds import Kind
from gongkai.proofreading.personal.plates import plate

Recogniser = Callable[[Context, int, int], Found | None]

_ONE: dict[Cue, Recogniser] = {
    Cue.PASSPORT: lambda context, start, end: papers.passport(context.text, end),
    Cue.PERMIT: lambda context, start, end: papers.permit(context.text, end),
    Cue.WECHAT: lambda context, start, end: accounts.wechat(context.text, start, end),
    Cue.QQ: lambda context, start, end: accounts.qq(context.text, start, end, context.allowed),
    Cue.AT: lambda context, start, end: accounts.mail(context, start),
    Cue.PLATE: lambda context, start, end: plate(context.text, start, end),
    Cue.PHONE: phones.local,
    Cue.PHONE_OF_A_PERSON: phones.local,
    Cue.HOME: lambda context, start, end: addresses.after_cue(context, end, Cue.HOME),
    Cue.PLACE: lambda context, start, end: addresses.after_cue(context, end, Cue.PLACE),
    Cue.BIRTH: lambda context, start, end: birth.after(context.text, end, context.today),
    Cue.BORN: lambda context, start, end: birth.before(context.text, start, end, context.today),
    Cue.COURTESY: lambda context, start, end: people.addressed(context.text, start, end),
    Cue.COMRADE: lambda context, start, end: people.addressed(context.text, start, end),
    Cue.GENDER: lambda context, start, end: people.before(context.text, start),
    Cue.DOTTED: dotted.find,
    Cue.OTHER_FIGURE: lambda context, start, end: context.disguises.append(start),
    Cue.LISTED: lambda context, start, end: context.announced.append(end),
    Cue.REVERSED: lambda context, start, end: context.disguises.append(start),
}
"""Cues beside which one thing stands."""

_RECOGNISERS = tuple(map(_ONE.get, MEANINGS))
_NAMING = (Cue.PERSON, Cue.KIN, Cue.GENERAL_PERSON, Cue.ANYBODY, Cue.CONTACT)
_CERTAIN = (Cue.PERSON, Cue.KIN)
_IS_NAMING = tuple(cue in _NAMING for cue in MEANINGS)
_ANNOUNCES = tuple(cue in _NAMING or cue in _ONE for cue in MEANINGS)
_MARKS = frozenset(":：\t|（(为姓名 \u3000\n")
"""What can stand between a cue and a name."""

_SENTENCE = 60
"""Characters after a cue in which it is said that somebody is honoured."""
_LEADING = _MARKS | names.BEGINNINGS


def after_cues(context: Context, counted: list[Found]) -> Iterator[Found]:
    """Everything that a cue announces, except the numbers (`counted`) that were found by themselves."""
    text = context.text
    phones = [hit.start for hit in counted if hit[3] == Kind.MOBILE]
    for word, start, end in context.those(_ANNOUNCES):
        if _IS_NAMING[word]:
            if text[end : end + 1] in _LEADING and not (
                MEANINGS[word] is Cue.CONTACT and of_an_office(text, end, phones)
            ):
                yield from _names(text, end, MEANINGS[word] in _CERTAIN)
        elif recogniser := _RECOGNISERS[word]:
            hit = recogniser(context, start, end)
            if hit is not None:
                yield hit


def _is_honoured(text: str, end: int) -> bool:
    stop = text.find("。", end, end + _SENTENCE)
    return people.is_honoured(text, end, stop if stop >= 0 else end + _SENTENCE)


def _names(text: str, end: int, certain: bool) -> Iterator[Found]:
    mark = names.MARK.match(text, end) if text[end] in _MARKS else None
    if mark is not None:
        yield from names.after_mark(text, mark.end())
        return
    hit = names.direct(text, end, certain)
    if hit is None or (not certain and _is_honoured(text, end)):
        return
    for _ in range(names.MOST_IN_A_LIST):
        yield hit
        hit = names.direct_after(text, hit.end)
        if hit is None:
            return
