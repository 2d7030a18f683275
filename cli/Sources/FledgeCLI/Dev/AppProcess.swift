// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Synchronization

/// One build of the app, running and listening on a port of its own.
final class AppProcess: Sendable {
    /// Where it listens, on 127.0.0.1.
    let port: Int
    private let program: RunningProgram

    private init(program: RunningProgram, port: Int) {
        self.program = program
        self.port = port
    }

    /// Why a build does not answer.
    struct BootFailure: Error {
        /// A line that says what has failed.
        var title: String
        /// How it ended; nil when it did not by itself.
        var ending: Program.Ending?
        /// What it wrote.
        var output: [String]
    }

    private enum Event: Sendable {
        case listening(Int)
        case ended(Program.Ending)
        case tooLate
        case notStarted(CommandError)
    }

    /// Starts a build and waits until it listens.
    ///
    /// - Parameters:
    ///   - program: The build.
    ///   - patience: How long it may take.
    ///   - onLine: Gets each line that it writes, but not the one that says that it listens.
    /// - Returns: The build, listening.
    /// - Throws: ``BootFailure``.
    static func start(
        _ program: Program, patience: Duration = .seconds(60),
        onLine: @escaping @Sendable (String) -> Void
    ) async throws -> AppProcess {
        let (events, sink) = AsyncStream.makeStream(of: Event.self)
        let early = Mutex<[String]?>([])
        let running = RunningProgram(program) { line in
            if let port = Self.port(in: line), early.withLock({ $0 != nil }) {
                sink.yield(.listening(port))
            } else {
                early.withLock { $0?.append(line) }
                onLine(line)
            }
        }
        Task {
            do {
                sink.yield(.ended(try await running.ended()))
            } catch {
                sink.yield(.notStarted(error as? CommandError ?? CommandError("\(error)")))
            }
        }
        let timer = Task {
            try await Task.sleep(for: patience)
            sink.yield(.tooLate)
        }
        defer { timer.cancel() }
        let first = await events.first { _ in true }
        let written = early.withLock { lines in
            defer { lines = nil }
            return lines ?? []
        }
        switch first {
        case .listening(let port):
            return AppProcess(program: running, port: port)
        case .ended(let ending):
            throw BootFailure(
                title: "The app ended with \(ending) before it listened.", ending: ending,
                output: written)
        case .notStarted(let error):
            throw BootFailure(title: error.description, output: written)
        case .tooLate, nil:
            await running.stop(within: .seconds(1))
            throw BootFailure(
                title: "The app did not listen within \(patience.components.seconds) s.",
                output: written)
        }
    }

    /// The port of `Listening on http://127.0.0.1:41234`.
    static func port(in line: String) -> Int? {
        let mark = "Listening on http://"
        guard line.hasPrefix(mark) else { return nil }
        return line.dropFirst(mark.count).split(separator: ":").last.flatMap { Int($0) }
    }

    /// Waits for its end, which nobody has asked for.
    func ended() async -> Program.Ending {
        (try? await program.ended()) ?? .status(1)
    }

    /// Tells it to stop, and waits: it answers what it is working on first.
    ///
    /// Fledge gives requests 30 s (`limits.drain`), after one in which it says that it leaves.
    func stop(within patience: Duration = .seconds(35)) async {
        await program.stop(within: patience)
    }
}
