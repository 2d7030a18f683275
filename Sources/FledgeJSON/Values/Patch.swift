// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// A member of a change: left out, set to `null`, or set to a value.
///
///     @Schema struct UpdateUser {
///         var nickname: Patch<String> = .absent
///     }
///
/// `{}` leaves the nickname as it is, `{"nickname": null}` removes it, `{"nickname": "Ada"}` sets it.
public enum Patch<Value: SchemaType> {
    /// The object does not have the member.
    case absent
    /// The member is `null`.
    case null
    /// The member has a value.
    case value(Value)

    /// What `old` becomes.
    public func applied(to old: Value?) -> Value? {
        switch self {
        case .absent: old
        case .null: nil
        case .value(let value): value
        }
    }
}

extension Patch: Sendable where Value: Sendable {}
extension Patch: Equatable where Value: Equatable {}
extension Patch: Hashable where Value: Hashable {}

extension Patch: SchemaType {
    /// Reads `null` or a value.
    @inlinable public init(json reader: inout JSONReader) throws(JSONError) {
        self = try reader.readNull() ? .null : .value(Value(json: &reader))
    }

    /// Writes the value or `null`.
    @inlinable public func write(to writer: inout JSONWriter) {
        if case .value(let value) = self { value.write(to: &writer) } else { writer.null() }
    }

    /// The value's schema, or `null`.
    public static func describe(in registry: inout SchemaRegistry) -> JSONSchema {
        Value.describe(in: &registry).orNull
    }

    /// A member that is missing is ``absent``.
    @inlinable public static var valueWhenAbsent: Self? { .absent }

    /// An object leaves ``absent`` out.
    @inlinable public var isAbsent: Bool {
        if case .absent = self { true } else { false }
    }
}
