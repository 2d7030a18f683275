// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

// The form's body: an editor for JSON and text, fields for forms, a file for bytes.

import { element } from "./dom.js";
import { Editor } from "./editor.js";
import { examplesOfMedia } from "./example.js";
import { Field } from "./field.js";
import { lineOfPointer } from "./json-text.js";
import { formPairs, quote } from "./request.js";
import { understand } from "./schema.js";

export const isJSONType = (type) => /^[^;]*[/+]json\b/i.test(type);
const isForm = (type) => /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type);
const isText = (type) => /^text\//i.test(type);

/** Makes the input for one media type of a body. */
export function makeBodyInput(api, type, media) {
    if (isForm(type)) return new FormInput(api, type, media);
    if (isJSONType(type) || isText(type)) return new TextInput(api, type, media);
    return new FileInput(api, type);
}

class TextInput {
    constructor(api, type, media) {
        this.type = type;
        const examples = examplesOfMedia(api, media, "request");
        this.editor = new Editor("Body", this.textOf(examples[0]?.value));
        this.element = element("div", {},
            examples.length > 1 && this.makeChoice(examples), this.editor.element);
    }

    makeChoice(examples) {
        const choose = (event) => (this.editor.text = this.textOf(examples[event.target.value].value));
        return element("select", { "aria-label": "Example", on: { input: choose } },
            examples.map(({ name }, index) => element("option", { value: String(index) }, name)));
    }

    textOf(example) {
        if (!isJSONType(this.type)) return String(example ?? "");
        return JSON.stringify(example ?? {}, null, 2);
    }

    addTo(request) {
        const { text } = this.editor;
        if (text.trim() === "") return;
        request.headers.push(["Content-Type", this.type]);
        request.body = { payload: text, curl: [`--data-raw ${quote(text)}`] };
    }

    /** Marks the lines that violations name. Gives back, for each, how to go there. */
    mark(violations) {
        const marks = violations.map(({ pointer, line, message }) =>
            ({ line: line ?? lineOfPointer(this.editor.text, pointer), message }));
        this.editor.mark(marks);
        return marks.map(({ line }) => ({ label: `line ${line}`, go: () => this.editor.goTo(line) }));
    }

    clear() {
        this.editor.clear();
    }
}

class FormInput {
    constructor(api, type, media) {
        this.type = type;
        const node = understand(api, media.schema ?? {});
        this.fields = (node.properties ?? []).map(({ name, schema, isRequired }) =>
            new Field(api, { name, schema, isRequired }));
        this.element = element("div", {}, this.fields.map((field) => field.element));
    }

    addTo(request) {
        if (this.type.startsWith("multipart")) return this.addParts(request);
        const pairs = this.fields.flatMap(formPairs);
        request.body = {
            payload: new URLSearchParams(pairs),
            curl: pairs.length > 0
                ? pairs.map(([name, value]) => `--data-urlencode ${quote(`${name}=${value}`)}`)
                : [`-H ${quote(`Content-Type: ${this.type}`)} --data-raw ''`],
        };
    }

    addParts(request) {
        const payload = new FormData();
        const curl = [];
        for (const field of this.fields) {
            for (const [name, value] of field.isFile ? [] : formPairs(field)) {
                payload.append(name, value);
                curl.push(`--form-string ${quote(`${name}=${value}`)}`);
            }
            for (const file of field.isFile ? field.files : []) {
                payload.append(field.name, file);
                curl.push(`-F ${quote(`${field.name}=@${file.name}`)}`);
            }
        }
        request.body = { payload, curl };
    }

    mark(violations) {
        return violations.map(({ pointer, message }) => {
            const name = (pointer ?? "").split("/")[1]?.replaceAll("~1", "/").replaceAll("~0", "~");
            const field = this.fields.find((candidate) => candidate.name === name);
            field?.mark(message);
            return field && { label: name, go: () => field.goTo() };
        });
    }

    clear() {
        this.fields.forEach((field) => field.clear());
    }
}

class FileInput {
    constructor(api, type) {
        this.type = type;
        this.input = element("input", { type: "file", "aria-label": `Body, a file of type ${type}` });
        this.element = element("div", { class: "field" }, this.input);
    }

    addTo(request) {
        const file = this.input.files[0];
        if (!file) return;
        request.headers.push(["Content-Type", this.type]);
        request.body = { payload: file, curl: [`--data-binary ${quote(`@${file.name}`)}`] };
    }

    mark(violations) {
        return violations.map(() => null);
    }

    clear() {}
}
