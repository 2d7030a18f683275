// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

// A schema as a tree that can be read from top to bottom and opened where it goes deeper.

import { disclosure, element } from "./dom.js";
import { renderInline, renderMarkdown } from "./markdown.js";
import { constraintTexts, typeName, understand } from "./schema.js";

const OPEN_DEPTH = 2;
const MANY_PROPERTIES = 14;

/** The whole of a schema: its name and type, and below them what it is made of. */
export function renderSchema(api, schema) {
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
export function renderParameters(api, parameters) {
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
