"""What the browser gets: complete, small, and with nothing in it that asks another machine."""

import gzip
import json
import re
from pathlib import Path

import pytest

from gongkai.config import settings
from gongkai.web import shell
from gongkai.web.pages.registers import overview

WEB = Path(settings.__file__).parents[1] / "web"
SOURCES, BUILT = WEB / "assets", WEB / "built"
SCRIPTS = ("app.js", "charts.js", "editor.js")
# ECharts and CodeMirror are large and load only with the pages that have a picture or an editor
BUDGETS = {("app.css", "app.js", "icons.svg"): 120, ("charts.js",): 240, ("editor.js",): 170}


def text(name: str) -> str:
    """What `make assets` built; a test run builds it first."""
    return (BUILT / name).read_text("utf-8")


@pytest.mark.parametrize(("names", "most"), BUDGETS.items(), ids=lambda value: str(value))
def test_what_a_page_loads_stays_small(names, most):
    compressed = sum(len(gzip.compress((BUILT / name).read_bytes(), 9)) for name in names)
    assert compressed <= most * 1024


def test_the_lock_pins_every_package_by_its_digest_and_names_no_address():
    written = (SOURCES / "package-lock.json").read_text("utf-8")
    assert '"resolved"' not in written
    assert "://" not in written
    packages = json.loads(written)["packages"]
    assert all("integrity" in package for name, package in packages.items() if name)


def test_every_package_has_an_exact_version_and_a_reason():
    package = json.loads((SOURCES / "package.json").read_text("utf-8"))
    wanted = package["dependencies"] | package["devDependencies"]
    reasons = (SOURCES / "README.md").read_text("utf-8")
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in wanted.values())
    unexplained = [
        name for name in wanted if f"`{name}`" not in reasons and not name.startswith("@codemirror/")
    ]
    assert unexplained == []


def test_the_style_sheet_loads_nothing_from_elsewhere():
    style = text("app.css")
    assert "@import" not in style
    assert "@font-face" not in style
    loaded = re.findall(r"url\(\s*[\"']?([^\"')]{0,40})", style)
    assert [address for address in loaded if not address.startswith("data:")] == []


def test_only_htmx_holds_code_that_makes_code():
    """htmx has it for attributes that we turn off; the content security policy forbids it as well."""
    evaluating = re.compile(r"\beval\(|\bnew Function\b|(?<![\w.])Function\(")
    assert [name for name in SCRIPTS if evaluating.search(text(name))] == ["app.js"]
    assert "allowEval:!1" in text("app.js")


def test_no_script_asks_another_machine():
    fetched = re.compile(r"""(?:fetch|import|Worker|sendBeacon)\(\s*["'`](?:https?:)?//""")
    assert [name for name in SCRIPTS if fetched.search(text(name))] == []


def test_every_listed_icon_is_in_the_sprite_once():
    lines = (SOURCES / "icons.txt").read_text("utf-8").splitlines()
    listed = [name for line in lines for name in line.split("#")[0].split()]
    assert sorted(re.findall(r'<symbol id="([^"]+)"', text("icons.svg"))) == sorted(set(listed))
    assert len(listed) == len(set(listed))


def test_the_sprite_has_the_icons_that_pages_name_and_no_other():
    """A name that is missing there shows nothing, in silence; one too many is loaded by every page."""
    templates = "".join(page.read_text("utf-8") for page in (WEB / "templates").rglob("*.html"))
    cards = "".join(page.read_text("utf-8") for page in (WEB / "pages").rglob("*.py"))
    named = {
        *re.findall(r"""\{% icon ["']([\w-]+)["']""", templates),
        *re.findall(r"""\bCard\(\s*[^"]+"[^"]+",\s*"([\w-]+)\"""", cards),
        *overview.ICONS.values(),
        *(door.icon for door in shell.DOORS),
    }
    assert named == set(re.findall(r'<symbol id="([^"]+)"', text("icons.svg")))


def test_markup_carries_no_style_and_no_script_of_its_own():
    """The content security policy would drop them in silence."""
    inline = re.compile(
        r"""\sstyle=|\son\w+=["']|\shx-on|\sjs:|<script(?![^>]*(?:\bsrc=|application/json))"""
    )
    pages = [*(WEB / "templates").rglob("*.html")]
    assert [page.name for page in pages if inline.search(page.read_text("utf-8"))] == []


def test_the_build_is_complete():
    """A build that was cut short leaves no stamp."""
    assert (BUILT / ".built").exists()
    assert all((BUILT / name).stat().st_size > 1000 for name in (*SCRIPTS, "app.css", "icons.svg"))
