// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

// One labelled control for a parameter or for the member of a form.

import { element, freshID } from "./dom.js";
import { exampleOf } from "./example.js";
import { typeName, understand } from "./schema.js";

export class Field {
    /** `example` is the author's; it is put in, while a made one is only hinted at. */
    constructor(api, { name, schema, isRequired = false, example }) {
        this.name = name;
        this.isRequired = isRequired;
        this.node = understand(api, schema);
        const id = freshID("field");
        const noteID = freshID("note");
        this.control = makeControl(api, this.node, schema, example ?? this.node.source.example);
        this.control.id = id;
        this.control.setAttribute("aria-describedby", noteID);
        if (isRequired) this.control.setAttribute("aria-required", "true");
        this.note = element("p", { class: "wrong-note", id: noteID });
        this.element = element("div", { class: "field" },
            element("label", { for: id }, element("code", {}, name),
                isRequired && element("span", { class: "required" }, " required"),
                element("span", { class: "type" }, ` ${typeName(api, schema)}`)),
            this.control, this.note);
        this.control.addEventListener("input", () => this.clear());
    }

    get isFile() {
        return this.control.type === "file";
    }

    get files() {
        return [...(this.control.files ?? [])];
    }

    /** The values as texts; none when nothing was entered. */
    get values() {
        const text = this.control.value;
        if (text === "") return [];
        return this.node.kind === "array" ? text.split("\n").filter((line) => line !== "") : [text];
    }

    mark(message) {
        this.note.textContent = message;
        this.control.setAttribute("aria-invalid", "true");
    }

    clear() {
        this.note.textContent = "";
        this.control.removeAttribute("aria-invalid");
    }

    goTo() {
        this.control.focus();
        this.control.scrollIntoView({ block: "nearest" });
    }
}

function makeControl(api, node, schema, example) {
    const { source } = node;
    if (isBinary(api, node)) return element("input", { type: "file", multiple: node.kind === "array" });
    const choices = node.types?.[0] === "boolean" ? [true, false] : source.enum;
    if (choices) return makeSelect(choices.filter((choice) => choice !== null), source.default, example);
    const placeholder = hint(api, node, schema);
    if (["array", "object", "map", "union"].includes(node.kind)) {
        const area = element("textarea", { rows: "2", spellcheck: "false", placeholder });
        area.value = example === undefined ? "" : areaText(node, example);
        return area;
    }
    const input = element("input", {
        type: "text", placeholder, autocomplete: "off", autocapitalize: "off", spellcheck: "false",
        inputmode: node.types?.[0] === "integer" && source.minimum >= 0 ? "numeric" : null,
    });
    input.value = example === undefined ? "" : String(example);
    return input;
}

/** How OpenAPI 3.1 says "a file": bytes without an encoding, or the older `format: binary`. */
function isBinary(api, node) {
    const { source } = node.kind === "array" ? understand(api, node.items) : node;
    return source.format === "binary"
        || (source.contentMediaType !== undefined && source.contentEncoding === undefined);
}

function makeSelect(choices, byDefault, example) {
    const none = byDefault === undefined ? "not sent" : `not sent (default ${byDefault})`;
    const select = element("select", {}, element("option", { value: "" }, none),
        choices.map((choice) => element("option", { value: String(choice) }, String(choice))));
    if (example !== undefined) select.value = String(example);
    return select;
}

const areaText = (node, example) =>
    node.kind === "array" && Array.isArray(example) ? example.join("\n") : JSON.stringify(example);

function hint(api, node, schema) {
    if (node.source.default !== undefined) return `default ${JSON.stringify(node.source.default)}`;
    if (node.kind === "array") return "one per line";
    const example = exampleOf(api, schema, "request");
    return `such as ${typeof example === "string" ? example : JSON.stringify(example)}`;
}
