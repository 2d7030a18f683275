// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeData
import GRDB

/// A stream on a reader: the reader's own thread steps through the rows and waits there while the
/// loop that takes them is behind.
///
/// GRDB lends a reader for one closure only, so the closure lasts as long as the stream.
final class SQLiteCursor: StreamCursor {
    private let handover = Handover<[FledgeData.Row]>()
    private let producer: Task<Void, Never>

    init(_ statement: SQLStatement, on readers: DatabasePool) {
        let rows = SQLiteRows(statement)
        producer = Task { [handover] in
            do {
                try await translatingErrors {
                    try await readers.unsafeRead { db in
                        defer { rows.finish() }
                        while true {
                            let batch = try rows.next(on: db)
                            guard handover.put(batch), !batch.isEmpty else { return }
                        }
                    }
                }
            } catch {
                handover.fail(error)
            }
        }
    }

    func next() async throws -> [FledgeData.Row] {
        do { return try await handover.take() } catch {
            close()
            throw error
        }
    }

    func close() {
        handover.close()
        // Interrupts a statement that is at work.
        producer.cancel()
    }
}
