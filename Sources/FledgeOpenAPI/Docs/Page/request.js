// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

// A request as data: built from the form, written as a curl command, sent with fetch.

const COOKIE_SECONDS = 60;

/**
 * Builds a request.
 *
 * `parameters` are pairs of a parameter and its field. A path parameter without a usable value
 * is told in `mistakes`, since no address can be made without it; all else is the server's to judge.
 */
export function buildRequest(api, operation, parameters) {
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
export function formPairs(field) {
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
export function curlCommand(request, { withSecrets = false } = {}) {
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

export const quote = (text) => `'${String(text).replaceAll("'", `'\\''`)}'`;

/**
 * Sends a request to this page's own origin and gives the `Response`.
 *
 * A cookie that was entered exists while the request is on its way only; one that the browser
 * keeps from scripts (`HttpOnly`) is left alone by it and sent as ever.
 */
export async function sendRequest(request, signal) {
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
