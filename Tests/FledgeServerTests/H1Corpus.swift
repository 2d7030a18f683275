// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Foundation

/// The streams of `Tests/Corpora/h1`.
enum H1Corpus {
    struct Stream {
        let id: String
        let bytes: [UInt8]
        let verdict: Verdict
        let accepted: [Accepted]
    }

    /// What a strict server must do after the accepted requests.
    enum Verdict: String, Decodable {
        case accept, reject, incomplete
        case acceptOrReject = "accept-or-reject"
        case incompleteOrReject = "incomplete-or-reject"
    }

    struct Accepted: Decodable, Hashable {
        let method: String
        let body_len: Int
    }

    private struct Case: Decodable {
        let id: String
        let bytes_b64: Data
        let expect: Verdict
        let accepted: [Accepted]
    }

    static func streams() throws -> [Stream] {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../Corpora/h1/h1-cases.json")
        let cases = try JSONDecoder().decode([Case].self, from: Data(contentsOf: file))
        return cases.map {
            Stream(
                id: $0.id, bytes: Array($0.bytes_b64), verdict: $0.expect, accepted: $0.accepted)
        }
    }
}
