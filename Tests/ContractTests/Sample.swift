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
    /// The status, where the description of the route foretells it.
    var expected: Int?

    /// As a person would write it down.
    var description: String {
        let fields = headers.map { " -H '\($0.name): \($0.value)'" }.joined()
        let text = String(decoding: body.prefix(80), as: UTF8.self)
        return "\(name): \(method.rawValue) \(target)\(fields)" + (body.isEmpty ? "" : " -d '\(text)'")
    }
}
