// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Synchronization

/// The work of `fledge dev`: builds when something is saved, and lets the new build take over.
///
/// One thing at a time: what is saved during a build is built after it. The proxy goes on
/// meanwhile; it asks ``Backend``.
actor DevSession {
    private let builder: Builder
    private let backend: Backend
    private let terminal: Terminal
    private let environment: [String: String?]
    private let migrates: Bool
    private let inbox = Inbox()
    private var current: (app: AppProcess, target: Backend.Target)?
    /// Builds that answer what they have begun to, by their ports.
    private var leaving: [Int: AppProcess] = [:]
    /// Why the last build failed, if it did: an older one may be started meanwhile.
    private var failure: BuildFailure?
    private var routes: [String] = []
    private var routesTask: Task<Void, Never>?

    init(
        builder: Builder, backend: Backend, terminal: Terminal, environment: [String: String?],
        migrates: Bool
    ) {
        self.builder = builder
        self.backend = backend
        self.terminal = terminal
        self.environment = environment
        self.migrates = migrates
    }

    /// What has happened and is not dealt with yet.
    private final class Inbox: Sendable {
        private let state = Mutex((changes: ChangeSet(), lost: false))
        private let wake = AsyncStream.makeStream(
            of: Void.self, bufferingPolicy: .bufferingNewest(1))

        func add(_ changes: ChangeSet) {
            state.withLock { $0.changes.merge(changes) }
            wake.continuation.yield()
        }

        func addLoss() {
            state.withLock { $0.lost = true }
            wake.continuation.yield()
        }

        var arrivals: AsyncStream<Void> { wake.stream }

        func take() -> (changes: ChangeSet, lost: Bool) {
            state.withLock { state in
                defer { state = (ChangeSet(), false) }
                return state
            }
        }
    }

    /// Something has been saved.
    nonisolated func changed(_ changes: ChangeSet) { inbox.add(changes) }

    /// Builds, serves, and waits for changes until the task is cancelled.
    ///
    /// - Throws: ``CommandError`` when there is no Swift.
    func run() async throws {
        try await build(since: .now, mustStart: true)
        for await _ in inbox.arrivals {
            let (changes, lost) = inbox.take()
            if !changes.isEmpty { tell(changes) }
            let kinds = changes.kinds
            let mustStart = lost || kinds.contains(.settings)
            if kinds.contains(.source) || kinds.contains(.manifest) {
                try await build(since: changes.since, mustStart: mustStart)
            } else if mustStart {
                await start(since: lost ? .now : changes.since)
            } else if kinds.contains(.page) {
                backend.reloadPages()
            }
        }
    }

    /// Ends the app.
    func stop() async {
        let app = current?.app
        current = nil
        routesTask?.cancel()
        await app?.stop(within: .seconds(3))
        // A second signal stops them at once.
        for app in leaving.values { await app.stop(within: .milliseconds(500)) }
    }

    private func tell(_ changes: ChangeSet) {
        let names = changes.files.keys.map { Paths.display($0, from: builder.package.directory) }
            .sorted()
        let more = names.count > 3 ? " and \(names.count - 3) more" : ""
        terminal.line(terminal.dim("saved \(names.prefix(3).joined(separator: ", "))\(more)"))
    }

    private func build(since start: ContinuousClock.Instant, mustStart: Bool) async throws {
        let isFirst = !backend.hasTarget
        if isFirst { terminal.line(terminal.dim("building \(builder.package.product)…")) }
        let terminal = terminal
        let result = try await builder.build { line in
            // The first build takes minutes, and it is good to see that it moves.
            if isFirst, BuildProgress.isShown(line) { terminal.line(terminal.dim("  " + line)) }
        }
        try Task.checkCancellation()
        switch result {
        case .failed(let failure):
            self.failure = failure
            FailureReport(failure, terminal: terminal).print()
            if current != nil {
                terminal.line(terminal.dim("the last good build goes on answering API calls"))
            }
            backend.fail(failure)
        case .built(_, isNew: false) where current != nil && !mustStart:
            failure = nil
            terminal.line(terminal.dim("nothing new in the program"))
            backend.recover()
        case .built:
            failure = nil
            await self.start(since: start)
        }
    }

    /// Starts the program as it is now; when it listens, it answers instead of the one before.
    private func start(since saved: ContinuousClock.Instant) async {
        backend.beginChange()
        let terminal = terminal
        let program = Program(
            executable: builder.binary, directory: builder.package.directory,
            environment: environment)
        do {
            if migrates {
                for name in try await MigrationReport.ask(for: "up", with: program).done {
                    terminal.line("migrated \(name)")
                }
            }
            let app = try await AppProcess.start(program) { terminal.line($0) }
            serve(app, since: saved)
            tellRoutes(of: program)
        } catch let failure as AppProcess.BootFailure {
            fail(failure)
        } catch {
            fail(AppProcess.BootFailure(title: "\(error)", output: []))
        }
    }

    private func serve(_ app: AppProcess, since saved: ContinuousClock.Instant) {
        let target = Backend.Target(port: app.port)
        let previous = current
        current = (app, target)
        backend.serve(target)
        if let failure { backend.fail(failure) }
        let duration = saved.duration(to: .now).brief
        terminal.line(terminal.green("ready") + terminal.dim(" after \(duration)"))
        watch(app, target)
        if let previous { Task { await leave(previous.app, previous.target) } }
    }

    /// Lets a build finish what it has begun to answer, and ends it.
    private func leave(_ app: AppProcess, _ target: Backend.Target) async {
        leaving[app.port] = app
        // Most of it is done in a moment.
        await target.waitUntilIdle(atMost: .seconds(1))
        await app.stop()
        leaving[app.port] = nil
    }

    private func fail(_ failure: AppProcess.BootFailure) {
        terminal.line(terminal.red("error: ") + failure.title)
        let goesOn = current != nil
        if goesOn { terminal.line(terminal.dim("the last good build goes on answering API calls")) }
        backend.fail(BuildFailure(title: failure.title, errors: [], output: failure.output))
    }

    /// Shows the routes, when they are others than before.
    ///
    /// After the build has taken over: nobody waits for it.
    private func tellRoutes(of program: Program) {
        routesTask?.cancel()
        routesTask = Task {
            guard let description = try? await AppDescription.ask(program), !Task.isCancelled else {
                return
            }
            let known = Set(routes.map(Self.withoutPlace))
            routes = description.table
            // At first all, then what is new; one whose line has moved is not.
            for line in routes where !known.contains(Self.withoutPlace(line)) {
                terminal.line("  " + line)
            }
        }
    }

    private static func withoutPlace(_ line: String) -> [Substring] {
        Array(line.split(separator: " ").prefix(2))
    }

    /// Notices when the app ends without being told to.
    private func watch(_ app: AppProcess, _ target: Backend.Target) {
        Task {
            let ending = await app.ended()
            guard current?.target === target else { return }
            current = nil
            backend.lose(target)
            guard target.hasAnswered else {
                // It would do so again.
                return fail(
                    .init(
                        title: "The app ended with \(ending) before it answered a request.",
                        output: [])
                )
            }
            terminal.line(terminal.red("the app ended with \(ending)") + "; it is started again")
            inbox.addLoss()
        }
    }
}
