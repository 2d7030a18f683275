// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Foundation
import Testing

@testable import FledgeCLI

@Suite struct MigrationFilesTests {
    private func withFolder(_ body: (String) throws -> Void) throws {
        let folder = NSTemporaryDirectory() + "migrations-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try body(folder)
    }

    @Test func `the next number is taken, and the folder made`() throws {
        try withFolder { folder in
            let first = try MigrationFiles.make("create users", in: folder)
            #expect(
                first.map(Paths.name) == ["0001_create_users.sql", "0001_create_users.down.sql"])
            let second = try MigrationFiles.make("Add-Birthdays", in: folder)
            #expect(second.first.map(Paths.name) == "0002_add_birthdays.sql")
            #expect(second.allSatisfy(Paths.exists))
            try Data("SELECT 1".utf8).save(to: folder + "/0119_later.sqlite.sql")
            let third = try MigrationFiles.make("x", in: folder)
            #expect(third.first.map(Paths.name) == "0120_x.sql")
        }
    }

    @Test(arguments: ["", "---", "größe", "a/b", "x.sql"])
    func `a name that is none is refused`(name: String) throws {
        try withFolder { folder in
            #expect(throws: CommandError.self) { try MigrationFiles.make(name, in: folder) }
            #expect(!Paths.exists(folder))
        }
    }

    @Test func `a folder that cannot be made is told`() throws {
        try withFolder { folder in
            try Data().save(to: folder)
            let error = #expect(throws: CommandError.self) {
                try MigrationFiles.make("x", in: folder)
            }
            #expect(error?.problem.contains("cannot be made") == true)
        }
    }
}

@Suite struct SourceFilesTests {
    @Test func `a file is found by its module's folder, else the nearest`() throws {
        let root = NSTemporaryDirectory() + "sources-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: root) }
        for path in [
            "app/main.swift", "app/api/[id]/UserRoute.swift", "Sources/ShopServices/Services.swift",
            "app/Services.swift", ".build/x/UserRoute.swift",
        ] {
            let folder = root + "/" + path.split(separator: "/").dropLast().joined(separator: "/")
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true)
            try Data().save(to: "\(root)/\(path)")
        }
        let files = SourceFiles(root)
        #expect(files.path(of: "Shop/UserRoute.swift") == "app/api/[id]/UserRoute.swift")
        #expect(
            files.path(of: "ShopServices/Services.swift") == "Sources/ShopServices/Services.swift")
        #expect(files.path(of: "Shop/Services.swift") == "app/Services.swift")
        #expect(files.path(of: "FledgeCore/App.swift") == nil)
    }
}
