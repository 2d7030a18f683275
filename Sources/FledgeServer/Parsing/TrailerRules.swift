// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeHTTP

/// What may stand behind a chunked body.
enum TrailerRules {
    /// Fields that decide about framing, routing or access come too late in a trailer
    /// (RFC 9110, 6.5.1); who sends one hopes that somebody merges it.
    private static let forbidden: [StaticString] = [
        "content-length", "transfer-encoding", "host", "authorization", "connection", "cookie",
        "content-type", "content-encoding", "content-range", "trailer", "te", "upgrade", "expect",
        "cache-control", "range", "set-cookie", "proxy-authorization", "max-forwards",
    ]

    static func check(
        _ line: Range<Int>, in bytes: UnsafeRawBufferPointer
    ) throws(Refusal) {
        let name = try FieldLine.parse(line, in: bytes).name
        guard !forbidden.contains(where: { bytes.equals(name, lowercase: $0) }) else {
            throw .malformed("A trailer has a field that may stand in the head only.")
        }
    }
}
