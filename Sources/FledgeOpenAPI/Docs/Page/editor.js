// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

// The editor of a body: a text area with line numbers, whose lines can be marked as wrong.

import { element, freshID } from "./dom.js";

const MIN_ROWS = 4;
const MAX_ROWS = 24;

export class Editor {
    constructor(label, text) {
        const notesID = freshID("notes");
        this.area = element("textarea", {
            "aria-label": label, "aria-describedby": notesID, spellcheck: "false", wrap: "off",
            autocapitalize: "off", autocomplete: "off", rows: String(MIN_ROWS),
        });
        this.area.value = text;
        this.gutter = element("div", { class: "gutter", "aria-hidden": "true" });
        this.notes = element("ul", { class: "notes", id: notesID });
        this.element = element("div", { class: "editor" },
            element("div", { class: "sheet" }, this.gutter, this.area), this.notes);
        this.area.addEventListener("input", () => this.clear());
        this.area.addEventListener("scroll", () => (this.gutter.scrollTop = this.area.scrollTop));
        this.draw(new Set());
    }

    get text() {
        return this.area.value;
    }

    set text(text) {
        this.area.value = text;
        this.clear();
    }

    /** Marks lines, each `{ line, message }`, and says underneath what is wrong. */
    mark(marks) {
        this.draw(new Set(marks.map((mark) => mark.line)));
        this.notes.replaceChildren(...marks.map(({ line, message }) => element("li", {},
            element("button", { type: "button", class: "link", on: { click: () => this.goTo(line) } },
                `Line ${line}`),
            `: ${message}`)));
        if (marks.length > 0) this.area.setAttribute("aria-invalid", "true");
    }

    clear() {
        this.area.removeAttribute("aria-invalid");
        this.notes.replaceChildren();
        this.draw(new Set());
    }

    /** Puts the caret at the end of a line. */
    goTo(line) {
        const end = this.text.split("\n").slice(0, line).join("\n").length;
        this.area.focus();
        this.area.setSelectionRange(end, end);
        this.element.scrollIntoView({ block: "nearest" });
    }

    draw(marked) {
        const count = this.text.split("\n").length;
        this.area.rows = Math.min(Math.max(count, MIN_ROWS), MAX_ROWS);
        this.gutter.replaceChildren(...Array.from({ length: count }, (_, index) =>
            element("span", { class: marked.has(index + 1) ? "wrong" : null }, String(index + 1))));
        this.gutter.scrollTop = this.area.scrollTop;
    }
}
