// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Testing

/// Each file in `Snapshots/` is an input with everything the macros make of it.
///
/// After a change on purpose, run the tests with `FLEDGE_UPDATE_SNAPSHOTS=1` and review the diff.
@Suite struct SnapshotTests {
    @Test(arguments: Snapshot.all)
    func `what the macros write and say is what the file pins`(_ snapshot: Snapshot) async throws {
        let actual = try await MacroPlugin.expand(snapshot.input)
        if Snapshot.isUpdating { return try snapshot.write(actual) }
        #expect(actual == snapshot.output)
    }

    @Test func `the snapshots are found`() {
        #expect(Snapshot.all.count > 20)
    }
}
