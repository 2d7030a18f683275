// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

public import FledgeData
public import Testing

/// The database of the test that runs.
///
///     @Suite(.database(migrations: "migrations")) struct UserStoreTests {
///         @Test func `an address is taken once`() async throws {
///             let users = SQLUserStore(try TestDatabase.current)
///             …
///         }
///     }
public enum TestDatabase {
    @TaskLocal static var ofTest: Database?

    /// The database of the test that runs.
    ///
    /// Tasks of a server do not have it: give it to the services that the test builds.
    ///
    /// - Throws: ``SandboxError`` in a test without `.database(migrations:)`.
    public static var current: Database {
        get throws {
            if let ofTest { return ofTest }
            throw SandboxError(
                """
                TestDatabase.current is there in a test with @Test(.database(migrations: "migrations")), \
                and in the tasks that it waits for. Tasks of a server do not inherit it: read it in the \
                test, and pass it on.
                """)
        }
    }
}

extension Trait where Self == DatabaseTrait {
    /// Gives the test a database of its own, ``TestDatabase/current``: new, migrated, gone afterwards.
    ///
    /// - Parameters:
    ///   - migrations: The folder of the SQL files, as in `Database.sandbox`; `nil` for a database
    ///     with nothing in it.
    ///   - filePath: The calling file, unless told.
    /// - Returns: The trait.
    public static func database(
        migrations: String? = nil, filePath: String = #filePath
    ) -> DatabaseTrait {
        DatabaseTrait(migrations: migrations, filePath: filePath)
    }
}

/// Gives each test a database; see `.database(migrations:)`.
public struct DatabaseTrait: TestTrait, SuiteTrait, TestScoping {
    let migrations: String?
    let filePath: String

    /// Each test of a suite has a database of its own, and so has each case of a test.
    public var isRecursive: Bool { true }

    /// Runs a test with its database.
    @concurrent public func provideScope(
        for test: Test, testCase: Test.Case?,
        performing function: @Sendable @concurrent () async throws -> Void
    ) async throws {
        try await Database.sandbox(migrations: migrations, filePath: filePath) { database in
            try await TestDatabase.$ofTest.withValue(database, operation: function)
        }
    }
}
