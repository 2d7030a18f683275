// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeData
import FledgeSQLite
import Testing

/// Reads its row when it is asked, long after it was made.
private struct Late: Decodable {
    enum Keys: CodingKey { case name }

    let decoder: any Decoder
    let container: KeyedDecodingContainer<Keys>

    init(from decoder: any Decoder) throws {
        self.decoder = decoder
        container = try decoder.container(keyedBy: Keys.self)
    }

    var names: [String] {
        get throws {
            let again = try decoder.container(keyedBy: Keys.self)
            return [
                try container.decode(String.self, forKey: .name),
                try again.decode(String.self, forKey: .name),
            ]
        }
    }
}

@Suite struct RowReuseTests {
    @Test func `who keeps the decoder of a row reads that row, whichever was read since`()
        async throws
    {
        let database = try await Database.sqlite(path: ":memory:")
        let rows = try await database.query(
            "SELECT 'a' AS name UNION ALL SELECT 'b'", as: Late.self)
        #expect(try rows.map { try $0.names } == [["a", "a"], ["b", "b"]])
        try await database.close()
    }
}
