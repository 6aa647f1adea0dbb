"""Makes the file of slips again: `python -m tests.proofreading.lexicon.derive_slips TEXT…`.

The texts are any that are known to be right, as much as there is (laws, newspapers, word lists; UTF-8), and stay
outside the project: the more of them, the fewer forms are left that somewhere are right.
"""

import sys
from collections import defaultdict
from pathlib import Path

from gongkai.proofreading.lexicon import shipped
from gongkai.proofreading.lexicon.alike import shapes, sounds
from gongkai.proofreading.lexicon.collocations import neighbours
from gongkai.proofreading.lexicon.deriving import Alike, derive
from gongkai.proofreading.lexicon.evidence import Evidence
from gongkai.proofreading.lexicon.slips import written

OFTEN = 60
"""Words that stand beside each other in the texts so many times speak for one another."""

HEADER = """# 类别：错别字
# 由 common_words.txt、set_phrases.txt 的词和 neighbours.txt 等处相邻的词逐字换成 sounds.txt、shapes.txt 中音近、形近的字推出，每个字的误写依次以“|”分隔。
# 凡本身成词、包含在常用词中、与姓名写法相似、在规范文本中出现过或者可能由相邻两个词连接而成的写法均已剔除。
"""


def main(paths: list[str]) -> None:
    """Reads the texts and writes slips.txt beside the other lexicons."""
    texts = [Path(path).read_text("utf-8") for path in paths]
    right = shipped.ordinary_words() | {entry.right for entry in shipped.entries() if entry.genre is None}
    own = {entry.wrong for entry in shipped.entries()}
    lines = (shipped.FOLDER / "sounds.txt").read_text("utf-8").splitlines()
    same, nearly = sounds(line for line in lines if not line.startswith("#"))
    alike = Alike(same, nearly, shapes(shipped.words("shapes.txt")))
    phrases = frozenset(shipped.words(shipped.PHRASES))
    words = frozenset(shipped.words(shipped.COMMON)) | phrases
    evidence = Evidence(texts, right)
    beside = {*neighbours(shipped.lines(shipped.NEIGHBOURS)), *evidence.beside(OFTEN)}
    of_words: dict[str, list[str]] = defaultdict(list)
    for form, word in derive(words, phrases, right, alike, evidence, sorted(beside)).items():
        if form not in own:
            of_words[word].append(form)
    body = "".join(written(word, forms) + "\n" for word, forms in sorted(of_words.items()))
    (shipped.FOLDER / shipped.SLIPS).write_text(HEADER + body, "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
