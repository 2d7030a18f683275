// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if Postgres
import CLibPQ
import FledgeData

/// A statement that the server has prepared on one connection.
final class PreparedStatement: Sendable {
    /// Its name there; empty for the one that the next unnamed one replaces.
    let name: String

    /// The name as libpq takes it.
    private let cName: ContiguousArray<CChar>

    /// The server's types of its parameters, by which values are encoded.
    let parameters: [Oid]

    private let columns: RowColumns
    private let reader: RowReader

    init(name: String, _ description: PostgresResult) {
        self.name = name
        self.cName = name.utf8CString
        self.parameters = description.parameterTypes
        self.columns = RowColumns(description.columnNames)
        self.reader = RowReader(types: description.columnTypes)
    }

    /// Hands it to libpq with its values.
    ///
    /// - Returns: 1, or 0 for a failure.
    func send(_ values: ParameterBuffer, on connection: OpaquePointer) -> Int32 {
        cName.withUnsafeBufferPointer { name in
            values.withPointers { count, pointers, lengths, formats in
                PQsendQueryPrepared(
                    connection, name.baseAddress, count, pointers, lengths, formats,
                    reader.isBinary ? 1 : 0)
            }
        }
    }

    /// What the answers to it say.
    func result(of results: [PostgresResult], rowLimit: Int?) throws -> StatementResult {
        try PostgresErrors.check(results)
        guard let result = results.last else { throw PostgresErrors.lost("an answer is missing") }
        guard result.status != PGRES_EMPTY_QUERY else {
            throw DatabaseError(.syntax, "The SQL is empty.")
        }
        let rows = try reader.rows(of: result, columns, limit: rowLimit)
        return StatementResult(rows: rows, changes: result.changes)
    }
}
#endif
