"""The documents say what the code is."""

import importlib
import re
from pathlib import Path

import pytest

TOP = Path(__file__).parents[2]
DOCUMENTS = sorted([*TOP.glob("*.md"), *TOP.glob("docs/*.md")])


def glossary() -> list[tuple[str, str]]:
    rows = re.findall(
        r"^\| ([^|]+) \| [^|]+ \| `([^`]+)` \|$", (TOP / "GLOSSARY.md").read_text(), re.MULTILINE
    )
    return [(term, place) for term, place in rows]


@pytest.mark.parametrize(("term", "place"), glossary(), ids=[term for term, _ in glossary()])
def test_each_glossary_term_is_in_the_code(term, place):
    parts = place.split(".")
    for cut in range(len(parts), 0, -1):
        try:
            found = importlib.import_module(".".join(parts[:cut]))
        except ModuleNotFoundError:
            continue
        for name in parts[cut:]:
            found = getattr(found, name)
        return
    pytest.fail(f"{term}: {place} is nowhere")


def test_the_glossary_was_read():
    assert len(glossary()) > 40


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_between_documents_resolve(document):
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", document.read_text()):
        assert (document.parent / target).exists(), f"{document.name} → {target}"


def test_the_architecture_names_every_measure():
    from gongkai.measures.registry import MEASURES

    text = (TOP / "docs/architecture.md").read_text().split("## Measures")[1]
    named = set()
    for cell in re.findall(r"^\| ([a-z]+\.[^|]*?) \|", text, re.MULTILINE):
        first, *others = cell.split(" · ")
        line = first.split(".")[0]
        named |= {first, *(line + other for other in others)}
    assert named == set(MEASURES)


def test_the_readme_names_the_commands_there_are():
    from gongkai.config.console import COMMANDS

    folder = TOP / "gongkai/web/management/commands"
    modules = {path.stem for path in folder.glob("*.py")} - {"__init__"}
    assert modules == set(COMMANDS)
    readme = (TOP / "README.md").read_text()
    assert set(re.findall(r"gongkai ([a-z]+)", readme)) <= set(COMMANDS)
