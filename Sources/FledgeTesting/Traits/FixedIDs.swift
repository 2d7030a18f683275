// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeHTTP
import Synchronization
public import Testing

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Ids that are the same in every run of a test.
///
///     @Test(.fixedIDs)
///     func `the answer names its request`() async throws {
///         let users = UserService(store: InMemoryUserStore(), makeID: FixedIDs.current.uuid)
///         try await makeApp(users).test { client in
///             let refused = try await client.get("/users/99")
///             #expect(try refused.member("requestId") == "test-1")
///         }
///     }
///
/// Requests of the test client are called `test-1`, `test-2`… in the order in which they are sent, at
/// every depth. A target that no server accepts never becomes a request, and keeps an id of the server.
public final class FixedIDs: Sendable {
    private struct Counts {
        var requests = 0
        var uuids: UInt64 = 0
    }

    private let counts = Mutex(Counts())

    /// Ids from the first on.
    public init() {}

    /// The next UUID: `00000000-0000-4000-8000-000000000001`, then `…0002`.
    public func uuid() -> UUID {
        let count = counts.withLock { counts in
            counts.uuids += 1
            return counts.uuids
        }
        let low = (0..<8).map { UInt8(truncatingIfNeeded: count >> (56 - 8 * UInt64($0))) }
        return UUID(
            uuid: (
                0, 0, 0, 0, 0, 0, 0x40, 0, 0x80, 0, low[2], low[3], low[4], low[5], low[6], low[7]
            ))
    }

    func requestID() -> String {
        let count = counts.withLock { counts in
            counts.requests += 1
            return counts.requests
        }
        return "test-\(count)"
    }

    @TaskLocal static var ofTest: FixedIDs?

    /// The ids of the test that runs.
    public static var current: FixedIDs {
        if let ofTest { return ofTest }
        MissingTrait.record("FixedIDs.current", ".fixedIDs")
        return FixedIDs()
    }
}

extension Trait where Self == FixedIDsTrait {
    /// Gives the test ids that are the same in every run, ``FixedIDs/current``.
    public static var fixedIDs: FixedIDsTrait { FixedIDsTrait() }
}

/// Gives each test its ``FixedIDs``; see `.fixedIDs`.
public struct FixedIDsTrait: TestTrait, SuiteTrait, TestScoping {
    /// Each test of a suite counts from one.
    public var isRecursive: Bool { true }

    /// Runs a test with its ids.
    @concurrent public func provideScope(
        for test: Test, testCase: Test.Case?,
        performing function: @Sendable @concurrent () async throws -> Void
    ) async throws {
        try await FixedIDs.$ofTest.withValue(FixedIDs(), operation: function)
    }
}

/// Takes over the id that the test client sends with a request.
///
/// Only apps under such a test have it, so that nobody else pays for it.
struct FixedRequestID: SyncMiddleware {
    static let field = "Fledge-Test-Request-ID"

    func before(_ request: inout Request) -> Response? {
        if let id = request.headers[Self.field] {
            request.id = id
            request.headers[Self.field] = nil
        }
        return nil
    }
}
