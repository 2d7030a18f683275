// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

// One operation: what it is and takes and answers, and beside it the form to try it.

import { authorizationText } from "./authorization.js";
import { isJSONType } from "./body.js";
import { copyButton, disclosure, element } from "./dom.js";
import { examplesOfMedia } from "./example.js";
import { renderCode } from "./json-text.js";
import { renderInline, renderMarkdown } from "./markdown.js";
import { renderParameters, renderSchema } from "./schema-view.js";
import { TryIt } from "./try-it.js";

const PLACES = {
    path: "Path parameters", query: "Query parameters", header: "Header fields", cookie: "Cookies",
};

/** Gives `{ element, close }`; `close` when the reader goes on. */
export function renderOperation(api, operation) {
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

export const methodLabel = (method) =>
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
export const renderPath = (path) => path.split(/(\{[^}]*\}|\/)/).map((part) => {
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
