// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// One name and value of a query string or a form.
package struct FormField: Sendable, Hashable {
    /// What was sent under the name.
    package enum Value: Sendable, Hashable {
        /// A text, decoded.
        case text(String)
        /// Nothing: a bare name, `?flag`.
        case flag
        /// Bytes that are no text: a broken escape, or no UTF-8.
        case malformed
        /// A file, by its number among the attachments of the reader.
        case file(Int)
        /// A part of a multipart form that says that it is JSON.
        case json(JSON)
    }

    /// The name, decoded: `tags[]`, `address[city]`.
    package var name: String
    /// What was sent under it.
    package var value: Value

    package init(_ name: String, _ value: Value) {
        self.name = name
        self.value = value
    }
}

/// Reads a type from the pairs of a query string or a form.
///
/// The pairs are made JSON, as the type's own schema says: the text `18` is a number where the type
/// has one. That is then read as any JSON is, so that pointers, codes and messages are the same,
/// and all violations are found at once. What cannot become what the schema says stays a text,
/// about which the reader says what it must be.
///
///     name=Ada&age=18&tags[]=a&tags[]=b&address[city]=Bern
///     {"name":"Ada","age":18,"tags":["a","b"],"address":{"city":"Bern"}}
///
/// The rules for names and values stand in `docs/Binding.md`. Only what the type has is shaped:
/// `x[a]=1` is an object if `x` is one, and a name like any other if not.
///
/// Complexity: O(*n*) in the length of all names and values. The shape of a type is made once.
package enum FormReader {
    /// Reads `type` from `fields`.
    ///
    /// - Parameters:
    ///   - type: What is read.
    ///   - fields: The pairs, in the order in which they were sent.
    ///   - options: The bounds of the reading; files stand in the attachments, by number.
    /// - Throws: ``DecodingFailure/invalid(_:)``, and never another.
    package static func decode<T: SchemaType>(
        _ type: T.Type, from fields: [FormField], options: JSONReader.Options = .init()
    ) throws(DecodingFailure) -> T {
        let shape = FormShape.of(type)
        var tree = FormTree(shape, depth: options.depth)
        for field in fields { tree.add(field) }
        var writer = FormWriter(tree, limit: options.violations)
        let bytes = writer.write()
        let found = writer.violations
        do throws(DecodingFailure) {
            let value = try JSONReader.decode(type, from: bytes, options: options)
            guard found.isEmpty else { throw .invalid(found.kept) }
            return value
        } catch .invalid(let others) {
            throw .invalid(merged(found.kept, others))
        }
    }

    /// What could not be made JSON was left out of it, and is not missing.
    private static func merged(_ found: [Violation], _ others: [Violation]) -> [Violation] {
        guard !found.isEmpty else { return others }
        let places = Set(found.map(\.pointer))
        return found + others.filter { !places.contains($0.pointer) }
    }
}
