// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

// The list of operations, the search above it, and the keys that move through both.

import { element } from "./dom.js";
import { methodLabel, renderPath } from "./operation.js";
import { addressOf } from "./overview.js";
import { SearchIndex } from "./search.js";

export class Sidebar {
    constructor(api) {
        this.api = api;
        this.input = document.getElementById("search");
        this.found = document.getElementById("found");
        this.list = document.getElementById("list");
        this.all = api.groups.map(renderGroup);
        this.list.replaceChildren(...this.all);
        this.say(`${api.operations.length} operations`);
        this.input.addEventListener("input", () => this.search());
        this.input.addEventListener("keydown", (event) => this.handleInputKey(event));
        this.list.addEventListener("keydown", (event) => this.handleListKey(event));
    }

    /** The index is made when it is first needed: most visits come by a link. */
    get index() {
        this.madeIndex ??= new SearchIndex(this.api);
        return this.madeIndex;
    }

    search() {
        const query = this.input.value.trim();
        if (query === "") {
            this.list.replaceChildren(...this.all);
            this.say(`${this.api.operations.length} operations`);
        } else {
            const matches = this.index.find(query);
            this.list.replaceChildren(element("ul", { class: "results" }, matches.map(renderMatch)));
            this.say(matches.length === 0 ? "Nothing found" : `${matches.length} found`);
        }
        this.list.scrollTop = 0;
        this.markCurrent();
    }

    say(text) {
        this.found.textContent = text;
    }

    get links() {
        return [...this.list.querySelectorAll("a")];
    }

    handleInputKey(event) {
        if (event.key === "ArrowDown") this.links[0]?.focus();
        else if (event.key === "Enter" && this.input.value.trim() !== "") this.links[0]?.click();
        else if (event.key === "Escape" && this.input.value !== "") this.clear(event);
        else return;
        event.preventDefault();
    }

    clear(event) {
        event.stopPropagation();
        this.input.value = "";
        this.search();
    }

    handleListKey(event) {
        const { links } = this;
        const index = links.indexOf(document.activeElement);
        if (event.key === "ArrowDown") links[index + 1]?.focus();
        else if (event.key === "ArrowUp") (links[index - 1] ?? this.input).focus();
        else if (event.key === "Home") links[0]?.focus();
        else if (event.key === "End") links.at(-1)?.focus();
        else return;
        event.preventDefault();
    }

    focusSearch() {
        this.input.focus();
        this.input.select();
    }

    /** Tells which operation is shown, to the eye and to screen readers. */
    markCurrent(operation = this.current) {
        this.current = operation;
        const address = operation ? addressOf(operation) : null;
        for (const link of this.links) {
            if (link.getAttribute("href") === address) link.setAttribute("aria-current", "page");
            else link.removeAttribute("aria-current");
        }
        this.list.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
    }
}

function renderGroup(group) {
    return element("section", { class: "group" },
        element("h2", {}, group.name),
        element("ul", {}, group.operations.map((operation) => element("li", {}, renderLink(operation)))));
}

function renderLink(operation, field = null) {
    return element("a", { href: addressOf(operation), title: `${operation.method} ${operation.path}` },
        methodLabel(operation.method),
        element("span", { class: `label${operation.isDeprecated ? " deprecated" : ""}` }, operation.title,
            field && element("span", { class: "field-match" }, ` field ${field}`)));
}

const renderMatch = ({ operation, field }) => {
    const link = renderLink(operation, field);
    if (operation.title !== operation.path) {
        link.lastChild.append(element("span", { class: "path" }, renderPath(operation.path)));
    }
    return element("li", {}, link);
};
