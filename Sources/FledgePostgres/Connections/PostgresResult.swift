// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if Postgres
import CLibPQ
import FledgeData

/// One answer of the server.
///
/// It owns libpq's object, which is complete and never changes, so any thread may read it; the
/// rows are decoded by the task that asked for them. Pointers into it are not kept.
final class PostgresResult: @unchecked Sendable {
    private let pointer: OpaquePointer

    init(_ pointer: OpaquePointer) { self.pointer = pointer }

    deinit { PQclear(pointer) }

    var status: ExecStatusType { PQresultStatus(pointer) }

    /// Whether it says that something failed.
    var isFailure: Bool {
        switch status {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY, PGRES_PIPELINE_SYNC: false
        default: true
        }
    }

    /// The command that was done, `INSERT 0 3` for example.
    var tag: String { PQcmdStatus(pointer).map { String(cString: $0) } ?? "" }

    var message: String? { field(.message) }

    /// The message of the server, or of libpq itself.
    var anyMessage: String { PostgresErrors.text(PQresultErrorMessage(pointer)) }

    enum Field: UInt8 {
        case code = 0x43  // C
        case message = 0x4D  // M
        case detail = 0x44  // D
        case hint = 0x48  // H
        case position = 0x50  // P
        case table = 0x74  // t
        case column = 0x63  // c
        case constraint = 0x6E  // n
    }

    func field(_ field: Field) -> String? {
        PQresultErrorField(pointer, Int32(field.rawValue)).map { String(cString: $0) }
    }

    /// The first letters of the commands that change rows: I, U, D and M.
    private static let changing: [CChar] = [0x49, 0x55, 0x44, 0x4D]

    /// Whether it is the answer to a command that changes rows, or to COMMIT.
    var hasWritten: Bool {
        guard let tag = PQcmdStatus(pointer) else { return false }
        return Self.changing.contains(tag[0]) || tag[0] == 0x43 && tag[1] == 0x4F
    }

    /// The rows that were inserted, updated or deleted.
    var changes: Int {
        // Looked at in place: nearly every statement is a SELECT, which changes nothing.
        guard let tag = PQcmdStatus(pointer), Self.changing.contains(tag[0]) else { return 0 }
        switch self.tag.prefix(while: { $0 != " " }) {
        case "INSERT", "UPDATE", "DELETE", "MERGE":
            return Int(PostgresErrors.text(PQcmdTuples(pointer))) ?? 0
        default: return 0
        }
    }

    var rowCount: Int { Int(PQntuples(pointer)) }
    var columnCount: Int { Int(PQnfields(pointer)) }
    var parameterTypes: [Oid] { (0..<PQnparams(pointer)).map { PQparamtype(pointer, $0) } }
    var columnTypes: [Oid] { (0..<PQnfields(pointer)).map { PQftype(pointer, $0) } }

    var columnNames: [String] {
        (0..<PQnfields(pointer)).map { PostgresErrors.text(PQfname(pointer, $0)) }
    }

    /// Reads one value.
    ///
    /// The closure gets the bytes, which are libpq's and end with it.
    func value(
        _ row: Int, _ column: Int, _ read: (UnsafeRawBufferPointer) -> DatabaseValue
    ) -> DatabaseValue {
        let (row, column) = (Int32(row), Int32(column))
        let count = Int(PQgetlength(pointer, row, column))
        // NULL has no length, and neither has an empty text.
        guard count > 0 || PQgetisnull(pointer, row, column) == 0,
            let start = PQgetvalue(pointer, row, column)
        else { return .null }
        return read(UnsafeRawBufferPointer(start: start, count: count))
    }
}
#endif
