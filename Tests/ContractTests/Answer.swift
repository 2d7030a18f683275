// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeHTTP
import FledgeTesting
import HTTPTypes

/// A response with what may differ taken out: the id of the request. (`Date` and the fields of the
/// connection are not in a `TestResponse`.)
struct Answer: Sendable, Equatable, CustomStringConvertible {
    let status: Int
    /// Sorted by name, since the order of fields of different names means nothing (RFC 9110, 5.3).
    private(set) var headers: [String]
    let body: String

    init(_ response: TestResponse) {
        let id = Self.requestID(of: response)
        func hidden(_ text: String) -> String {
            id.map { text.replacing($0, with: "<id>") } ?? text
        }
        status = response.status.code
        let lines = response.headers.map { (name: $0.name.lowercased(), value: hidden($0.value)) }
        headers = lines.enumerated()
            .sorted { ($0.element.name, $0.offset) < ($1.element.name, $1.offset) }
            .map { "\($0.element.name): \($0.element.value)" }
        body = hidden(response.text)
    }

    /// What is said over TLS only: `Secure`, which local cookies have not otherwise.
    var overTLS: Answer {
        var answer = self
        answer.headers = headers.map { line in
            let isCookie = line.hasPrefix("set-cookie:") && !line.contains("; Secure")
            return isCookie ? line.replacing("; HttpOnly", with: "; Secure; HttpOnly") : line
        }
        return answer
    }

    private static func requestID(of response: TestResponse) -> String? {
        if let id = response.headers["X-Request-ID"] { return id }
        // What no middleware saw has an id in its document or page only.
        for mark in [#""requestId":""#, "request <code>"] {
            let pieces = response.text.split(separator: mark, maxSplits: 1)
            if pieces.count == 2 { return String(pieces[1].prefix { $0 != "\"" && $0 != "<" }) }
        }
        return nil
    }

    var description: String {
        "\(status)\n" + (headers + [body]).map { "    \($0)" }.joined(separator: "\n")
    }
}

/// Two answers to one request that are not the same.
struct Difference: CustomStringConvertible {
    /// How many a failing test prints: one cause makes many.
    static let shown = 5

    let description: String

    init?(
        _ sample: Sample, _ leftName: String, _ left: Answer, _ rightName: String, _ right: Answer
    ) {
        guard left != right else { return nil }
        description = "\(sample)\n  \(leftName): \(left)\n  \(rightName): \(right)"
    }
}
