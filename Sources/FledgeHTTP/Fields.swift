// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

public import HTTPTypes

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
/// A value of one reference. Name and value bytes live in one object, together with offsets: fields
/// from the wire are copied once, with their whole head, and fields for the wire are written as
/// they stand. A look-up compares bytes in place, O(fields).
///
/// A value with a carriage return, a line feed, a NUL or another control character would let
/// whoever chose it write headers of their own. It is never sent: the field is kept out, the
/// response becomes a 500 and the log names the field (``firstRefused``).
public struct Fields: Sendable {
    /// `nil` while there is nothing to say.
    package var head: HeadBytes?

    /// No fields.
    public init() {
        head = nil
    }

    /// The fields of a head that a parser has checked.
    package init(parsed head: HeadBytes) {
        self.head = head
    }

    /// The number of fields.
    public var count: Int {
        head?.withLayout { $0.entryCount } ?? 0
    }

    /// Whether there is no field.
    public var isEmpty: Bool { count == 0 }

    /// The name of the first field that was refused because its name or value may not be sent.
    public var firstRefused: String? {
        head?.withLayout { $0.firstRefused }
    }

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
            if let newValue { append(newValue, name, isToken: Self.isToken(name)) }
        }
    }

    /// Each value under `name`, in order.
    public func values(_ name: FieldName) -> [String] {
        indices(of: name.canonicalName).map { text(entry($0).value) }
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
        if let refused = other.firstRefused { refuse(refused) }
    }

    /// How many fields have that name.
    package func count(of name: FieldName) -> Int { indices(of: name.canonicalName).count }
}

extension Fields {
    private func text(_ range: Range<Int>) -> String { head?.text(range) ?? "" }

    private func entry(_ index: Int) -> HeadEntry {
        guard let head else { return HeadEntry(name: 0..<0, value: 0..<0) }
        return head.withPointers { $0.entry(index, $1) }
    }

    private func joined(_ name: String) -> String? {
        guard let first = firstIndex(of: name) else { return nil }
        var value = text(entry(first).value)
        guard first + 1 < count else { return value }
        for index in indices(of: name).dropFirst() { value += ", " + text(entry(index).value) }
        return value
    }

    private func firstIndex(of name: String) -> Int? {
        guard let head else { return nil }
        var name = name
        return name.withUTF8 { head.index(of: UnsafeRawBufferPointer($0)) }
    }

    private func indices(of name: String) -> [Int] {
        guard let head else { return [] }
        var name = name
        return name.withUTF8 { name in
            var indices: [Int] = []
            while let next = head.index(
                of: UnsafeRawBufferPointer(name), from: indices.last.map { $0 + 1 } ?? 0)
            {
                indices.append(next)
            }
            return indices
        }
    }

    private mutating func remove(_ name: String) {
        guard firstIndex(of: name) != nil else { return }
        let gone = Set(indices(of: name))
        let kept = (0..<count).filter { !gone.contains($0) }.map(entry)
        guard let head else { return }
        // The bytes of those that went stay where they are, and are no longer pointed at.
        let copy = head.withBytes { HeadBytes.parsed($0, kept) }
        copy.noteRefused(firstRefused)
        self.head = copy
    }

    private mutating func append(_ value: String, _ name: String, isToken: Bool) {
        guard isToken else { return refuse(name) }
        var (name, value) = (name, value)
        let isSent = name.withUTF8 { name in
            value.withUTF8 { append(UnsafeRawBufferPointer(name), UnsafeRawBufferPointer($0)) }
        }
        if !isSent { refuse(name) }
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
        var rest = 0..<count
        return AnyIterator {
            rest.popFirst().map { index in
                let entry = entry(index)
                return Field(name: text(entry.name), value: text(entry.value))
            }
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
