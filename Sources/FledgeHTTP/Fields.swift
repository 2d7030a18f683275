// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

public import HTTPTypes
package import NIOCore

/// The header fields of a request or a response.
///
///     request.headers[.accept]                    // "text/html", or nil
///     request.headers["X-Tenant"]
///     response.headers[.cacheControl] = "no-store"
///     response.headers.append("</style.css>; rel=preload", for: .link)
///
/// Names are compared without regard to case and keep the case they were given in. Fields stay in
/// order. A field that came several times is read as one, joined with `, ` (RFC 9110, 5.3);
/// ``values(_:)`` gives them one by one.
///
/// Name and value bytes live in one buffer, together with offsets: fields from the wire are never
/// copied, and fields for the wire are written as they stand. A look-up compares bytes in place,
/// O(fields).
///
/// A value with a carriage return, a line feed, a NUL or another control character would let
/// whoever chose it write headers of their own. It is never sent: the field is kept out, the
/// response becomes a 500 and the log names the field (``firstRefused``).
public struct Fields: Sendable {
    /// Offsets into `bytes`, from its reader index.
    package struct Entry: Sendable {
        package var name: Range<Int>
        package var value: Range<Int>

        package init(name: Range<Int>, value: Range<Int>) {
            self.name = name
            self.value = value
        }
    }

    package private(set) var bytes: ByteBuffer
    package private(set) var entries: [Entry]

    /// The name of the first field that was refused because its name or value may not be sent.
    public private(set) var firstRefused: String?

    /// No fields.
    public init() {
        bytes = ByteBuffer()
        entries = []
    }

    /// Takes fields that a parser found and checked.
    ///
    /// The parser vouches for the syntax.
    package init(parsed bytes: ByteBuffer, entries: [Entry]) {
        self.bytes = bytes
        self.entries = entries
    }

    /// The number of fields.
    public var count: Int { entries.count }

    /// Whether there is no field.
    public var isEmpty: Bool { entries.isEmpty }

    /// The value under `name`: several are joined with `, `.
    ///
    /// Setting replaces all of them; `nil` removes.
    public subscript(name: FieldName) -> String? {
        get { joined(name.canonicalName) }
        set {
            remove(name.canonicalName)
            if let newValue { append(newValue, for: name) }
        }
    }

    /// The value under a name given as text, for names that have no constant.
    public subscript(name: String) -> String? {
        get { joined(name) }
        set {
            remove(name)
            if let newValue { append(newValue, name, isToken: FieldName(name) != nil) }
        }
    }

    /// Each value under `name`, in order.
    public func values(_ name: FieldName) -> [String] {
        indices(of: name.canonicalName).map { text(entries[$0].value) }
    }

    /// Whether a field of that name is there.
    public func contains(_ name: FieldName) -> Bool {
        firstIndex(of: name.canonicalName) != nil
    }

    /// Adds a field and keeps those of the same name that are there.
    public mutating func append(_ value: String, for name: FieldName) {
        // The type vouches for a token, but it also stands for the pseudo fields of HTTP/2.
        let isToken = name.rawName.utf8.first != UInt8(ascii: ":")
        append(value, name.rawName, isToken: isToken)
    }

    /// Takes over `other`: its fields replace those of the same name, and keep to themselves how
    /// often they stand there.
    ///
    /// What it refused is refused here.
    package mutating func merge(_ other: Fields) {
        for field in other { remove(field.name) }
        for field in other { append(field.value, field.name, isToken: true) }
        firstRefused = firstRefused ?? other.firstRefused
    }

    /// How many fields have that name.
    package func count(of name: FieldName) -> Int {
        entries.count { matches($0, name.canonicalName) }
    }

    /// Calls `body` with the bytes of the first value, without making a `String`.
    package func withFirstValue<Result>(
        _ name: FieldName,
        _ body: (UnsafeRawBufferPointer) -> Result
    ) -> Result? {
        guard let index = firstIndex(of: name.canonicalName) else { return nil }
        return bytes.withUnsafeReadableBytes {
            body(UnsafeRawBufferPointer(rebasing: $0[entries[index].value]))
        }
    }
}

extension Fields {
    private func text(_ range: Range<Int>) -> String {
        bytes.getString(at: bytes.readerIndex + range.lowerBound, length: range.count) ?? ""
    }

    private func joined(_ name: String) -> String? {
        guard let first = firstIndex(of: name) else { return nil }
        var value = text(entries[first].value)
        for entry in entries[(first + 1)...] where matches(entry, name) {
            value += ", " + text(entry.value)
        }
        return value
    }

    private func firstIndex(of name: String) -> Int? {
        entries.firstIndex { matches($0, name) }
    }

    private func indices(of name: String) -> [Int] {
        entries.indices.filter { matches(entries[$0], name) }
    }

    /// ASCII letters fold; all other bytes of a token are equal or not.
    private func matches(_ entry: Entry, _ name: String) -> Bool {
        guard entry.name.count == name.utf8.count else { return false }
        return bytes.withUnsafeReadableBytes { raw in
            zip(raw[entry.name], name.utf8).allSatisfy {
                Self.lowercased($0) == Self.lowercased($1)
            }
        }
    }

    private static func lowercased(_ byte: UInt8) -> UInt8 {
        byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
    }

    private mutating func remove(_ name: String) {
        if firstIndex(of: name) != nil { entries = entries.filter { !matches($0, name) } }
    }

    private mutating func append(_ value: String, _ name: String, isToken: Bool) {
        guard isToken, value.utf8.allSatisfy(Self.isValueByte) else {
            firstRefused = firstRefused ?? name
            return
        }
        // One allocation instead of one for each half.
        bytes.reserveCapacity(minimumWritableBytes: name.utf8.count + value.utf8.count)
        let start = bytes.readableBytes
        bytes.writeString(name)
        let middle = bytes.readableBytes
        bytes.writeString(value)
        entries.append(Entry(name: start..<middle, value: middle..<bytes.readableBytes))
    }

    /// RFC 9110, 5.5: visible ASCII, space, tab and obs-text.
    private static func isValueByte(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte != 0x7F || byte == UInt8(ascii: "\t")
    }
}

extension Fields: Sequence {
    /// One field.
    public struct Field: Sendable, Hashable {
        /// The name, in the case it was given in.
        public let name: String
        /// The value.
        public let value: String
    }

    /// The fields in order, each as it came.
    public func makeIterator() -> AnyIterator<Field> {
        var rest = entries[...]
        return AnyIterator {
            rest.popFirst().map { Field(name: self.text($0.name), value: self.text($0.value)) }
        }
    }
}

extension Fields: ExpressibleByDictionaryLiteral {
    /// `[.contentType: "text/plain", .cacheControl: "no-store"]`; a name may stand several times.
    public init(dictionaryLiteral elements: (FieldName, String)...) {
        self.init()
        for (name, value) in elements { append(value, for: name) }
    }
}

extension Fields: CustomStringConvertible {
    /// One `name: value` a line, for logs of tests.
    ///
    /// Values of `Authorization` and cookies are left out.
    public var description: String {
        map { field in
            let isSecret = ["authorization", "cookie", "set-cookie", "proxy-authorization"]
                .contains(field.name.lowercased())
            return "\(field.name): \(isSecret ? "…" : field.value)"
        }
        .joined(separator: "\n")
    }
}
