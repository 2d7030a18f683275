// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

public import FledgeData

extension Database {
    /// Opens an SQLite database in a file, and creates file and folder if they are not there.
    ///
    ///     let database = try await Database.sqlite(path: "data/shop.sqlite")
    ///     try await Migrations(directory: "migrations").apply(to: database)
    ///
    /// The file is in WAL mode: readers see a consistent state while one writer at a time works,
    /// and neither blocks the other. Several processes may use one file on one machine (never on
    /// a network file system). Foreign keys are enforced. A transaction takes the write lock when
    /// it begins (`BEGIN IMMEDIATE`), so it never fails half-way because another was faster.
    ///
    /// - Parameters:
    ///   - path: The file, absolute or from the working directory. `:memory:` opens
    ///     ``inMemory(options:)``.
    ///   - options: Durability, readers and waiting.
    /// - Returns: The open database.
    /// - Throws: ``DatabaseError`` with code `.connection` if the file cannot be opened, or
    ///   `.busy` if another process keeps it locked.
    public static func sqlite(
        path: String, options: SQLiteOptions = SQLiteOptions()
    ) async throws -> Database {
        if path == ":memory:" || DescribedApp.isThisOne {
            return try await inMemory(options: options)
        }
        let connections = try await blocking { try SQLiteConnections.open(path, options) }
        return Database(driver: SQLiteDriver(connections, options))
    }

    /// Opens a new, empty SQLite database in memory: one per call, gone when nobody holds it.
    ///
    /// For tests and demonstrations. It has a single connection, so reads wait for writes.
    ///
    /// - Parameter options: Only ``SQLiteOptions/poolTimeout`` matters here.
    /// - Returns: The new database.
    /// - Throws: ``DatabaseError`` if SQLite cannot make one.
    public static func inMemory(options: SQLiteOptions = SQLiteOptions()) async throws -> Database {
        let connections = try await blocking { try SQLiteConnections.inMemory(options) }
        return Database(driver: SQLiteDriver(connections, options))
    }
}

/// How an SQLite database is opened.
public struct SQLiteOptions: Sendable {
    /// When a commit counts as done.
    public enum Synchronous: String, Sendable {
        /// When it is on the disk. A power cut loses nothing. The default.
        case full = "FULL"

        /// When the operating system has it. Several times faster for small writes; a crash of the
        /// process loses nothing, a power cut may lose the last commits but never corrupts.
        case normal = "NORMAL"
    }

    /// When a commit counts as done.
    ///
    /// Default: `.full`.
    public var synchronous: Synchronous

    /// The connections for reading, made as needed, at least one.
    ///
    /// Default: 4.
    public var readers: Int

    /// How long to wait for a lock that another process holds before failing with `.busy`.
    ///
    /// Default: 5 s. Opening the file and applying migrations wait for a minute at least: there
    /// several processes that start together take turns.
    public var busyTimeout: Duration

    /// How long to wait for the connection that writes while others of this process use it, before
    /// failing with `.timeout`.
    ///
    /// Default: 5 s.
    public var poolTimeout: Duration

    /// Makes options; each has a default that suits a server.
    public init(
        synchronous: Synchronous = .full, readers: Int = 4, busyTimeout: Duration = .seconds(5),
        poolTimeout: Duration = .seconds(5)
    ) {
        self.synchronous = synchronous
        self.readers = readers
        self.busyTimeout = busyTimeout
        self.poolTimeout = poolTimeout
    }
}
