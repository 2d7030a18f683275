// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Foundation

/// The streams of `Tests/Corpora/h1`.
enum H1Corpus {
    struct Stream {
        let id: String
        let bytes: [UInt8]
    }

    private struct Case: Decodable {
        let id: String
        let bytes_b64: Data
    }

    static func streams() throws -> [Stream] {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../Corpora/h1/h1-cases.json")
        return try JSONDecoder().decode([Case].self, from: Data(contentsOf: file))
            .map { Stream(id: $0.id, bytes: Array($0.bytes_b64)) }
    }
}
