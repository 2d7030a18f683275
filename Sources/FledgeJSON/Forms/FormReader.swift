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
    /// - Returns: The value.
    /// - Throws: Everything that does not fit.
    package static func decode<T: SchemaType>(
        _ type: T.Type, from fields: [FormField], options: JSONReader.Options = .init()
    ) throws(FormFailure) -> T {
        let shape = FormShape.of(type)
        var tree = FormTree(shape, depth: options.depth)
        for field in fields { tree.add(field) }
        var writer = FormWriter(tree, limit: options.violations)
        let bytes = writer.write()
        let found = writer.violations
        do throws(DecodingFailure) {
            let value = try JSONReader.decode(type, from: bytes, options: options)
            guard found.isEmpty else { throw .invalid([]) }
            return value
        } catch {
            throw FormFailure(found.kept, error)
        }
    }

    /// The name under which a form sends what stands at a JSON Pointer: `/address/city` is
    /// `address[city]`.
    package static func name(at pointer: String) -> String {
        let tokens = pointer.utf8.split(
            separator: UInt8(ascii: "/"), omittingEmptySubsequences: false
        ).dropFirst().map { JSONPointer.name(of: Substring($0)) }
        guard let first = tokens.first else { return "" }
        return tokens.dropFirst().reduce(first) { "\($0)[\($1)]" }
    }
}

/// Everything about a query or a form that does not fit its type.
package struct FormFailure: Error, Sendable, Hashable {
    /// What does not fit; never empty.
    package let violations: [Violation]

    /// - Parameters:
    ///   - found: What could not be made JSON. It was left out, and so is not missing.
    ///   - failure: What the reader says.
    fileprivate init(_ found: [Violation], _ failure: DecodingFailure) {
        let places = Set(found.map(\.pointer))
        switch failure {
        case .invalid(let others):
            violations = found + others.filter { !places.contains($0.pointer) }
        case .malformed(let mistake):
            // The text is ours; only how deep and how long it is, is the client's.
            let message = "is more than is taken here: \(mistake.message)"
            violations =
                found + [Violation(pointer: "", code: mistake.kind.rawValue, message: message)]
        }
    }
}

extension JSONPointer {
    /// A token as a name: `~1` is a slash and `~0` a tilde.
    fileprivate static func name(of token: Substring) -> String {
        let parts = token.utf8.split(separator: UInt8(ascii: "~"), omittingEmptySubsequences: false)
        var name = String(Substring(parts[0]))
        for part in parts.dropFirst() {
            name += (part.first == UInt8(ascii: "1") ? "/" : "~") + Substring(part.dropFirst())
        }
        return name
    }
}
