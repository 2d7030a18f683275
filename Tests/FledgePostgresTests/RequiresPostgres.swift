// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Testing

#if Postgres
import DatabaseTesting

extension Trait where Self == ConditionTrait {
    /// Skips what needs a server where there is none, and says why.
    static var requiresPostgres: Self {
        .enabled(if: PostgresServer.isAvailable, Comment(rawValue: PostgresServer.missing ?? ""))
    }
}
#endif

@Suite struct PostgresTraitTests {
    #if Postgres
    private static let isOn = true
    #else
    private static let isOn = false
    #endif

    /// So that a run without PostgreSQL does not look complete.
    @Test(
        .enabled(
            if: isOn,
            "Built without PostgreSQL: install libpq-dev and test with --traits Postgres."))
    func `PostgreSQL is tested`() {}
}
