// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

extension Migrations {
    /// Gaps, duplicates, and files that undo what nothing does.
    ///
    /// A gap is nearly always a file that was not committed.
    static func problems(in sorted: [Migration]) -> [String] {
        var problems: [String] = []
        var expected = 1
        var previous: Migration?
        for migration in sorted {
            if !migration.hasUp {
                problems.append(
                    "\(migration.name).down.sql: there is no \(migration.name).sql that it could "
                        + "undo. Add it, or give both the same name.")
            }
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

    /// Throws if a migration has no file for a database, or if what was applied differs from what
    /// stands here, naming each migration.
    func check(_ dialect: SQLDialect, against entries: [MigrationLog.Entry] = []) throws {
        let lacking = all.filter { $0.sql(.up, for: dialect) == nil }.map { migration in
            "\(migration.name): there is no file for this database. Add "
                + "\(migration.name).\(dialect.name).sql, or \(migration.name).sql for all."
        }
        guard lacking.isEmpty else { throw MigrationError(.invalidFiles, lacking) }
        let applied = MigrationLog.byNumber(entries)
        let changed = all.compactMap { migration in
            applied[migration.number].flatMap { $0.difference(from: migration, dialect) }
        }
        guard changed.isEmpty else { throw MigrationError(.changed, changed) }
    }
}

extension MigrationLog.Entry {
    /// What is wrong with a migration that was applied as this entry says; nil if nothing is.
    func difference(from migration: Migration, _ dialect: SQLDialect) -> String? {
        if name != migration.name {
            return "\(migration.name).sql: number \(migration.number) was applied as "
                + "\(name).sql at \(appliedAt). Give the new file a new number, or the old one "
                + "its name back."
        }
        if checksum != migration.checksum(for: dialect) {
            return "\(migration.name).sql: changed after it was applied at \(appliedAt). "
                + "Restore the file, and write the change as a new migration."
        }
        return nil
    }
}
