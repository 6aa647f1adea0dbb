"""What stands after a cue: for each cue its recogniser."""

from collections.abc import Callable, Iterable, Iterator

from gongkai.proofreading.hits import Found
from gongkai.proofreading.personal import accounts, addresses, birth, names, papers
from gongkai.proofreading.personal.contacts import of_an_office
from gongkai.proofreading.personal.context import Context
from gongkai.proofreading.personal.cues import Cue
from gongkai.proofreading.personal.plates import plate

Recogniser = Callable[[Context, int, int, Cue], Found | None]

ONE: dict[Cue, Recogniser] = {
    Cue.PASSPORT: lambda context, start, end, cue: papers.passport(context.text, end),
    Cue.PERMIT: lambda context, start, end, cue: papers.permit(context.text, end),
    Cue.WECHAT: lambda context, start, end, cue: accounts.wechat(context.text, start, end),
    Cue.QQ: lambda context, start, end, cue: accounts.qq(context.text, start, end, context.allowed),
    Cue.AT: lambda context, start, end, cue: accounts.mail(context, start),
    Cue.PLATE: lambda context, start, end, cue: plate(context.text, start, end),
    Cue.HOME: lambda context, start, end, cue: addresses.after_cue(context, end, cue),
    Cue.PLACE: lambda context, start, end, cue: addresses.after_cue(context, end, cue),
    Cue.BIRTH: lambda context, start, end, cue: birth.after(context.text, end, context.today),
    Cue.BORN: lambda context, start, end, cue: birth.before(context.text, start, end, context.today),
    Cue.GENDER: lambda context, start, end, cue: names.before(context.text, start),
}
"""Cues beside which one thing stands."""

NAMING = frozenset((Cue.PERSON, Cue.GENERAL_PERSON, Cue.CONTACT))


def after_cues(context: Context, counted: Iterable[Found]) -> Iterator[Found]:
    """Everything that a cue announces, except the numbers (`counted`) that were found by themselves."""
    phones = [hit.start for hit in counted if hit.kind == "手机号码"]
    for start, end, cue in context.cues:
        recognise = ONE.get(cue)
        if recognise is not None:
            hit = recognise(context, start, end, cue)
            if hit is not None:
                yield hit
        elif cue in NAMING and not (cue is Cue.CONTACT and of_an_office(context.text, end, phones)):
            yield from _names(context.text, end)


def _names(text: str, end: int) -> Iterator[Found]:
    mark = names.MARK.match(text, end)
    if mark is not None:
        yield from names.after_mark(text, mark.end())
        return
    hit = names.direct(text, end)
    if hit is not None:
        yield hit
