// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeHTTP

extension FuzzTarget {
    static let range = FuzzTarget(name: "range") { input in
        for size: Int64 in [-1, 0, 1, 2, 10, 1_000, .max - 1, .max] {
            RangeCheck.all(Ascii.text(input), size: size)
        }
    }
}

/// The properties of `RangeSelection`, against arithmetic that cannot overflow.
private enum RangeCheck {
    static func all(_ text: String, size: Int64) {
        let selection = RangeSelection(text, size: size)
        let ranges = ranges(of: selection)
        for range in ranges {
            expect(
                range.lowerBound >= 0 && range.upperBound <= max(size, 0) && !range.isEmpty,
                "\(range) of \(size)")
        }
        for (index, range) in ranges.enumerated() {
            let isApart = ranges[(index + 1)...].allSatisfy {
                $0.upperBound < range.lowerBound || range.upperBound < $0.lowerBound
            }
            expect(isApart, "\(range) touches another one")
        }
        expect(ranges.count <= RangeSelection.maximumRangeCount, "\(ranges.count) ranges")
        checkReference(Array(text.utf8), UInt128(max(size, 0)), selection)
    }

    private static func ranges(of selection: RangeSelection) -> [Range<Int64>] {
        switch selection {
        case .whole, .unsatisfiable: []
        case .single(let range): [range.bounds]
        case .several(let ranges): ranges.map(\.bounds)
        }
    }

    private static func checkReference(
        _ input: [UInt8], _ size: UInt128, _ selection: RangeSelection
    ) {
        guard let specs = specs(input), specs.count <= 16,
            !(size == 0 && specs.contains { $0.first == nil && $0.last ?? 0 > 0 })
        else {
            expectEqual(selection, .whole, "malformed, so nothing is asked for")
            return
        }
        let covered = merged(specs.compactMap { resolved($0, size) })
        let actual = ranges(of: selection).map { UInt128($0.lowerBound)..<UInt128($0.upperBound) }
        expectEqual(actual.sorted { $0.lowerBound < $1.lowerBound }, covered, "ranges")
        expectEqual(selection == .unsatisfiable, covered.isEmpty, "unsatisfiable")
    }

    // MARK: The reference

    private struct Spec {
        var first: UInt128?
        var last: UInt128?
    }

    /// `bytes=` and a list of `1-2`, `3-` and `-4` (RFC 9110, 14.1.2), or nothing.
    private static func specs(_ input: [UInt8]) -> [Spec]? {
        let unit = input.prefix { $0 != UInt8(ascii: "=") }
        guard unit.count < input.count, Ascii.lowercased(Array(unit)) == "bytes" else { return nil }
        // A quoted string has no place here; a comma in one would make its element malformed.
        let list = input.dropFirst(unit.count + 1)
        guard !list.contains(UInt8(ascii: "\"")) else { return nil }
        let elements = list.split(separator: UInt8(ascii: ",")).map(Ascii.trimmed)
            .filter { !$0.isEmpty }
        var specs: [Spec] = []
        for element in elements {
            let parts = element.split(
                separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
            guard parts.count == 2, let first = number(parts[0]), let last = number(parts[1]),
                first.value != nil || last.value != nil
            else { return nil }
            if let low = first.value, let high = last.value, low > high { return nil }
            specs.append(Spec(first: first.value, last: last.value))
        }
        return specs.isEmpty ? nil : specs
    }

    /// `nil` for what is no number; a number without a value for no digits at all.
    private static func number(_ digits: ArraySlice<UInt8>) -> (value: UInt128?, Void)? {
        if digits.isEmpty { return (nil, ()) }
        guard digits.allSatisfy(Ascii.digits.contains) else { return nil }
        // Beyond 63 bits all numbers are the same: further than any representation goes.
        return (min(UInt128(Ascii.text(digits)) ?? .max, UInt128(Int64.max)), ())
    }

    private static func resolved(_ spec: Spec, _ size: UInt128) -> Range<UInt128>? {
        guard let first = spec.first else {
            let count = min(spec.last ?? 0, size)
            return count == 0 ? nil : (size - count)..<size
        }
        return first < size ? first..<min((spec.last ?? size) + 1, size) : nil
    }

    private static func merged(_ ranges: [Range<UInt128>]) -> [Range<UInt128>] {
        var merged: [Range<UInt128>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = merged.last, range.lowerBound <= last.upperBound {
                let end = max(last.upperBound, range.upperBound)
                merged[merged.count - 1] = last.lowerBound..<end
            } else {
                merged.append(range)
            }
        }
        return merged
    }
}
