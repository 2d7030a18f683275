// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// The rows of a query, a batch at a time, for results too large for memory.
///
/// It is asked for with ``Database/stream(_:fileID:line:)``. Each `for await` runs the query anew.
public struct RowStream: AsyncSequence, Sendable {
    let database: Database
    let sql: SQL
    let place: DatabaseError.Location

    /// Starts at the first row; the query runs when that is asked for.
    public func makeAsyncIterator() -> Iterator { Iterator(stream: self) }

    /// The place in a stream.
    ///
    /// The connection is free again at the end, on an error, and when the iterator is gone.
    public struct Iterator: AsyncIteratorProtocol {
        let stream: RowStream
        private var open: OpenCursor?
        private var batch: ArraySlice<Row> = []
        private var isOver = false

        init(stream: RowStream) { self.stream = stream }

        /// The next row, or nil at the end.
        ///
        /// - Throws: ``DatabaseError``, or `CancellationError`. Nothing comes after it.
        public mutating func next(
            isolation: isolated (any Actor)? = #isolation
        ) async throws -> Row? {
            if let row = batch.popFirst() { return row }
            guard !isOver else { return nil }
            do {
                batch = try await nextBatch()[...]
            } catch {
                end()
                throw error
            }
            if batch.isEmpty { end() }
            return batch.popFirst()
        }

        private mutating func nextBatch() async throws -> [Row] {
            let stream = stream
            let cursor: any StreamCursor
            if let open {
                cursor = open.cursor
            } else {
                cursor = try await stream.database.openCursor(stream.sql, stream.place)
                open = OpenCursor(cursor)
            }
            return try await stream.database.locating(stream.sql, stream.place) {
                try await cursor.next()
            }
        }

        private mutating func end() {
            isOver = true
            open = nil
        }
    }
}

/// The rows of a query as values, a batch at a time.
///
/// It is asked for with ``Database/stream(_:as:fileID:line:)``.
public struct DecodedRowStream<Element: Decodable>: AsyncSequence {
    let rows: RowStream

    /// Starts at the first row; the query runs when that is asked for.
    public func makeAsyncIterator() -> Iterator { Iterator(rows: rows.makeAsyncIterator()) }

    /// The place in a stream; see ``RowStream/Iterator``.
    public struct Iterator: AsyncIteratorProtocol {
        var rows: RowStream.Iterator
        var reader = RowReader(Element.self)

        /// The next value, or nil at the end.
        ///
        /// - Throws: ``DatabaseError``, of code `.decoding` for a row that does not fit, or
        ///   `CancellationError`.
        public mutating func next(
            isolation: isolated (any Actor)? = #isolation
        ) async throws -> Element? {
            guard let row = try await rows.next(isolation: isolation) else { return nil }
            return try rows.stream.database.locating(rows.stream.sql, rows.stream.place) {
                try reader.read(row)
            }
        }
    }
}

extension DecodedRowStream: Sendable where Element: SendableMetatype {}

/// Closes a cursor when the last iterator that knows it is gone, which is how `break` ends a query.
private final class OpenCursor: Sendable {
    let cursor: any StreamCursor

    init(_ cursor: any StreamCursor) { self.cursor = cursor }

    deinit { cursor.close() }
}
