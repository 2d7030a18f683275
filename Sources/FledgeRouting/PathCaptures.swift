// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Where the parameters of a matched route lie in the path, in the order of the pattern.
///
/// The ranges are byte offsets into the path that was matched, still percent-encoded;
/// ``PercentEncoding/text(of:in:)`` reads one. A catch-all is one range over all its segments,
/// empty when it matched none; ``PercentEncoding/segments(of:in:)`` reads it.
///
/// Four ranges are stored inline. The fifth allocates an array for itself and those after it.
package struct PathCaptures: Sendable, Equatable, RandomAccessCollection {
    // 32 bits keep a match small. `RouteTree.match` refuses longer paths.
    private struct Slot: Sendable, Equatable {
        var lower: UInt32 = 0
        var upper: UInt32 = 0
    }

    private static let inlineCount = 4

    private var first = Slot()
    private var second = Slot()
    private var third = Slot()
    private var fourth = Slot()
    /// `nil` and not empty: an empty array is counted like any other when it is copied.
    private var overflow: [Slot]?

    package private(set) var endIndex = 0
    package var startIndex: Int { 0 }

    package init() {}

    package subscript(position: Int) -> Range<Int> {
        let slot =
            switch position {
            case 0: first
            case 1: second
            case 2: third
            case 3: fourth
            default: overflow?[position - Self.inlineCount] ?? Slot()
            }
        return Int(slot.lower)..<Int(slot.upper)
    }

    mutating func push(_ range: Range<Int>) {
        let slot = Slot(
            lower: UInt32(truncatingIfNeeded: range.lowerBound),
            upper: UInt32(truncatingIfNeeded: range.upperBound))
        switch endIndex {
        case 0: first = slot
        case 1: second = slot
        case 2: third = slot
        case 3: fourth = slot
        default:
            if overflow == nil { overflow = [] }
            overflow?.append(slot)
        }
        endIndex += 1
    }

    /// Takes back the last range when the search leaves a dead end.
    mutating func pop() {
        endIndex -= 1
        if endIndex >= Self.inlineCount { overflow?.removeLast() }
    }

    // By elements: slots beyond the end keep what a dead end left in them.
    package static func == (left: Self, right: Self) -> Bool { left.elementsEqual(right) }
}
