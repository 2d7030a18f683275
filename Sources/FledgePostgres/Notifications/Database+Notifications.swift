// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if Postgres
public import FledgeData

extension Database {
    /// Listens to a channel of PostgreSQL, on a connection of its own beside the pool.
    ///
    ///     for await note in try database.notifications(on: "orders") {
    ///         switch note {
    ///         case .listening: await board.reload()
    ///         case .message(let id): await board.show(order: id)
    ///         }
    ///     }
    ///
    /// A notification reaches those who listen when it is sent, and nobody later. So the sequence
    /// says ``PostgresNotification/listening`` when it begins to listen, and again each time it may
    /// have missed something: read then what the notifications are about.
    ///
    /// A lost connection is made anew, without end, with pauses up to a second. The sequence ends
    /// when its task is cancelled.
    ///
    /// - Parameter channel: The name, exactly as ``notify(_:_:fileID:line:)`` has it.
    /// - Returns: A sequence without end.
    /// - Throws: ``DatabaseError`` with code `.misuse` if the database is no PostgreSQL.
    public func notifications(on channel: String) throws -> AsyncStream<PostgresNotification> {
        let address = try postgres.address
        // A reader this far behind has better read everything than each of them.
        let limit = 1000
        return AsyncStream(bufferingPolicy: .bufferingNewest(limit)) { notes in
            let listener = Task { await Listener(address, channel, notes).run() }
            notes.onTermination = { _ in listener.cancel() }
        }
    }

    /// Sends a notification to all who listen to a channel.
    ///
    /// Inside a transaction it is sent when that commits, and not at all if it does not. The same
    /// payload twice in one transaction is sent once. The channel's name has up to 63 bytes, the
    /// payload up to 7,999: send an identifier, not the thing itself.
    ///
    /// - Throws: ``DatabaseError``, with code `.misuse` if the database is no PostgreSQL.
    public func notify(
        _ channel: String, _ payload: String = "", fileID: StaticString = #fileID,
        line: UInt = #line
    ) async throws {
        _ = try postgres
        _ = try await query(
            "SELECT pg_notify(\(channel), \(payload))", fileID: fileID, line: line)
    }

    private var postgres: PostgresDriver {
        get throws {
            guard let driver = driver as? PostgresDriver else {
                throw DatabaseError(
                    .misuse,
                    "Only PostgreSQL has notifications, and this database is "
                        + "\(driver.dialect.name).")
            }
            return driver
        }
    }
}

/// What comes out of a channel.
public enum PostgresNotification: Sendable, Hashable {
    /// From here on everything that is sent comes; what was sent before may not have come.
    ///
    /// The first thing that comes, and what comes after a lost connection and after the reader fell
    /// behind by a thousand messages.
    case listening

    /// Somebody sent this.
    case message(String)
}
#endif
