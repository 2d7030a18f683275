// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeHTTP
import HTTPTypes

/// One request.
struct Sample: Sendable, CustomStringConvertible {
    /// What it is about.
    var name: String
    var method: Method
    var target: String
    var headers: Fields = [:]
    var body: [UInt8] = []
    /// Whether nobody knows the length of the body before its end: it is sent in chunks.
    var isStream = false
    /// The status, where the description of the route foretells it.
    var expected: Int?

    var description: String { "\(name): \(request)" }

    /// As a person would write it down.
    var request: String {
        let fields = headers.map { " -H '\($0.name): \($0.value)'" }.joined()
        let text = String(decoding: body.prefix(80), as: UTF8.self)
        let length = body.count > 80 ? "…\(body.count) bytes" : ""
        let encoding = isStream ? " -H 'Transfer-Encoding: chunked'" : ""
        return "\(method.rawValue) \(target)\(fields)\(encoding)"
            + (body.isEmpty ? "" : " -d '\(text)\(length)'")
    }
}
