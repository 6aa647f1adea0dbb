"""Ten thousand terms to look for: those that are planted, of the lexicon as many as fit, and made-up ones."""

import random

from bench import proofread_text
from gongkai.proofreading.hits import Level
from gongkai.proofreading.lexicon.entry import Entry
from gongkai.proofreading.lexicon.shipped import entries, ordinary_words

TERMS = 10_000


def terms() -> list[Entry]:
    """No two of them have the same wrong side."""
    chance = random.Random(proofread_text.SEED)
    planted = {draw(chance) for kind, _, draw in proofread_text.PLANTED if kind == proofread_text.WORD}
    shipped = {entry.wrong: entry for entry in entries()}
    others = [word for word in shipped if word not in planted]
    chosen = [shipped[word] for word in planted if word in shipped]
    chosen += [shipped[word] for word in chance.sample(others, min(len(others), TERMS - len(chosen)))]
    known = {entry.wrong for entry in chosen}
    words = sorted(ordinary_words())
    while len(chosen) < TERMS:
        made = "".join(chance.sample(words, 2))
        if made not in known:
            known.add(made)
            chosen.append(Entry(made, "", Level.DOUBT, "示例"))
    return chosen
