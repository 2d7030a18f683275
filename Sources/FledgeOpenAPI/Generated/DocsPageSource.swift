// Written by scripts/generate-docs-page from Docs/Page. Do not edit; CI holds it to its sources.
// swift-format-ignore-file

/// The docs page, cut where an app's own values come in.
enum DocsPageSource {
    enum Piece {
        case text(StaticString)
        case title
        case document
    }

    static let pieces: [Piece] = [
        .text(
##"""
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>
"""##
        ),
        .title,
        .text(
##"""
</title>
<link rel="icon" href="data:,">
<style>
:root {
    color-scheme: light dark;
    --page: light-dark(#ffffff, #131518);
    --panel: light-dark(#f7f7f5, #191c20);
    --field: light-dark(#ffffff, #0f1114);
    --line: light-dark(#e3e3df, #2b3036);
    --field-line: light-dark(#8b8f96, #6a727d);
    --text: light-dark(#1c1f24, #e4e6ea);
    --muted: light-dark(#5c636e, #9ba3ae);
    --accent: light-dark(#0a6b57, #5cc9ab);
    --on-accent: light-dark(#ffffff, #06231c);
    --current: light-dark(#e4efec, #1d2f2b);
    --blue: light-dark(#0b5cad, #79b4f2);
    --green: light-dark(#0d6e3f, #6bcb92);
    --amber: light-dark(#8a5200, #e2b05e);
    --violet: light-dark(#6b3fb5, #bb9bf0);
    --red: light-dark(#b3261e, #f28b82);
    --red-tint: light-dark(#fbeceb, #3a1f1e);
    --mono: ui-monospace, "SF Mono", "Cascadia Code", "JetBrains Mono", Menlo, Consolas, monospace;
    --bar: 48px;
    font: 15px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
}
:root[data-theme="light"] { color-scheme: light }
:root[data-theme="dark"] { color-scheme: dark }

/* Elements */

* { box-sizing: border-box }
html { scrollbar-gutter: stable; scroll-padding-top: calc(var(--bar) + 16px) }
body {
    margin: 0; background: var(--page); color: var(--text);
    display: grid; grid-template: var(--bar) 1fr / 300px minmax(0, 1fr);
}
h1, h2, h3, p, ul, dl, pre, fieldset { margin: 0; padding: 0 }
h1 { font-size: 24px; line-height: 1.25; font-weight: 650; letter-spacing: -.01em; overflow-wrap: anywhere }
h2 { font-size: 16px; line-height: 1.4; font-weight: 650 }
h3 { font-size: 13px; font-weight: 600 }
a { color: var(--accent); text-underline-offset: 2px }
code, kbd, pre, textarea { font-family: var(--mono); font-size: 13px }
pre {
    background: var(--panel); border: 1px solid var(--line); border-radius: 6px; padding: 10px 12px;
    overflow: auto; line-height: 1.5; tab-size: 4;
}
button, input, select, textarea { font: inherit; color: inherit; border-radius: 6px }
input, select, textarea {
    width: 100%; padding: 6px 10px; background: var(--field); border: 1px solid var(--field-line); min-height: 36px;
}
textarea { resize: vertical; font-family: var(--mono); font-size: 13px; line-height: 20px }
::placeholder { color: var(--muted); opacity: 1 }
fieldset { border: 0; min-width: 0 }
summary { cursor: pointer }
ul, ol { padding-left: 20px }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
h1:focus, h2:focus, main:focus { outline: none }
[hidden] { display: none }

.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
.skip { position: fixed; top: -60px; left: 12px; z-index: 3; padding: 8px 12px; background: var(--page) }
.skip:focus { top: 6px }
.muted { color: var(--muted) }
.row { display: flex; align-items: center; justify-content: space-between; gap: 12px }
.quiet {
    background: none; border: 1px solid transparent; padding: 4px 8px; color: var(--muted); font-size: 13px; cursor: pointer;
}
.quiet:hover { color: var(--text); border-color: var(--line) }
.primary {
    background: var(--accent); color: var(--on-accent); border: 0; padding: 8px 20px; min-height: 38px; min-width: 96px;
    font-weight: 600; cursor: pointer;
}
.primary:hover { filter: brightness(1.08) }
.link { background: none; border: 0; padding: 0; color: var(--accent); text-decoration: underline; cursor: pointer }

/* Frame */

.bar {
    grid-column: 1 / -1; position: sticky; top: 0; z-index: 2; display: flex; align-items: center; gap: 10px; padding: 0 16px;
    background: var(--page); border-bottom: 1px solid var(--line); min-width: 0;
}
.brand {
    color: var(--text); font-weight: 650; text-decoration: none; overflow: hidden; text-overflow: ellipsis; white-space: nowrap;
}
#version { font-size: 13px; white-space: nowrap }
#theme { margin-left: auto; white-space: nowrap }
#menu { display: none }
#sidebar {
    position: sticky; top: var(--bar); height: calc(100vh - var(--bar)); height: calc(100dvh - var(--bar));
    display: flex; flex-direction: column; background: var(--panel); border-right: 1px solid var(--line);
}
.search { position: relative; padding: 12px 12px 0 }
.search input { padding-right: 36px }
.search kbd {
    position: absolute; right: 22px; top: 20px; padding: 0 6px; font-size: 12px; color: var(--muted); pointer-events: none;
    border: 1px solid var(--line); border-radius: 4px;
}
.search input:focus + kbd, .search input:not(:placeholder-shown) + kbd { visibility: hidden }
#found { padding: 6px 16px; font-size: 12px; color: var(--muted); min-height: 30px }
#list { flex: 1; overflow: auto; padding: 0 8px 24px; overscroll-behavior: contain; scrollbar-gutter: stable; scrollbar-width: thin }
#list ul { list-style: none; padding: 0 }
#list .group { content-visibility: auto; contain-intrinsic-size: auto 240px }
#list h2 { font-size: 12px; font-weight: 600; color: var(--muted); padding: 14px 8px 4px; overflow-wrap: anywhere }
#list a {
    display: flex; gap: 8px; padding: 5px 8px; border-radius: 6px; color: var(--text); text-decoration: none;
    font-size: 14px; line-height: 20px;
}
#list a:hover { background: var(--line) }
#list a:focus-visible { outline-offset: -2px }
#list a[aria-current] { background: var(--current); font-weight: 600 }
#list .results li:first-child a { background: var(--current) }
.label { min-width: 0; overflow-wrap: anywhere }
.label .path, .results .parameter { color: var(--muted) }
.label .path { display: block; font: 12px/1.5 var(--mono); color: var(--muted); font-weight: 400 }
.label .field-match { color: var(--muted); font-size: 12px }
.deprecated { text-decoration: line-through }
.method {
    flex: none; width: 44px; font: 700 11px/20px var(--mono); letter-spacing: .02em; color: var(--muted);
}
.method.get { color: var(--blue) }
.method.post { color: var(--green) }
.method.put { color: var(--amber) }
.method.patch { color: var(--violet) }
.method.delete { color: var(--red) }
#list .method.delete, #list .method.options { font-size: 10px; letter-spacing: -.02em }

/* An operation */

main { padding: 32px 40px 96px; min-width: 0 }
.overview, article:not(.operation) { max-width: 720px }
.operation { display: grid; grid-template-columns: minmax(0, 1fr) minmax(340px, 460px); gap: 48px; max-width: 1360px }
.about > section, .overview > section { margin-top: 36px }
.about > header > * + *, .overview > * + *, main section > h2 + * { margin-top: 10px }
.overview > * + section { margin-top: 36px }
.about p, .overview p, .note { max-width: 68ch }
p + p, p + ul, p + ol, p + pre, ul + p, pre + p, ol + p { margin-top: 8px }
.heading { font-weight: 650 }
.route { display: flex; align-items: baseline; gap: 4px; max-width: none }
.route .method { font-size: 13px; width: auto; padding-right: 8px }
.route code { font-size: 14px; overflow-wrap: anywhere }
.parameter { color: var(--accent) }
.stacked { display: none }
.warning { color: var(--amber); font-weight: 600 }
.overview .group { margin-top: 20px }
.overview .group ul { list-style: none; padding: 0; margin-top: 6px }
.overview .group li { border-top: 1px solid var(--line) }
.row {
    display: grid; grid-template-columns: 56px minmax(0, 5fr) minmax(0, 6fr); gap: 2px 12px; padding: 7px 8px;
    color: var(--text); text-decoration: none; align-items: baseline; overflow-wrap: anywhere;
}
.row .method { width: auto }
.row:hover { background: var(--panel) }
.row.deprecated { text-decoration: line-through }
.keys { display: grid; grid-template-columns: max-content 1fr; gap: 6px 16px }
.keys dd { margin: 0 }
kbd { border: 1px solid var(--line); border-radius: 4px; padding: 1px 6px; background: var(--panel); font-size: 12px }

/* Schemas */

.tree { list-style: none; padding: 0 }
.tree > li { border-top: 1px solid var(--line); padding: 9px 0 10px }
.tree > li:first-child { border-top: 0; padding-top: 4px }
.variants > .muted, .tree + .muted { font-size: 13px }
.property { overflow-wrap: anywhere }
.name { font-weight: 650; color: var(--text) }
.type { color: var(--muted); font-size: 13px }
.required { color: var(--amber); font-size: 12px }
h2 .required { font-weight: 500 }
.badge { font-size: 12px; color: var(--muted); border: 1px solid var(--line); border-radius: 4px; padding: 0 5px }
.constraints { display: block; font-size: 13px; color: var(--muted); overflow-wrap: anywhere }
.note { font-size: 14px; margin-top: 2px }
.enum { font-size: 13px; color: var(--muted); overflow-wrap: anywhere }
.enum code { color: var(--text) }
.root + .tree, .note + .tree { margin-top: 4px }
.deeper { margin-top: 6px }
.deeper > summary { font-size: 13px; color: var(--muted); width: fit-content; padding: 2px 4px; border-radius: 4px }
.deeper > summary:hover { color: var(--text) }
.deeper > :not(summary) { margin: 4px 0 0 6px; padding-left: 16px; border-left: 2px solid var(--line) }
.deeper > pre { margin-left: 0; padding-left: 12px; border-left-width: 1px; max-height: 480px }
.media + .media { margin-top: 20px }
.media > p:first-child { font-size: 13px }
.response { border-top: 1px solid var(--line); padding: 9px 0 }
.response > summary { padding: 1px 0; list-style-position: outside; margin-left: 18px }
.response .muted { font-size: 13px }
p.response { padding-left: 18px; max-width: none; margin: 0 }
.response > :not(summary) { margin: 6px 0 10px 18px }
p.response > span { margin: 0 }
.code { font: 650 13px var(--mono) }
.of-2 .code, .code.of-2, .status.of-2 strong { color: var(--green) }
.code.of-3, .status.of-3 strong { color: var(--blue) }
.code.of-4, .status.of-4 strong { color: var(--amber) }
.code.of-5, .status.of-5 strong { color: var(--red) }

/* Try it */

.try {
    align-self: start; position: sticky; top: calc(var(--bar) + 32px);
    max-height: calc(100vh - var(--bar) - 48px); overflow: auto;
    padding: 20px 12px 20px 20px; border: 1px solid var(--line); border-radius: 10px; background: var(--panel);
    scrollbar-gutter: stable; scrollbar-width: thin;
}
.try fieldset { margin-top: 18px }
.try legend, .try h3 { font-size: 13px; font-weight: 600; padding: 0 }
.try form > .row { margin-top: 18px }
.field { margin-top: 10px }
.field label { display: block; font-size: 14px; margin-bottom: 4px; overflow-wrap: anywhere }
.field label:not(:first-child) { margin-top: 8px }
.field textarea { font-size: 13px }
[aria-invalid] { border-color: var(--red); box-shadow: 0 0 0 1px var(--red) }
.wrong-note, .notes { color: var(--red); font-size: 13px; margin-top: 4px }
.wrong-note:empty, .notes:empty { display: none }
.notes { list-style: none; padding: 0 }
.notes .link { color: inherit; font-weight: 600 }
.editor, fieldset > p + div > select { margin-top: 8px }
.sheet { display: grid; grid-template-columns: auto minmax(0, 1fr) }
.gutter {
    overflow: hidden; padding: 7px 0; font: 12px/20px var(--mono); color: var(--muted); text-align: right; user-select: none;
    height: 0; min-height: 100%; border: solid var(--field-line); border-width: 1px 0 1px 1px; border-radius: 6px 0 0 6px;
    background: var(--panel);
}
.gutter span { display: block; padding: 0 8px; min-width: 34px }
.gutter .wrong { background: var(--red); color: var(--page); font-weight: 700 }
.sheet textarea { border-radius: 0 6px 6px 0; resize: none; white-space: pre; overflow: auto; min-height: 96px }
.status { margin-top: 16px; min-height: 24px; font-size: 14px; overflow-wrap: anywhere }
.status:empty { margin-top: 0 }
.answer > * { margin-top: 8px }
.answer pre { max-height: 420px; background: var(--field) }
.violations { list-style: none; padding: 10px 12px; background: var(--red-tint); border-radius: 6px; font-size: 14px }
.violations li + li { margin-top: 6px }
.violations code { font-weight: 650 }
.curl { margin-top: 12px; padding-top: 8px; border-top: 1px solid var(--line) }
.curl pre { background: var(--field); max-height: 260px }
pre .key { color: var(--blue) }
pre .string { color: var(--green) }
pre .number, pre .word { color: var(--violet) }

/* Narrower */

@media (max-width: 1180px) {
    .operation { grid-template-columns: minmax(0, 1fr); gap: 36px; max-width: 760px }
    .try { position: static; max-height: none; padding-right: 20px; scrollbar-gutter: auto }
    .stacked { display: block }
}
@media (max-width: 760px) {
    body { grid-template-columns: minmax(0, 1fr) }
    .bar { padding: 0 8px 0 4px; gap: 6px }
    #menu { display: block; min-height: 40px; color: var(--accent); font-size: 14px }
    #menu, #theme { white-space: nowrap }
    #version { display: none }
    #sidebar { display: none }
    .with-menu #sidebar { display: flex; position: fixed; z-index: 1; inset: var(--bar) 0 0 0; height: auto; border: 0 }
    .with-menu { overflow: hidden }
    #list a { padding: 9px 8px }
    .row { grid-template-columns: 56px minmax(0, 1fr); padding: 9px 8px }
    .row .muted { grid-column: 2 }
    input, select, textarea { font-size: 16px; min-height: 42px }
    .field textarea, .sheet textarea { font-size: 14px }
    main { padding: 20px 16px 64px }
    .try { padding: 16px; margin: 0 -8px }
    .search kbd { display: none }
}
@media (prefers-reduced-motion: no-preference) {
    .quiet, #list a { transition: background-color .1s, color .1s }
}
@media print {
    .bar, #sidebar, .try { display: none }
    body { display: block }
}
</style>
</head>
<body data-document="
"""##
        ),
        .document,
        .text(
##"""
">
<a class="skip" href="#main" id="skip">Skip to the operation</a>
<header class="bar">
<button type="button" id="menu" class="quiet" aria-controls="sidebar" aria-expanded="false">Operations</button>
<a class="brand" href="#/">
"""##
        ),
        .title,
        .text(
##"""
</a>
<span id="version" class="muted"></span>
<button type="button" id="theme" class="quiet">Theme: system</button>
</header>
<nav id="sidebar" aria-label="Operations">
<div class="search" role="search">
<label class="hidden" for="search">Search operations, paths and fields</label>
<input id="search" type="search" placeholder="Find an operation or field" autocomplete="off"
  autocapitalize="off" spellcheck="false" enterkeyhint="go" aria-describedby="found" aria-keyshortcuts="/">
<kbd aria-hidden="true">/</kbd>
</div>
<p id="found" role="status"></p>
<div id="list"></div>
</nav>
<main id="main" tabindex="-1">
<p class="muted">Reading the API’s description…</p>
<noscript><p>This page needs JavaScript. The description itself is at <a href="
"""##
        ),
        .document,
        .text(
##"""
">
"""##
        ),
        .document,
        .text(
##"""
</a>.</p></noscript>
</main>
<script type="module">
const modules = {};

{
// The OpenAPI document as the page needs it: a list of operations, references followed.

const METHODS = ["get", "post", "put", "patch", "delete", "head", "options", "trace"];
const MAX_REFERENCES = 32;

class API {
    constructor(source) {
        if (typeof source?.openapi !== "string") throw new Error("This is no OpenAPI document.");
        this.source = source;
        this.info = source.info ?? {};
        this.schemes = source.components?.securitySchemes ?? {};
        this.operations = collectOperations(this);
        this.byID = new Map(this.operations.map((operation) => [operation.id, operation]));
        this.groups = groupByTag(this);
        this.basePath = basePath(source.servers);
    }

    static async load(address) {
        const response = await fetch(address, { headers: { Accept: "application/json" } });
        if (!response.ok) throw new Error(`${address} answered ${response.status}.`);
        return new API(await response.json());
    }

    /**
     * Follows `$ref` inside the document.
     *
     * What stands beside a reference (a description, say) is laid over what it names. References
     * that lead elsewhere, nowhere or in circles give an empty value.
     */
    resolve(value) {
        let overlay = {};
        let current = value;
        for (let steps = 0; typeof current?.$ref === "string"; steps += 1) {
            if (steps === MAX_REFERENCES) return overlay;
            const { $ref, ...rest } = current;
            overlay = { ...rest, ...overlay };
            current = this.find($ref);
        }
        if (typeof current === "boolean") return current;
        return { ...current, ...overlay };
    }

    /** What a local JSON Pointer such as `#/components/schemas/User` names. */
    find(reference) {
        if (!reference.startsWith("#/")) return undefined;
        let found = this.source;
        for (const part of reference.slice(2).split("/")) {
            const key = decode(part).replaceAll("~1", "/").replaceAll("~0", "~");
            found = Object.hasOwn(Object(found), key) ? found[key] : undefined;
        }
        return found;
    }
}

/** The name at the end of a reference, for people. */
const referenceName = (schema) =>
    typeof schema?.$ref === "string" ? decode(schema.$ref.split("/").at(-1)) : null;

function decode(text) {
    try {
        return decodeURIComponent(text);
    } catch {
        return text;
    }
}

function collectOperations(api) {
    const taken = new Set();
    const operations = [];
    for (const [path, reference] of Object.entries(api.source.paths ?? {})) {
        const item = api.resolve(reference);
        for (const method of METHODS) {
            if (item[method]) operations.push(makeOperation(api, path, method, item, taken));
        }
    }
    return operations;
}

function makeOperation(api, path, method, item, taken) {
    const source = item[method];
    let id = source.operationId ?? `${method} ${path}`;
    while (taken.has(id)) id += "-";
    taken.add(id);
    return {
        id,
        path,
        method: method.toUpperCase(),
        tag: source.tags?.[0] ?? "Other",
        summary: source.summary ?? "",
        title: source.summary || path,
        description: source.description ?? item.description ?? "",
        isDeprecated: source.deprecated === true,
        parameters: mergeParameters(api, item.parameters, source.parameters),
        body: source.requestBody ? api.resolve(source.requestBody) : null,
        responses: Object.entries(source.responses ?? {})
            .map(([status, response]) => ({ status, ...api.resolve(response) })),
        security: source.security ?? api.source.security ?? [],
    };
}

/** An operation's parameter replaces the path's of the same place and name. */
function mergeParameters(api, ofPath = [], ofOperation = []) {
    const merged = new Map();
    for (const reference of [...ofPath, ...ofOperation]) {
        const parameter = api.resolve(reference);
        merged.set(`${parameter.in}:${parameter.name}`, parameter);
    }
    return [...merged.values()];
}

function groupByTag(api) {
    const groups = new Map();
    for (const tag of api.source.tags ?? []) {
        groups.set(tag.name, { name: tag.name, description: tag.description, operations: [] });
    }
    for (const operation of api.operations) {
        if (!groups.has(operation.tag)) groups.set(operation.tag, { name: operation.tag, operations: [] });
        groups.get(operation.tag).operations.push(operation);
    }
    return [...groups.values()].filter((group) => group.operations.length > 0);
}

/**
 * The path below which the API stands on this origin.
 *
 * The page sends to the origin that it came from and to no other; of a server that the document
 * names, only the path counts.
 */
function basePath(servers) {
    try {
        return new URL(servers?.[0]?.url ?? "/", location.href).pathname.replace(/\/+$/, "");
    } catch {
        return "";
    }
}

modules["api.js"] = { API, referenceName };
}

{
// Makes elements. Text reaches the page as text nodes only; nothing here or elsewhere parses HTML,
// and the page's policy (`require-trusted-types-for 'script'`) has the browser hold us to it.

/**
 * Creates an element.
 *
 *     element("a", { href: "#/", class: "brand" }, "Shop")
 *
 * `properties` are attributes, except `on`, an object of event listeners. `true` sets an empty
 * attribute; `false`, `null` and `undefined` leave it out. Children that are nothing are skipped.
 */
function element(tag, properties = {}, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(properties)) {
        if (name === "on") {
            for (const [event, listener] of Object.entries(value)) made.addEventListener(event, listener);
        } else if (value === true) {
            made.setAttribute(name, "");
        } else if (value !== false && value !== null && value !== undefined) {
            made.setAttribute(name, value);
        }
    }
    made.append(...children.flat(Infinity).filter(isSomething));
    return made;
}

const isSomething = (child) => child !== null && child !== undefined && child !== false && child !== "";

let lastID = 0;

/** An id that no other element has; for labels and descriptions. */
const freshID = (prefix) => `${prefix}-${(lastID += 1)}`;

/** A `<details>` whose content is made when it is first opened: a recursive schema has no end. */
function disclosure(properties, summary, makeContent) {
    const { open = false, ...rest } = properties;
    const details = element("details", rest, element("summary", {}, summary));
    let isMade = false;
    const fill = () => {
        if (isMade || !details.open) return;
        isMade = true;
        details.append(...[makeContent()].flat().filter(isSomething));
    };
    details.addEventListener("toggle", fill);
    details.open = open;
    fill();
    return details;
}

/** A button that copies what `text()` gives, and says so. */
function copyButton(label, text) {
    const button = element("button", { type: "button", class: "quiet copy" }, "Copy");
    button.setAttribute("aria-label", label);
    button.addEventListener("click", async () => {
        button.textContent = (await copy(text())) ? "Copied" : "Select and copy by hand";
        button.addEventListener("blur", () => (button.textContent = "Copy"), { once: true });
    });
    return button;
}

/** The clipboard exists in secure contexts only; over plain HTTP, the old way still works. */
async function copy(text) {
    try {
        await navigator.clipboard.writeText(text);
        return true;
    } catch {
        const area = element("textarea", { class: "hidden" });
        area.value = text;
        const focused = document.activeElement;
        document.body.append(area);
        area.select();
        const isCopied = document.execCommand("copy");
        area.remove();
        focused?.focus();
        return isCopied;
    }
}

modules["dom.js"] = { element, freshID, disclosure, copyButton };
}

{
// The part of Markdown that doc comments use: paragraphs, lists, fenced code, headings, `code`,
// **bold**, *emphasis* and links. Everything else, HTML included, stays the text that it is.

const { element } = modules["dom.js"];

/** The blocks of a text, as elements. */
function renderMarkdown(text) {
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
const renderInline = (text) => inline(String(text ?? ""));

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

modules["markdown.js"] = { renderMarkdown, renderInline };
}

{
// Tokens and keys: kept for this tab only (sessionStorage), sent where an operation asks for them.

const { element, freshID } = modules["dom.js"];
const { renderMarkdown } = modules["markdown.js"];

const PREFIX = "fledge-docs:";
const MASK = "••••••";
const storage = availableStorage();

/** The schemes that an operation may use, in the order of the document. */
function schemesOf(api, operation) {
    const names = new Set(operation.security.flatMap((alternative) => Object.keys(alternative)));
    return [...names].filter((name) => api.schemes[name])
        .map((name) => ({ name, ...api.resolve(api.schemes[name]) }));
}

const isAuthorizationOptional = (operation) =>
    operation.security.some((alternative) => Object.keys(alternative).length === 0);

/** What the operation asks for, in words: `bearer, or header X-User-ID and header X-Staff`. */
function authorizationText(api, operation) {
    const title = (name) => (api.schemes[name] ? schemeTitle(api.resolve(api.schemes[name])) : name);
    return operation.security.map((alternative) => Object.keys(alternative).map(title).join(" and ") || "none")
        .join(", or ");
}

function schemeTitle(scheme) {
    if (scheme.type === "apiKey") return `${scheme.in} ${scheme.name}`;
    return scheme.type === "http" ? scheme.scheme : scheme.type;
}

/** Inputs for each scheme. `changed` is called after each change. */
function renderAuthorization(schemes, changed) {
    return schemes.map((scheme) => {
        const parts = isBasic(scheme) ? ["user", "password"] : ["value"];
        return element("div", { class: "field" },
            parts.map((part) => renderInput(scheme, part, changed)),
            scheme.description && element("div", { class: "note" }, renderMarkdown(scheme.description)));
    });
}

function renderInput(scheme, part, changed) {
    const id = freshID("secret");
    const input = element("input", {
        id, type: part === "user" ? "text" : "password", autocomplete: "off", spellcheck: "false",
        autocapitalize: "off", placeholder: part === "user" ? "" : "kept in this tab only",
    });
    input.value = read(scheme, part);
    input.addEventListener("input", () => {
        write(scheme, part, input.value);
        changed();
    });
    return [element("label", { for: id }, label(scheme, part)), input];
}

function label(scheme, part) {
    if (isBasic(scheme)) return part;
    if (scheme.type === "apiKey") return [element("code", {}, scheme.name), ` ${scheme.in}`];
    return "Bearer token";
}

const isBasic = (scheme) => scheme.type === "http" && scheme.scheme?.toLowerCase() === "basic";
const key = (scheme, part) => `${PREFIX}${scheme.type}:${scheme.in ?? ""}:${schemeTitle(scheme)}:${part}`;
const read = (scheme, part) => storage.getItem(key(scheme, part)) ?? "";

function write(scheme, part, text) {
    if (text === "") storage.removeItem(key(scheme, part));
    else storage.setItem(key(scheme, part), text);
}

/** Where the reader forbids storage, what was entered lasts as long as the page. */
function availableStorage() {
    try {
        return sessionStorage;
    } catch {
        const kept = new Map();
        return {
            getItem: (name) => kept.get(name),
            setItem: (name, text) => kept.set(name, text),
            removeItem: (name) => kept.delete(name),
        };
    }
}

/**
 * Adds what has been entered to a request's `headers`, `query` or `cookies`.
 *
 * Each is a name, a value, and the value as it may be seen by who looks over the reader's shoulder.
 */
function authorize(request, schemes) {
    for (const scheme of schemes) {
        const value = isBasic(scheme) ? basicCredentials(scheme) : read(scheme, "value");
        if (value === "") continue;
        if (scheme.type !== "apiKey") {
            const kind = isBasic(scheme) ? "Basic" : "Bearer";
            request.headers.push(["Authorization", `${kind} ${value}`, `${kind} ${MASK}`]);
        } else if (scheme.in === "header") {
            request.headers.push([scheme.name, value, MASK]);
        } else {
            (scheme.in === "cookie" ? request.cookies : request.query).push([scheme.name, value, MASK]);
        }
    }
}

function basicCredentials(scheme) {
    const [user, password] = [read(scheme, "user"), read(scheme, "password")];
    if (user === "" && password === "") return "";
    return btoa(String.fromCharCode(...new TextEncoder().encode(`${user}:${password}`)));
}

modules["authorization.js"] = { schemesOf, isAuthorizationOptional, authorizationText, renderAuthorization, authorize };
}

{
// The editor of a body: a text area with line numbers, whose lines can be marked as wrong.

const { element, freshID } = modules["dom.js"];

const MIN_ROWS = 4;
const MAX_ROWS = 24;

class Editor {
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

modules["editor.js"] = { Editor };
}

{
// What a JSON Schema means, in the words that the page shows. No elements here.

const { referenceName } = modules["api.js"];

const MAX_DEPTH = 16;

/**
 * A schema made easy to show:
 *
 * - `kind`: "object", "array", "map", "union", "value", "any" or "never"
 * - `name`: of the component that it refers to, or null
 * - `isNullable`: null is allowed besides
 * - `properties` (objects), `items` (arrays), `values` (maps), `variants` (unions)
 */
function understand(api, schema, depth = 0) {
    const name = referenceName(schema);
    const source = mergeAll(api, api.resolve(schema), depth);
    if (source === false) return { kind: "never", name, source: {}, isNullable: false };
    if (source === true) return { kind: "any", name, source: {}, isNullable: false };
    const choice = source.oneOf ?? source.anyOf;
    if (choice) return understandChoice(api, source, choice, name, depth);
    const types = [source.type ?? guessTypes(source)].flat();
    const isNullable = types.includes("null") || source.nullable === true;
    const rest = types.filter((type) => type !== "null");
    const common = { name, source, isNullable: isNullable && rest.length > 0, types: rest };
    if (rest.length === 0 && types.length > 0) return { ...common, types, kind: "value" };
    if (rest.length === 1 && rest[0] === "object") return understandObject(common);
    if (rest.length === 1 && rest[0] === "array") {
        return { ...common, kind: "array", items: source.items ?? true };
    }
    if (rest.length === 0 && !source.enum && !("const" in source)) return { ...common, kind: "any" };
    return { ...common, kind: "value" };
}

/** `allOf`, and what stands beside it, as one schema. */
function mergeAll(api, source, depth) {
    if (!Array.isArray(source?.allOf) || depth > MAX_DEPTH) return source;
    const { allOf, ...own } = source;
    const parts = allOf.map((part) => mergeAll(api, api.resolve(part), depth + 1));
    const merged = { properties: {}, required: [] };
    for (const part of [...parts, own]) {
        if (typeof part === "boolean") continue;
        const { properties, required, ...rest } = part;
        Object.assign(merged.properties, properties);
        merged.required.push(...(required ?? []));
        Object.assign(merged, rest);
    }
    if (Object.keys(merged.properties).length === 0) delete merged.properties;
    return merged;
}

/** A choice with null is a nullable; of one thing only, it is that thing. */
function understandChoice(api, source, choice, name, depth) {
    const options = choice.filter((option) => api.resolve(option).type !== "null");
    const isNullable = options.length < choice.length;
    if (options.length === 1 && depth < MAX_DEPTH) {
        const only = understand(api, options[0], depth + 1);
        const { oneOf, anyOf, ...beside } = source;
        return {
            ...only,
            name: only.name ?? name,
            source: { ...only.source, ...beside },
            isNullable: only.isNullable || isNullable,
        };
    }
    const { propertyName } = source.discriminator ?? {};
    const variants = options.map((option, index) => ({
        schema: option,
        tag: propertyName ? discriminatorValue(api, source.discriminator, option) : null,
        name: referenceName(option) ?? api.resolve(option).title ?? `Variant ${index + 1}`,
    }));
    return { kind: "union", name, source, isNullable, variants, discriminator: propertyName ?? null };
}

/** What the discriminating field says for this variant. */
function discriminatorValue(api, discriminator, option) {
    for (const [value, target] of Object.entries(discriminator.mapping ?? {})) {
        if (target === option.$ref || target === referenceName(option)) return value;
    }
    const field = api.resolve(api.resolve(option).properties?.[discriminator.propertyName] ?? {});
    return field.const ?? field.enum?.[0] ?? referenceName(option);
}

function understandObject(common) {
    const { source } = common;
    const required = new Set(source.required ?? []);
    const properties = Object.entries(source.properties ?? {})
        .map(([name, schema]) => ({ name, schema, isRequired: required.has(name) }));
    if (properties.length === 0 && source.additionalProperties) {
        return { ...common, kind: "map", values: source.additionalProperties };
    }
    return { ...common, kind: "object", properties, isClosed: source.additionalProperties === false };
}

function guessTypes(source) {
    if (source.properties || source.additionalProperties) return "object";
    if (source.items) return "array";
    return [];
}

/** The type in words: `array of User`, `string (date-time)`, `integer or null`. */
function typeName(api, schema, depth = 0) {
    const node = understand(api, schema);
    return plainTypeName(api, node, depth) + (node.isNullable ? " or null" : "");
}

function plainTypeName(api, node, depth) {
    if (depth > 4) return "…";
    switch (node.kind) {
        case "array": return `array of ${typeName(api, node.items, depth + 1)}`;
        case "map": return `map of ${typeName(api, node.values, depth + 1)}`;
        case "object": return node.name ?? "object";
        case "union": return node.name ?? `one of ${node.variants.length}`;
        case "any": return "any value";
        case "never": return "nothing";
        default: return valueTypeName(node);
    }
}

function valueTypeName({ source, types, name }) {
    if ("const" in source) return "constant";
    const type = types.join(" or ") || "value";
    if (source.format) return `${type} (${source.format})`;
    if (source.contentEncoding) return `${type} (${source.contentEncoding})`;
    return name && source.enum ? name : type;
}

/** The constraints in words, each a short text. */
function constraintTexts(source) {
    return [
        sizeText(source.minLength, source.maxLength, "character"),
        numberText(source),
        source.multipleOf !== undefined && `a multiple of ${source.multipleOf}`,
        source.pattern !== undefined && `matches ${source.pattern}`,
        sizeText(source.minItems, source.maxItems, "item"),
        source.uniqueItems && "each item once",
        sizeText(source.minProperties, source.maxProperties, "member"),
        "const" in source && `always ${JSON.stringify(source.const)}`,
        source.default !== undefined && `default ${JSON.stringify(source.default)}`,
    ].filter(Boolean);
}

function sizeText(least, most, unit) {
    if (least === undefined && most === undefined) return null;
    const plural = (count) => `${count} ${unit}${count === 1 ? "" : "s"}`;
    if (most === undefined) return `at least ${plural(least)}`;
    if (!least) return `at most ${plural(most)}`;
    return least === most ? `exactly ${plural(most)}` : `${least} to ${plural(most)}`;
}

function numberText({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }) {
    if (minimum !== undefined && maximum !== undefined) return `${minimum} to ${maximum}`;
    const parts = [
        minimum !== undefined && `at least ${minimum}`,
        exclusiveMinimum !== undefined && `more than ${exclusiveMinimum}`,
        maximum !== undefined && `at most ${maximum}`,
        exclusiveMaximum !== undefined && `less than ${exclusiveMaximum}`,
    ].filter(Boolean);
    return parts.length > 0 ? parts.join(", ") : null;
}

modules["schema.js"] = { understand, discriminatorValue, typeName, constraintTexts };
}

{
// Makes a text that matches a simple regular expression, so that an example passes its own check.

/**
 * A short text for `pattern`, or null when it uses more than literals, classes, groups,
 * alternatives and counts.
 */
function textForPattern(pattern) {
    try {
        const reader = { rest: pattern };
        const text = readAlternatives(reader);
        return reader.rest === "" && new RegExp(pattern, "u").test(text) ? text : null;
    } catch {
        return null;
    }
}

/** Of `a|b` the first is used; the others are only passed over. */
function readAlternatives(reader) {
    const first = readSequence(reader);
    while (reader.rest.startsWith("|")) {
        reader.rest = reader.rest.slice(1);
        readSequence(reader);
    }
    return first;
}

function readSequence(reader) {
    let text = "";
    while (reader.rest !== "" && !/^[|)]/.test(reader.rest)) {
        const atom = readAtom(reader);
        const count = readCount(reader);
        text += atom.repeat(count);
    }
    return text;
}

function readAtom(reader) {
    const take = (expression) => {
        const match = reader.rest.match(expression);
        if (match) reader.rest = reader.rest.slice(match[0].length);
        return match;
    };
    if (take(/^[\^$]/)) return "";
    if (take(/^\((\?:)?(?!\?)/)) {
        const text = readAlternatives(reader);
        if (!take(/^\)/)) throw new SyntaxError("unclosed group");
        return text;
    }
    const set = take(/^\[(\^?)((?:[^\]\\]|\\.)*)\]/);
    if (set) return memberOfClass(set[0], set[2]);
    const escape = take(/^\\(.)/);
    if (escape) return memberOfEscape(escape[1]);
    if (take(/^\./)) return "a";
    const literal = take(/^[^()[\]{}*+?|\\]/u);
    if (!literal) throw new SyntaxError("not simple");
    return literal[0];
}

function readCount(reader) {
    const match = reader.rest.match(/^(?:\{(\d+)(?:,\d*)?\}|[*+?])\??/);
    if (!match) return 1;
    reader.rest = reader.rest.slice(match[0].length);
    if (match[1] !== undefined) return Math.min(Number(match[1]), 64);
    return match[0].startsWith("+") ? 1 : 0;
}

const CANDIDATES = "aA1-_. bcdefghijklmnopqrstuvwxyzBCDEFGHIJKLMNOPQRSTUVWXYZ023456789/:@+,;#$%&*!?'\"";

function memberOfClass(expression) {
    const test = new RegExp(expression, "u");
    for (const candidate of CANDIDATES) {
        if (test.test(candidate)) return candidate;
    }
    throw new SyntaxError("no simple member");
}

function memberOfEscape(letter) {
    if ("dws".includes(letter)) return { d: "1", w: "a", s: " " }[letter];
    if (/[A-Za-z0-9]/.test(letter)) throw new SyntaxError("not simple");
    return letter;
}

modules["pattern.js"] = { textForPattern };
}

{
// Makes an example value from a schema: what the author gave, or else something that fits.

const { discriminatorValue, understand } = modules["schema.js"];
const { textForPattern } = modules["pattern.js"];

const MAX_DEPTH = 6;

/**
 * An example of a schema.
 *
 * `mode` is "request" (leaves out what only answers have) or "response" (the other way round).
 * Components that contain themselves end in an empty array, in null, or are left out.
 */
function exampleOf(api, schema, mode) {
    return make(api, schema, { mode, ancestors: [], depth: 0 });
}

/**
 * The examples of a media type, each `{ name, value }`: its own, or made from its schema, one for each
 * variant where there is a choice. None when there is nothing to go by.
 */
function examplesOfMedia(api, media, mode) {
    if (media.example !== undefined) return [{ name: "Example", value: media.example }];
    const named = Object.entries(media.examples ?? {})
        .map(([name, example]) => ({ name, value: api.resolve(example).value }))
        .filter(({ value }) => value !== undefined);
    if (named.length > 0) return named;
    if (media.schema === undefined) return [];
    const node = understand(api, media.schema);
    if (node.kind !== "union" || givenExample(node.source) !== undefined) {
        return [{ name: "Example", value: exampleOf(api, media.schema, mode) }];
    }
    return node.variants.map((variant) => ({
        name: String(variant.tag ?? variant.name),
        value: makeVariant(api, node, variant, { mode, ancestors: [], depth: 0 }),
    }));
}

function make(api, schema, context) {
    const node = understand(api, schema);
    const { source } = node;
    const given = givenExample(source);
    if (given !== undefined) return given;
    if (isTooDeep(node, context)) return null;
    const inner = {
        ...context,
        depth: context.depth + 1,
        ancestors: node.name ? [...context.ancestors, node.name] : context.ancestors,
    };
    switch (node.kind) {
        case "object": return makeObject(api, node, inner);
        case "array": return makeArray(api, node, inner);
        case "map": return { key: make(api, node.values, inner) };
        case "union": return makeVariant(api, node, node.variants[0], inner);
        case "any": return {};
        case "never": return null;
        default: return makeValue(node);
    }
}

const isTooDeep = (node, context) =>
    context.depth > MAX_DEPTH || (node.name !== null && context.ancestors.includes(node.name));

function givenExample(source) {
    if (source.example !== undefined) return source.example;
    if (Array.isArray(source.examples) && source.examples.length > 0) return source.examples[0];
    if (source.default !== undefined && !isEmpty(source.default)) return source.default;
    if ("const" in source) return source.const;
    return source.enum?.find((value) => value !== null);
}

/** An empty default says what is meant when nothing is sent; it shows nothing. */
const isEmpty = (value) => value === "" || (Array.isArray(value) && value.length === 0);

function makeObject(api, node, context) {
    const result = {};
    for (const { name, schema, isRequired } of node.properties) {
        const property = understand(api, schema);
        if (context.mode === "request" && property.source.readOnly) continue;
        if (context.mode === "response" && property.source.writeOnly) continue;
        if (!isRequired && isTooDeep(property, context)) continue;
        setMember(result, name, make(api, schema, context));
    }
    return result;
}

/** An ordinary assignment to `__proto__` would not make a member. */
const setMember = (object, name, value) =>
    Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });

function makeArray(api, node, context) {
    const item = understand(api, node.items);
    if (isTooDeep(item, context)) return [];
    const count = Math.min(Math.max(node.source.minItems ?? 1, 1), node.source.maxItems ?? 10, 10);
    const items = Array.from({ length: count }, () => make(api, node.items, context));
    return node.source.uniqueItems ? items.map(makeDifferent) : items;
}

function makeDifferent(value, index) {
    if (index === 0) return value;
    if (typeof value === "number") return value + index;
    return typeof value === "string" ? `${value}${index + 1}` : value;
}

function makeVariant(api, node, variant, context) {
    if (!variant) return null;
    const value = make(api, variant.schema, context);
    if (!node.discriminator || Object(value) !== value || Object.hasOwn(value, node.discriminator)) {
        return value;
    }
    const tag = discriminatorValue(api, node.source.discriminator, variant.schema);
    return { [node.discriminator]: tag, ...value };
}

function makeValue({ source, types }) {
    switch (types[0]) {
        case "integer": return makeNumber(source, 1);
        case "number": return makeNumber(source, source.multipleOf ? source.multipleOf : 1.5);
        case "boolean": return true;
        case "string": return makeString(source);
        default: return null;
    }
}

function makeNumber(source, wish) {
    const step = source.multipleOf ?? 1;
    const least = source.minimum ?? (source.exclusiveMinimum ?? -Infinity) + step;
    const most = source.maximum ?? (source.exclusiveMaximum ?? Infinity) - step;
    const inside = Math.min(Math.max(wish, least), most);
    if (source.multipleOf === undefined) return inside;
    return Number((Math.ceil(inside / step) * step).toPrecision(12));
}

const BY_FORMAT = {
    "date-time": "2026-01-31T09:30:00Z",
    date: "2026-01-31",
    time: "09:30:00Z",
    duration: "PT15M",
    email: "ada@example.com",
    uuid: "7f9c24e5-2b1f-4c6d-9a37-5d0f6a1b8c42",
    uri: "https://example.com/",
    "uri-reference": "/path",
    url: "https://example.com/",
    hostname: "example.com",
    ipv4: "192.0.2.1",
    ipv6: "2001:db8::1",
    byte: "SGVsbG8=",
    decimal: "12.50",
};

function makeString(source) {
    if (source.contentEncoding === "base64") return BY_FORMAT.byte;
    if (Object.hasOwn(BY_FORMAT, source.format ?? "")) return BY_FORMAT[source.format];
    const text = (source.pattern && textForPattern(source.pattern)) || "text";
    if (source.pattern) return text;
    return text.padEnd(source.minLength ?? 0, "text").slice(0, source.maxLength ?? Infinity);
}

modules["example.js"] = { exampleOf, examplesOfMedia };
}

{
// One labelled control for a parameter or for the member of a form.

const { element, freshID } = modules["dom.js"];
const { exampleOf } = modules["example.js"];
const { typeName, understand } = modules["schema.js"];

class Field {
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

modules["field.js"] = { Field };
}

{
// JSON as text: formatted and looked into without being parsed to values, because a parsed number
// loses its last digits beyond 2^53, and because a body in the editor may be half written.

const { element } = modules["dom.js"];

const TOKEN = /\s+|"(?:[^"\\]|\\[^])*"|-?\d[\d.eE+-]*|true|false|null|[{}[\],:]|[^]/g;
const MAX_COLOURED = 200_000;

/** The text indented by two spaces; as it came when it is no JSON. */
function formatJSON(text) {
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
function lineOfPointer(text, pointer) {
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
function renderCode(text, { isJSON = true, label = "Code" } = {}) {
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

modules["json-text.js"] = { formatJSON, lineOfPointer, renderCode };
}

{
// A request as data: built from the form, written as a curl command, sent with fetch.

const COOKIE_SECONDS = 60;

/**
 * Builds a request.
 *
 * `parameters` are pairs of a parameter and its field. A path parameter without a usable value
 * is told in `mistakes`, since no address can be made without it; all else is the server's to judge.
 */
function buildRequest(api, operation, parameters) {
    const request = {
        method: operation.method, path: api.basePath + operation.path,
        query: [], headers: [], cookies: [], body: null, mistakes: [],
    };
    for (const { parameter, field } of parameters) addParameter(request, parameter, field);
    return request;
}

function addParameter(request, parameter, field) {
    const { values } = field;
    switch (parameter.in) {
        case "path": return addPathParameter(request, parameter, field, values);
        case "query": return void request.query.push(...queryPairs(parameter, field, values));
        case "header":
            if (values.length > 0) request.headers.push([parameter.name, values.join(", ")]);
            return;
        case "cookie": return void request.cookies.push(...values.map((value) => [parameter.name, value]));
    }
}

function addPathParameter(request, parameter, field, values) {
    const text = values.join(",");
    const segments = mayHoldSlashes(parameter) ? text.split("/") : [text];
    if (text === "") return void request.mistakes.push({ field, message: "The address needs this value." });
    if (segments.some((segment) => segment === "." || segment === "..")) {
        request.mistakes.push({ field, message: "Browsers resolve . and .. before they send." });
    }
    const encoded = segments.map(encodeURIComponent).join("/");
    request.path = request.path.replaceAll(`{${parameter.name}}`, () => encoded);
}

/** OpenAPI has no word for a parameter that stands for the rest of the path. */
const mayHoldSlashes = (parameter) => parameter["x-catch-all"] === true;

function queryPairs(parameter, field, values) {
    const { name, style = "form", explode = style === "form" } = parameter;
    const isDeep = style === "deepObject" || !explode;
    if (isTree(field)) return treePairs(name, values[0], (key) => (isDeep ? `${name}[${key}]` : key));
    if (values.length > 1 && !explode) return [[name, values.join(",")]];
    return values.map((value) => [name, value]);
}

/** An object of a query or a form, entered as JSON: `name[member]=…`, or its members alone. */
function treePairs(name, text, nameOf) {
    let tree;
    try {
        tree = JSON.parse(text);
    } catch {
        return [[name, text]];
    }
    if (Object(tree) !== tree) return [[name, text]];
    return Object.entries(tree).map(([key, value]) =>
        [nameOf(key), typeof value === "string" ? value : JSON.stringify(value)]);
}

const isTree = (field) => ["object", "map"].includes(field.node.kind) && field.values.length > 0;

/** What a form sends of one field: an object as `name[member]=…`, a list as repeats. */
function formPairs(field) {
    const { name, values } = field;
    if (isTree(field)) return treePairs(name, values[0], (key) => `${name}[${key}]`);
    return values.map((value) => [name, value]);
}

function addressOf(request, mask = () => undefined) {
    const query = request.query.map((pair) =>
        `${encodeURIComponent(pair[0])}=${mask(pair) ?? encodeURIComponent(pair[1])}`);
    return location.origin + request.path + (query.length > 0 ? `?${query.join("&")}` : "");
}

/** The same request for a shell. Secrets are masked unless `withSecrets`. */
function curlCommand(request, { withSecrets = false } = {}) {
    const mask = ([, , masked]) => (withSecrets ? undefined : masked);
    const text = (pair) => mask(pair) ?? pair[1];
    const lines = [`curl${methodOption(request)} ${quote(addressOf(request, mask))}`];
    for (const header of request.headers) lines.push(`-H ${quote(`${header[0]}: ${text(header)}`)}`);
    if (request.cookies.length > 0) {
        lines.push(`-b ${quote(request.cookies.map((cookie) => `${cookie[0]}=${text(cookie)}`).join("; "))}`);
    }
    lines.push(...(request.body?.curl ?? []));
    return lines.join(" \\\n  ");
}

function methodOption({ method, body }) {
    if (method === "HEAD") return " -I";
    return method === (body ? "POST" : "GET") ? "" : ` -X ${method}`;
}

const quote = (text) => `'${String(text).replaceAll("'", `'\\''`)}'`;

/**
 * Sends a request to this page's own origin and gives the `Response`.
 *
 * A cookie that was entered exists while the request is on its way only; one that the browser
 * keeps from scripts (`HttpOnly`) is left alone by it and sent as ever.
 */
async function sendRequest(request, signal) {
    const restore = request.cookies.map(([name, value]) => setCookie(name, value));
    try {
        return await fetch(addressOf(request), {
            method: request.method,
            headers: request.headers.map(([name, value]) => [name, value]),
            body: request.body?.payload ?? null,
            credentials: "same-origin",
            cache: "no-store",
            signal,
        });
    } finally {
        restore.forEach((remove) => remove());
    }
}

function setCookie(name, value) {
    const isSecure = location.protocol === "https:" || name.startsWith("__");
    const attributes = `; Path=/; SameSite=Strict${isSecure ? "; Secure" : ""}`;
    document.cookie = `${name}=${value}${attributes}; Max-Age=${COOKIE_SECONDS}`;
    return () => (document.cookie = `${name}=${attributes}; Max-Age=0`);
}

modules["request.js"] = { buildRequest, formPairs, curlCommand, quote, sendRequest };
}

{
// The form's body: an editor for JSON and text, fields for forms, a file for bytes.

const { element } = modules["dom.js"];
const { Editor } = modules["editor.js"];
const { examplesOfMedia } = modules["example.js"];
const { Field } = modules["field.js"];
const { lineOfPointer } = modules["json-text.js"];
const { formPairs, quote } = modules["request.js"];
const { understand } = modules["schema.js"];

const isJSONType = (type) => /^[^;]*[/+]json\b/i.test(type);
const isForm = (type) => /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type);
const isText = (type) => /^text\//i.test(type);

/** Makes the input for one media type of a body. */
function makeBodyInput(api, type, media) {
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

modules["body.js"] = { isJSONType, makeBodyInput };
}

{
// A schema as a tree that can be read from top to bottom and opened where it goes deeper.

const { disclosure, element } = modules["dom.js"];
const { renderInline, renderMarkdown } = modules["markdown.js"];
const { constraintTexts, typeName, understand } = modules["schema.js"];

const OPEN_DEPTH = 2;
const MANY_PROPERTIES = 14;

/** The whole of a schema: its name and type, and below them what it is made of. */
function renderSchema(api, schema) {
    const node = understand(api, schema);
    const content = renderParts(api, node, []);
    return element("div", { class: "schema" },
        element("p", { class: "root" }, element("span", { class: "type" }, typeName(api, schema)),
            constraintLine(node.source)),
        node.name && node.source.description && element("div", { class: "note" },
            renderMarkdown(node.source.description)),
        enumLine(node.source),
        content);
}

/**
 * What is inside a node, or null.
 *
 * `ancestors` are the names of the components that we are in; one that stands in itself is shown
 * closed, and opens as often as the reader likes.
 */
function renderParts(api, node, ancestors) {
    const inside = node.name ? [...ancestors, node.name] : ancestors;
    switch (node.kind) {
        case "object": return node.properties.length > 0 ? renderProperties(api, node, inside) : null;
        case "array": return renderNested(api, node.items, inside);
        case "map": return renderNested(api, node.values, inside);
        case "union": return renderVariants(api, node, inside);
        default: return null;
    }
}

/** The elements of an array: what they are stands in its type already. */
function renderNested(api, schema, ancestors) {
    const node = understand(api, schema);
    if (node.name && ancestors.includes(node.name)) {
        return renderLater(api, node, ancestors, false);
    }
    const lines = [constraintLine(node.source, "each: "), enumLine(node.source)].filter(Boolean);
    return [...lines, renderParts(api, node, ancestors)];
}

function renderProperties(api, node, ancestors) {
    return [
        element("ul", { class: "tree" },
            node.properties.map((property) => renderProperty(api, property, ancestors))),
        node.isClosed && element("p", { class: "muted" }, "No other members are allowed."),
    ];
}

function renderProperty(api, { name, schema, isRequired }, ancestors) {
    const node = understand(api, schema);
    const { source } = node;
    return element("li", {},
        element("div", { class: "property" },
            element("code", { class: "name" }, name),
            " ", element("span", { class: "type" }, typeName(api, schema)),
            isRequired && [" ", element("span", { class: "required" }, "required")],
            source.readOnly && badge("only in answers"),
            source.writeOnly && badge("only in requests"),
            source.deprecated && badge("deprecated"),
            constraintLine(source)),
        source.description && element("div", { class: "note" }, renderMarkdown(source.description)),
        enumLine(source),
        renderDeeper(api, node, ancestors));
}

const badge = (text) => [" ", element("span", { class: "badge" }, text)];

/** Deeper levels stand in disclosures: open near the top, closed further down. */
function renderDeeper(api, node, ancestors) {
    const target = innermost(api, node);
    const hasParts = target.kind === "union" || (target.kind === "object" && target.properties.length > 0);
    if (!hasParts) {
        return target === node ? null : [constraintLine(target.source, "each: "), enumLine(target.source)];
    }
    const isRecursive = target.name !== null && ancestors.includes(target.name);
    const isSmall = (target.properties ?? target.variants).length <= MANY_PROPERTIES;
    return renderLater(api, target, ancestors, !isRecursive && isSmall && ancestors.length < OPEN_DEPTH);
}

function innermost(api, node) {
    let found = node;
    for (let depth = 0; depth < 8 && (found.kind === "array" || found.kind === "map"); depth += 1) {
        found = understand(api, found.kind === "array" ? found.items : found.values);
    }
    return found;
}

function renderLater(api, node, ancestors, open) {
    const what = node.kind === "union"
        ? `${node.variants.length} variants`
        : `${node.properties.length} ${node.properties.length === 1 ? "field" : "fields"}`;
    const isRecursive = node.name !== null && ancestors.includes(node.name);
    const label = [node.name ? `${node.name}, ${what}` : what, isRecursive && " (contains itself)"];
    return disclosure({ class: "deeper", open }, label, () =>
        [renderParts(api, node, node.name ? ancestors : [...ancestors, ""])].flat());
}

function renderVariants(api, node, ancestors) {
    return element("div", { class: "variants" },
        node.discriminator && element("p", { class: "muted" }, "Which one is told by ",
            element("code", {}, node.discriminator), "."),
        node.variants.map((variant, index) => renderVariant(api, node, variant, ancestors, index)));
}

function renderVariant(api, node, variant, ancestors, index) {
    const title = variant.tag
        ? [element("code", {}, `${node.discriminator}: ${JSON.stringify(variant.tag)}`), ` ${variant.name}`]
        : variant.name;
    const inner = understand(api, variant.schema);
    const isRecursive = inner.name !== null && ancestors.includes(inner.name);
    return disclosure({ class: "deeper", open: index === 0 && !isRecursive }, title, () => [
        ...(inner.source.description ? renderMarkdown(inner.source.description) : []),
        inner.kind === "object" ? null : element("p", { class: "type" }, typeName(api, variant.schema)),
        renderParts(api, inner, ancestors),
    ].flat());
}

function constraintLine(source, prefix = "") {
    const texts = constraintTexts(source);
    if (texts.length === 0) return null;
    return element("span", { class: "constraints" }, prefix + texts.join(" · "));
}

function enumLine(source) {
    if (!Array.isArray(source.enum)) return null;
    return element("p", { class: "enum" }, "one of ",
        source.enum.filter((value) => value !== null)
            .map((value) => [element("code", {}, JSON.stringify(value)), " "]));
}

/** The parameters of one place (path, query, header, cookie), as the same kind of list. */
function renderParameters(api, parameters) {
    return element("ul", { class: "tree" }, parameters.map((parameter) => {
        const schema = parameter.schema ?? firstSchema(parameter.content) ?? {};
        const { source } = understand(api, schema);
        return element("li", {},
            element("div", { class: "property" },
                element("code", { class: "name" }, parameter.name),
                " ", element("span", { class: "type" }, typeName(api, schema)),
                parameter.required && [" ", element("span", { class: "required" }, "required")],
                parameter.deprecated && badge("deprecated"),
                constraintLine(source)),
            (parameter.description ?? source.description) && element("div", { class: "note" },
                renderInline(parameter.description ?? source.description)),
            enumLine(source));
    }));
}

const firstSchema = (content) => Object.values(content ?? {})[0]?.schema;

modules["schema-view.js"] = { renderSchema, renderParameters };
}

{
// What came back: status, time, headers and body, and of a problem the things that are wrong.

const { isJSONType } = modules["body.js"];
const { disclosure, element } = modules["dom.js"];
const { formatJSON, renderCode } = modules["json-text.js"];

const MAX_SHOWN = 1_000_000;
const REDRAW_MILLISECONDS = 100;

/**
 * Reads a response's body as text, up to a million bytes.
 *
 * `progress` gets the text so far, now and then: an event stream may never end.
 */
async function readAnswer(response, progress) {
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
function violationsOf(response, text) {
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
function statusLine(response, milliseconds, violations) {
    const parts = [`${response.status} ${response.statusText}`.trim(), `${Math.round(milliseconds)} ms`];
    if (violations.length > 0) parts.push(`${violations.length} ${violations.length === 1 ? "error" : "errors"}`);
    if (response.redirected) parts.push(`redirected to ${new URL(response.url).pathname}`);
    return parts;
}

/** Everything below the status line. `places` say, for each violation, how to go to its place. */
function renderAnswer(response, answer, violations, places) {
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

modules["answer.js"] = { readAnswer, violationsOf, statusLine, renderAnswer };
}

{
// The form that sends an operation: values, body, authorization, the curl line, and the answer.

const { readAnswer, renderAnswer, statusLine, violationsOf } = modules["answer.js"];
const { authorize, isAuthorizationOptional, renderAuthorization, schemesOf } = modules["authorization.js"];
const { isJSONType, makeBodyInput } = modules["body.js"];
const { copyButton, element, freshID } = modules["dom.js"];
const { Field } = modules["field.js"];
const { buildRequest, curlCommand, sendRequest } = modules["request.js"];

const PLACES = ["path", "query", "header", "cookie"];

class TryIt {
    constructor(api, operation) {
        this.api = api;
        this.operation = operation;
        this.schemes = schemesOf(api, operation);
        this.parameters = operation.parameters.map((parameter) => ({
            parameter,
            field: new Field(api, {
                name: parameter.name,
                schema: parameter.schema ?? Object.values(parameter.content ?? {})[0]?.schema ?? {},
                isRequired: parameter.required === true,
                example: parameter.example,
            }),
        }));
        this.curl = element("code");
        this.status = element("p", { class: "status", role: "status" });
        this.answer = element("div", { class: "answer" });
        this.button = element("button", { type: "submit", class: "primary" }, "Send");
        this.form = this.makeForm();
        this.element = this.makeElement();
        this.updateCurl();
    }

    makeElement() {
        const titleID = freshID("title");
        this.title = element("h2", { id: titleID, tabindex: "-1" }, "Try it");
        const copy = copyButton("Copy the curl command", () =>
            curlCommand(this.request(), { withSecrets: true }));
        return element("section", { class: "try", "aria-labelledby": titleID },
            this.title,
            this.form,
            this.status,
            this.answer,
            element("div", { class: "curl" },
                element("div", { class: "row" }, element("h3", {}, "curl"), copy),
                element("pre", { tabindex: "0", role: "region", "aria-label": "curl command" }, this.curl)));
    }

    makeForm() {
        const form = element("form", { novalidate: true, autocomplete: "off" },
            this.schemes.length > 0 && fieldset(
                isAuthorizationOptional(this.operation) ? "Authorization (optional)" : "Authorization",
                renderAuthorization(this.schemes, () => this.updateCurl())),
            PLACES.map((place) => this.makeParameterSet(place)),
            this.operation.body && this.makeBodySet(),
            element("div", { class: "row" }, this.button));
        form.addEventListener("submit", (event) => {
            event.preventDefault();
            this.send();
        });
        form.addEventListener("input", () => this.updateCurl());
        form.addEventListener("keydown", (event) => {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
        });
        return form;
    }

    makeParameterSet(place) {
        const fields = this.parameters.filter(({ parameter }) => parameter.in === place);
        if (fields.length === 0) return null;
        return fieldset({ path: "Path", query: "Query", header: "Header fields", cookie: "Cookies" }[place],
            fields.map(({ field }) => field.element));
    }

    makeBodySet() {
        const content = this.operation.body.content ?? {};
        const types = Object.keys(content).sort((one, other) => isJSONType(other) - isJSONType(one));
        if (types.length === 0) return null;
        const place = element("div");
        const choose = (type) => {
            this.body = makeBodyInput(this.api, type, content[type]);
            place.replaceChildren(this.body.element);
        };
        choose(types[0]);
        const control = types.length === 1
            ? element("p", { class: "muted" }, element("code", {}, types[0]))
            : element("select", { "aria-label": "Media type", on: { input: (event) => choose(event.target.value) } },
                types.map((type) => element("option", {}, type)));
        return fieldset("Body", control, place);
    }

    request() {
        const request = buildRequest(this.api, this.operation, this.parameters);
        this.body?.addTo(request);
        authorize(request, this.schemes);
        return request;
    }

    updateCurl() {
        this.curl.textContent = curlCommand(this.request());
    }

    async send() {
        if (this.sending) return this.sending.abort();
        const request = this.request();
        this.clear();
        if (request.mistakes.length > 0) return this.refuse(request.mistakes);
        this.sending = new AbortController();
        this.button.textContent = "Stop";
        this.status.textContent = "Sending…";
        this.status.className = "status";
        try {
            await this.exchange(request);
        } catch (error) {
            this.fail(error);
        } finally {
            this.sending = null;
            this.button.textContent = "Send";
        }
    }

    /** Where the form stands below the description, the way to it is long. */
    goTo() {
        this.title.focus({ preventScroll: true });
        this.element.scrollIntoView();
    }

    /** Leaving the operation ends what is still on its way. */
    close() {
        this.sending?.abort();
    }

    async exchange(request) {
        const start = performance.now();
        const response = await sendRequest(request, this.sending.signal);
        const milliseconds = performance.now() - start;
        this.showStatus(response, milliseconds, []);
        const answer = await readAnswer(response, (text) => this.answer.replaceChildren(
            element("pre", { tabindex: "0" }, element("code", {}, text))));
        const violations = violationsOf(response, answer.text);
        const places = this.mark(violations);
        this.showStatus(response, milliseconds, violations);
        this.answer.replaceChildren(...renderAnswer(response, answer, violations, places));
        this.status.scrollIntoView({ block: "nearest" });
    }

    showStatus(response, milliseconds, violations) {
        const [first, ...rest] = statusLine(response, milliseconds, violations);
        const text = rest.map((part) => element("span", {}, ` · ${part}`));
        const isSame = this.status.textContent === [first, ...rest].join(" · ");
        if (!isSame) this.status.replaceChildren(element("strong", {}, first), ...text);
        this.status.className = `status of-${Math.floor(response.status / 100)}`;
    }

    refuse(mistakes) {
        for (const { field, message } of mistakes) field.mark(message);
        this.status.className = "status of-4";
        this.status.textContent = "Not sent: see the marked fields.";
        mistakes[0].field.goTo();
    }

    fail(error) {
        this.status.className = "status of-5";
        this.status.textContent = error.name === "AbortError" ? "Stopped." : `No answer: ${error.message}`;
    }

    clear() {
        this.parameters.forEach(({ field }) => field.clear());
        this.body?.clear();
        this.answer.replaceChildren();
    }

    /** Marks what each violation names. Gives back, for each, how to go there, or nothing. */
    mark(violations) {
        const ofBody = violations.filter((violation) => "pointer" in violation || "line" in violation);
        const bodyPlaces = this.body?.mark(ofBody) ?? [];
        return violations.map((violation) => {
            const index = ofBody.indexOf(violation);
            return index >= 0 ? bodyPlaces[index] : this.markParameter(violation);
        });
    }

    markParameter(violation) {
        const field = this.parameters.find(({ parameter }) => isNamed(parameter, violation))?.field;
        field?.mark(violation.message);
        return field && { label: field.name, go: () => field.goTo() };
    }
}

/** Header names are compared without case; `parameter` means the query, or else the path. */
function isNamed({ in: place, name }, violation) {
    if (place === "header") return violation.header?.toLowerCase() === name.toLowerCase();
    if (place === "cookie") return violation.cookie === name;
    return violation.parameter === name;
}

const fieldset = (title, ...content) =>
    element("fieldset", {}, element("legend", {}, title), content);

modules["try-it.js"] = { TryIt };
}

{
// One operation: what it is and takes and answers, and beside it the form to try it.

const { authorizationText } = modules["authorization.js"];
const { isJSONType } = modules["body.js"];
const { copyButton, disclosure, element } = modules["dom.js"];
const { examplesOfMedia } = modules["example.js"];
const { renderCode } = modules["json-text.js"];
const { renderInline, renderMarkdown } = modules["markdown.js"];
const { renderParameters, renderSchema } = modules["schema-view.js"];
const { TryIt } = modules["try-it.js"];

const PLACES = {
    path: "Path parameters", query: "Query parameters", header: "Header fields", cookie: "Cookies",
};

/** Gives `{ element, close }`; `close` when the reader goes on. */
function renderOperation(api, operation) {
    const tryIt = new TryIt(api, operation);
    const page = element("article", { class: "operation" },
        element("div", { class: "about" },
            renderHead(api, operation, tryIt),
            Object.entries(PLACES).map(([place, title]) => renderParameterSection(api, operation, place, title)),
            operation.body && renderBody(api, operation.body),
            renderResponses(api, operation.responses)),
        tryIt.element);
    return { element: page, close: () => tryIt.close() };
}

const methodLabel = (method) =>
    element("span", { class: `method ${method.toLowerCase()}` }, method);

function renderHead(api, operation, tryIt) {
    return element("header", {},
        element("h1", { tabindex: "-1" }, operation.title),
        element("p", { class: "route" }, methodLabel(operation.method),
            element("code", {}, renderPath(api.basePath + operation.path)),
            copyButton("Copy the path", () => api.basePath + operation.path)),
        element("p", { class: "stacked" }, element("button",
            { type: "button", class: "link", on: { click: () => tryIt.goTo() } }, "Try it")),
        operation.isDeprecated && element("p", { class: "warning" }, "Deprecated: do not use it in new code."),
        operation.security.length > 0 && element("p", { class: "muted" },
            `Authorization: ${authorizationText(api, operation)}.`),
        renderMarkdown(operation.description));
}

/** Parameters stand out, and long paths may break after a slash. */
const renderPath = (path) => path.split(/(\{[^}]*\}|\/)/).map((part) => {
    if (part === "/") return ["/", element("wbr")];
    return part.startsWith("{") ? element("span", { class: "parameter" }, part) : part;
});

function renderParameterSection(api, operation, place, title) {
    const parameters = operation.parameters.filter((parameter) => parameter.in === place);
    if (parameters.length === 0) return null;
    return element("section", {}, element("h2", {}, title), renderParameters(api, parameters));
}

function renderBody(api, body) {
    return element("section", {},
        element("h2", {}, "Body", body.required === true && element("span", { class: "required" }, " required")),
        renderMarkdown(body.description),
        renderContent(api, body.content, "request"));
}

/** Media types with the same schema are shown together. */
function renderContent(api, content, mode) {
    const groups = new Map();
    for (const [type, media] of Object.entries(content ?? {})) {
        const key = JSON.stringify(media.schema ?? null);
        groups.set(key, { media: groups.get(key)?.media ?? media, types: [...(groups.get(key)?.types ?? []), type] });
    }
    return [...groups.values()].map(({ media, types }) => element("div", { class: "media" },
        element("p", { class: "muted" }, types.map((type, index) => [index > 0 && " or ", element("code", {}, type)])),
        media.schema !== undefined && renderSchema(api, media.schema),
        mode === "response" && renderExample(api, types[0], media)));
}

function renderExample(api, type, media) {
    const isJSON = isJSONType(type);
    return examplesOfMedia(api, media, "response")
        .filter(({ value }) => isJSON || typeof value === "string")
        .map(({ name, value }) => disclosure({ class: "deeper" },
            name === "Example" ? name : `Example: ${name}`,
            () => renderCode(isJSON ? JSON.stringify(value, null, 2) : value,
                { isJSON, label: "Example of the answer" })));
}

function renderResponses(api, responses) {
    return element("section", {}, element("h2", {}, "Answers"),
        responses.map((response) => renderResponse(api, response)));
}

function renderResponse(api, response) {
    const { status, description = "", content, headers } = response;
    const title = [
        element("span", { class: `code of-${status[0]}` }, status), " ",
        element("span", {}, renderInline(description.split("\n")[0])),
    ];
    const more = description.split("\n").slice(1).join("\n");
    if (!content && !headers && more.trim() === "") return element("p", { class: "response" }, title);
    return disclosure({ class: "response", open: status.startsWith("2") }, title, () => [
        ...renderMarkdown(more),
        headers && renderHeaders(api, headers),
        ...renderContent(api, content, "response"),
    ]);
}

function renderHeaders(api, headers) {
    const parameters = Object.entries(headers).map(([name, header]) => ({ name, ...api.resolve(header) }));
    return element("div", {}, element("p", { class: "muted" }, "Header fields"),
        renderParameters(api, parameters));
}

modules["operation.js"] = { renderOperation, methodLabel, renderPath };
}

{
// The first page: what the API is, how to authorize, and all operations by their groups.

const { renderAuthorization } = modules["authorization.js"];
const { element } = modules["dom.js"];
const { renderMarkdown } = modules["markdown.js"];
const { methodLabel, renderPath } = modules["operation.js"];

function renderOverview(api) {
    const { info, operations, groups } = api;
    const schemes = Object.entries(api.schemes).map(([name, scheme]) => ({ name, ...api.resolve(scheme) }));
    return element("article", { class: "overview" },
        element("h1", { tabindex: "-1" }, info.title ?? "API"),
        element("p", { class: "muted" },
            [info.version && `Version ${info.version}`, `${operations.length} operations`,
                location.origin + api.basePath].filter(Boolean).join(" · ")),
        renderServers(api.source.servers ?? []),
        renderMarkdown(info.description),
        schemes.length > 0 && renderSchemes(schemes),
        element("section", {}, element("h2", {}, "Operations"), groups.map(renderGroup)),
        renderKeys());
}

/** Where else it runs. This page sends to its own origin only. */
function renderServers(servers) {
    const others = servers.filter((server) => /^https?:/.test(server.url));
    if (others.length === 0) return null;
    return element("ul", {}, others.map((server) => element("li", {}, element("code", {}, server.url), " ",
        server.description ?? "")));
}

function renderSchemes(schemes) {
    return element("section", {}, element("h2", {}, "Authorization"),
        element("p", { class: "muted" }, "Entered once, used by every operation that asks for it; "
            + "kept in this tab only, and sent to this origin only."),
        element("form", { autocomplete: "off", on: { submit: (event) => event.preventDefault() } },
            renderAuthorization(schemes, () => {})));
}

function renderGroup(group) {
    return element("section", { class: "group" },
        element("h3", {}, group.name),
        renderMarkdown(group.description),
        element("ul", {}, group.operations.map((operation) => element("li", {}, renderRow(operation)))));
}

/** What a reader looks for first: the method and the path. */
function renderRow(operation) {
    const hasTitle = operation.title !== operation.path;
    return element("a", { class: operation.isDeprecated ? "row deprecated" : "row", href: addressOf(operation) },
        methodLabel(operation.method),
        element("code", {}, renderPath(operation.path)),
        hasTitle && element("span", { class: "muted" }, operation.title));
}

function renderKeys() {
    const keys = [
        ["/", "search by name, path, method or field"], ["↓ ↑", "go through the operations"],
        ["Enter", "open"], ["Ctrl Enter", "send"],
    ];
    return element("section", {}, element("h2", {}, "Keys"),
        element("dl", { class: "keys" }, keys.map(([key, meaning]) =>
            [element("dt", {}, element("kbd", {}, key)), element("dd", {}, meaning)])));
}

/** The address of an operation within the page. */
const addressOf = (operation) => `#/${encodeURIComponent(operation.id)}`;

modules["overview.js"] = { renderOverview, addressOf };
}

{
// Finds operations by words: every word must stand somewhere in the name, the path, the method, the
// summary or the fields of the schemas. What stands in the name counts more than what stands in a field.

const { referenceName } = modules["api.js"];
const { understand } = modules["schema.js"];

const MAX_DEPTH = 6;
const MAX_RESULTS = 60;

class SearchIndex {
    constructor(api) {
        const names = new FieldNames(api);
        this.entries = api.operations.map((operation) => ({
            operation,
            name: `${operation.title} ${operation.id}`.toLowerCase(),
            path: `${operation.method} ${operation.path}`.toLowerCase(),
            text: `${operation.tag} ${operation.description}`.toLowerCase(),
            fields: names.of(operation),
        }));
    }

    /** The best matches first, each `{ operation, field }`; `field` when only that matched a word. */
    find(query) {
        const words = query.toLowerCase().split(/\s+/).filter(Boolean);
        return this.entries
            .map((entry) => ({ operation: entry.operation, ...rate(entry, words) }))
            .filter((match) => match.score > 0)
            .sort((one, other) => other.score - one.score)
            .slice(0, MAX_RESULTS);
    }
}

function rate(entry, words) {
    let score = 0;
    let field = null;
    for (const word of words) {
        const points = rateText(entry, word);
        const found = points > 0 ? null : bestField(entry.fields, word);
        if (points === 0 && !found) return { score: 0 };
        score += points || (found.toLowerCase() === word ? 6 : 3);
        field ??= found;
    }
    return { score, field };
}

function rateText({ name, path, text }, word) {
    let points = 0;
    if (name.includes(word)) points += startsWord(name, word) ? 40 : 20;
    if (path.includes(word)) points += startsWord(path, word) ? 30 : 15;
    if (path.split(" ")[0] === word || path.split(" ")[1] === word) points += 40;
    return points || (text.includes(word) ? 8 : 0);
}

const startsWord = (text, word) => text.startsWith(word) || /[\s/{(_.-]/.test(text[text.indexOf(word) - 1]);
const bestField = (fields, word) =>
    fields.find((name) => name.toLowerCase() === word) ?? fields.find((name) => name.toLowerCase().includes(word));

/** The names of parameters and schema members, each component looked into once. */
class FieldNames {
    constructor(api) {
        this.api = api;
        this.byComponent = new Map();
    }

    of(operation) {
        const names = new Set(operation.parameters.map((parameter) => parameter.name));
        const schemas = [operation.body, ...operation.responses]
            .flatMap((holder) => Object.values(holder?.content ?? {}))
            .map((media) => media.schema);
        for (const schema of schemas) this.collect(schema, names, 0);
        return [...names];
    }

    collect(schema, names, depth) {
        if (schema === undefined || depth > MAX_DEPTH) return;
        const component = referenceName(schema);
        if (component === null) return this.collectMembers(schema, names, depth);
        if (!this.byComponent.has(component)) {
            const own = new Set([component]);
            this.byComponent.set(component, own);
            this.collectMembers(schema, own, 0);
        }
        for (const name of this.byComponent.get(component)) names.add(name);
    }

    collectMembers(schema, names, depth) {
        const node = understand(this.api, schema);
        for (const property of node.properties ?? []) {
            names.add(property.name);
            this.collect(property.schema, names, depth + 1);
        }
        for (const variant of node.variants ?? []) this.collect(variant.schema, names, depth + 1);
        this.collect(node.items ?? node.values, names, depth + 1);
    }
}

modules["search.js"] = { SearchIndex };
}

{
// The list of operations, the search above it, and the keys that move through both.

const { element } = modules["dom.js"];
const { methodLabel, renderPath } = modules["operation.js"];
const { addressOf } = modules["overview.js"];
const { SearchIndex } = modules["search.js"];

class Sidebar {
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

modules["sidebar.js"] = { Sidebar };
}

{
// Light, dark, or what the system says. The choice outlives the tab: it is no secret.

const KEY = "fledge-docs:theme";
const CHOICES = ["system", "light", "dark"];

function startTheme(button) {
    let choice = read();
    const apply = () => {
        document.documentElement.dataset.theme = choice;
        button.textContent = `Theme: ${choice}`;
    };
    button.addEventListener("click", () => {
        choice = CHOICES[(CHOICES.indexOf(choice) + 1) % CHOICES.length];
        write(choice);
        apply();
    });
    apply();
}

/** Storage can be forbidden by the reader; then the choice lasts as long as the page. */
function read() {
    try {
        const stored = localStorage.getItem(KEY);
        return CHOICES.includes(stored) ? stored : "system";
    } catch {
        return "system";
    }
}

function write(choice) {
    try {
        localStorage.setItem(KEY, choice);
    } catch {
        // Nothing to do.
    }
}

modules["theme.js"] = { startTheme };
}

{
// Starts the page: reads the document, and shows what the address names.

const { API } = modules["api.js"];
const { element } = modules["dom.js"];
const { renderOperation } = modules["operation.js"];
const { renderOverview } = modules["overview.js"];
const { Sidebar } = modules["sidebar.js"];
const { startTheme } = modules["theme.js"];

const main = document.getElementById("main");
const menu = document.getElementById("menu");
const narrow = matchMedia("(max-width: 760px)");

/** The page, once the document has been read. */
class Page {
    constructor(api) {
        this.api = api;
        this.sidebar = new Sidebar(api);
        this.shown = null;
        document.getElementById("version").textContent = api.info.version ?? "";
        menu.addEventListener("click", () => this.setMenu(menu.getAttribute("aria-expanded") !== "true"));
        narrow.addEventListener("change", () => this.setMenu(false));
        addEventListener("hashchange", () => this.show({ movesFocus: true }));
        addEventListener("keydown", (event) => this.handleKey(event));
        // A link to what is already shown changes no address, and still means "go there".
        this.sidebar.list.addEventListener("click", (event) => {
            if (event.target.closest("a[aria-current]")) this.show({ movesFocus: true });
        });
        this.show({ movesFocus: false });
    }

    show({ movesFocus }) {
        if (!location.hash.startsWith("#/") && location.hash !== "") return;
        this.shown?.close();
        const id = decode(location.hash.slice(2));
        const operation = this.api.byID.get(id);
        this.shown = this.render(id, operation);
        main.replaceChildren(this.shown.element);
        scrollTo(0, 0);
        const title = this.api.info.title ?? "API";
        document.title = operation ? `${titleOf(operation)} · ${title}` : title;
        this.setMenu(false);
        this.sidebar.markCurrent(operation);
        if (movesFocus) main.querySelector("h1").focus({ preventScroll: true });
    }

    render(id, operation) {
        const nothing = () => {};
        if (operation) return renderOperation(this.api, operation);
        if (id === "") return { element: renderOverview(this.api), close: nothing };
        return { element: renderMissing(id), close: nothing };
    }

    /** On a narrow screen the list covers the operation, which is out of reach until it closes. */
    setMenu(isOpen) {
        const isModal = isOpen && narrow.matches;
        menu.setAttribute("aria-expanded", String(isModal));
        document.body.classList.toggle("with-menu", isModal);
        main.inert = isModal;
        if (isModal) this.sidebar.markCurrent();
    }

    handleKey(event) {
        if (event.key === "/" && !isTyping(event.target) && !event.ctrlKey && !event.metaKey && !event.altKey) {
            event.preventDefault();
            this.setMenu(true);
            this.sidebar.focusSearch();
        } else if (event.key === "Escape" && document.body.classList.contains("with-menu")) {
            this.setMenu(false);
            menu.focus();
        }
    }
}

/** Several operations may share a path, and so a title that is only that. */
const titleOf = ({ title, path, method }) => (title === path ? `${method} ${path}` : title);

const isTyping = (target) => ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName);

function decode(text) {
    try {
        return decodeURIComponent(text);
    } catch {
        return text;
    }
}

const renderMissing = (id) => element("article", {},
    element("h1", { tabindex: "-1" }, "No such operation"),
    element("p", {}, "The description has no operation ", element("code", {}, id),
        ". It may have been renamed."),
    element("p", {}, element("a", { href: "#/" }, "To the overview")));

function renderFailure(error) {
    return element("article", {},
        element("h1", { tabindex: "-1" }, "The description could not be read"),
        element("p", {}, error.message),
        element("p", {}, element("a", { href: document.body.dataset.document }, "Look at the description")));
}

async function start() {
    startTheme(document.getElementById("theme"));
    document.getElementById("skip").addEventListener("click", (event) => {
        event.preventDefault();
        (main.querySelector("h1") ?? main).focus();
    });
    try {
        new Page(await API.load(document.body.dataset.document));
    } catch (error) {
        main.replaceChildren(renderFailure(error));
    }
}

start();

modules["main.js"] = {  };
}
</script>
</body>
</html>

"""##
        ),
    ]

    static let contentSecurityPolicy: StaticString =
        "default-src 'none'; script-src 'sha256-XpIuRObxhOCio4mPN/T6XyKMfxmAQ9NT+YRW1YiJM28='; style-src 'sha256-V62uZ79wF8k03BZwc0VvYxw+zvVnCYPccbHbaAgWrEY='; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
}
