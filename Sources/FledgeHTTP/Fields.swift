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
    ///
    /// In 32 bits, in which `ByteBuffer` counts too.
    package struct Entry: Sendable {
        private var nameStart: UInt32
        private var nameEnd: UInt32
        private var valueStart: UInt32
        private var valueEnd: UInt32

        package var name: Range<Int> { Int(nameStart)..<Int(nameEnd) }
        package var value: Range<Int> { Int(valueStart)..<Int(valueEnd) }

        package init(name: Range<Int>, value: Range<Int>) {
            nameStart = UInt32(truncatingIfNeeded: name.lowerBound)
            nameEnd = UInt32(truncatingIfNeeded: name.upperBound)
            valueStart = UInt32(truncatingIfNeeded: value.lowerBound)
            valueEnd = UInt32(truncatingIfNeeded: value.upperBound)
        }

        fileprivate func shifted(by distance: Int) -> Entry {
            var entry = self
            let distance = UInt32(truncatingIfNeeded: distance)
            entry.nameStart &+= distance
            entry.nameEnd &+= distance
            entry.valueStart &+= distance
            entry.valueEnd &+= distance
            return entry
        }
    }

    package private(set) var bytes: ByteBuffer
    package private(set) var entries: [Entry]
    /// The lengths that names have, as a set of bits: most look-ups end here.
    package private(set) var nameLengths: NameLengths
    /// Whether `bytes` is each field as `Name: value` and CR LF, and nothing else: it can go on the
    /// wire in one piece.
    package private(set) var isWireForm: Bool

    /// The name of the first field that was refused because its name or value may not be sent.
    public private(set) var firstRefused: String?

    /// No fields.
    public init() {
        bytes = ByteBuffer()
        entries = []
        nameLengths = []
        isWireForm = true
    }

    /// Takes fields that a parser found and checked.
    ///
    /// The parser vouches for the syntax.
    package init(parsed bytes: ByteBuffer, entries: [Entry]) {
        self.bytes = bytes
        self.entries = entries
        nameLengths = []
        for entry in entries { nameLengths.insert(entry.name.count) }
        isWireForm = false
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
            if let newValue { append(newValue, name, isToken: Self.isToken(name)) }
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

    /// Adds the fields of `defaults` whose names are not there yet.
    ///
    ///     response.headers.addMissing([.cacheControl: "no-store", .vary: "Origin"])
    ///
    /// Complexity: O(1) and one copy of bytes when no name of the one is as long as a name of the
    /// other, which is the usual case; else O(fields of both).
    public mutating func addMissing(_ defaults: Fields) {
        firstRefused = firstRefused ?? defaults.firstRefused
        guard defaults.isWireForm, nameLengths.isDisjoint(with: defaults.nameLengths) else {
            let missing = defaults.filter { !contains($0.name) }
            for field in missing { append(field.value, field.name, isToken: true) }
            return
        }
        reserve(defaults.bytes.readableBytes)
        let start = bytes.readableBytes
        _ = defaults.bytes.withUnsafeReadableBytes { new in
            bytes.writeWithUnsafeMutableBytes(minimumWritableBytes: new.count) { raw in
                raw.copyMemory(from: new)
                return new.count
            }
        }
        for entry in defaults.entries { entries.append(entry.shifted(by: start)) }
        nameLengths.formUnion(defaults.nameLengths)
    }

    /// The most bytes that the fields can take on the wire.
    ///
    /// One that came in without a space behind its colon goes out with one.
    package var wireCount: Int { bytes.readableBytes + 4 * entries.count }

    /// Whether the first value under `name` begins with `prefix`, in ASCII of any case.
    package func value(_ name: FieldName, hasPrefix prefix: StaticString) -> Bool {
        guard let index = firstIndex(of: name.canonicalName) else { return false }
        let value = entries[index].value
        let count = prefix.utf8CodeUnitCount
        guard value.count >= count else { return false }
        let start = value.lowerBound
        return bytes.withUnsafeReadableBytes { raw in
            UnsafeRawBufferPointer(rebasing: raw[start..<(start + count)])
                .equalsIgnoringCase(UnsafeRawBufferPointer(start: prefix.utf8Start, count: count))
        }
    }

    /// How many fields have that name.
    package func count(of name: FieldName) -> Int {
        entries.count { matches($0, name.canonicalName) }
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
        let count = name.utf8.count
        guard nameLengths.contains(count) else { return nil }
        var name = name
        return name.withUTF8 { name in
            bytes.withUnsafeReadableBytes { raw in
                for index in entries.indices where entries[index].name.count == count {
                    let other = UnsafeRawBufferPointer(rebasing: raw[entries[index].name])
                    if other.equalsIgnoringCase(UnsafeRawBufferPointer(name)) { return index }
                }
                return nil
            }
        }
    }

    private func contains(_ name: String) -> Bool { firstIndex(of: name) != nil }

    private func indices(of name: String) -> [Int] {
        entries.indices.filter { matches(entries[$0], name) }
    }

    private func matches(_ entry: Entry, _ name: String) -> Bool {
        guard entry.name.count == name.utf8.count else { return false }
        var name = name
        return name.withUTF8 { name in
            bytes.withUnsafeReadableBytes { raw in
                UnsafeRawBufferPointer(rebasing: raw[entry.name])
                    .equalsIgnoringCase(UnsafeRawBufferPointer(name))
            }
        }
    }

    private mutating func remove(_ name: String) {
        guard contains(name) else { return }
        entries = entries.filter { !matches($0, name) }
        isWireForm = false
    }

    private mutating func append(_ value: String, _ name: String, isToken: Bool) {
        var (name, value) = (name, value)
        guard isToken, value.withUTF8(Self.isValue) else {
            firstRefused = firstRefused ?? name
            return
        }
        let (nameCount, valueCount) = (name.utf8.count, value.utf8.count)
        let count = nameCount + valueCount + 4
        reserve(count)
        let start = bytes.readableBytes
        bytes.writeWithUnsafeMutableBytes(minimumWritableBytes: count) { raw in
            name.withUTF8 { raw.copyMemory(from: UnsafeRawBufferPointer($0)) }
            raw.storeBytes(
                of: Self.separator.littleEndian, toByteOffset: nameCount, as: UInt16.self)
            let rest = UnsafeMutableRawBufferPointer(rebasing: raw[(nameCount + 2)...])
            value.withUTF8 { rest.copyMemory(from: UnsafeRawBufferPointer($0)) }
            rest.storeBytes(
                of: Self.lineEnd.littleEndian, toByteOffset: valueCount, as: UInt16.self)
            return count
        }
        let valueStart = start + nameCount + 2
        entries.append(
            Entry(name: start..<(start + nameCount), value: valueStart..<(valueStart + valueCount)))
        nameLengths.insert(nameCount)
    }

    /// `: `, read as a little-endian number.
    private static let separator: UInt16 = 0x203A
    /// CR LF.
    private static let lineEnd: UInt16 = 0x0A0D

    /// Makes room, also for the fields that middleware will add.
    ///
    /// Most answers share the fields that they begin with, and the first one added makes the copy.
    private mutating func reserve(_ count: Int) {
        if bytes.writableBytes < count {
            bytes.reserveCapacity(minimumWritableBytes: Swift.max(count, 384))
        }
        if entries.capacity < 8 { entries.reserveCapacity(8) }
    }

    /// RFC 9110, 5.5: visible ASCII, space, tab and obs-text.
    private static func isValue(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        for byte in bytes where byte < 0x20 && byte != UInt8(ascii: "\t") || byte == 0x7F {
            return false
        }
        return true
    }

    private static func isToken(_ name: String) -> Bool {
        var name = name
        return name.withUTF8 { name in
            for byte in name where !TokenByte.contains(byte) { return false }
            return !name.isEmpty
        }
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
