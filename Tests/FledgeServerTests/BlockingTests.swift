// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeHTTP
import FledgeMiddleware
import Foundation
import NIOPosix
import Synchronization
import Testing

@testable import FledgeServer

/// Notes each call that blocks, and whether its thread has an event loop.
private final class Witness: Sendable {
    struct Call: Hashable, CustomStringConvertible {
        let name: String
        let isOnLoop: Bool
        var description: String { "\(name) \(isOnLoop ? "on" : "off") the loop" }
    }

    private let calls = Mutex<[Call]>([])

    var all: [Call] { calls.withLock { $0 } }

    func during(_ work: () async throws -> Void) async rethrows {
        Blocking.witness.withLock { $0 = { self.note("\($0)") } }
        defer { Blocking.witness.withLock { $0 = nil } }
        try await work()
    }

    private func note(_ name: String) {
        let isOnLoop = ServerLoops.isOnOne
        calls.withLock { $0.append(Call(name: name, isOnLoop: isOnLoop)) }
    }
}

/// On a server with one loop, where one request that waits for the disk would stop all others.
///
/// Serialized, since there is one witness. Calls that other suites make meanwhile are seen, too: of
/// them as well none may be on a loop.
@Suite(.serialized) struct `Work that blocks` {
    private func folder(_ body: (String) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "fledge-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data("small".utf8).write(to: folder.appending(path: "small.txt"))
        try Data(repeating: 0x61, count: 300_000).write(to: folder.appending(path: "large.txt"))
        try await body(folder.path)
    }

    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let request: String
        let calls: [String]

        init(_ name: String, _ request: String, _ calls: [String]) {
            testDescription = name
            self.request = request
            self.calls = calls
        }
    }

    /// How a file is sent, from where, and what is called for it: a large one is read in pieces.
    static let files = [
        Row("a small File", "GET /file/small.txt", ["open", "pread"]),
        Row("a large File", "GET /file/large.txt", ["open", "pread", "pread", "pread"]),
        Row("HEAD of a File", "HEAD /file/small.txt", ["open"]),
        Row("a small StaticFile", "GET /small.txt", ["open", "open", "open", "pread"]),
        Row(
            "a large StaticFile", "GET /large.txt",
            ["open", "open", "open", "pread", "pread", "pread"]),
    ]

    @Test(arguments: files) func `never touches the disk on the event loop`(row: Row) async throws {
        try await folder { folder in
            let witness = Witness()
            try await withServer(threads: 1) { app in
                app.use(StaticFiles(folder))
                app.get("/file/:name") { request in
                    File("\(folder)/\(request.path.split(separator: "/").last ?? "")")
                }
            } _: { server in
                try await witness.during {
                    let reply = try await ask(
                        server,
                        "\(row.request) HTTP/1.1⏎Host: a⏎Accept-Encoding: gzip, br⏎⏎")
                    #expect(reply.status == 200)
                }
            }
            #expect(witness.all.filter(\.isOnLoop).isEmpty)
            // Contained, since another suite may have opened a file meanwhile.
            var rest = witness.all.map(\.name)
            for call in row.calls {
                let index = try #require(rest.firstIndex(of: call), "\(call) was not called")
                rest.remove(at: index)
            }
        }
    }

    /// The advice of `StallWatch`, word for word, in an app as its author writes it.
    @Test(arguments: [Mode.development, .production])
    func `leaves the loop when it is done as the report says`(mode: Mode) async throws {
        let gate = DispatchSemaphore(value: 0)
        let begun = Signal()
        let app = App(mode: mode, limits: .patient)
        app.get("/wait") { _ async throws in
            begun.give()
            let isOpen = try await withTaskExecutorPreference(globalConcurrentExecutor) {
                try wait(for: gate)
            }
            return isOpen ? "others were answered" : "nobody came"
        }
        app.get("/open") { _ in
            gate.signal()
            return ""
        }
        let server = try await HTTPServer.start(app.build(), port: 0, threads: 1)
        async let waiting = ask(server, "GET /wait HTTP/1.1⏎Host: a⏎⏎")
        await begun.wait()
        #expect(try await ask(server, "GET /open HTTP/1.1⏎Host: a⏎⏎").status == 200)
        #expect(try await waiting.body == "others were answered")
        await server.stop(drain: .zero)
    }
}

/// Blocks its thread until another request has opened the gate; a minute is for who never comes.
private func wait(for gate: DispatchSemaphore) throws -> Bool {
    try Task.checkCancellation()
    return gate.wait(timeout: .now() + .seconds(60)) == .success
}
