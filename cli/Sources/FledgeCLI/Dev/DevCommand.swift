// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import ArgumentParser

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The command `fledge dev`.
struct DevCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dev",
        abstract: "Serve the app and build it anew whenever something is saved.",
        discussion: """
            Run it in the folder of an app:

              fledge dev
              fledge dev --port 8080
              fledge dev --product Shop -- --traits Postgres

            It owns the port and hands requests to whichever build runs, so none is refused or reset \
            while builds change: a request that comes in that moment waits and is answered by the \
            new build. While the code does not compile, the last good build goes on answering API \
            calls, and a browser shows the errors; its page reloads by itself.

            Watched are the sources, Package.swift, .env files and migrations (the app starts anew), \
            and public/ (pages reload). Ctrl-C ends it, with status 0.
            """)

    @Option(help: ArgumentHelp("The port.", discussion: "Else PORT of the environment, else 3000."))
    var port: Int?

    @Option(help: "The address to listen on; 0.0.0.0 lets other machines in.")
    var host = "127.0.0.1"

    @Option(help: "The executable product, in a package that has several.")
    var product: String?

    @Flag(help: "Apply pending migrations before a build takes over.")
    var migrate = false

    @Argument(
        parsing: .postTerminator,
        help: ArgumentHelp(
            "What is passed on to 'swift build', after --.", valueName: "build options"))
    var buildOptions: [String] = []

    func validate() throws {
        if let port, !(0...65535).contains(port) {
            throw ValidationError("--port is a number from 0 to 65535, not \(port).")
        }
    }

    func run() async throws {
        let terminal = Terminal.output
        let package = try await AppPackage.find(from: Paths.current, product: product)
        let backend = Backend()
        let lines = RequestLog(terminal)
        let proxy = try await ProxyServer.start(
            host: host, port: try chosenPort(), backend: backend
        ) { lines.add($0) }
        let session = DevSession(
            builder: Builder(package: package, arguments: buildOptions), backend: backend,
            terminal: lines.appOutput, environment: Self.childEnvironment, migrates: migrate)
        terminal.line("\(terminal.bold(package.product)) on \(terminal.cyan(url(proxy.port)))")
        let files = WatchedFiles(root: package.root, directory: package.directory)
        let watcher = makeWatcher(files)
        try watcher.start { session.changed($0) }
        defer { watcher.stop() }
        try await untilStopped { try await session.run() }
        terminal.line(terminal.dim("stopping…"))
        await session.stop()
        await proxy.stop()
    }

    private func chosenPort() throws -> Int {
        if let port { return port }
        guard let text = ProcessInfo.processInfo.environment["PORT"], !text.isEmpty else {
            return 3000
        }
        guard let port = Int(text), (0...65535).contains(port) else {
            throw CommandError(
                "PORT of the environment is '\(text)', and no port.",
                remedy: "Set it to a number from 0 to 65535, or say --port.")
        }
        return port
    }

    private func url(_ port: Int) -> String {
        "http://\(host == "0.0.0.0" || host == "::" ? "localhost" : host):\(port)"
    }

    /// The app has a port of its own, which the proxy reads from its first line.
    private static var childEnvironment: [String: String?] {
        var changes: [String: String?] = ["HOST": "127.0.0.1", "PORT": "0"]
        if ProcessInfo.processInfo.environment["FLEDGE_ENV"] == nil {
            changes["FLEDGE_ENV"] = "development"
        }
        return changes
    }
}

/// Runs something until it ends, or somebody asks the program to end.
func untilStopped(_ body: @escaping @Sendable () async throws -> Void) async throws {
    let signals = StopSignals.stream()
    try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await body() }
        group.addTask { for await _ in signals { return } }
        defer { group.cancelAll() }
        try await group.next()
    }
}
