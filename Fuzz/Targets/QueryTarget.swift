// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeHTTP
import NIOCore

extension FuzzTarget {
    static let query = FuzzTarget(name: "query") { QueryCheck.all($0) }
}

/// The properties of `Query`, against a split by hand.
private enum QueryCheck {
    static func all(_ input: [UInt8]) {
        let pairs = Array(query(input))
        let reference = referencePairs(input)
        expectEqual(pairs.map(describe), reference.map(describe), "pairs")
        expect(query(input).pairCountBound >= pairs.count, "the bound is too low")
        expectEqual(query(input).isEmpty, pairs.isEmpty, "isEmpty")
        for pair in pairs.prefix(4) { checkLookUp(pair, pairs, query(input)) }
        checkRoundTrip(pairs)
        if let text = String(validating: input, as: UTF8.self) {
            expectEqual(Array(Query(text)).map(describe), pairs.map(describe), "from text")
        }
    }

    /// The query in the middle of other bytes, where reading on would find more pairs.
    private static func query(_ input: [UInt8]) -> Query {
        let before = Array("/?x=1&".utf8)
        let bytes = ByteBuffer(bytes: before + input + Array("41&y=2".utf8))
        return Query(bytes: bytes, range: before.count..<(before.count + input.count))
    }

    private static func checkLookUp(_ pair: Query.Pair, _ pairs: [Query.Pair], _ query: Query) {
        let values = pairs.filter { $0.name == pair.name }.map(\.value)
        expectEqual(query.values(pair.name), values, "values")
        expectEqual(query[pair.name], values.first, "the first value")
    }

    private static func checkRoundTrip(_ pairs: [Query.Pair]) {
        let encode = { PercentCoding.encode($0, as: .queryComponent) }
        let text = pairs.map { "\(encode($0.name))=\(encode($0.value))" }.joined(separator: "&")
        let again = Array(Query(text))
        expectEqual(again.map(\.name), pairs.map(\.name), "names, encoded again")
        expectEqual(again.map(\.value), pairs.map(\.value), "values, encoded again")
        expect(again.allSatisfy(\.isWellFormed), "encoded again it is malformed")
    }

    // MARK: The reference

    private struct ReferencePair {
        var name: Decoded
        var value: Decoded?
    }

    private struct Decoded {
        var bytes: [UInt8]
        var isWellFormed: Bool
    }

    private static func referencePairs(_ input: [UInt8]) -> [ReferencePair] {
        input.split(separator: UInt8(ascii: "&")).map { piece in
            let name = piece.prefix { $0 != UInt8(ascii: "=") }
            let value = piece.dropFirst(name.count + 1)
            let hasValue = name.count < piece.count
            return ReferencePair(
                name: decoded(Array(name)), value: hasValue ? decoded(Array(value)) : nil)
        }
    }

    private static func decoded(_ bytes: [UInt8]) -> Decoded {
        let spaced = bytes.map { $0 == UInt8(ascii: "+") ? Ascii.space : $0 }
        if let strict = ReferenceTarget.decoded(spaced),
            String(validating: strict, as: UTF8.self) != nil
        {
            return Decoded(bytes: strict, isWellFormed: true)
        }
        // A `%` that begins no escape stands for itself (WHATWG URL, percent-decode).
        var output: [UInt8] = []
        var rest = spaced[...]
        while let byte = rest.first {
            let escape =
                byte == UInt8(ascii: "%") ? ReferenceTarget.decoded(Array(rest.prefix(3))) : nil
            output += escape ?? [byte]
            rest = rest.dropFirst(escape == nil ? 1 : 3)
        }
        return Decoded(bytes: output, isWellFormed: false)
    }

    private static func describe(_ pair: ReferencePair) -> String {
        let isWellFormed = pair.name.isWellFormed && pair.value?.isWellFormed ?? true
        return describe(
            Ascii.text(pair.name.bytes), pair.value.map { Ascii.text($0.bytes) }, isWellFormed)
    }

    private static func describe(_ pair: Query.Pair) -> String {
        describe(pair.name, pair.hasEqualsSign ? pair.value : nil, pair.isWellFormed)
    }

    private static func describe(_ name: String, _ value: String?, _ isWellFormed: Bool) -> String {
        "\(name.debugDescription) = \(value.debugDescription)\(isWellFormed ? "" : " malformed")"
    }
}
