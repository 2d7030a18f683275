// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeData
import FledgePostgres
import FledgeSQLite

/// The command line: `DatabaseServer --port N --threads N --database PATH|URL [--cost]`.
struct Arguments {
    var port = 8080
    var threads = 1
    var database = ":memory:"
    /// Whether to print what a read costs, instead of serving.
    var printsCost = false

    init(_ words: some Sequence<String>) {
        var words = words.makeIterator()
        while let word = words.next() {
            switch word {
            case "--port": port = words.next().flatMap(Int.init) ?? port
            case "--threads": threads = words.next().flatMap(Int.init) ?? threads
            case "--cost": printsCost = true
            case "--database": database = words.next() ?? database
            default: break
            }
        }
    }

    func openDatabase() async throws -> Database {
        if database.hasPrefix("postgres") { return try await .postgres(url: database) }
        return try await .sqlite(path: database)
    }
}
