// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeData
import Testing

@Suite struct GateTests {
    /// Starts tasks that wait, one after the other, so that their order is known.
    private func line(_ count: Int, at gate: Gate) async -> [Task<Void, any Error>] {
        var tasks: [Task<Void, any Error>] = []
        for n in 1...count {
            tasks.append(Task { try await gate.acquire() })
            while gate.metrics().waiting < n { await Task.yield() }
        }
        return tasks
    }

    @Test func `as many get in as there are places, and then as many as leave`() async throws {
        let gate = Gate(places: 2, timeout: nil)
        try await gate.acquire()
        try await gate.acquire()
        #expect(gate.metrics().inUse == 2)
        let tasks = await line(3, at: gate)
        gate.release()
        try await tasks[0].value
        gate.release()
        try await tasks[1].value
        #expect(gate.metrics().waiting == 1)
        gate.release()
        try await tasks[2].value
        gate.release()
        gate.release()
        #expect(gate.metrics().inUse == 0)
        #expect(gate.metrics().acquired == 5)
    }

    @Test func `a wait ends at its limit, and the line goes on`() async throws {
        let gate = Gate(places: 1, timeout: .milliseconds(10))
        try await gate.acquire()
        let tasks = (0..<2).map { _ in Task { try await gate.acquire() } }
        for task in tasks {
            let error = try await #require(throws: DatabaseError.self) { try await task.value }
            #expect(error.code == .timeout)
        }
        #expect(gate.metrics().timeouts == 2)
        #expect(gate.metrics().waiting == 0)
        gate.release()
        try await gate.acquire()
    }

    @Test func `a short wait beside a long one ends at its own limit`() async throws {
        let gate = Gate(places: 1, timeout: .milliseconds(10))
        try await gate.acquire()
        let patient = Task { try await gate.acquire(patience: .seconds(86_400)) }
        while gate.metrics().waiting < 1 { await Task.yield() }
        await #expect(throws: DatabaseError.self) { try await gate.acquire() }
        gate.release()
        try await patient.value
    }

    @Test func `a cancelled wait leaves the line, and the others keep their turns`() async throws {
        let gate = Gate(places: 1, timeout: nil)
        try await gate.acquire()
        let tasks = await line(3, at: gate)
        tasks[1].cancel()
        await #expect(throws: CancellationError.self) { try await tasks[1].value }
        gate.release()
        try await tasks[0].value
        gate.release()
        try await tasks[2].value
    }

    @Test func `those who wait in vain can be sent away together`() async throws {
        let gate = Gate(places: 1, timeout: nil)
        try await gate.acquire()
        let tasks = await line(3, at: gate)
        gate.refuseWaiters(DatabaseError(.connection, "away"))
        for task in tasks {
            let error = try await #require(throws: DatabaseError.self) { try await task.value }
            #expect(error.code == .connection)
        }
        gate.release()
        try await gate.acquire()
    }
}
