"""A Chromium that reaches nothing but this machine."""

import os
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
NAMES = ("chromium", "chromium-browser", "google-chrome")
WITHOUT_CHROMIUM = (
    "Chromium is not installed: the checks in a real browser are left out. To have them: apt-get install chromium, or "
    "name a browser in TRIAGE_TEST_BROWSER"
)


def running_chromium() -> Iterator[Browser]:
    """The browser of `TRIAGE_TEST_BROWSER`, else the machine's own. Without one: failed under CI, else left out."""
    found = os.environ.get("TRIAGE_TEST_BROWSER") or next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        if os.environ.get("CI") == "true":
            pytest.fail(WITHOUT_CHROMIUM)
        pytest.skip(WITHOUT_CHROMIUM)
    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=found, args=ARGUMENTS)
        yield browser
        browser.close()
