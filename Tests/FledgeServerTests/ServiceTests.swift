// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import Logging
import NIOCore
import ServiceLifecycle
import Synchronization
import Testing
import UnixSignals

@testable import FledgeServer

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// The server among other services.
@Suite(.timeLimit(.minutes(1))) struct `The server as a service` {
    /// Runs until it is told to stop, and notes when.
    private struct Companion: Service {
        let journal: Journal
        var failure: Signal?
        struct Failed: Error {}

        func run() async throws {
            journal.note("companion started")
            if let failure {
                await failure.wait()
                throw Failed()
            }
            try? await gracefulShutdown()
            journal.note("companion stopped")
        }
    }

    private final class Journal: Sendable {
        private let lines = Mutex<[String]>([])
        func note(_ line: String) { lines.withLock { $0.append(line) } }
        var all: [String] { lines.withLock { $0 } }
    }

    /// The port, as soon as the server listens.
    private func service(
        of app: App
    ) throws -> (HTTPService, port: @Sendable () async throws -> Int) {
        let (urls, continuation) = AsyncStream<String>.makeStream()
        let service = try app.service(host: nil, port: 0, threads: 2) {
            continuation.yield($0)
            continuation.finish()
        }
        return (
            service,
            {
                let url = try #require(await urls.first { _ in true })
                return try #require(url.split(separator: ":").last.flatMap { Int($0) })
            }
        )
    }

    private func makeApp(_ limits: Limits = .patient) -> App {
        let app = App(
            environment: Environment(mode: .development), limits: limits,
            logger: Logger(label: "test") { _ in LogLines() })
        app.get("/") { _ in "ok" }
        return app
    }

    @Test func `serves in a group of the user, and stops with it`() async throws {
        let (service, port) = try service(of: makeApp())
        let group = ServiceGroup(services: [service], logger: Logger(label: "test"))
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            #expect(try await ask(port(), "GET / HTTP/1.1⏎Host: a⏎⏎").body == "ok")
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
    }

    @Test func `stops at once when its task is cancelled`() async throws {
        let app = makeApp()
        let started = Signal()
        app.get("/stuck") { _ async in
            started.give()
            await Signal().wait()
            return "late"
        }
        let (service, port) = try service(of: app)
        let running = Task { try await service.run() }
        let client = Task { try await ask(port(), "GET /stuck HTTP/1.1⏎Host: a⏎⏎") }
        await started.wait()
        running.cancel()
        try await running.value
        await #expect(throws: (any Error).self) { try await client.value }
    }

    @Test func `is started after its companions and stopped before them`() async throws {
        let app = makeApp()
        let journal = Journal()
        app.addServices(Companion(journal: journal))
        app.get("/journal") { _ in
            journal.note("request")
            return "ok"
        }
        let (service, port) = try service(of: app)
        let group = ServiceGroup(service, beside: app.services, logger: app.logger)
        let signals = await UnixSignalsSequence(trapping: [.sigusr1])
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask {
                try await group.run(until: signals)
                journal.note("ended")
            }
            _ = try await ask(port(), "GET /journal HTTP/1.1⏎Host: a⏎⏎")
            kill(getpid(), SIGUSR1)
            try await tasks.waitForAll()
        }
        #expect(journal.all == ["companion started", "request", "companion stopped", "ended"])
    }

    @Test func `stops gracefully when a companion fails, whose error is thrown`() async throws {
        let app = makeApp()
        let (failure, started, release) = (Signal(), Signal(), Signal())
        app.addServices(Companion(journal: Journal(), failure: failure))
        app.get("/work") { _ async in
            started.give()
            await release.wait()
            return "done"
        }
        let (service, port) = try service(of: app)
        let group = ServiceGroup(service, beside: app.services, logger: app.logger)
        let signals = AsyncStream<UnixSignal> { $0.finish() }
        let running = Task { try await group.run(until: signals) }
        let client = Task { try await ask(port(), "GET /work HTTP/1.1⏎Host: a⏎⏎") }
        await started.wait()
        failure.give()
        while service.app.context.readiness.isReady { await Task.yield() }
        release.give()
        #expect(try await client.value.body == "done")
        await #expect(throws: Companion.Failed.self) { try await running.value }
    }

    @Test func `stops at once at a second signal`() async throws {
        let app = makeApp()
        let started = Signal()
        app.get("/stuck") { _ async in
            started.give()
            await Signal().wait()
            return "late"
        }
        let (service, port) = try service(of: app)
        let group = ServiceGroup(service, beside: [], logger: app.logger)
        let (signals, sender) = AsyncStream<UnixSignal>.makeStream()
        let running = Task { try await group.run(until: signals) }
        let client = Task { try await ask(port(), "GET /stuck HTTP/1.1⏎Host: a⏎⏎") }
        await started.wait()
        sender.yield(.sigterm)
        while service.app.context.readiness.isReady { await Task.yield() }
        sender.yield(.sigterm)
        try await running.value
        await #expect(throws: (any Error).self) { try await client.value }
    }

    @Test func `throws what is wrong with the port`() async throws {
        try await withServer(routes: { $0.get("/") { _ in "ok" } }) { server in
            let service = try makeApp().service(port: server.port)
            let group = ServiceGroup(service, beside: [], logger: Logger(label: "test"))
            let signals = AsyncStream<UnixSignal> { $0.finish() }
            let error = await #expect(throws: ListenError.self) {
                try await group.run(until: signals)
            }
            #expect(error?.reason == .addressInUse)
        }
    }
}
