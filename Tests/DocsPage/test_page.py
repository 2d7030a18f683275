# SPDX-License-Identifier: Apache-2.0
# Part of Fledge, a Swift backend framework.
"""What a person does on the docs page, done in a real browser; run by scripts/test-docs.

Controls are found by role and name, as a screen reader finds them. Every test also fails when
the page logs an error, asks another origin for anything, or breaks its own policy.
"""

import json
import re

import server
from browser import PageTest, expect


class FindingTests(PageTest):
    def test_an_operation_among_a_hundred_is_found_by_typing(self):
        self.open()
        expect(self.page.get_by_role("status").first).to_have_text("107 operations")
        self.page.keyboard.press("/")
        self.page.keyboard.type("replace parcels")
        expect(self.links()).to_have_count(1)
        self.shoot("search")
        self.page.keyboard.press("Enter")
        expect(self.heading("Replace one of the parcels")).to_be_focused()
        self.assertTrue(self.page.url.endswith("#/replaceParcels"))
        expect(self.page).to_have_title("Replace one of the parcels · Shop & Sons")

    def test_paths_methods_and_fields_are_searched(self):
        self.open()
        for query, first in [
            ("/users/{id}", "Change a user"), ("patch parcels", "Change one of the parcels"),
            ("postcode post", "Create a user"), ("nowhere to be found", None), ("idempotency", "Pay an order"),
        ]:
            with self.subTest(query):
                self.search().fill(query)
                if first:
                    expect(self.links().first).to_contain_text(first)
                else:
                    expect(self.page.get_by_text("Nothing found")).to_be_visible()

    def test_a_link_opens_its_operation_and_back_returns(self):
        self.open("#/createUser")
        expect(self.heading("Create a user")).to_be_visible()
        current = self.page.get_by_role("link", name="POST Create a user")
        expect(current).to_have_attribute("aria-current", "page")
        self.page.get_by_role("link", name="PATCH Change a user").click()
        expect(self.heading("Change a user")).to_be_visible()
        self.page.go_back()
        expect(self.heading("Create a user")).to_be_visible()

    def test_an_operation_that_is_gone_is_told(self):
        self.open("#/removedLongAgo")
        expect(self.heading("No such operation")).to_be_visible()


class ReadingTests(PageTest):
    def test_a_schema_tells_types_constraints_and_descriptions(self):
        self.open("#/createUser")
        row = self.about().get_by_role("listitem")
        for text in ["name string required1 to 80 charactersShown on invoices.", "age integer or null18 to 150",
                     "email string (email) required", "each: at most 20 characters"]:
            with self.subTest(text):
                expect(row.filter(has_text=text).first).to_be_visible()
        expect(self.about().get_by_text("matches ^[A-Z]{1,2}[0-9]{3,5}$").first).to_be_visible()
        expect(self.about().get_by_text("No other members are allowed.").first).to_be_visible()

    def test_a_choice_tells_what_decides(self):
        self.open("#/pay")
        expect(self.about().get_by_text("Which one is told by type.").first).to_be_visible()
        self.about().get_by_text('type: "invoice"').first.click()
        expect(self.about().get_by_text("InvoicePayment").first).to_be_visible()
        expect(self.body()).to_have_value(re.compile('"type": "card"'))
        self.page.get_by_role("combobox", name="Example").select_option("invoice")
        expect(self.body()).to_have_value(re.compile('"type": "invoice"'))
        expect(self.page.get_by_role("region", name="curl command")).to_contain_text('"type": "invoice"')
        self.shoot("choice")

    def test_a_recursive_schema_opens_as_deep_as_one_likes(self):
        self.open("#/categories")
        for depth in range(1, 6):
            closed = self.about().locator("details:not([open]) > summary", has_text="Category, 3 fields")
            closed.first.click()
            expect(self.about().get_by_text("children", exact=True)).to_have_count(depth + 1)
        self.shoot("recursive")

    def test_examples_fit_their_schemas(self):
        self.open("#/createUser")
        user = json.loads(self.body().input_value())
        self.assertEqual(list(server.violations(user)), [])
        self.assertRegex(user["addresses"][0]["postcode"], "^[A-Z]{1,2}[0-9]{3,5}$")
        self.open("#/pay")
        self.assertRegex(json.loads(self.body().input_value())["number"], "^[0-9]{12,19}$")

    def test_a_document_that_does_not_load_is_told(self):
        self.open(page="/docs-broken")
        expect(self.heading("The description could not be read")).to_be_visible()
        expect(self.page.get_by_text("/nowhere.json answered 404.")).to_be_visible()


class SendingTests(PageTest):
    def test_an_authorized_post_is_sent_and_its_answer_read(self):
        self.open("#/createUser")
        self.send()
        self.expect_status("401 Unauthorized")
        self.page.get_by_label("Bearer token").fill(server.TOKEN)
        self.body().fill('{"name": "Grace", "email": "grace@example.com", "age": 37}')
        self.send()
        self.expect_status("201 Created")
        answer = self.page.get_by_role("region", name="Body of the answer")
        expect(answer).to_contain_text('"name": "Grace"')
        self.page.get_by_text(re.compile(r"^\d+ header fields$")).click()
        expect(self.page.get_by_text("location: /users/7")).to_be_visible()
        self.shoot("sent")

    def test_the_token_stays_in_the_tab_and_out_of_sight(self):
        self.open("#/createUser")
        self.page.get_by_label("Bearer token").fill(server.TOKEN)
        curl = self.page.get_by_role("region", name="curl command")
        expect(curl).to_contain_text("Authorization: Bearer ••••••")
        self.page.get_by_role("button", name="Copy the curl command").click()
        copied = self.page.evaluate("navigator.clipboard.readText()")
        self.assertIn(f"-H 'Authorization: Bearer {server.TOKEN}'", copied)
        self.page.reload()
        expect(self.page.get_by_label("Bearer token")).to_have_value(server.TOKEN)
        self.assertNotIn(server.TOKEN, self.page.evaluate("JSON.stringify(localStorage)"))
        self.assertEqual(self.context.cookies(), [])

    def test_a_422_names_the_field_and_its_line_is_marked(self):
        self.open("#/createUser")
        self.page.get_by_label("Bearer token").fill(server.TOKEN)
        self.body().fill('{\n  "name": "",\n  "email": "nobody", "age": 7,\n'
                         '  "addresses": [\n    {\n      "street": "A"\n    }\n  ]\n}')
        self.send()
        self.expect_status("422 Unprocessable Content")
        wrong = self.page.get_by_role("list", name="What is wrong").get_by_role("listitem")
        expect(wrong).to_have_text([
            "/name must have 1 to 80 characters Go to line 2", "/email must be an email address Go to line 3",
            "/age must be 18 to 150 Go to line 3",
            "/addresses/0/city is missing Go to line 5"])
        expect(self.body()).to_have_attribute("aria-invalid", "true")
        expect(self.body()).to_have_accessible_description(re.compile("Line 2 ?: must have 1 to 80 characters"))
        self.shoot("422")
        wrong.nth(1).get_by_role("button").click()
        expect(self.body()).to_be_focused()
        caret = self.body().evaluate("area => area.value.slice(0, area.selectionStart).split('\\n').length")
        self.assertEqual(caret, 3)
        self.page.keyboard.type(" ")
        expect(self.body()).not_to_have_attribute("aria-invalid", "true")

    def test_malformed_json_marks_its_line(self):
        self.open("#/createUser")
        self.page.get_by_label("Bearer token").fill(server.TOKEN)
        self.body().fill('{\n  "name": "Grace",\n  oops\n}')
        self.send()
        self.expect_status("400 Bad Request")
        expect(self.body()).to_have_accessible_description(re.compile("^Line 3 ?: "))

    def test_a_wrong_parameter_is_marked_at_its_field(self):
        self.open("#/listUsers")
        limit = self.page.get_by_role("textbox", name="limit")
        limit.fill("1000")
        self.send()
        self.expect_status("400 Bad Request")
        expect(limit).to_have_attribute("aria-invalid", "true")
        expect(limit).to_have_accessible_description("must be 1 to 100")

    def test_parameters_are_sent_as_the_document_says(self):
        self.open("#/listUsers")
        self.page.get_by_role("combobox", name="status").select_option("invited")
        self.page.get_by_role("combobox", name="active").select_option("true")
        self.page.get_by_role("textbox", name="tag").fill("a&b\nc d")
        self.send()
        self.expect_status("200 OK")
        expect(self.answer()).to_contain_text(
            re.compile(r'"active": \[\s*"true"\s*\].*|"tag": \[\s*"a&b",\s*"c d"\s*\]'))
        expect(self.page.get_by_role("region", name="curl command")).to_contain_text("tag=a%26b&tag=c%20d")

    def test_a_missing_path_parameter_is_not_sent(self):
        self.open("#/getParcels")
        expect(self.page.get_by_role("region", name="curl command")).to_contain_text("/parcels/{id}'")
        self.send()
        expect(self.page.get_by_text("Not sent: see the marked fields.")).to_be_visible()
        expect(self.page.get_by_role("textbox", name="id")).to_be_focused()

    def test_keys_and_cookies_are_sent_and_the_cookie_is_gone_after(self):
        self.open("#/changeUser")
        self.page.get_by_role("textbox", name="id").fill("12")
        self.page.get_by_label("X-API-Key").fill("k1")
        self.page.get_by_label("session").fill("c1")
        self.send()
        self.expect_status("200 OK")
        expect(self.answer()).to_contain_text('"key": "k1"')
        expect(self.answer()).to_contain_text('"cookie": "session=c1"')
        self.assertEqual(self.context.cookies(), [])

    def test_forms_and_files_are_sent(self):
        self.open("#/contact")
        email = self.page.get_by_role("textbox", name="email")
        email.fill("nobody")
        self.page.get_by_role("textbox", name="message").fill("Hello & goodbye")
        self.send()
        self.expect_status("422 Unprocessable Content")
        expect(email).to_have_accessible_description("must be an email address")
        email.fill("ada@example.com")
        self.page.get_by_role("textbox", name="address").fill('{"city": "Oslo"}')
        expect(self.page.get_by_role("region", name="curl command")).to_contain_text("'address[city]=Oslo'")
        self.send()
        self.expect_status("204 No Content")
        self.open("#/upload")
        self.page.get_by_label("file").set_input_files({"name": "a.png", "mimeType": "image/png", "buffer": b"x"})
        self.send()
        self.expect_status("200 OK")
        expect(self.answer()).to_contain_text('"multipart/form-data"')

    def test_large_numbers_keep_their_digits(self):
        self.open("#/numbers")
        self.send()
        expect(self.answer()).to_have_text('{\n  "id": 9223372036854775807,\n  "pi": 3.10\n}')

    def test_a_path_that_holds_slashes_keeps_them(self):
        self.open("#/file")
        self.send()
        expect(self.answer()).to_have_text("file guides/ink.txt")

    def test_a_stream_is_shown_as_it_comes_and_can_be_stopped(self):
        self.open("#/events")
        self.send()
        expect(self.page.get_by_text("data: 2")).to_be_visible()
        self.page.get_by_role("button", name="Stop").click()
        expect(self.page.get_by_text("Stopped.")).to_be_visible()
        expect(self.page.get_by_role("button", name="Send")).to_be_visible()


class SafetyTests(PageTest):
    def test_hostile_descriptions_do_not_run(self):
        self.open()
        self.search().fill("hostile")
        self.links().first.click()
        for _ in range(4):
            self.page.evaluate("document.querySelectorAll('details').forEach((details) => (details.open = true))")
            self.page.evaluate("new Promise((done) => setTimeout(done))")
        self.send()
        expect(self.answer()).to_have_text(server.sample.HOSTILE)
        self.shoot("hostile")
        self.assertIsNone(self.page.evaluate("window.hacked ?? null"))
        self.assertEqual(self.page.evaluate("document.images.length"), 0)
        self.assertEqual(self.page.locator("a[href^='javascript'], a[href^='data']").count(), 0)

    def test_the_browser_itself_forbids_what_the_page_does_not_do(self):
        self.open()
        for attempt in [
            "document.body.innerHTML = '<b>x</b>'", "eval('1')",
            "document.body.append(Object.assign(document.createElement('script'), { text: 'window.hacked = 1' }))",
        ]:
            with self.subTest(attempt):
                self.page.evaluate(f"try {{ {attempt} }} catch {{}}")
        self.assertIsNone(self.page.evaluate("window.hacked ?? null"))
        self.assertEqual(self.page.get_by_text("x", exact=True).count(), 0)
        self.assertGreater(len(self.errors), 0)
        self.errors.clear()


class AccessTests(PageTest):
    def test_the_keyboard_alone_is_enough(self):
        self.open()
        keyboard = self.page.keyboard
        keyboard.press("Tab")
        expect(self.page.get_by_role("link", name="Skip to the operation")).to_be_focused()
        keyboard.press("/")
        expect(self.search()).to_be_focused()
        keyboard.type("user")
        keyboard.press("ArrowDown")
        expect(self.links().first).to_be_focused()
        self.assert_focus_is_visible()
        keyboard.press("ArrowUp")
        expect(self.search()).to_be_focused()
        keyboard.press("Escape")
        expect(self.search()).to_have_value("")
        keyboard.type("create a user")
        keyboard.press("Enter")
        expect(self.heading("Create a user")).to_be_focused()
        self.tab_to("Bearer token")
        self.assert_focus_is_visible()
        keyboard.type(server.TOKEN)
        self.tab_to("Body")
        keyboard.press("Control+Enter")
        self.expect_status("201 Created")
        self.tab_to("Copy the curl command")

    def test_landmarks_names_and_contrast_pass_axe(self):
        for theme in ("light", "dark"):
            self.page.emulate_media(color_scheme=theme)
            for place in ("", "#/createUser", "#/pay", "#/listUsers", "#/file"):
                with self.subTest(f"{theme} {place}"):
                    self.open(place)
                    self.assert_axe_finds_nothing()

    def test_a_phone_is_wide_enough(self):
        self.page.set_viewport_size({"width": 390, "height": 844})
        self.open()
        self.assert_no_sideways_scrolling()
        self.shoot("phone-overview")
        menu = self.page.get_by_role("button", name="Operations")
        menu.click()
        self.search().fill("create user")
        self.shoot("phone-search")
        self.links().first.click()
        expect(self.heading("Create a user")).to_be_visible()
        expect(menu).to_have_attribute("aria-expanded", "false")
        self.assert_no_sideways_scrolling()
        self.shoot("phone-operation", full_page=True)
        self.page.get_by_label("Bearer token").fill(server.TOKEN)
        self.body().fill('{\n  "name": "",\n  "email": "nobody"\n}')
        self.send()
        self.expect_status("422 Unprocessable Content")
        self.assert_no_sideways_scrolling()
        self.shoot("phone-422")
        for name in ("hostile", "pay", "listUsers", "contact"):
            self.page.goto(f"{self.origin}/docs#/{name}")
            self.assert_no_sideways_scrolling()

    def test_nothing_moves_while_the_page_loads(self):
        self.page.add_init_script(
            "window.shift = 0; new PerformanceObserver((list) => list.getEntries().forEach("
            "(entry) => { if (!entry.hadRecentInput) shift += entry.value }))"
            ".observe({ type: 'layout-shift', buffered: true })")
        for place in ("", "#/createUser"):
            with self.subTest(place):
                self.open(place)
                self.page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
                self.assertLess(self.page.evaluate("shift"), 0.01)

    def test_five_hundred_operations_are_listed_and_searched(self):
        self.open(page="/docs-500")
        expect(self.links()).to_have_count(503)
        milliseconds = self.page.evaluate("""() => {
            const input = document.getElementById("search");
            const start = performance.now();
            for (const text of ["p", "pa", "par", "parcels4 patch"]) {
                input.value = text;
                input.dispatchEvent(new Event("input"));
                document.body.offsetHeight;
            }
            return performance.now() - start;
        }""")
        print(f"\n  four searches among 503 operations, with layout and the index made: {milliseconds:.0f} ms")
        expect(self.links().first).to_contain_text("Change one of the parcels4")

    def test_the_theme_can_be_chosen_and_is_kept(self):
        self.open("#/createUser")
        self.shoot("light")
        theme = self.page.get_by_role("button", name="Theme")
        theme.click()
        theme.click()
        expect(theme).to_have_text("Theme: dark")
        self.page.reload()
        expect(self.heading("Create a user")).to_be_visible()
        self.assertEqual(self.page.evaluate("getComputedStyle(document.documentElement).colorScheme"), "dark")
        self.shoot("dark")
