// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if Postgres
import CLibPQ
import FledgeData
import Synchronization

/// Listens to one channel until its task is cancelled.
struct Listener {
    private static let longestPause = Duration.seconds(1)

    private let address: PostgresAddress
    private let command: String
    private let notes: AsyncStream<PostgresNotification>.Continuation

    init(
        _ address: PostgresAddress, _ channel: String,
        _ notes: AsyncStream<PostgresNotification>.Continuation
    ) {
        self.address = address
        self.command = "LISTEN " + SQLDialect.postgres.quote(channel)
        self.notes = notes
    }

    func run() async {
        var failures = 0
        while !Task.isCancelled {
            do {
                try await listen()
                failures = 0
            } catch {
                failures += 1
            }
            let pause = min(Self.longestPause, .milliseconds(50) * (1 << min(failures, 8)))
            try? await Task.sleep(for: pause * Double.random(in: 0.5...1))
        }
        notes.finish()
    }

    /// Hands a message over, and tells of a gap when an older one had to give way.
    static func deliver(
        _ payload: String, to notes: AsyncStream<PostgresNotification>.Continuation
    ) {
        if case .dropped = notes.yield(.message(payload)) { notes.yield(.listening) }
    }

    /// Listens until the connection is lost or the task is cancelled.
    private func listen() async throws {
        let connection = try await PostgresConnection.connect(to: address)
        defer { connection.close() }
        let notes = notes
        connection.onNotification { Self.deliver($0, to: notes) }
        try await connection.command(command)
        notes.yield(.listening)
        await connection.closed()
    }
}

extension PostgresConnection {
    fileprivate func onNotification(_ body: @escaping @Sendable (String) -> Void) {
        state.withLock { $0.onNotification = body }
    }

    /// Waits until the connection is lost; a cancelled task closes it.
    fileprivate func closed() async {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                onClose { continuation.resume() }
            }
        } onCancel: {
            close()
        }
    }
}
#endif
