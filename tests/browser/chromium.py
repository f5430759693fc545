"""The Chromium of this machine."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, expect, sync_playwright

from tests.browser.screens import PATIENCE

# The shell first: a whole browser draws a window for each screen, which takes half as long again.
NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)
# Nothing that Chromium would look up outside by itself.
QUIET = ("--disable-quic", "--no-first-run", "--disable-component-update", "--disable-sync")


def found() -> str | None:
    """Where it is; None when there is none."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


@contextmanager
def launched(path: str) -> Iterator[Browser]:
    """One Chromium, until the block ends; what people do in it stays apart."""
    sandbox = os.geteuid() != 0
    with sync_playwright() as playwright:
        expect.set_options(timeout=PATIENCE)
        browser = playwright.chromium.launch(
            executable_path=path, chromium_sandbox=sandbox, args=QUIET
        )
        yield browser
        browser.close()
