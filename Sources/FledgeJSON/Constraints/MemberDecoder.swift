// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// A decoder that `@Schema` types ask for a member by its name, before they ask for a container.
///
/// A container of the standard library is an object of its own, and each call of it goes through two
/// more: several times what it costs to read a column of a row. Subclass this, and conform to `Decoder`:
///
///     final class RowDecoder: MemberDecoder, Decoder {
///         override func text(_ name: String) throws -> String? { … }
///         override func container<Key>(keyedBy keys: Key.Type) throws -> KeyedDecodingContainer<Key> { … }
///     }
///
/// Each function gives nil for what it cannot give, whatever the cause: the container is asked then, and
/// says what is wrong.
open class MemberDecoder {
    /// Makes one that gives nothing.
    public init() {}

    /// The text of a member.
    open func text(_ name: String) throws -> String? { nil }

    /// The whole number of a member.
    open func integer(_ name: String) throws -> Int? { nil }

    /// The number of a member.
    open func number(_ name: String) throws -> Double? { nil }

    /// The yes or no of a member.
    open func flag(_ name: String) throws -> Bool? { nil }

    /// A member of another type.
    open func value<Value: Decodable>(_ name: String, as type: Value.Type) throws -> Value? { nil }

    /// The members in the usual way.
    ///
    /// - Throws: `DecodingError` unless it is overridden.
    open func container<Key: CodingKey>(
        keyedBy keys: Key.Type
    ) throws -> KeyedDecodingContainer<Key> {
        throw DecodingError.dataCorrupted(
            .init(codingPath: [], debugDescription: "This decoder has no container."))
    }
}

extension MemberDecoder {
    /// The decoder as what it is, if it is one of these.
    static func find<Found: Decoder>(_ decoder: Found) -> MemberDecoder? {
        // By the type and not by the value: a cast of an existential costs as much as three columns.
        guard Found.self is MemberDecoder.Type else { return nil }
        // Safe: it is of a subclass, so what is stored is a reference.
        return withUnsafeBytes(of: decoder) { $0.load(as: MemberDecoder.self) }
    }
}

/// Any other decoder, by its container.
final class ContainerDecoder<Own: CodingKey>: MemberDecoder {
    private let container: KeyedDecodingContainer<Own>

    init(_ container: KeyedDecodingContainer<Own>) { self.container = container }

    override func container<Key: CodingKey>(
        keyedBy keys: Key.Type
    ) throws -> KeyedDecodingContainer<Key> {
        guard keys == Own.self else { return try super.container(keyedBy: keys) }
        // Safe: it is of that type.
        return unsafeBitCast(container, to: KeyedDecodingContainer<Key>.self)
    }
}
