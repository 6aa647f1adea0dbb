"""Several characters written twice in a row by mistake: 学员们学员们围着老师."""

import numpy as np

from gongkai.proofreading.hits import Found, Group, Level

KIND = "重复字词"
SHORTEST, LONGEST = 3, 12
"""Characters of what is repeated; words of two characters are often said twice on purpose."""

COUNTING = "一每几逐"
"""What a count goes on with: 一件事一件事地抓."""


def find(text: str) -> list[Found]:
    """What stands twice in a row and is made of Chinese characters, not all of them doubled themselves."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    found = []
    for length in range(SHORTEST, min(LONGEST, len(codes) // 2) + 1):
        same = codes[:-length] == codes[length:]
        same &= codes[length:] >= 0x3400
        same &= codes[length:] <= 0x9FFF
        breaks = np.concatenate(([-1], np.flatnonzero(~same), [len(same)]))
        long = np.flatnonzero(np.diff(breaks) > length)
        for start in (breaks[long] + 1).tolist():
            once = text[start : start + length]
            if once[0] not in COUNTING and not _rhythmic(once):
                reason = f"“{once}”重复"
                found.append(Found(start, start + 2 * length, Group.WORDING, KIND, Level.DOUBT, reason, once))
    return found


def _rhythmic(once: str) -> bool:
    """Laughter, slogans and counting, which go on and on: 哈哈哈, 加油加油."""
    return any(once == once[:part] * (len(once) // part) for part in range(1, len(once) // 2 + 1))
