// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeJSON

/// What `?x=` means to a parameter of the query, by the rules of `docs/Binding.md`.
///
/// A form sends the fields that were left empty in this way. The document says where that is taken for
/// a field that was not sent at all (`allowEmptyValue`), since the schema of a number does not.
struct EmptyValue {
    let book: SchemaBook

    /// Whether an empty value of an optional parameter is left out, although its schema has no place for it.
    func isLeftOut(_ schema: JSON) -> Bool {
        let schema = book.resolved(schema.withoutNull, .input)
        if let forms = schema["anyOf"]?.elements ?? schema["oneOf"]?.elements {
            return forms.allSatisfy {
                let form = book.resolved($0, .input)
                // An enum with payloads, or a moment that may be a day.
                return form["type"] == "object" || form["format"] == "date"
                    || form["format"] == "date-time"
            }
        }
        guard let type = (schema["type"] ?? Self.type(of: schema["enum"]?.elements.first))?.text
        else { return false }
        switch type {
        case "array": return takesNoElement(schema) && isLeftOut(schema["items"] ?? true)
        case "string": return isLeftOut(text: schema)
        default: return true
        }
    }

    /// Whether a list may have no elements.
    ///
    /// A query says so with nothing at all, and then the list can be left out even where it is required.
    func takesNoElement(_ schema: JSON) -> Bool {
        let schema = book.resolved(schema, .input)
        return schema["type"] == "array" && (schema["minItems"] ?? 0) == 0
    }

    private func isLeftOut(text schema: JSON) -> Bool {
        if schema["format"] != nil || schema["contentEncoding"] != nil { return true }
        if let cases = schema["enum"]?.elements { return !cases.contains("") }
        return (schema["minLength"] ?? 0) != 0
    }

    private static func type(of value: JSON?) -> JSON? {
        if case .string = value { return "string" }
        return value.map { _ in "number" }
    }
}
