// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

// What a JSON Schema means, in the words that the page shows. No elements here.

import { referenceName } from "./api.js";

const MAX_DEPTH = 16;

/**
 * A schema made easy to show:
 *
 * - `kind`: "object", "array", "map", "union", "value", "any" or "never"
 * - `name`: of the component that it refers to, or null
 * - `isNullable`: null is allowed besides
 * - `properties` (objects), `items` (arrays), `values` (maps), `variants` (unions)
 */
export function understand(api, schema, depth = 0) {
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
export function discriminatorValue(api, discriminator, option) {
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
export function typeName(api, schema, depth = 0) {
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
export function constraintTexts(source) {
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
