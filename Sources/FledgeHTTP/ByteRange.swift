// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// A piece of a representation, in bytes, never empty and inside the size it was parsed against.
public struct ByteRange: Sendable, Hashable {
    /// The first byte, and the one after the last.
    public let bounds: Range<Int64>

    /// How many bytes it covers.
    public var count: Int64 { bounds.upperBound - bounds.lowerBound }

    /// The value of `Content-Range` for this piece: `bytes 0-99/1000` (RFC 9110 14.4).
    ///
    /// - Parameter size: The size of the whole representation in bytes.
    /// - Returns: The text of the field value.
    public func contentRange(size: Int64) -> String {
        "bytes \(bounds.lowerBound)-\(bounds.upperBound - 1)/\(size)"
    }

    /// The value of `Content-Range` in a 416 answer: `bytes */1000`.
    ///
    /// - Parameter size: The size of the whole representation in bytes.
    /// - Returns: The text of the field value.
    public static func unsatisfiedContentRange(size: Int64) -> String {
        "bytes */\(size)"
    }
}

/// What a `Range` field asks for, once the size of the representation is known (RFC 9110 14.2).
///
///     switch RangeSelection("bytes=0-99", size: 1000) {
///     case .whole: ...              // 200, everything
///     case .single(let range): ...  // 206, Content-Range: range.contentRange(size: 1000)
///     case .several(let ranges): ...
///     case .unsatisfiable: ...      // 416
///     }
///
/// Numbers of any length are accepted and never overflow. Evaluate ``Preconditions`` first.
public enum RangeSelection: Sendable, Hashable {
    /// Send everything: no field, another unit, a malformed value, or more ranges than
    /// ``maximumRangeCount``. A server may always ignore `Range`.
    case whole
    /// One piece.
    case single(ByteRange)
    /// Several pieces in the order they were asked for, none touching another. A server may send
    /// them as `multipart/byteranges` or answer with the whole representation.
    case several([ByteRange])
    /// Every range starts after the end: 416.
    case unsatisfiable

    /// How many ranges a request may name.
    ///
    /// Honest clients ask for one or a few; a thousand overlapping ones are an attack
    /// (CVE-2011-3192, RFC 9110 17.15).
    public static let maximumRangeCount = 16

    /// Reads the value of a `Range` field.
    ///
    /// - Parameters:
    ///   - fieldValue: The value of the field, or nil if there is none.
    ///   - size: The size of the representation in bytes; less than zero counts as zero.
    public init(_ fieldValue: String?, size: Int64) {
        guard let fieldValue, let specs = Self.parse(fieldValue),
            specs.count <= Self.maximumRangeCount
        else {
            self = .whole
            return
        }
        let size = max(size, 0)
        // The last bytes of nothing are nothing, which Content-Range cannot say: send it whole.
        if size == 0, specs.contains(where: \.isNonEmptySuffix) {
            self = .whole
            return
        }
        let ranges = Self.merged(specs.compactMap { $0.resolved(size: size) })
        switch ranges.count {
        case 0: self = .unsatisfiable
        case 1: self = .single(ByteRange(bounds: ranges[0]))
        default: self = .several(ranges.map(ByteRange.init(bounds:)))
        }
    }

    /// One element of the field, before the size is known.
    private enum Spec {
        case from(Int64, through: Int64)
        case last(Int64)

        var isNonEmptySuffix: Bool {
            if case .last(let count) = self { count > 0 } else { false }
        }

        /// The bytes it means, or nil if there are none.
        ///
        /// Cannot overflow: every result is at most `size`, and both operands of each subtraction
        /// are not negative.
        func resolved(size: Int64) -> Range<Int64>? {
            switch self {
            case .from(let first, let last):
                guard first < size else { return nil }
                return first..<(min(last, size - 1) + 1)
            case .last(let count):
                guard count > 0, size > 0 else { return nil }
                return (size - min(count, size))..<size
            }
        }
    }

    /// Nil for another unit and for any malformed element: the whole field is then ignored.
    private static func parse(_ fieldValue: String) -> [Spec]? {
        guard let equals = fieldValue.utf8.firstIndex(of: UInt8(ascii: "=")),
            FieldGrammar.equalIgnoringCase(fieldValue[..<equals], "bytes")
        else { return nil }
        var specs: [Spec] = []
        let set = String(fieldValue[fieldValue.utf8.index(after: equals)...])
        for element in FieldGrammar.listElements(set) {
            guard let spec = parseElement(element) else { return nil }
            specs.append(spec)
        }
        return specs.isEmpty ? nil : specs
    }

    private static func parseElement(_ element: Substring) -> Spec? {
        var scanner = FieldScanner(element)
        if scanner.skip(UInt8(ascii: "-")) {
            guard let count = scanner.saturatingNumber(), scanner.isAtEnd else { return nil }
            return .last(count)
        }
        guard let first = scanner.saturatingNumber(), scanner.skip(UInt8(ascii: "-")) else {
            return nil
        }
        if scanner.isAtEnd { return .from(first, through: .max) }
        guard let last = scanner.saturatingNumber(), scanner.isAtEnd, first <= last else {
            return nil
        }
        return .from(first, through: last)
    }

    /// Joins ranges that overlap or touch (RFC 9110 15.3.7.2), keeping the order of the request.
    private static func merged(_ ranges: [Range<Int64>]) -> [Range<Int64>] {
        var merged: [(order: Int, range: Range<Int64>)] = []
        let sorted = ranges.enumerated().sorted { $0.element.lowerBound < $1.element.lowerBound }
        for (order, range) in sorted {
            if let last = merged.last, range.lowerBound <= last.range.upperBound {
                let end = max(last.range.upperBound, range.upperBound)
                merged[merged.count - 1] = (
                    min(last.order, order), last.range.lowerBound..<end
                )
            } else {
                merged.append((order, range))
            }
        }
        return merged.sorted { $0.order < $1.order }.map(\.range)
    }
}
