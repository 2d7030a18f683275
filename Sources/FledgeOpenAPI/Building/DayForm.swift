// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeJSON

/// The schemas of dates outside of JSON: a path, a query, a field and a form take a day as well as a
/// moment, by the rules of `docs/Binding.md`.
struct DayForm {
    let book: SchemaBook

    /// The schema with each moment of it as `anyOf` moment and day; itself where there is none.
    ///
    /// A component that has moments is written out in place, since it stays as it is for JSON.
    func added(to schema: JSON) -> JSON { added(to: schema, inside: []) }

    private func added(to schema: JSON, inside outer: Set<String>) -> JSON {
        if let reference = schema["$ref"]?.text {
            // A type that holds itself is left to its component.
            guard !outer.contains(reference) else { return schema }
            let component = book.resolved(schema, .input)
            let changed = added(to: component, inside: outer.union([reference]))
            if changed == component { return schema }
            return schema.members.filter { $0.name != "$ref" }
                .reduce(changed) { $0.with($1.name, $1.value) }
        }
        if schema["format"] == "date-time", let type = schema["type"] {
            return momentOrDay(schema, type)
        }
        return schema.members.reduce(schema) { schema, member in
            switch member.name {
            case "items", "additionalProperties":
                return schema.with(member.name, added(to: member.value, inside: outer))
            case "properties":
                let members = member.value.members.reduce(into: JSON.Object()) {
                    $0[$1.name] = added(to: $1.value, inside: outer)
                }
                return schema.with(member.name, .object(members))
            case "anyOf", "oneOf":
                let forms = member.value.elements.map { added(to: $0, inside: outer) }
                return schema.with(member.name, .array(forms))
            default: return schema
            }
        }
    }

    private func momentOrDay(_ schema: JSON, _ type: JSON) -> JSON {
        let forms: [JSON] = [
            ["type": type, "format": "date-time"], ["type": type, "format": "date"],
        ]
        let rest = schema.members.filter { $0.name != "type" && $0.name != "format" }
        return rest.reduce(["anyOf": .array(forms)]) { $0.with($1.name, $1.value) }
    }
}
