// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// A value in a box, for a type that holds itself.
///
///     @Schema struct Comment { var text: String; var answerTo: Boxed<Comment>? }
///
/// Arrays are boxes already. In JSON the box is not seen.
public struct Boxed<Value: SchemaType> {
    fileprivate final class Storage {
        let value: Value
        init(_ value: Value) { self.value = value }
    }

    private let storage: Storage

    /// Puts `value` in a box.
    public init(_ value: Value) { storage = Storage(value) }

    /// What is in the box.
    public var value: Value { storage.value }
}

extension Boxed: Sendable where Value: Sendable {}
extension Boxed.Storage: Sendable where Value: Sendable {}

extension Boxed: Equatable where Value: Equatable {
    /// Whether the contents are equal.
    public static func == (left: Self, right: Self) -> Bool { left.value == right.value }
}

extension Boxed: Hashable where Value: Hashable {
    /// Hashes the contents.
    public func hash(into hasher: inout Hasher) { hasher.combine(value) }
}

extension Boxed: SchemaType {
    /// Reads the contents.
    public init(json reader: inout JSONReader) throws(JSONError) {
        self.init(try Value(json: &reader))
    }

    /// Writes the contents.
    public func write(to writer: inout JSONWriter) { value.write(to: &writer) }

    /// The schema of the contents.
    public static func describe(in registry: inout SchemaRegistry) -> JSONSchema {
        Value.describe(in: &registry)
    }
}
