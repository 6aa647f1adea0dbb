"""What a person looks up is what there is: the vocabulary, the annex tables, the checks."""

import importlib
import inspect
import pkgutil
import re
import typing
from collections.abc import Iterator

import published

from gongkai.notice import annexes, crosscheck, vocabulary
from gongkai.notice.annexes.registry import TABLES
from gongkai.notice.crosscheck.registry import CHECKS
from gongkai.notice.crosscheck.review import Review
from gongkai.notice.figures import Figures
from gongkai.notice.material import Material
from gongkai.notice.plan import Issue


def modules(package) -> list:
    return [
        importlib.import_module(f"{package.__name__}.{one.name}")
        for one in pkgutil.iter_modules(package.__path__)
    ]


def test_the_table_of_words_holds_every_word_and_no_other():
    case = published.weibin()
    material = Material(
        case.office, case.assessment, case.office.notices[0], case.period, Figures(case.assessment)
    )
    documented = set()
    for row in (vocabulary.__doc__ or "").splitlines():
        if row.startswith("| `"):
            documented |= set(re.findall(r"`(\w+)", row.split("|")[1]))
    assert documented == set(vocabulary.names(material))


def test_every_annex_module_is_registered():
    makers = {module.table for module in modules(annexes) if hasattr(module, "table")}
    assert makers == set(TABLES.values())


def test_every_check_is_registered():
    written = {
        function
        for module in modules(crosscheck)
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if not name.startswith("_") and is_check(function)
    }
    assert written == set(CHECKS)


def is_check(function) -> bool:
    hints = typing.get_type_hints(function)
    return hints == {"review": Review, "return": Iterator[Issue]}
