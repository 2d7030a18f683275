// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Testing

@testable import FledgeData

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite struct MigrationFileTests {
    private func problems(_ files: [String: String]) -> [String] {
        do {
            _ = try Migrations(files: files)
            return []
        } catch let error as MigrationError {
            return error.code == .invalidFiles ? error.problems : ["another code"]
        } catch {
            return ["another error"]
        }
    }

    @Test(arguments: [
        "create.sql", "0001.sql", "0001_.sql", "0001_Bad.sql", "0_zero.sql", "1-x.sql", "0001_a",
        "0001_a.oracle.sql", "0001_a.down.sqlite.sql", "0001_a.sqlite.postgres.sql",
        "0001_a.up.sql", "0001_a..sql",
    ])
    func `a name of another form is refused`(name: String) {
        #expect(problems([name: "SELECT 1"]).count == 1)
    }

    @Test func `the checksum ignores line ends and nothing else`() {
        let unix = Migration.checksum(of: "SELECT 1;\n")
        #expect(unix == Migration.checksum(of: "SELECT 1;\r\n"))
        #expect(unix != Migration.checksum(of: "SELECT 2;\n"))
        #expect(unix.count == 16)
    }

    @Test func `all gaps, duplicates and undoings of nothing are reported at once`() {
        let names = [
            "0002_a.sql", "0003_b.sql", "0003_c.sql", "0007_d.sql", "0008_e.down.sql", "x.sql",
        ]
        #expect(
            problems(Dictionary(uniqueKeysWithValues: names.map { ($0, "SELECT 1") })) == [
                "x.sql: the name must be a number and words, as in 0001_create_users.sql.",
                "0002_a.sql: number 1 is missing before it. Add the file, or renumber.",
                "0003_b.sql and 0003_c.sql have the same number. "
                    + "Renumber the one that was not applied anywhere yet.",
                "0007_d.sql: number 4 to 6 is missing before it. Add the file, or renumber.",
                "0008_e.down.sql: there is no 0008_e.sql that it could undo. Add it, or give both "
                    + "the same name.",
            ])
    }

    @Test func `a database takes its own file, or else the one for all`() throws {
        let migrations = try Migrations(files: [
            "1_a.sql": "all", "1_a.postgres.sql": "postgres", "1_a.down.sql": "down",
            "1_a.sqlite.down.sql": "down on sqlite",
        ])
        let migration = try #require(migrations.all.first)
        #expect(migrations.all.count == 1)
        #expect(migration.sql(.up, for: .sqlite) == "all")
        #expect(migration.sql(.up, for: .postgres) == "postgres")
        #expect(migration.sql(.down, for: .sqlite) == "down on sqlite")
        #expect(migration.sql(.down, for: .postgres) == "down")
        #expect(migration.checksum(for: .sqlite) == Migration.checksum(of: "all"))
    }

    @Test func `a directory is read in order, other files are ignored, bad ones listed together`()
        throws
    {
        let folder = FileManager.default.temporaryDirectory.appending(
            component: "fledge-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        func write(_ name: String, _ bytes: [UInt8]) throws {
            try Data(bytes).write(to: folder.appending(component: name))
        }
        try write("0002_b.sql", Array("SELECT 2".utf8))
        try write("0001_a.sql", Array("SELECT 1".utf8))
        try write("README.md", Array("not SQL".utf8))
        #expect(try Migrations(directory: folder.path).all.map(\.name) == ["0001_a", "0002_b"])

        try write("0003_c.sql", [0xFF, 0xFE])
        try write("0004_d.sql", Array(" \n".utf8))
        let error = try #require(throws: MigrationError.self) {
            try Migrations(directory: folder.path)
        }
        #expect(
            error.problems == [
                "0003_c.sql: the file is not UTF-8.", "0004_d.sql: the file is empty.",
            ])
    }

    @Test func `a directory that is not there says where it is looked for`() throws {
        let error = try #require(throws: MigrationError.self) {
            try Migrations(directory: "no/such/folder")
        }
        #expect(error.description.contains("looked for from the working directory"))
    }
}
