// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

// The OpenAPI document as the page needs it: a list of operations, references followed.

const METHODS = ["get", "post", "put", "patch", "delete", "head", "options", "trace"];
const MAX_REFERENCES = 32;

export class API {
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
export const referenceName = (schema) =>
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
