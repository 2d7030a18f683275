// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Subprocess
import Synchronization

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// A program that runs beside us until it ends or is told to.
final class RunningProgram: Sendable {
    private let state: Shared
    private let task: Task<Program.Ending, any Error>

    private final class Shared: Sendable {
        /// Known while the program's output is open; it is not reaped before, so the number is
        /// nobody else's.
        let pid = Mutex<Int32?>(nil)
        /// A signal that came before the program had a number.
        let early = Mutex<Int32?>(nil)
    }

    /// Starts a program without input.
    ///
    /// - Parameters:
    ///   - program: What to start.
    ///   - onLine: Gets each line that it writes, on either output, in order.
    init(_ program: Program, onLine: @escaping @Sendable (String) -> Void) {
        let state = Shared()
        self.state = state
        task = Task {
            try await program.startable {
                let result = try await Subprocess.run(
                    program.configuration, input: .none, output: .sequence,
                    error: .combinedWithOutput
                ) { execution in
                    Self.entered(state, execution.processIdentifier.value)
                    defer { state.pid.withLock { $0 = nil } }
                    var lines = LineSplitter()
                    for try await buffer in execution.standardOutput {
                        let bytes = buffer.withUnsafeBytes { [UInt8]($0) }
                        for line in lines.add(bytes) { onLine(line) }
                    }
                    if let last = lines.finish() { onLine(last) }
                }
                return Program.Ending(result.terminationStatus)
            }
        }
    }

    private static func entered(_ state: Shared, _ pid: Int32) {
        state.pid.withLock { $0 = pid }
        if let signal = state.early.withLock({ $0 }) { kill(pid, signal) }
    }

    /// Sends a signal, to the program alone.
    func send(_ signal: Int32) {
        state.early.withLock { $0 = signal }
        state.pid.withLock { pid in
            if let pid { kill(pid, signal) }
        }
    }

    /// Waits for its end.
    ///
    /// - Throws: ``CommandError`` when it could not be started.
    func ended() async throws -> Program.Ending {
        try await withTaskCancellationHandler {
            try await task.value
        } onCancel: {
            task.cancel()
        }
    }

    /// Asks it to stop, and ends it when it has not after a while.
    func stop(within patience: Duration) async {
        send(SIGTERM)
        let killer = Task {
            try await Task.sleep(for: patience)
            self.send(SIGKILL)
        }
        _ = try? await task.value
        killer.cancel()
    }
}
