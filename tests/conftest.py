"""The built site, servers for it and a browser, shared by the tests."""

import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from generator.catalogue import Catalogue
from generator.reading.folder import load
from generator.site.archive import pack
from helpers import CASES, StrictHandler, build, once, serving, write_project

CHROMIUM = Path("/usr/bin/chromium")
AGAIN = pytest.mark.flaky(reruns=1)
"""A browser on a busy machine may lose a beat: its tests are tried once more, and the summary tells how many were."""
SLOW = {"browser", "site", "made_project", "folder"}
"""Fixtures that take seconds to come: a test that asks for one is slow."""

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


def pytest_collection_modifyitems(items: list[pytest.Function]) -> None:
    for item in items:
        if SLOW & set(item.fixturenames):
            item.add_marker(pytest.mark.slow)
        if "browser" in item.fixturenames:
            item.add_marker(AGAIN)


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return Catalogue(*load(CASES))


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    """A folder of the made cases, with pages, that a test may change."""
    write_project(tmp_path)
    return tmp_path / "cases"


@pytest.fixture(scope="session")
def made_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a catalogue of the cases made for tests; no test may change it."""
    folder = tmp_path_factory.mktemp("made")
    write_project(folder)
    return folder


@pytest.fixture(scope="session")
def made(made_folder: Path) -> Catalogue:
    """The catalogue of the cases made for tests."""
    return Catalogue(*load(made_folder / "cases"))


@pytest.fixture
def few(tmp_path: Path) -> Path:
    """A folder with the vocabularies and a single case, which is quickly read."""
    target = tmp_path / "cases"
    shutil.copytree(CASES / "vocabulary", target / "vocabulary")
    shutil.copy(CASES / "vej-og-park-nordfyn.yaml", target)
    return target


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return once(tmp_path_factory, "site", build)


@pytest.fixture(scope="session")
def made_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of the made cases, with its settings and its site; no test may change it."""

    def make(folder: Path) -> None:
        folder.mkdir()
        build(folder / "site", config=write_project(folder))

    return once(tmp_path_factory, "made", make)


@pytest.fixture(scope="session")
def server(site: Path) -> Iterator[str]:
    with serving(site) as address:
        yield address


@pytest.fixture(scope="session")
def made_server(made_project: Path) -> Iterator[str]:
    with serving(made_project / "site") as address:
        yield address


@pytest.fixture(scope="session")
def strict_server(site: Path) -> Iterator[str]:
    with serving(site, StrictHandler) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    options = [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
    ]
    with sync_playwright() as playwright:
        path = str(CHROMIUM) if CHROMIUM.exists() else None
        chromium = playwright.chromium.launch(executable_path=path, args=options)
        yield chromium
        chromium.close()


@pytest.fixture
def window(browser: Browser) -> Iterator[BrowserContext]:
    """A reader's browser, in which nothing is kept from before."""
    context = browser.new_context(
        viewport={"width": 1280, "height": 900}, permissions=["clipboard-read", "clipboard-write"]
    )
    yield context
    context.close()


@pytest.fixture
def page(window: BrowserContext) -> Page:
    return window.new_page()


@pytest.fixture
def phone(page: Page) -> Page:
    page.set_viewport_size({"width": 390, "height": 800})
    return page


@pytest.fixture(scope="session")
def folder(made_project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the unpacked site."""

    def unpacked(target: Path) -> None:
        site, archive = (tmp_path_factory.mktemp("offline") / name for name in ("site", "kat.zip"))
        build(site, "--no-directory-urls", config=made_project / "mkdocs.yml")
        pack(site, archive, "kat")
        with zipfile.ZipFile(archive) as file:
            file.extractall(target)

    return once(tmp_path_factory, "folder", unpacked) / "kat"


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    """Yield a tab that fails the test on any error and on any request that leaves the folder."""
    context = browser.new_context()
    tab = context.new_page()
    faults: list[str] = []
    tab.on("pageerror", lambda error: faults.append(str(error)))
    tab.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    tab.on(
        "request", lambda r: None if r.url.startswith(("file:", "data:", "blob:")) else faults.append(r.url)
    )
    yield tab
    context.close()
    assert not faults
