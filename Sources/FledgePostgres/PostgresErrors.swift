// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if Postgres
import CLibPQ
import FledgeData

/// What PostgreSQL said, as the cause of a ``DatabaseError``.
///
/// Of its texts only those without values: the detail of a failure quotes rows.
public struct PostgresError: Error, Sendable, CustomStringConvertible {
    /// The five characters of the SQLSTATE, `23505` for example.
    public let sqlState: String

    /// The server's advice, if it has any.
    public let hint: String?

    let isAboutPlan: Bool

    /// The SQLSTATE and the advice.
    public var description: String {
        "SQLSTATE \(sqlState)" + (hint.map { " (\($0))" } ?? "")
    }
}

/// Turns the server's answers into ``DatabaseError``.
enum PostgresErrors {
    /// Throws the first failure among the answers to one exchange.
    ///
    /// Those after it in a pipeline only say that they were not tried.
    static func check(_ results: [PostgresResult], offset: Int = 0) throws {
        guard let failure = results.first(where: \.isFailure) else { return }
        throw translate(failure, offset)
    }

    private static func translate(_ result: PostgresResult, _ offset: Int) -> any Error {
        // Without a code it is not the server that speaks, but libpq, of a lost connection.
        guard let state = result.field(.code) else { return lost(result.anyMessage) }
        if state == "57014", Task.isCancelled { return CancellationError() }
        let code = code(for: state)
        let said = result.message ?? "The server did not say why"
        // Errors about values quote them.
        let message = state.hasPrefix("22") ? withoutQuotes(said) : said
        let place = result.field(.position).flatMap(Int.init).map { $0 - offset } ?? 0
        let position = code == .syntax && place > 0 ? " (at character \(place))" : ""
        return DatabaseError(
            code, message + position + "." + remedy(for: code, state),
            constraint: constraint(of: result, state),
            cause: PostgresError(
                sqlState: state, hint: code == .syntax ? result.field(.hint) : nil,
                isAboutPlan: state == "0A000" && said.contains("cached plan")))
    }

    private static func code(for state: String) -> DatabaseError.Code {
        switch state {
        case "23505", "23P01": return .uniqueViolation
        case "23503": return .foreignKeyViolation
        case "23502": return .notNullViolation
        case "23514": return .checkViolation
        case "40001", "40P01": return .serializationFailure
        case "55P03", "55006": return .busy
        case "57014": return .timeout
        case "25006": return .readOnly
        case "25P02": return .transactionAborted
        case "25001", "25P01": return .misuse
        case "25P03", "57P01", "57P02", "57P03", "57P05", "53300", "3D000": return .connection
        case "53100": return .storageFull
        case "42804", "42846", "42P18": return .typeMismatch
        case "42501": return .other
        default: break
        }
        switch state.prefix(2) {
        case "08", "28": return .connection
        case "22": return .typeMismatch
        case "42": return .syntax
        default: return .other
        }
    }

    private static func remedy(for code: DatabaseError.Code, _ state: String) -> String {
        switch (code, state) {
        case (.transactionAborted, _):
            " Let the first error leave the transaction's closure, or put the statement that may "
                + "fail into `tx.transaction { … }`."
        case (.busy, _): " Somebody else holds the lock; try again, or keep transactions shorter."
        case (.misuse, _): " Use `database.transaction { tx in … }`."
        case (.storageFull, _): " Free some space on the disk of the database."
        case (_, "42P18"), (_, "42725"):
            " Say which type you mean: CAST(\\(value) AS BIGINT), for example."
        default: ""
        }
    }

    /// The constraint's own name and table, and the columns if the server tells them.
    private static func constraint(
        of result: PostgresResult, _ state: String
    ) -> DatabaseError.Constraint? {
        guard state.hasPrefix("23") else { return nil }
        let columns = result.field(.column).map { [$0] } ?? keyColumns(result.field(.detail) ?? "")
        return .init(
            name: result.field(.constraint), table: result.field(.table), columns: columns)
    }

    /// Reads the names, and not the values, of `Key (email, shop)=(ada@example.com, 1) …`.
    ///
    /// The words around depend on the server's language, the signs do not. None for expressions.
    static func keyColumns(_ detail: String) -> [String] {
        let rest = detail.drop { $0 != "(" }.dropFirst()
        guard let end = rest.firstRange(of: ")=(") else { return [] }
        let list = rest[..<end.lowerBound]
        guard !list.contains("(") else { return [] }
        return list.split(separator: ", ").map { name in
            guard name.hasPrefix("\""), name.hasSuffix("\""), name.count > 1 else {
                return String(name)
            }
            return String(name.dropFirst().dropLast().replacing("\"\"", with: "\""))
        }
    }

    /// Leaves out what stands between double quotes, which is a value in errors about values.
    static func withoutQuotes(_ message: String) -> String {
        guard let first = message.firstIndex(of: "\""), let last = message.lastIndex(of: "\""),
            first < last
        else { return message }
        return message[..<first] + "\"…" + message[last...]
    }

    static func lost(_ reason: String) -> DatabaseError {
        DatabaseError(.connection, "The connection to the database was lost: \(reason).")
    }

    /// A transaction that met a statement which a migration has made stale: run again, it works.
    static func stale(_ error: DatabaseError) -> DatabaseError {
        guard let cause = error.cause as? PostgresError,
            cause.isAboutPlan || cause.sqlState == "26000"
        else { return error }
        return DatabaseError(
            .serializationFailure,
            "The schema changed while a statement was kept prepared: \(error.message)",
            cause: cause)
    }

    /// A text of libpq's, copied, without the line end; empty for none.
    static func text(_ pointer: UnsafePointer<CChar>?) -> String {
        guard let pointer else { return "" }
        let text = String(cString: pointer)
        let lines = text.split(whereSeparator: \.isNewline)
        return lines.joined(separator: " ")
    }
}
#endif
