// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Foundation
import Synchronization
import Testing

@testable import FledgeCLI

/// Both watchers, with real files.
@Suite struct WatcherTests {
    enum Kind: CaseIterable {
        case system, polling

        func make(_ files: WatchedFiles) -> any Watcher {
            self == .system ? makeWatcher(files) : PollingWatcher(files)
        }
    }

    /// Watches a folder and gives each set of changes.
    private func watching(
        _ kind: Kind, _ folder: TemporaryFolder,
        _ body: (inout AsyncStream<ChangeSet>.Iterator) async throws -> Void
    ) async throws {
        let files = WatchedFiles(root: folder.path, directory: folder.path)
        let watcher = kind.make(files)
        let (stream, sink) = AsyncStream.makeStream(of: ChangeSet.self)
        try watcher.start { sink.yield($0) }
        defer { watcher.stop() }
        var changes = stream.makeAsyncIterator()
        try await body(&changes)
    }

    @Test(.timeLimit(.minutes(1)), arguments: Kind.allCases)
    func `saved, renamed and removed files are told, with what they are for`(kind: Kind)
        async throws
    {
        let folder = try TemporaryFolder()
        try folder.write("app/api/HelloRoute.swift", "a")
        try await watching(kind, folder) { changes in
            for (name, kind) in [
                ("app/api/HelloRoute.swift", ChangeSet.Kind.source), (".env", .settings),
                ("migrations/0001_a.sql", .settings), ("public/style.css", .page),
                ("Package.swift", .manifest),
            ] {
                try folder.write(name, "changed \(name)")
                let told = await changes.next()
                #expect(told?.files == [folder.path + "/" + name: kind])
            }
            try FileManager.default.moveItem(
                atPath: folder.path + "/app/api/HelloRoute.swift",
                toPath: folder.path + "/app/api/OtherRoute.swift")
            let moved = await changes.next()
            #expect(moved?.kinds == [.source])
            try folder.remove("app/api/OtherRoute.swift")
            let removed = await changes.next()
            #expect(removed?.files.keys.first == folder.path + "/app/api/OtherRoute.swift")
        }
    }

    @Test(.timeLimit(.minutes(1)), arguments: Kind.allCases)
    func `a file in a new folder is told`(kind: Kind) async throws {
        let folder = try TemporaryFolder()
        try await watching(kind, folder) { changes in
            try folder.write("app/api/deep/[id]/NewRoute.swift", "x")
            let told = await changes.next()
            #expect(
                told?.files.keys.contains(folder.path + "/app/api/deep/[id]/NewRoute.swift") == true
            )
            // And what is saved there later.
            try folder.write("app/api/deep/[id]/NewRoute.swift", "xy")
            let again = await changes.next()
            #expect(again?.files.count == 1)
        }
    }

    @Test(.timeLimit(.minutes(1)), arguments: Kind.allCases)
    func `what does not matter is not told`(kind: Kind) async throws {
        let folder = try TemporaryFolder()
        try folder.write("data/x.sqlite")
        try folder.write(".build/debug/x.swift")
        try await watching(kind, folder) { changes in
            for name in [
                "data/x.sqlite", ".build/debug/x.swift", "app/.HelloRoute.swift.swp",
                "app/HelloRoute.swift~", "README.md", "Tests/AppTests/ATests.swift",
                "node_modules/x/y.c", "app/.#X.swift",
            ] {
                try folder.write(name, "changed")
            }
            try folder.write("app/Last.swift", "x")
            let told = await changes.next()
            #expect(told.map { Array($0.files.keys) } == [folder.path + "/app/Last.swift"])
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `files that are saved together are all told, and not one by one`() async throws {
        let folder = try TemporaryFolder()
        try folder.write("app/A0.swift")
        try await watching(.system, folder) { changes in
            for number in 0..<50 { try folder.write("app/A\(number).swift", "x") }
            var told: Set<String> = []
            var times = 0
            while told.count < 50, let set = await changes.next() {
                told.formUnion(set.files.keys)
                times += 1
            }
            #expect(times < 50)
        }
    }

    @Test func `an app below its package is watched with both`() {
        let inside = WatchedFiles(root: "/a", directory: "/a/Examples/Shop")
        #expect(inside.roots == ["/a"])
        #expect(inside.kind(of: "/a/Sources/Core/X.swift") == .source)
        #expect(inside.kind(of: "/a/Examples/Shop/.env.local") == .settings)
        #expect(inside.kind(of: "/a/.env") == nil)
        #expect(inside.kind(of: "/a/Examples/Shop/public/a/b.css") == .page)
        #expect(inside.kind(of: "/a/app/template.mustache") == .source)
        #expect(WatchedFiles(root: "/a", directory: "/b").roots == ["/a", "/b"])
    }
}
