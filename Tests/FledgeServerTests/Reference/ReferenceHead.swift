// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore

/// Heads: RFC 9112, 3 and 5.
extension ReferenceParser {
    enum Framing {
        case none
        case length(Int)
        case chunked
    }

    private struct Field {
        let name: String
        let value: [UInt8]
        let sent: [String]
    }

    mutating func readHead() throws(Stop) -> (request: ParsedRequest, framing: Framing) {
        let line = try readRequestLine()
        let target = ReferenceTarget(line.target, method: line.method)
        let fields = try readFields(alsoBroken: target.broken)
        var broken = target.broken.union(Self.brokenRules(fields, isHTTP10: line.isHTTP10))
        let (framing, framingBroken) = Self.framing(fields, isHTTP10: line.isHTTP10)
        broken.formUnion(framingBroken)
        guard broken.isEmpty else { throw .refused(broken) }
        let connection = Self.options(fields)
        let request = ParsedRequest(
            method: line.method, pathAndQuery: target.pathAndQuery, authority: target.authority,
            fields: fields.flatMap(\.sent), version: line.isHTTP10 ? "1.0" : "1.1",
            keepsAlive: !connection.contains("close")
                && (!line.isHTTP10 || connection.contains("keep-alive")),
            expectsContinue: !line.isHTTP10 && fields.contains { $0.name == "expect" })
        return (request, framing)
    }

    // MARK: The request line

    private mutating func readRequestLine() throws(Stop) -> (
        method: String, target: [UInt8], isHTTP10: Bool
    ) {
        var emptyLines = 0
        while true {
            let line = try readLine(
                limit: limits.requestLine.bytes, .requestLineTooLong,
                check: Self.brokenRules(requestLine:))
            if !line.isEmpty {
                let parts = line.split(separator: Ascii.space).map(Array.init)
                return (Ascii.text(parts[0]), parts[1], parts[2].last == UInt8(ascii: "0"))
            }
            // RFC 9112, 2.2 lets a server skip empty lines; five are enough for anybody.
            emptyLines += 1
            if emptyLines > 5 { throw .refused([.tooManyEmptyLines]) }
        }
    }

    private static func brokenRules(requestLine line: [UInt8]) -> Set<Rule> {
        if line.isEmpty { return [] }
        let parts = line.split(separator: Ascii.space, omittingEmptySubsequences: false)
        var broken: Set<Rule> = []
        if parts.count != 3 || parts.contains(where: \.isEmpty) { broken.insert(.notThreeParts) }
        if !Ascii.isToken(parts[0]) { broken.insert(.methodIsNoToken) }
        if parts[0].count > 64 { broken.insert(.methodTooLong) }
        guard parts.count == 3 else { return broken }
        let version = Ascii.text(parts[2])
        let major = version.dropFirst(5).first
        if version.utf8.count != 8 || !version.hasPrefix("HTTP/")
            || !Ascii.isNumber(Array(version.utf8.dropFirst(5).prefix(1)))
            || version.utf8.dropFirst(6).first != UInt8(ascii: ".")
            || !Ascii.isNumber(Array(version.utf8.dropFirst(7)))
        {
            broken.insert(.versionMalformed)
        } else if major != "1" {
            broken.insert(.versionUnsupported)
        }
        return broken
    }

    // MARK: Field lines

    private mutating func readFields(alsoBroken: Set<Rule>) throws(Stop) -> [Field] {
        let limits = limits
        var fields: [Field] = []
        var used = 0
        while true {
            let line = try readLine(
                limit: limits.headerField.bytes, .fieldTooLong, alsoBroken: alsoBroken
            ) { line in
                var broken = Self.brokenRules(fieldLine: line)
                if !line.isEmpty {
                    if used + line.count > limits.headerBlock.bytes {
                        broken.insert(.fieldsTooLong)
                    }
                    if fields.count == limits.headerFields { broken.insert(.tooManyFields) }
                }
                return broken
            }
            if line.isEmpty { return fields }
            used += line.count + 2
            let parts = Self.nameAndValue(line)
            fields.append(
                Field(
                    name: Ascii.lowercased(parts.name), value: parts.value,
                    sent: [Ascii.text(parts.name), Ascii.text(parts.value)]))
        }
    }

    static func nameAndValue(_ line: [UInt8]) -> (name: [UInt8], value: [UInt8]) {
        let name = line.prefix { $0 != UInt8(ascii: ":") }
        return (Array(name), Ascii.trimmed(line.dropFirst(name.count + 1)))
    }

    /// RFC 9112, 5.1 and 5.2: no space before the colon, no folding.
    static func brokenRules(fieldLine line: [UInt8]) -> Set<Rule> {
        if line.isEmpty { return [] }
        var broken: Set<Rule> = []
        if line[0] == Ascii.space || line[0] == Ascii.tab { broken.insert(.foldedField) }
        if !line.contains(UInt8(ascii: ":")) { broken.insert(.noColon) }
        if !Ascii.isToken(nameAndValue(line).name) { broken.insert(.fieldNameIsNoToken) }
        return broken
    }

    // MARK: What the fields mean

    private static func options(_ fields: [Field]) -> Set<String> {
        let values = fields.filter { $0.name == "connection" }.map(\.value)
        return Set(values.flatMap(elements).map(Ascii.lowercased))
    }

    /// What stands between commas (RFC 9110, 5.6.1), empty elements too.
    private static func elements(_ value: [UInt8]) -> [[UInt8]] {
        value.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
            .map(Ascii.trimmed)
    }

    private static func brokenRules(_ fields: [Field], isHTTP10: Bool) -> Set<Rule> {
        var broken: Set<Rule> = []
        let once: Set<String> = [
            "host", "content-length", "transfer-encoding", "content-type", "authorization",
            "expect",
        ]
        for name in once where fields.count(where: { $0.name == name }) > 1 {
            broken.insert(.repeatedField)
        }
        let hosts = fields.filter { $0.name == "host" }
        if hosts.isEmpty && !isHTTP10 { broken.insert(.missingHost) }
        if !hosts.allSatisfy({ ReferenceTarget.isAuthority($0.value) }) {
            broken.insert(.invalidHost)
        }
        let expectations = isHTTP10 ? [] : fields.filter { $0.name == "expect" }
        if !expectations.allSatisfy({ Ascii.lowercased($0.value) == "100-continue" }) {
            broken.insert(.unknownExpectation)
        }
        return broken
    }

    /// RFC 9112, 6.
    private static func framing(_ fields: [Field], isHTTP10: Bool) -> (Framing, Set<Rule>) {
        let length = fields.first { $0.name == "content-length" }
        let encoding = fields.first { $0.name == "transfer-encoding" }
        var broken: Set<Rule> = []
        var framing = Framing.none
        if length != nil && encoding != nil { broken.insert(.lengthAndEncoding) }
        if let length {
            if !Ascii.isNumber(length.value) {
                broken.insert(.contentLengthMalformed)
            } else if let number = Int(Ascii.text(length.value)) {
                framing = .length(number)
            } else {
                broken.insert(.contentLengthTooLarge)
            }
        }
        if let encoding {
            if isHTTP10 { broken.insert(.encodingInHTTP10) }
            broken.formUnion(brokenRules(codings: elements(encoding.value)))
            framing = .chunked
        }
        return (framing, broken)
    }

    private static func brokenRules(codings: [[UInt8]]) -> Set<Rule> {
        let names = codings.map(Ascii.lowercased)
        if names == ["chunked"] { return [] }
        var broken: Set<Rule> = []
        if !codings.allSatisfy({ Ascii.isToken($0) }) {
            broken.insert(.encodingMalformed)
        } else if names.dropLast().contains("chunked") {
            broken.insert(.chunkedNotOnceAndLast)
        } else {
            broken.insert(.encodingUnsupported)
        }
        return broken
    }
}
