// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

// The first page: what the API is, how to authorize, and all operations by their groups.

import { renderAuthorization } from "./authorization.js";
import { element } from "./dom.js";
import { renderMarkdown } from "./markdown.js";
import { methodLabel, renderPath } from "./operation.js";

export function renderOverview(api) {
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
export const addressOf = (operation) => `#/${encodeURIComponent(operation.id)}`;
