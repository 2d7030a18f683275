// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

// What came back: status, time, headers and body, and of a problem the things that are wrong.

import { isJSONType } from "./body.js";
import { disclosure, element } from "./dom.js";
import { formatJSON, renderCode } from "./json-text.js";

const MAX_SHOWN = 1_000_000;
const REDRAW_MILLISECONDS = 100;

/**
 * Reads a response's body as text, up to a million bytes.
 *
 * `progress` gets the text so far, now and then: an event stream may never end.
 */
export async function readAnswer(response, progress) {
    const answer = { text: "", size: 0, isCut: false, bytes: null };
    if (!isReadable(response)) {
        answer.bytes = await response.blob();
        answer.size = answer.bytes.size;
        return answer;
    }
    const decoder = new TextDecoder();
    let drawnAt = performance.now();
    for await (const chunk of chunks(response.body)) {
        answer.size += chunk.length;
        answer.text += decoder.decode(chunk, { stream: true });
        answer.isCut = answer.size > MAX_SHOWN;
        if (answer.isCut) break;
        if (performance.now() - drawnAt < REDRAW_MILLISECONDS) continue;
        drawnAt = performance.now();
        progress(answer.text);
    }
    answer.text += decoder.decode();
    return answer;
}

/** `ReadableStream` is not iterable everywhere. Leaving the loop cancels the stream. */
async function* chunks(stream) {
    if (!stream) return;
    const reader = stream.getReader();
    try {
        for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
    } finally {
        await reader.cancel();
    }
}

const typeOf = (response) => response.headers.get("Content-Type") ?? "";
const isReadable = (response) =>
    typeOf(response) === "" || isJSONType(typeOf(response))
    || /^(text\/|application\/(xml|yaml|javascript|x-www-form-urlencoded))|\+(xml|yaml)\b/i.test(typeOf(response));

/**
 * The violations that a problem document (RFC 9457) names, as
 * `{ place, pointer | parameter | header | cookie | line, message }`.
 */
export function violationsOf(response, text) {
    if (!isJSONType(typeOf(response)) || response.status < 400) return [];
    let problem;
    try {
        problem = JSON.parse(text);
    } catch {
        return [];
    }
    if (Array.isArray(problem?.errors)) return problem.errors.filter(Object).map(readViolation);
    if (Number.isInteger(problem?.line)) {
        return [{ line: problem.line, place: "body", message: String(problem.detail ?? problem.title) }];
    }
    return [];
}

function readViolation(error) {
    const message = String(error.message ?? error.detail ?? error.code ?? "is wrong");
    for (const kind of ["parameter", "header", "cookie"]) {
        if (typeof error[kind] === "string") return { [kind]: error[kind], place: error[kind], message };
    }
    const pointer = String(error.pointer ?? "").replace(/^#/, "");
    return { pointer, place: pointer || "body", message };
}

/** The line that says how it went; the one part of an answer that is read aloud. */
export function statusLine(response, milliseconds, violations) {
    const parts = [`${response.status} ${response.statusText}`.trim(), `${Math.round(milliseconds)} ms`];
    if (violations.length > 0) parts.push(`${violations.length} ${violations.length === 1 ? "error" : "errors"}`);
    if (response.redirected) parts.push(`redirected to ${new URL(response.url).pathname}`);
    return parts;
}

/** Everything below the status line. `places` say, for each violation, how to go to its place. */
export function renderAnswer(response, answer, violations, places) {
    return [
        violations.length > 0 && element("ul", { class: "violations", "aria-label": "What is wrong" },
            violations.map((violation, index) => renderViolation(violation, places[index]))),
        renderHeaders(response),
        renderBody(response, answer),
    ].filter(Boolean);
}

/** Messages of Fledge begin with the place, which stands there already. */
function renderViolation({ place, message }, target) {
    return element("li", {}, element("code", {}, place), " ", message.replace(`'${place}' `, ""),
        target && [" ", element("button", { type: "button", class: "link", on: { click: target.go } },
            `Go to ${target.label}`)]);
}

function renderHeaders(response) {
    const headers = [...response.headers];
    return disclosure({ class: "deeper" }, `${headers.length} header fields`, () =>
        element("pre", { tabindex: "0" },
            element("code", {}, headers.map(([name, value]) => `${name}: ${value}`).join("\n"))));
}

function renderBody(response, answer) {
    if (answer.bytes) return renderDownload(response, answer);
    if (answer.text === "") return element("p", { class: "muted" }, "No body.");
    const isJSON = isJSONType(typeOf(response));
    return element("div", {},
        renderCode(isJSON ? formatJSON(answer.text) : answer.text, { isJSON, label: "Body of the answer" }),
        answer.isCut && element("p", { class: "muted" }, "Cut after a million bytes."));
}

function renderDownload(response, { bytes, size }) {
    if (size === 0) return element("p", { class: "muted" }, "No body.");
    return element("p", {},
        element("a", { href: URL.createObjectURL(bytes), download: "answer" }, "Save the body"),
        ` (${typeOf(response)}, ${size} bytes)`);
}
