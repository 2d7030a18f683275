// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Synchronization

/// The rows of one query, in batches, as a driver gives them.
package protocol StreamCursor: Sendable {
    /// The next rows. None: the end, and the connection is free again.
    ///
    /// After a throw the connection is free, too.
    func next() async throws -> [Row]

    /// Frees the connection, at any time and as often as one likes.
    ///
    /// It does not wait: what has to be told to the database is told in the background.
    func close()
}

/// A result that is in memory already, in the shape of a cursor.
package final class CollectedRows: StreamCursor {
    private let rows: Mutex<[Row]>

    package init(_ rows: [Row]) {
        self.rows = Mutex(rows)
    }

    package func next() -> [Row] {
        rows.withLock { rows in
            defer { rows = [] }
            return rows
        }
    }

    package func close() {
        rows.withLock { $0 = [] }
    }
}
