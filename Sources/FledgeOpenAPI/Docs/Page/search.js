// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

// Finds operations by words: every word must stand somewhere in the name, the path, the method, the
// summary or the fields of the schemas. What stands in the name counts more than what stands in a field.

import { referenceName } from "./api.js";
import { understand } from "./schema.js";

const MAX_DEPTH = 6;
const MAX_RESULTS = 60;

export class SearchIndex {
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
