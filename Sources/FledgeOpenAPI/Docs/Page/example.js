// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

// Makes an example value from a schema: what the author gave, or else something that fits.

import { discriminatorValue, understand } from "./schema.js";
import { textForPattern } from "./pattern.js";

const MAX_DEPTH = 6;

/**
 * An example of a schema.
 *
 * `mode` is "request" (leaves out what only answers have) or "response" (the other way round).
 * Components that contain themselves end in an empty array, in null, or are left out.
 */
export function exampleOf(api, schema, mode) {
    return make(api, schema, { mode, ancestors: [], depth: 0 });
}

/**
 * The examples of a media type, each `{ name, value }`: its own, or made from its schema, one for each
 * variant where there is a choice. None when there is nothing to go by.
 */
export function examplesOfMedia(api, media, mode) {
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
