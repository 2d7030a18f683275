# SPDX-License-Identifier: Apache-2.0
# Part of Fledge, a Swift backend framework.
"""A browser, a page that is watched, and the words in which the tests are written."""

import os
import shutil
import types
import unittest
from importlib.machinery import SourceFileLoader
from pathlib import Path
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect, sync_playwright

import server

__all__ = ["PageTest", "expect"]

ROOT = Path(__file__).resolve().parents[2]
PICTURES = ROOT / ".build/docs-page"
# Chromium logs each answer of 400 and above; that is the test's business, not an error of the page.
ANSWER_LOG = "Failed to load resource: the server responded with a status of"


def load_generator() -> types.ModuleType:
    """scripts/generate-docs-page, which knows how the page is put together."""
    loader = SourceFileLoader("generator", str(ROOT / "scripts/generate-docs-page"))
    module = types.ModuleType(loader.name)
    module.__file__ = loader.path
    loader.exec_module(module)
    return module


class Browser:
    """One chromium for all tests: the installed one, since nothing is downloaded here."""

    def __init__(self):
        self.driver = sync_playwright().start()
        # Chromium refuses its sandbox to root, which is who runs in most containers.
        arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
        self.chromium = self.driver.chromium.launch(executable_path=shutil.which("chromium"), args=arguments)

    def close(self):
        self.chromium.close()
        self.driver.stop()


class PageTest(unittest.TestCase):
    """A test on a page of its own, which fails when the page errs or talks to another origin."""

    @classmethod
    def setUpClass(cls):
        cls.browser = Browser()
        cls.addClassCleanup(cls.browser.close)
        cls.origin = cls.serve()

    @classmethod
    def serve(cls):
        """Starts what is tested. Gives its origin."""
        web, origin = server.start(load_generator())
        cls.addClassCleanup(web.server_close)
        cls.addClassCleanup(web.shutdown)
        return origin

    def setUp(self):
        self.errors, self.requests = [], []
        self.context = self.browser.chromium.new_context(viewport={"width": 1440, "height": 900})
        self.context.grant_permissions(["clipboard-read", "clipboard-write"])
        self.page = self.context.new_page()
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", self.note_message)
        self.page.on("request", lambda request: self.requests.append(request.url))

    def note_message(self, message):
        if message.type in ("error", "warning") and not message.text.startswith(ANSWER_LOG):
            self.errors.append(message.text)

    def tearDown(self):
        self.context.close()
        self.assertEqual(self.errors, [], "the page logged errors")
        foreign = [url for url in self.requests if urlsplit(url).scheme not in ("data", "blob")
                   and not url.startswith(self.origin + "/")]
        self.assertEqual(foreign, [], "the page asked another origin")

    def open(self, place="", page="/docs"):
        # A page at the same address with another fragment would not be loaded anew.
        self.page.goto("about:blank")
        self.requests.clear()
        self.page.goto(f"{self.origin}{page}{place}")
        expect(self.page.get_by_role("heading", level=1)).to_be_visible()

    def heading(self, name):
        return self.page.get_by_role("heading", name=name, level=1)

    def search(self):
        return self.page.get_by_role("searchbox")

    def links(self):
        return self.page.get_by_role("navigation", name="Operations").get_by_role("link")

    def about(self):
        return self.page.locator(".about")

    def body(self):
        return self.page.get_by_role("textbox", name="Body")

    def answer(self):
        return self.page.get_by_role("region", name="Body of the answer")

    def send(self):
        self.page.get_by_role("button", name="Send").click()

    def expect_status(self, text):
        status = self.page.get_by_role("region", name="Try it").get_by_role("status")
        expect(status).to_contain_text(text)

    def tab_to(self, name):
        """Presses Tab until an element has the focus whose accessible name begins with `name`."""
        for _ in range(60):
            self.page.keyboard.press("Tab")
            found = self.page.evaluate(
                "() => { const e = document.activeElement; return e.ariaLabel ?? e.labels?.[0]?.textContent ?? e.textContent }")
            if found.startswith(name):
                return
        self.fail(f"Tab does not lead to {name}")

    def assert_focus_is_visible(self):
        style = self.page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        self.assertEqual(style, "solid", "the focus cannot be seen")

    def assert_no_sideways_scrolling(self):
        width = self.page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
        self.assertLessEqual(width[0], width[1])

    def assert_axe_finds_nothing(self):
        found = Axe().run(self.page).response["violations"]
        told = [f"{rule['id']}: {node['html'][:160]} {node['failureSummary']}" for rule in found for node in rule["nodes"]]
        self.assertEqual(told, [])

    def shoot(self, name, full_page=False):
        """A picture for people to look at, in .build/docs-page."""
        PICTURES.mkdir(parents=True, exist_ok=True)
        self.page.evaluate("Promise.all(document.getAnimations().map((animation) => animation.finished))")
        self.page.screenshot(path=PICTURES / f"{name}.png", full_page=full_page)
