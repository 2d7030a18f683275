// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import DatabaseTesting
import NIOCore
import Testing

/// A request that ends takes its query with it, through the server and down to the database.
///
/// The query does not end by itself, so each test that ends has shown it; what is printed is how
/// long that took. With `FLEDGE_ALONE=1`, for a machine that does nothing else, 100 ms must do.
@Suite(.serialized, .timeLimit(.minutes(5))) struct `A request that ends, ends its query` {
    struct Case: Sendable, CustomTestStringConvertible {
        let backend: Backend
        let work: Work
        var testDescription: String { "\(work.rawValue) on \(backend)" }

        static let all = Backend.available.flatMap { backend in
            Work.allCases.map { Case(backend: backend, work: $0) }
        }
    }

    @Test(arguments: Case.all) func `when its client hangs up`(_ row: Case) async throws {
        try await EndlessQuery.with(row.backend, row.work, deadline: .seconds(3600)) { query in
            let (next, hungUp) = try await query.request { _ in
                (try await query.untilItRuns(), ContinuousClock.now)
            }
            let free = try await next.value
            #expect(free > hungUp, "The query did not run when its client hung up.")
            let gone = try await query.untilItIsGone()
            #expect(await query.outcome() is CancellationError)
            try check("\(row.testDescription), after the hang-up", hungUp, free, gone)
        }
    }

    @Test(arguments: Case.all) func `when its deadline passes`(_ row: Case) async throws {
        let deadline = Duration.milliseconds(200)
        try await EndlessQuery.with(row.backend, row.work, deadline: deadline) { query in
            let sent = ContinuousClock.now
            let (answer, answered) = try await query.request { pieces in
                let text = try await pieces.reduce(into: "") { $0 += String(buffer: $1) }
                return (text, ContinuousClock.now)
            }
            #expect(answer.hasPrefix("HTTP/1.1 503 "))
            let free = try await query.next()
            let gone = try await query.untilItIsGone()
            #expect(await query.outcome() is CancellationError)
            let late = sent.duration(to: answered) - deadline
            let what =
                "\(row.testDescription), after a 503 that came \(late.inWords) after its deadline"
            try check(what, answered, free, gone)
        }
    }

    private func check(
        _ what: String, _ end: ContinuousClock.Instant, _ free: ContinuousClock.Instant,
        _ gone: ContinuousClock.Instant?
    ) throws {
        let longest = max(end.duration(to: free), gone.map { end.duration(to: $0) } ?? .zero)
        let seen = gone.map {
            ", the query gone from the server's list after \(end.duration(to: $0).inWords)"
        }
        print(
            "\(what): the connection is free after \(end.duration(to: free).inWords)" + (seen ?? "")
        )
        if EndlessQuery.isAlone { #expect(longest < .milliseconds(100)) }
    }
}

extension Duration {
    fileprivate var inWords: String { "\((self / .microseconds(100)).rounded() / 10) ms" }
}
