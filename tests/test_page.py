"""The HTML page in a real browser: it asks for nothing, needs no script, leads to the words, and fits a narrow window."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.pipeline.desk import Desk
from dateline.sheets.detail import Detail
from dateline.sheets.page import page

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: the page is not looked at in a browser")

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
EXAMPLES = Path(__file__).parent.parent / "examples"
QUIET = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"]

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium found: the page is not looked at in a browser")


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "ferry.html"
    articles = sorted(str(file) for file in (EXAMPLES / "ferry" / "articles").iterdir())
    path.write_text(page(Desk().brief(articles), Detail()), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def browser() -> Iterator[object]:
    with sync_api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield opened
        opened.close()


def test_the_page_needs_no_script_and_asks_for_nothing(written: Path, browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    sheet = context.new_page()
    asked: list[str] = []
    sheet.on("request", lambda request: asked.append(request.url))
    sheet.goto(written.as_uri(), wait_until="load")
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    assert "184" in sheet.inner_text("body")
    context.close()


def test_every_link_on_the_page_leads_to_words_on_it(written: Path, browser) -> None:
    context = browser.new_context()
    sheet = context.new_page()
    sheet.goto(written.as_uri())
    targets = sheet.eval_on_selector_all("a[href^='#']", "links => links.map(a => a.getAttribute('href').slice(1))")
    empty = sheet.evaluate(
        "names => names.filter(n => !document.getElementById(n) || !document.getElementById(n).textContent.trim())", targets
    )
    assert targets
    assert empty == []
    context.close()


def test_the_page_fits_a_narrow_window(written: Path, browser) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 800})
    sheet = context.new_page()
    sheet.goto(written.as_uri())
    assert sheet.evaluate("document.documentElement.scrollWidth") <= 360
    context.close()


def test_folded_reasons_open_without_a_script(written: Path, browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    sheet = context.new_page()
    sheet.goto(written.as_uri())
    fold = sheet.query_selector("details:not([open]) > summary:visible")
    fold.click()
    assert sheet.query_selector("details[open] > summary") is not None
    context.close()
