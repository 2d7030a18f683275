// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// The version mark of a representation: `"xyzzy"`, or weak `W/"xyzzy"` (RFC 9110 8.8.3).
///
/// A strong tag changes with every byte. A weak one says "as good as the same", which is enough to
/// answer 304 but not to join ranges or to guard a write.
///
///     let tag = EntityTag(opaque: "v7")       // "v7"
///     EntityTag("W/\"v7\"")?.isWeak           // true
public struct EntityTag: Sendable, Hashable, LosslessStringConvertible {
    /// The text between the quotes.
    public let opaque: String
    /// Whether it promises equal meaning only, not equal bytes.
    public let isWeak: Bool

    /// Makes a tag from the text between its quotes.
    ///
    /// - Parameters:
    ///   - opaque: No quotes, spaces or control characters; nil otherwise.
    ///   - isWeak: Whether representations with the same tag may differ in their bytes.
    public init?(opaque: String, isWeak: Bool = false) {
        guard opaque.utf8.allSatisfy(Self.isTagByte) else { return nil }
        self.opaque = opaque
        self.isWeak = isWeak
    }

    /// Reads a tag as it stands in an `ETag` field, quotes included; nil if it is malformed.
    public init?(_ text: String) {
        var scanner = FieldScanner(text)
        guard let tag = Self.scan(&scanner), scanner.isAtEnd else { return nil }
        self = tag
    }

    /// The tag as it is sent.
    public var description: String { isWeak ? "W/\"\(opaque)\"" : "\"\(opaque)\"" }

    /// Strong comparison: both are strong and equal.
    ///
    /// For `If-Match` and `If-Range` (RFC 9110 8.8.3.2).
    public func matchesStrongly(_ other: EntityTag) -> Bool {
        !isWeak && !other.isWeak && matchesWeakly(other)
    }

    /// Weak comparison: equal but for the weakness.
    ///
    /// For `If-None-Match` (RFC 9110 8.8.3.2).
    public func matchesWeakly(_ other: EntityTag) -> Bool {
        // By bytes: `==` on strings would also join different spellings of one accented letter.
        opaque.utf8.elementsEqual(other.opaque.utf8)
    }

    /// An entity tag has no escapes: a backslash is a character like any other.
    static func scan(_ scanner: inout FieldScanner) -> EntityTag? {
        let isWeak = scanner.skip("W/")
        guard scanner.skip(UInt8(ascii: "\"")) else { return nil }
        let opaque = scanner.take(while: isTagByte)
        guard scanner.skip(UInt8(ascii: "\"")) else { return nil }
        return EntityTag(opaque: String(opaque), isWeak: isWeak)
    }

    /// `etagc`: visible ASCII but the quote, and everything beyond ASCII.
    private static func isTagByte(_ byte: UInt8) -> Bool {
        byte == 0x21 || (byte >= 0x23 && byte != 0x7F)
    }
}

/// The value of `If-Match` or `If-None-Match`: a list of tags, or `*` for any representation.
public enum EntityTagList: Sendable, Hashable {
    /// `*`: whatever the current representation is, if there is one.
    case any
    /// One of these.
    case tags([EntityTag])

    /// Reads the value of the field.
    ///
    /// Nil if any element is malformed. A list that was half understood would decide about a write
    /// by the half; ``Preconditions`` says what happens instead.
    public init?(_ fieldValue: String) {
        var scanner = FieldScanner(fieldValue)
        var tags: [EntityTag] = []
        scanner.skipWhitespace()
        if scanner.skip(UInt8(ascii: "*")) {
            scanner.skipWhitespace()
            guard scanner.isAtEnd else { return nil }
            self = .any
            return
        }
        while !scanner.isAtEnd {
            // Empty elements are part of the list grammar a recipient must accept (RFC 9110 5.6.1.2).
            if !scanner.skip(UInt8(ascii: ",")) {
                guard let tag = EntityTag.scan(&scanner) else { return nil }
                tags.append(tag)
                scanner.skipWhitespace()
                guard scanner.isAtEnd || scanner.skip(UInt8(ascii: ",")) else { return nil }
            }
            scanner.skipWhitespace()
        }
        guard !tags.isEmpty else { return nil }
        self = .tags(tags)
    }
}
