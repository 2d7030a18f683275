// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeData
import Foundation

/// The queries that wait for a thread, and the threads.
final class ReadLine: @unchecked Sendable {
    // Safe: everything that changes is guarded by the lock.
    private let limit: Int
    private let timeout: Duration
    private let open: @Sendable (ReaderThread) throws -> Void

    private let lock = NSCondition()
    private var waiting = ReadQueue()
    private var threads = 0
    /// Threads that wait for a query, and those among them that have been told of one.
    private var idle = 0
    private var woken = 0
    private var isClosed = false
    private var hasTimer = false

    init(
        limit: Int, timeout: Duration, open: @escaping @Sendable (ReaderThread) throws -> Void
    ) {
        self.limit = limit
        self.timeout = timeout
        self.open = open
    }

    func add(
        _ query: ReadQuery, _ continuation: CheckedContinuation<StatementResult?, any Error>
    ) {
        lock.lock()
        guard !isClosed, !query.isCancelled else {
            let error: any Error = isClosed ? SQLiteErrors.closed : CancellationError()
            lock.unlock()
            return continuation.resume(throwing: error)
        }
        query.continuation = continuation
        query.deadline = .now + timeout
        waiting.append(query)
        let needsThread = !wakeOne() && threads < limit
        if needsThread { threads += 1 }
        let needsTimer = threads == limit && !hasTimer
        if needsTimer { hasTimer = true }
        lock.unlock()
        if needsThread { start() }
        if needsTimer { Task { [weak self] in await self?.watch() } }
    }

    /// - Returns: Whether a thread comes for it.
    private func wakeOne() -> Bool {
        guard idle > woken else { return false }
        woken += 1
        lock.signal()
        return true
    }

    func cancel(_ query: ReadQuery) {
        query.cancel()
        lock.lock()
        let isWaiting = waiting.remove(query)
        lock.unlock()
        if isWaiting { query.finish(.failure(CancellationError())) }
    }

    func close() {
        lock.lock()
        isClosed = true
        lock.broadcast()
        lock.unlock()
    }

    func waitForThreads() {
        lock.lock()
        while threads > 0 { lock.wait() }
        lock.unlock()
    }

    // MARK: The threads

    private func start() {
        Thread.detachNewThread { [self] in
            var failure: (any Error)?
            do { try open(ReaderThread(next: next)) } catch { failure = error }
            end(failure)
        }
    }

    /// The next query, as soon as there is one; nil at the end.
    private func next() -> ReadQuery? {
        lock.lock()
        defer { lock.unlock() }
        while waiting.isEmpty {
            if isClosed { return nil }
            idle += 1
            lock.wait()
            idle -= 1
            if woken > 0 { woken -= 1 }
        }
        return waiting.removeFirst()
    }

    /// A thread has ended: nobody needs it any more, or its connection could not be opened.
    ///
    /// Then those who wait learn why, unless other threads serve them, and the next query tries again.
    private func end(_ failure: (any Error)?) {
        lock.lock()
        threads -= 1
        let stranded = threads == 0 ? waiting.removeAll() : []
        lock.broadcast()
        lock.unlock()
        for query in stranded { query.finish(.failure(failure ?? SQLiteErrors.closed)) }
    }

    // MARK: The end of patience

    /// Sends away those who have waited long enough, as long as anybody waits.
    private func watch() async {
        var next: ContinuousClock.Instant? = .now + timeout
        while let deadline = next {
            try? await Task.sleep(until: deadline, clock: .continuous)
            next = expire()
        }
    }

    private func expire() -> ContinuousClock.Instant? {
        lock.lock()
        let late = waiting.removeFirst { $0.deadline <= .now }
        let next = waiting.first?.deadline
        if next == nil { hasTimer = false }
        lock.unlock()
        let error = FledgeData.DatabaseError(
            .timeout,
            "All \(limit) readers were busy for the \(timeout) that a query waits. Make slow queries "
                + "faster, or allow more readers.")
        for query in late { query.finish(.failure(error)) }
        return next
    }
}
