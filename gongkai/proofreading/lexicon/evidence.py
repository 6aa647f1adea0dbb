"""What texts that are known to be right say of a form: whether it stands there, and how readily two words make it."""

import re
from collections import Counter
from collections.abc import Collection, Iterator
from itertools import pairwise

from gongkai.proofreading.automaton import Automaton
from gongkai.proofreading.wording.boundaries import straddled

LONGEST = 4
"""Characters of the longest word that is cut out of a text."""

A_MILLION = 1_000_000

_RUN = re.compile("[\u4e00-\u9fff]+")


class Evidence:
    """Right texts, cut into the right words known (the longest first, else single characters), and counted."""

    def __init__(self, texts: Collection[str], words: Collection[str]) -> None:
        self._texts = texts
        self._right = words
        self.words = Counter(word for text in texts for word in cut(text, words))
        self.characters: Counter[str] = Counter()
        self._ends: Counter[str] = Counter()
        self._begins: Counter[str] = Counter()
        for word, count in self.words.items():
            self._ends[word[-1]] += count
            self._begins[word[0]] += count
            self.characters.update(dict.fromkeys(word, count))
        self._all = max(1, self.words.total())

    def standing(self, forms: Collection[str]) -> set[str]:
        """Those of the forms that stand in the texts where no right word reaches over their edges."""
        listed = list(forms)
        automaton = Automaton(listed)
        return {
            listed[form]
            for text in self._texts
            for form, start, end in automaton.find(text)
            if not straddled(text, start, end, self._right)
        }

    def beside(self, least: int) -> list[tuple[str, str]]:
        """Right words of two characters and more that stand beside each other so many times at least."""
        pairs: Counter[tuple[str, str]] = Counter()
        for text in self._texts:
            for run in _RUN.findall(text):
                pairs.update(pairwise(cut(run, self._right)))
        often = (pair for pair, count in pairs.items() if count >= least)
        return sorted((one, other) for one, other in often if len(one) > 1 and len(other) > 1)

    def met(self, form: str) -> float:
        """How many times in a million words the form comes about where two words meet, were they strewn by chance."""
        return max(self._ending(form[:at]) * self._beginning(form[at:]) for at in range(1, len(form))) * (
            A_MILLION / self._all / self._all
        )

    def _ending(self, part: str) -> int:
        return self._ends[part] if len(part) == 1 else self.words[part]

    def _beginning(self, part: str) -> int:
        return self._begins[part] if len(part) == 1 else self.words[part]


def cut(text: str, words: Collection[str]) -> Iterator[str]:
    """A text as right words and single Chinese characters, from its left."""
    at = 0
    while at < len(text):
        length = next((n for n in range(LONGEST, 1, -1) if text[at : at + n] in words), 1)
        if "\u4e00" <= text[at] <= "\u9fff":
            yield text[at : at + length]
        at += length
