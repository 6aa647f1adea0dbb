"""The lexicons and the rules of style, compiled once and asked of many texts."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from functools import cached_property

from gongkai.proofreading.automaton import Automaton, Match, Together
from gongkai.proofreading.exchanged import Slip
from gongkai.proofreading.hits import Found, Group, Level
from gongkai.proofreading.lexicon.collocations import CATEGORY as COLLOCATED
from gongkai.proofreading.lexicon.entry import Entry, Genre
from gongkai.proofreading.lexicon.shipped import (
    common_words,
    entries,
    ordinary_words,
    policy_phrases,
    repeated,
    slips,
)
from gongkai.proofreading.wording import dates, numbers, pairs, punctuation, repeats, strict, usage, vague
from gongkai.proofreading.wording.boundaries import (
    accidental,
    coupled,
    met_itself,
    named,
    overhung,
    read_otherwise,
    straddled,
    stranded,
)
from gongkai.proofreading.wording.citing import cited
from gongkai.proofreading.wording.genre import ELEMENTS, told
from gongkai.proofreading.wording.overlaps import resolve
from gongkai.proofreading.wording.phrasings import Phrasings
from gongkai.proofreading.wording.rule import Style

SLIP, TWICE = "错别字", "重复字词"
_WITHIN = str.maketrans("“”", "‘’")
LONG = 4
"""So many characters of a word with one wrong among them are no other word."""


class Wording:
    """`lexicon` (None: what is shipped) and an office's `additions`, which go before it; `dismissed` are wrong
    sides that the office does not want to hear of. `genre` None tells each text by its headings; `day` is the day
    of the text, for words that were right until a certain day; `style` False leaves punctuation and numbers alone,
    `preferences` also tells what the standards only prefer.
    """

    def __init__(
        self,
        lexicon: Iterable[Entry] | None = None,
        *,
        additions: Iterable[Entry] = (),
        dismissed: Collection[str] = (),
        genre: Genre | None = None,
        day: date | None = None,
        style: bool = True,
        preferences: bool = False,
    ) -> None:
        self._genre, self._dismissed = genre, dismissed
        use = usage.RULES if style or lexicon is None else ()
        rules = (*use, *(punctuation.RULES + numbers.RULES + dates.RULES if style else ()))
        self._style = Style((*rules, *strict.RULES) if preferences else rules)
        self._pairs = style
        chosen: dict[str, list[Entry]] = {}
        for entry in (*additions, *(entries() if lexicon is None else lexicon)):
            if entry.wrong not in dismissed and not (day and entry.since and day < entry.since):
                chosen.setdefault(entry.wrong, []).append(entry)
        self._entries = list(chosen.values())
        right = {
            entry.right
            for same in chosen.values()
            for entry in same
            if entry.category != COLLOCATED and not entry.right.startswith("的")
        }
        self._common, self._ordinary = common_words() | right, ordinary_words() | right
        self._spared = {*chosen, *dismissed}
        self._slips = slips() if lexicon is None else None
        self._repeated = {
            twice: once
            for twice, once in (repeated() if lexicon is None else {}).items()
            if twice not in self._spared
        }
        self._phrasings = Phrasings(policy_phrases() if lexicon is None else ())
        self.automata = (
            Automaton(chosen),
            Automaton(self._repeated),
            ELEMENTS,
            self._style.automaton,
            self._phrasings.automaton,
        )

    @cached_property
    def _alone(self) -> Together:
        return Together(*self.automata)

    def find(self, text: str, matches: Sequence[Sequence[Match]] = ()) -> list[Found]:
        """What a reader of the text should look at, in order, none overlapping another.

        `matches` are those of `automata` where they were already looked for together with other words.
        """
        words, repeated, elements, places, parts = matches or self._alone.find(text)
        genre = self._genre or told(text, elements)
        judged = (self._judged(text, place, start, end, genre) for place, start, end in words)
        found = [each for each in judged if each]
        derived = self._slips.find(text) if self._slips else []
        derived += (Slip(start, end, self._repeated[text[start:end]]) for _, start, end in repeated)
        found += (_slip(text, slip) for slip in derived if self._told(text, slip))
        found += repeats.find(text) if self._repeated else ()
        found += self._style.find(text, places)
        found += (
            each
            for each in self._phrasings.find(text, parts)
            if text[each.start : each.end] not in self._dismissed
        )
        found += pairs.find(text) if self._pairs else ()
        found += vague.find(text) if genre is Genre.GUIDE else ()
        return resolve(found)

    def _judged(self, text: str, place: int, start: int, end: int, genre: Genre) -> Found | None:
        """A match as a finding, unless a right word or the genre speaks against it."""
        entry = next((each for each in self._entries[place] if each.genre in (None, genre)), None)
        if entry is None or _excepted(text, start, entry) or cited(text, start, end):
            return None
        if end - start < LONG and (_numbered(text, end) or self._met(text, start, end, entry.level)):
            return None
        if entry.since and overhung(text, start, end, self._common):
            return None  # 环境保护部 in 环境保护部门
        return Found(
            start, end, Group.WORDING, entry.category, entry.level, _reason(entry), entry.right, entry.source
        )

    def _met(self, text: str, start: int, end: int, level: Level) -> bool:
        """Whether the place is only where right words meet; what is wrong for sure may stand before any word."""
        return accidental(text, start, end, self._common) or (
            level is not Level.ERROR and overhung(text, start, end, self._common)
        )

    def _told(self, text: str, slip: Slip) -> bool:
        """Whether nothing speaks against a derived form: no right word, no number of a document, no name."""
        start, end, right = slip
        if end - start > len(right):
            return not met_itself(text, start, end, 2 * (end - start - len(right)), self._ordinary)
        crossed = read_otherwise if end - start > 2 else straddled
        return text[start:end] not in self._spared and not (
            crossed(text, start, end, self._ordinary)
            or (end - start < LONG and stranded(text, start, end, self._ordinary))
            or _numbered(text, end)
            or named(text, start, end)
            or coupled(text, start)
            or cited(text, start, end)
        )


def _slip(text: str, slip: Slip) -> Found:
    """A wrong form that was derived from a right word; a short one may be a word that no list knows."""
    start, end, right = slip
    form = text[start:end]
    if len(form) > len(right):
        return Found(start, end, Group.WORDING, TWICE, Level.DOUBT, f"“{form[len(right) :]}”重复", right)
    level = Level.ERROR if len(form) >= LONG else Level.DOUBT
    return Found(start, end, Group.WORDING, SLIP, level, _reason(Entry(form, right, level, SLIP)), right)


def _numbered(text: str, end: int) -> bool:
    """The short name of an issuing organ, before the year of a document number: 云综执罚〔2023〕1号."""
    before, bracket, _ = text[end : end + 8].partition("〔")
    return bool(bracket) and (not before or before.isalpha())


def _excepted(text: str, start: int, entry: Entry) -> bool:
    """Inside a longer word that is right: one of the exceptions, or the right side itself."""
    return any(
        text.startswith(longer, start - inside)
        for longer in (*entry.exceptions, entry.right)
        if (inside := longer.find(entry.wrong)) >= 0 and start >= inside
    )


def _reason(entry: Entry) -> str:
    wrong, right = _quoted(entry.wrong), _quoted(entry.right)
    if not entry.right:
        return f"{wrong}在{entry.category}之列，请核对"
    if entry.since:
        return f"{wrong}自{entry.since.year}年{entry.since.month}月起改为{right}，引用当时名称的除外"
    if entry.genre is Genre.GUIDE:
        return f"{wrong}不宜用于办事指南，应{entry.right}"
    return f"{wrong}{'应为' if entry.level is Level.ERROR else '宜为'}{right}"


def _quoted(words: str) -> str:
    """GB/T 15834 4.8: single marks within double ones."""
    return f"“{words.translate(_WITHIN)}”"
