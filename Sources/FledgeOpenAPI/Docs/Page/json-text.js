// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

// JSON as text: formatted and looked into without being parsed to values, because a parsed number
// loses its last digits beyond 2^53, and because a body in the editor may be half written.

import { element } from "./dom.js";

const TOKEN = /\s+|"(?:[^"\\]|\\[^])*"|-?\d[\d.eE+-]*|true|false|null|[{}[\],:]|[^]/g;
const MAX_COLOURED = 200_000;

/** The text indented by two spaces; as it came when it is no JSON. */
export function formatJSON(text) {
    const tokens = (text.match(TOKEN) ?? []).filter((token) => token.trim() !== "");
    try {
        JSON.parse(text);
    } catch {
        return text;
    }
    let result = "";
    let depth = 0;
    tokens.forEach((token, index) => {
        const next = tokens[index + 1];
        if (token === "{" || token === "[") {
            depth += 1;
            result += token + (isClosing(next) ? "" : newLine(depth));
        } else if (isClosing(token)) {
            depth -= 1;
            result += (isOpening(tokens[index - 1]) ? "" : newLine(depth)) + token;
        } else if (token === ",") {
            result += token + newLine(depth);
        } else {
            result += token === ":" ? ": " : token;
        }
    });
    return result;
}

const isOpening = (token) => token === "{" || token === "[";
const isClosing = (token) => token === "}" || token === "]";
const newLine = (depth) => "\n" + "  ".repeat(depth);

/**
 * The line, counted from one, where the value that a JSON Pointer (RFC 6901) names is written.
 *
 * For one that is missing it is the line of the object that should hold it.
 */
export function lineOfPointer(text, pointer) {
    const lines = linesByPointer(text);
    for (let place = pointer; place !== ""; place = place.slice(0, place.lastIndexOf("/"))) {
        if (lines.has(place)) return lines.get(place);
        if (!place.includes("/")) break;
    }
    return lines.get("") ?? 1;
}

function linesByPointer(text) {
    const lines = new Map();
    const stack = [];
    let line = 1;
    const here = (frame) => (frame ? `${frame.pointer}/${frame.isObject ? frame.key : frame.index}` : "");
    const note = (pointer) => lines.has(pointer) || lines.set(pointer, line);
    for (const token of text.match(TOKEN) ?? []) {
        const frame = stack.at(-1);
        if (token.trim() === "") {
            line += token.split("\n").length - 1;
        } else if (isClosing(token)) {
            stack.pop();
        } else if (token === ",") {
            if (frame) Object.assign(frame, { index: frame.index + 1, isAtKey: true });
        } else if (frame?.isObject && frame.isAtKey && token.startsWith('"')) {
            Object.assign(frame, { key: escapedKey(token), isAtKey: false });
            note(here(frame));
        } else if (token !== ":") {
            note(here(frame));
            if (isOpening(token)) {
                stack.push({ pointer: here(frame), isObject: token === "{", index: 0, isAtKey: true });
            }
        }
    }
    return lines;
}

function escapedKey(token) {
    let key = token.slice(1, -1);
    try {
        key = JSON.parse(token);
    } catch {
        // Half written: its bytes are the best name there is.
    }
    return key.replaceAll("~", "~0").replaceAll("/", "~1");
}

/** A `<pre>` of JSON with coloured tokens; of any other text as it is. */
export function renderCode(text, { isJSON = true, label = "Code" } = {}) {
    const isColoured = isJSON && text.length <= MAX_COLOURED;
    const content = isColoured ? colouredTokens(text) : text;
    return element("pre", { tabindex: "0", role: "region", "aria-label": label },
        element("code", {}, content));
}

function colouredTokens(text) {
    const tokens = text.match(TOKEN) ?? [];
    let plain = "";
    const parts = [];
    tokens.forEach((token, index) => {
        const kind = kindOf(token, tokens[index + 1]);
        if (!kind) return void (plain += token);
        parts.push(plain, element("span", { class: kind }, token));
        plain = "";
    });
    return [...parts, plain];
}

function kindOf(token, next) {
    if (token.startsWith('"')) return next === ":" ? "key" : "string";
    if (/^-?\d/.test(token)) return "number";
    return ["true", "false", "null"].includes(token) ? "word" : null;
}
