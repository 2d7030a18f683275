// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

// The part of Markdown that doc comments use: paragraphs, lists, fenced code, headings, `code`,
// **bold**, *emphasis* and links. Everything else, HTML included, stays the text that it is.

import { element } from "./dom.js";

/** The blocks of a text, as elements. */
export function renderMarkdown(text) {
    if (typeof text !== "string" || text.trim() === "") return [];
    const lines = text.replaceAll("\r\n", "\n").split("\n");
    const blocks = [];
    while (lines.length > 0) {
        const block = takeBlock(lines);
        if (block) blocks.push(block);
    }
    return blocks;
}

/** One line's worth of Markdown, without blocks. */
export const renderInline = (text) => inline(String(text ?? ""));

const FENCE = /^\s*(`{3,}|~{3,})/;
const ITEM = /^\s*(?:[-*+]|\d{1,9}[.)])\s+/;
const HEADING = /^\s*#{1,6}\s+/;

function takeBlock(lines) {
    const first = lines[0];
    if (first.trim() === "") return void lines.shift();
    if (FENCE.test(first)) return takeFence(lines);
    if (ITEM.test(first)) return takeList(lines);
    if (HEADING.test(first)) {
        return element("p", { class: "heading" }, inline(lines.shift().replace(HEADING, "")));
    }
    if (/^( {4}|\t)/.test(first)) return takeIndented(lines);
    return element("p", {}, inline(takeWhile(lines, isParagraphLine).join(" ")));
}

const isParagraphLine = (line) =>
    line.trim() !== "" && !FENCE.test(line) && !ITEM.test(line) && !HEADING.test(line);

function takeWhile(lines, accepts) {
    const taken = [lines.shift().trim()];
    while (lines.length > 0 && accepts(lines[0])) taken.push(lines.shift().trim());
    return taken;
}

function takeFence(lines) {
    const mark = lines.shift().match(FENCE)[1];
    const code = [];
    while (lines.length > 0 && !lines[0].trim().startsWith(mark)) code.push(lines.shift());
    lines.shift();
    return element("pre", { tabindex: "0" }, element("code", {}, code.join("\n")));
}

function takeIndented(lines) {
    const code = [];
    while (lines.length > 0 && /^( {4}|\t)/.test(lines[0])) {
        code.push(lines.shift().replace(/^( {4}|\t)/, ""));
    }
    return element("pre", { tabindex: "0" }, element("code", {}, code.join("\n")));
}

function takeList(lines) {
    const list = element(/^\s*\d/.test(lines[0]) ? "ol" : "ul");
    while (lines.length > 0 && ITEM.test(lines[0])) {
        lines[0] = lines[0].replace(ITEM, "");
        list.append(element("li", {}, inline(takeWhile(lines, isParagraphLine).join(" "))));
    }
    return list;
}

// The characters between marks may not be the mark itself, so no input makes this backtrack far.
const INLINE =
    /``([^`]+)``|`([^`]+)`|\*\*([^*]+)\*\*|\*([^*\s][^*]*)\*|\[([^[\]]*)\]\(([^()\s]*)\)/g;

function inline(text) {
    const parts = [];
    let end = 0;
    for (const match of text.matchAll(INLINE)) {
        parts.push(text.slice(end, match.index));
        parts.push(inlineElement(match));
        end = match.index + match[0].length;
    }
    parts.push(text.slice(end));
    return parts;
}

function inlineElement([whole, symbol, code, bold, emphasis, label, address]) {
    if (symbol ?? code) return element("code", {}, symbol ?? code);
    if (bold) return element("strong", {}, inline(bold));
    if (emphasis) return element("em", {}, inline(emphasis));
    const href = safeAddress(address);
    if (!href) return whole;
    return element("a", { href, target: "_blank", rel: "noopener noreferrer" }, label || href);
}

/** Only addresses that cannot run anything; a relative one belongs to this page. */
function safeAddress(address) {
    try {
        const url = new URL(address, location.href);
        return ["http:", "https:", "mailto:"].includes(url.protocol) ? url.href : null;
    } catch {
        return null;
    }
}
