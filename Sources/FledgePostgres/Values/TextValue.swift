// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if Postgres
import CLibPQ
import FledgeData

/// Reads values in the server's text form.
///
/// What does not have the form stays text.
enum TextValue {
    static func read(_ text: String, _ type: PostgresType) -> DatabaseValue {
        known(text, type) ?? .text(text)
    }

    private static func known(_ text: String, _ type: PostgresType) -> DatabaseValue? {
        switch type {
        case .bool: text == "t" ? .integer(1) : text == "f" ? .integer(0) : nil
        case .int2, .int4, .int8, .oid: Int64(text).map(DatabaseValue.integer)
        case .float4: Float(text).map { .real(Double($0)) }
        case .float8: Double(text).map(DatabaseValue.real)
        case .numeric: .decimal(text)
        case .bytea: bytes(text).map(DatabaseValue.blob)
        case .timestamp: .text(moment(text, zone: "Z"))
        case .timestamptz: .text(moment(text, zone: ""))
        case .time: .text(time(text))
        case .text, .varchar, .bpchar, .name, .json, .jsonb, .xml, .unknown, .void, .uuid, .date:
            .text(text)
        }
    }

    /// `\\x00ff`.
    private static func bytes(_ text: String) -> [UInt8]? {
        guard text.hasPrefix("\\x") else { return nil }
        let digits = text.utf8.dropFirst(2).compactMap {
            Character(Unicode.Scalar($0)).hexDigitValue
        }
        guard digits.count == text.utf8.count - 2, digits.count.isMultiple(of: 2) else {
            return nil
        }
        return stride(from: 0, to: digits.count, by: 2).map {
            UInt8(digits[$0] << 4 | digits[$0 + 1])
        }
    }

    /// `2026-01-31 09:30:00.25+00` as RFC 3339 text, if it can be.
    private static func moment(_ text: String, zone: String) -> String {
        let parts = text.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].utf8.count == 10 else {
            return parts.count >= 2 ? early(parts, zone) : text
        }
        guard let (clock, offset) = clockAndOffset(parts[1], zone) else { return text }
        return parts[0] + "T" + clock + (offset == "+00" ? "Z" : offset)
    }

    /// Years before 1 and beyond 9999 keep PostgreSQL's form.
    private static func early(_ parts: [Substring], _ zone: String) -> String {
        let era = parts.count > 2 ? " BC" : ""
        guard let (clock, offset) = clockAndOffset(parts[1], zone.isEmpty ? "" : "+00") else {
            return parts.joined(separator: " ")
        }
        return parts[0] + " " + clock + offset + era
    }

    private static func clockAndOffset(
        _ text: Substring, _ zone: String
    ) -> (clock: String, offset: String)? {
        guard let sign = text.lastIndex(where: { $0 == "+" || $0 == "-" }) else {
            return zone.isEmpty ? nil : (time(String(text)), zone)
        }
        return (time(String(text[..<sign])), String(text[sign...]))
    }

    /// `09:30:00.25` with 3 or 6 decimals.
    private static func time(_ text: String) -> String {
        let parts = text.split(separator: ".", maxSplits: 1)
        guard let clock = parts.first else { return text }
        let fraction = parts.count > 1 ? parts[1] : ""
        let width = fraction.count > 3 ? 6 : 3
        return clock + "." + fraction
            + String(repeating: "0", count: max(0, width - fraction.count))
    }

    static func readArray(_ text: String, _ type: PostgresType) -> DatabaseValue {
        var reader = ArrayReader(text)
        return reader.list { read($0, type) } ?? .text(text)
    }
}

/// Reads `{1,NULL,"a \"b\"",{2}}`.
private struct ArrayReader {
    private var rest: Substring.UnicodeScalarView

    init(_ text: String) {
        // `[0:1]={…}` says where the indices begin, which Swift's do not.
        rest = text.unicodeScalars.drop { $0 != "{" }
    }

    mutating func list(_ element: (String) -> DatabaseValue) -> DatabaseValue? {
        guard skip("{") else { return nil }
        var values: [DatabaseValue] = []
        if skip("}") { return .array(values) }
        while true {
            guard let value = value(element) else { return nil }
            values.append(value)
            if skip("}") { return .array(values) }
            guard skip(",") else { return nil }
        }
    }

    private mutating func value(_ element: (String) -> DatabaseValue) -> DatabaseValue? {
        if rest.first == "{" { return list(element) }
        if skip("\"") { return quoted().map(element) }
        let word = rest.prefix { $0 != "," && $0 != "}" }
        rest = rest[word.endIndex...]
        return word.elementsEqual("NULL".unicodeScalars) ? .null : element(String(word))
    }

    private mutating func quoted() -> String? {
        var text = String.UnicodeScalarView()
        while let scalar = rest.popFirst() {
            switch scalar {
            case "\"": return String(text)
            case "\\":
                guard let next = rest.popFirst() else { return nil }
                text.append(next)
            default: text.append(scalar)
            }
        }
        return nil
    }

    private mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
        guard rest.first == scalar else { return false }
        rest.removeFirst()
        return true
    }
}
#endif
