"""docs/words.md is the list of words as the vocabulary itself has it: python -m tests.docs.test_words_page writes it."""

from pathlib import Path

from gongkai.notice import vocabulary

PAGE = Path(__file__).parents[2] / "docs/words.md"
HEAD = "# Words of a template 模板词汇表\n\nWhat `notice.md` and the texts of `[notice]` in `office.toml` may use.\n"


def page() -> str:
    """The docstring of the vocabulary without its first line."""
    return HEAD + (vocabulary.__doc__ or "").partition("\n")[2]


def test_the_page_lists_the_words_as_the_vocabulary_does():
    assert PAGE.read_text() == page()


if __name__ == "__main__":
    PAGE.write_text(page())
