// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

// Tokens and keys: kept for this tab only (sessionStorage), sent where an operation asks for them.

import { element, freshID } from "./dom.js";
import { renderMarkdown } from "./markdown.js";

const PREFIX = "fledge-docs:";
const MASK = "••••••";
const storage = availableStorage();

/** The schemes that an operation may use, in the order of the document. */
export function schemesOf(api, operation) {
    const names = new Set(operation.security.flatMap((alternative) => Object.keys(alternative)));
    return [...names].filter((name) => api.schemes[name])
        .map((name) => ({ name, ...api.resolve(api.schemes[name]) }));
}

export const isAuthorizationOptional = (operation) =>
    operation.security.some((alternative) => Object.keys(alternative).length === 0);

/** What the operation asks for, in words: `bearer, or header X-User-ID and header X-Staff`. */
export function authorizationText(api, operation) {
    const title = (name) => (api.schemes[name] ? schemeTitle(api.resolve(api.schemes[name])) : name);
    return operation.security.map((alternative) => Object.keys(alternative).map(title).join(" and ") || "none")
        .join(", or ");
}

function schemeTitle(scheme) {
    if (scheme.type === "apiKey") return `${scheme.in} ${scheme.name}`;
    return scheme.type === "http" ? scheme.scheme : scheme.type;
}

/** Inputs for each scheme. `changed` is called after each change. */
export function renderAuthorization(schemes, changed) {
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
export function authorize(request, schemes) {
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
