# SPDX-License-Identifier: Apache-2.0
# Part of Fledge, a Swift backend framework.
"""The same tasks on a live app: run by `scripts/test-docs --server URL --tasks FILE`.

The file says what to do there:

    {
      "find": {"type": "what is typed into the search", "path": "/path/of/what/is/found"},
      "post": {
        "type": "post /path", "path": "/path",
        "secrets": {"label of a field of the authorization": "what is entered there"},
        "body": {"what": "is sent"}, "status": "201"
      },
      "refused": {"body": {"what": "is refused"}, "pointer": "/what", "line": 2}
    }
"""

import json
import os
import re
import urllib.request
from pathlib import Path

from browser import PageTest, expect


class LiveTests(PageTest):
    @classmethod
    def serve(cls):
        cls.tasks = json.loads(Path(os.environ["DOCS_TASKS"]).read_text())
        cls.docs = os.environ["DOCS_PATH"]
        return os.environ["DOCS_SERVER"].rstrip("/")

    def setUp(self):
        super().setUp()
        self.open(page=self.docs)

    def go_to(self, task):
        self.page.keyboard.press("/")
        self.search().fill(task["type"])
        self.page.keyboard.press("Enter")
        expect(self.about().locator(".route > code")).to_have_text(task["path"])

    def prepare(self, body):
        """Opens the operation of the POST, with what it needs, and this body."""
        task = self.tasks["post"]
        self.go_to(task)
        for label, secret in task["secrets"].items():
            self.page.get_by_label(label).fill(secret)
        self.body().fill(json.dumps(body, indent=2))

    def test_the_first_page_says_what_there_is(self):
        rows = self.page.get_by_role("main").get_by_role("link")
        expect(rows).to_have_count(self.links().count())
        expect(rows.filter(has_text=self.tasks["post"]["path"]).first).to_be_visible()
        self.shoot("live-overview")

    def test_a_phone_is_wide_enough(self):
        self.page.set_viewport_size({"width": 390, "height": 844})
        self.open(page=self.docs)
        self.assert_no_sideways_scrolling()
        self.shoot("live-phone-overview", full_page=True)
        self.page.get_by_role("button", name="Operations").click()
        self.shoot("live-phone-operations")
        self.search().fill(self.tasks["find"]["type"])
        self.page.keyboard.press("Enter")
        expect(self.about().locator(".route > code")).to_have_text(self.tasks["find"]["path"])
        self.assert_no_sideways_scrolling()
        self.shoot("live-phone")

    def test_an_operation_is_found_by_typing(self):
        self.go_to(self.tasks["find"])
        self.shoot("live-find")

    def test_an_authorized_post_is_sent_and_its_answer_read(self):
        self.prepare(self.tasks["post"]["body"])
        self.send()
        self.expect_status(self.tasks["post"]["status"])
        expect(self.answer()).to_contain_text(re.compile(r"^\{"))
        self.shoot("live-sent")

    def test_a_422_names_the_field_and_its_line_is_marked(self):
        task = self.tasks["refused"]
        self.prepare(task["body"])
        self.send()
        self.expect_status("422")
        wrong = self.page.get_by_role("list", name="What is wrong").get_by_role("listitem")
        expect(wrong.first).to_contain_text(task["pointer"])
        expect(wrong.first).to_contain_text(f"Go to line {task['line']}")
        expect(self.body()).to_have_attribute("aria-invalid", "true")
        self.shoot("live-422")

    def test_every_operation_is_listed_and_opens(self):
        address = self.page.locator("body").get_attribute("data-document")
        with urllib.request.urlopen(self.origin + address) as answer:
            paths = json.load(answer)["paths"]
        count = sum(len(set(item) - {"parameters", "summary", "description", "servers"}) for item in paths.values())
        expect(self.links()).to_have_count(count)
        for link in self.links().all():
            link.click()
            expect(link).to_have_attribute("aria-current", "page")
            expect(self.page.get_by_role("region", name="Try it")).to_be_visible()
            expect(self.page.get_by_role("heading", name="Answers")).to_be_visible()

    def test_landmarks_names_and_contrast_pass_axe(self):
        self.assert_axe_finds_nothing()
        self.go_to(self.tasks["post"])
        self.assert_axe_finds_nothing()
