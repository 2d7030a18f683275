// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

package import NIOCore

/// The name and value pairs of a query string or of a form body
/// (`application/x-www-form-urlencoded`), in the order they were sent.
///
///     // GET /search?q=swift&tag=a&tag=b
///     request.query["q"]             // "swift"
///     request.query.values("tag")    // ["a", "b"]
///
/// It is a view over the bytes: nothing is split or decoded before it is asked for, and nothing
/// is shaped by the client into nested objects. Names are exact: `tag[]` is another name than `tag`
/// here; the binding of handler parameters treats them alike.
///
/// A `%` that is not followed by two hexadecimal digits stands for itself, as browsers have it, and
/// bytes that are not UTF-8 become U+FFFD. Handler parameters are stricter: there such a value is a 400.
///
/// Complexity: a look-up reads the whole string once, O(length).
public struct Query: Sendable, Sequence {
    /// `nil` when there is no pair.
    private let head: HeadBytes?
    private let range: Range<Int>

    /// A query with no pairs.
    public init() {
        head = nil
        range = 0..<0
    }

    /// Reads `a=1&b=2`, without a leading `?`.
    public init(_ text: String) {
        var text = text
        let head = text.withUTF8 { HeadBytes.parsed(UnsafeRawBufferPointer($0)) }
        self.init(head, 0..<head.count)
    }

    /// Reads the pairs of a form, of whose bytes it makes a copy.
    package init(bytes: ByteBuffer, range: Range<Int>) {
        let copy = bytes.withUnsafeReadableBytes {
            HeadBytes.parsed(UnsafeRawBufferPointer(rebasing: $0[range]))
        }
        self.init(copy, 0..<range.count)
    }

    /// - Parameters:
    ///   - head: The bytes of a head.
    ///   - range: Where the query stands in them.
    init(_ head: HeadBytes, _ range: Range<Int>) {
        self.head = head
        self.range = range
    }

    /// The first value under `name`; `""` when the name stands alone (`?flag`), `nil` when it is absent.
    public subscript(name: String) -> String? {
        first { $0.name == name }?.value
    }

    /// All values under `name`, in order.
    public func values(_ name: String) -> [String] {
        compactMap { $0.name == name ? $0.value : nil }
    }

    /// Whether there is no pair at all.
    public var isEmpty: Bool { !contains { _ in true } }

    /// One pair.
    public struct Pair: Sendable, Hashable {
        /// The decoded name.
        public let name: String
        /// The decoded value; empty when there is none.
        public let value: String
        /// `false` for a bare name: `?flag` as against `?flag=`.
        public let hasEqualsSign: Bool
        /// `false` when an escape in the name or the value is malformed or not UTF-8.
        public let isWellFormed: Bool
    }

    /// Reads the pairs from the front.
    public func makeIterator() -> Iterator {
        Iterator(head: head, position: range.lowerBound, end: range.upperBound)
    }

    /// Reads pair after pair; empty ones (`a=1&&b=2`) are skipped.
    public struct Iterator: IteratorProtocol {
        let head: HeadBytes?
        var position: Int
        let end: Int

        /// The next pair, `nil` at the end.
        public mutating func next() -> Pair? {
            while let head, position < end {
                let start = position
                let (pair, stop) = head.withBytes { raw in
                    Self.readPair(raw, start, end)
                }
                position = stop + 1
                if stop > start { return pair }
            }
            return nil
        }

        private static func readPair(
            _ raw: UnsafeRawBufferPointer,
            _ start: Int,
            _ end: Int
        ) -> (Pair, Int) {
            var equals: Int?
            var stop = start
            while stop < end, raw[stop] != UInt8(ascii: "&") {
                if equals == nil, raw[stop] == UInt8(ascii: "=") { equals = stop }
                stop += 1
            }
            let name = decode(UnsafeRawBufferPointer(rebasing: raw[start..<(equals ?? stop)]))
            let value = equals.map {
                decode(UnsafeRawBufferPointer(rebasing: raw[($0 + 1)..<stop]))
            }
            let pair = Pair(
                name: name.text,
                value: value?.text ?? "",
                hasEqualsSign: equals != nil,
                isWellFormed: name.isWellFormed && value?.isWellFormed ?? true
            )
            return (pair, stop)
        }

        private static func decode(
            _ raw: UnsafeRawBufferPointer
        ) -> (text: String, isWellFormed: Bool) {
            if let text = PercentCoding.decode(raw, plusIsSpace: true) { return (text, true) }
            return (lenient(raw), false)
        }

        /// Malformed escapes stand for themselves (WHATWG URL, percent-decode).
        private static func lenient(_ raw: UnsafeRawBufferPointer) -> String {
            var output: [UInt8] = []
            var index = 0
            while index < raw.count {
                if raw[index] == UInt8(ascii: "%"), index + 2 < raw.count,
                    let high = PercentCoding.hexValue(raw[index + 1]),
                    let low = PercentCoding.hexValue(raw[index + 2])
                {
                    output.append(high << 4 | low)
                    index += 3
                } else {
                    output.append(raw[index] == UInt8(ascii: "+") ? 0x20 : raw[index])
                    index += 1
                }
            }
            return String(decoding: output, as: UTF8.self)
        }
    }

    /// How many pairs there are at most: one more than there are `&`.
    ///
    /// Decodes nothing.
    package var pairCountBound: Int {
        guard let head, !range.isEmpty else { return 0 }
        return head.withBytes { raw in
            raw[range].count { $0 == UInt8(ascii: "&") } + 1
        }
    }
}
