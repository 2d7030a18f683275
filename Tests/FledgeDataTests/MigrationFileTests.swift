// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeData
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite struct MigrationFileTests {
    @Test(arguments: [
        "create.sql", "0001.sql", "0001_.sql", "0001_Bad.sql", "0_zero.sql", "1-x.sql",
    ])
    func `a name of another form is refused`(name: String) {
        #expect(throws: MigrationError.self) { try Migration(fileName: name, sql: "SELECT 1") }
    }

    @Test func `the checksum ignores line ends and nothing else`() throws {
        let unix = try Migration(fileName: "1_a.sql", sql: "SELECT 1;\n")
        let windows = try Migration(fileName: "1_a.sql", sql: "SELECT 1;\r\n")
        let other = try Migration(fileName: "1_a.sql", sql: "SELECT 2;\n")
        #expect(unix.checksum == windows.checksum)
        #expect(unix.checksum != other.checksum)
        #expect(unix.checksum.count == 16)
    }

    @Test func `all gaps and duplicates are reported at once`() throws {
        let names = ["0002_a.sql", "0003_b.sql", "0003_c.sql", "0007_d.sql"]
        let error = try #require(throws: MigrationError.self) {
            try Migrations(names.map { try Migration(fileName: $0, sql: "SELECT 1") })
        }
        #expect(error.code == .invalidFiles)
        #expect(
            error.problems == [
                "0002_a.sql: number 1 is missing before it. Add the file, or renumber.",
                "0003_b.sql and 0003_c.sql have the same number. "
                    + "Renumber the one that was not applied anywhere yet.",
                "0007_d.sql: number 4 to 6 is missing before it. Add the file, or renumber.",
            ])
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
