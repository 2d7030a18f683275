// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeData
import Synchronization

/// One query on its way through the line.
final class ReadQuery: @unchecked Sendable {
    // Safe: who has it may touch it: the line under its lock, then the thread that took it out. The flag
    // is anybody's.
    let statement: SQLStatement
    let rowLimit: Int?
    var continuation: CheckedContinuation<StatementResult?, any Error>?
    var deadline = ContinuousClock.now
    private let cancelled = Flag()

    init(_ statement: SQLStatement, _ rowLimit: Int?) {
        self.statement = statement
        self.rowLimit = rowLimit
    }

    /// Whether whoever asked has gone.
    ///
    /// SQLite asks while it works.
    var isCancelled: Bool { cancelled.isSet }

    func cancel() { cancelled.set() }
}

extension ReadQuery {
    /// Hands over what came of it.
    func finish(_ result: Result<StatementResult?, any Error>) {
        let continuation = continuation
        self.continuation = nil
        continuation?.resume(with: result)
    }
}

/// A flag that is set once, by one thread for another.
final class Flag: Sendable {
    private let value = Atomic(false)

    var isSet: Bool { value.load(ordering: .relaxed) }

    func set() { value.store(true, ordering: .relaxed) }
}

/// First come, first served.
struct ReadQueue {
    private var queries: [ReadQuery] = []
    private var start = 0

    var isEmpty: Bool { start == queries.count }
    var first: ReadQuery? { isEmpty ? nil : queries[start] }

    mutating func append(_ query: ReadQuery) { queries.append(query) }

    mutating func removeFirst() -> ReadQuery {
        let query = queries[start]
        start += 1
        // What was taken is let go now and then, at a cost that does not depend on the length.
        if start == queries.count {
            queries.removeAll(keepingCapacity: true)
            start = 0
        } else if start >= 64, start * 2 >= queries.count {
            queries.removeFirst(start)
            start = 0
        }
        return query
    }

    mutating func removeFirst(while condition: (ReadQuery) -> Bool) -> [ReadQuery] {
        var removed: [ReadQuery] = []
        while let first, condition(first) { removed.append(removeFirst()) }
        return removed
    }

    /// - Returns: Whether it was there.
    mutating func remove(_ query: ReadQuery) -> Bool {
        guard let index = queries[start...].firstIndex(where: { $0 === query }) else {
            return false
        }
        queries.remove(at: index)
        return true
    }

    mutating func removeAll() -> [ReadQuery] {
        defer { self = ReadQueue() }
        return Array(queries[start...])
    }
}
