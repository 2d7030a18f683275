// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeHTTP
import HTTPTypes

/// The rules over the fields of a head that decide what the message is: host, framing, connection.
///
/// One pass over the fields. What two parsers could read in two ways is refused, since the one in
/// front of us may have chosen the other way: that is how requests are smuggled (RFC 9112, 11.2).
struct HeadRules {
    /// Where a value stands, if it does: no value begins with the first byte of a head, so 0 is free.
    ///
    /// Six of these are made for every request; an optional range is three times as large.
    private struct Place {
        private var start: UInt32 = 0
        private var end: UInt32 = 0

        var range: Range<Int>? {
            get { start > 0 ? Int(start)..<Int(end) : nil }
            set {
                start = UInt32(truncatingIfNeeded: newValue?.lowerBound ?? 0)
                end = UInt32(truncatingIfNeeded: newValue?.upperBound ?? 0)
            }
        }
    }

    private let bytes: UnsafeRawBufferPointer
    private let version: HTTPVersion

    private var host = Place()
    private var contentLength = Place()
    private var transferEncoding = Place()
    private var expect = Place()
    private var contentType = Place()
    private var authorization = Place()
    private var saysClose = false
    private var saysKeepAlive = false

    /// - Parameters:
    ///   - bytes: What the entries point into.
    ///   - entries: The fields.
    ///   - version: The version of the request line.
    /// - Throws: 400 when a field stands twice that may stand once.
    init(
        _ bytes: UnsafeRawBufferPointer, _ entries: [HeadEntry], _ version: HTTPVersion
    ) throws(Refusal) {
        self.bytes = bytes
        self.version = version
        for entry in entries { try note(entry) }
    }

    private mutating func note(_ entry: HeadEntry) throws(Refusal) {
        let name = entry.name
        switch name.count {
        case 4 where bytes.equals(name, lowercase: "host"):
            try set(&host, entry, "Host")
        case 6 where bytes.equals(name, lowercase: "expect"):
            try set(&expect, entry, "Expect")
        case 10 where bytes.equals(name, lowercase: "connection"):
            noteConnection(entry.value)
        case 12 where bytes.equals(name, lowercase: "content-type"):
            try set(&contentType, entry, "Content-Type")
        case 13 where bytes.equals(name, lowercase: "authorization"):
            try set(&authorization, entry, "Authorization")
        case 14 where bytes.equals(name, lowercase: "content-length"):
            try set(&contentLength, entry, "Content-Length")
        case 17 where bytes.equals(name, lowercase: "transfer-encoding"):
            try set(&transferEncoding, entry, "Transfer-Encoding")
        default:
            break
        }
    }

    /// Two of them may be read as the first, the last, or both.
    private func set(
        _ place: inout Place, _ entry: HeadEntry, _ name: StaticString
    ) throws(Refusal) {
        guard place.range == nil else {
            throw .malformed("The field \(name) stands more than once.")
        }
        place.range = entry.value
    }

    /// Options other than these two are for proxies; in particular they never drop a framing field.
    private mutating func noteConnection(_ value: Range<Int>) {
        for option in bytes.elements(value) {
            if bytes.equals(option, lowercase: "close") { saysClose = true }
            if bytes.equals(option, lowercase: "keep-alive") { saysKeepAlive = true }
        }
    }

    var keepsAlive: Bool {
        !saysClose && (version == .http10 ? saysKeepAlive : true)
    }
}

extension HeadRules {
    /// RFC 9112, 3.2: HTTP/1.1 must have one valid `Host`, 1.0 may have one.
    func checkHost() throws(Refusal) {
        guard let host = host.range else {
            if version == .http10 { return }
            throw .malformed("The field Host is missing.")
        }
        guard Authority.isValid(UnsafeRawBufferPointer(rebasing: bytes[host])) else {
            throw .malformed("The field Host is not a host with an optional port.")
        }
    }

    /// RFC 9110, 10.1.1; HTTP/1.0 knows no expectations.
    func expectsContinue() throws(Refusal) -> Bool {
        guard let expect = expect.range, version != .http10 else { return false }
        guard bytes.equals(expect, lowercase: "100-continue") else {
            throw Refusal(.expectationFailed, "The only expectation known here is 100-continue.")
        }
        return true
    }

    func framing() throws(Refusal) -> BodyFraming {
        switch (contentLength.range, transferEncoding.range) {
        case (nil, nil): return .none
        case (let length?, nil): return try fixedFraming(length)
        case (nil, let encoding?): return try encodedFraming(encoding)
        case (.some, .some):
            throw .malformed("Content-Length and Transfer-Encoding exclude each other.")
        }
    }

    /// Digits and nothing else.
    ///
    /// A list of equal lengths is allowed by RFC 9110, 8.6, and refused
    /// here: no client sends one, attackers do.
    private func fixedFraming(_ value: Range<Int>) throws(Refusal) -> BodyFraming {
        guard !value.isEmpty, value.allSatisfy({ Byte.isDigit(bytes[$0]) }) else {
            throw .malformed("Content-Length must be a decimal number.")
        }
        var length = 0
        for index in value {
            let (tens, isTooLarge) = length.multipliedReportingOverflow(by: 10)
            let (sum, isStillTooLarge) = tens.addingReportingOverflow(Int(bytes[index] - 0x30))
            guard !isTooLarge, !isStillTooLarge else {
                throw .malformed("Content-Length is larger than any body can be.")
            }
            length = sum
        }
        return length == 0 ? .none : .length(length)
    }

    /// RFC 9112, 6.1: `chunked` alone is implemented.
    ///
    /// Where it does not come last, or comes twice,
    /// nobody knows where the body ends.
    private func encodedFraming(_ value: Range<Int>) throws(Refusal) -> BodyFraming {
        guard version != .http10 else {
            throw .malformed("Transfer-Encoding does not exist in HTTP/1.0.")
        }
        if bytes.equals(value, lowercase: "chunked") { return .chunked }
        let codings = bytes.elements(value)
        guard codings.allSatisfy(bytes.isToken) else {
            throw .malformed("Transfer-Encoding must be a list of codings.")
        }
        if codings.contains(where: { bytes.equals($0, lowercase: "chunked") }) {
            let last = codings[codings.count - 1]
            let count = codings.count { bytes.equals($0, lowercase: "chunked") }
            guard count == 1, bytes.equals(last, lowercase: "chunked") else {
                throw .malformed("In Transfer-Encoding, chunked must come once and last.")
            }
        }
        throw Refusal(.notImplemented, "The only transfer coding known here is chunked.")
    }
}
