// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

extension Migrations {
    /// Gaps and duplicates.
    ///
    /// A gap is nearly always a file that was not committed.
    static func problems(in sorted: [Migration]) -> [String] {
        var problems: [String] = []
        var expected = 1
        var previous: Migration?
        for migration in sorted {
            if let previous, previous.number == migration.number {
                problems.append(
                    "\(previous.name).sql and \(migration.name).sql have the same number. "
                        + "Renumber the one that was not applied anywhere yet.")
                continue
            }
            if migration.number > expected {
                let last = migration.number - 1
                let missing = expected == last ? "\(expected)" : "\(expected) to \(last)"
                problems.append(
                    "\(migration.name).sql: number \(missing) is missing before it. "
                        + "Add the file, or renumber.")
            }
            expected = migration.number + 1
            previous = migration
        }
        return problems
    }

    /// Throws if what was applied differs from what stands here, naming each migration.
    func check(against entries: [MigrationLog.Entry]) throws {
        let applied = Dictionary(entries.map { ($0.number, $0) }) { first, _ in first }
        var problems: [String] = []
        for migration in all {
            guard let entry = applied[migration.number] else { continue }
            if entry.name != migration.name {
                problems.append(
                    "\(migration.name).sql: number \(migration.number) was applied as "
                        + "\(entry.name).sql at \(entry.appliedAt). Give the new file a new "
                        + "number, or the old one its name back.")
            } else if entry.checksum != migration.checksum {
                problems.append(
                    "\(migration.name).sql: changed after it was applied at \(entry.appliedAt). "
                        + "Restore the file, and write the change as a new migration.")
            }
        }
        guard problems.isEmpty else { throw MigrationError(.changed, problems) }
    }
}
