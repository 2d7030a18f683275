// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

public import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension Trait where Self == ClockTrait {
    /// Gives the test a clock of its own, ``TestClock/current``.
    ///
    ///     @Test(.clock(at: "2026-01-31T09:30:00Z"))
    ///
    /// - Parameter date: The date that it shows at first (RFC 3339, whole seconds).
    /// - Returns: The trait.
    public static func clock(at date: String = "2026-01-01T00:00:00Z") -> ClockTrait {
        ClockTrait(begin: date)
    }
}

/// Gives each test a ``TestClock``; see `.clock(at:)`.
public struct ClockTrait: TestTrait, SuiteTrait, TestScoping {
    let begin: String

    /// Each test of a suite has a clock of its own.
    public var isRecursive: Bool { true }

    /// Runs a test with its clock.
    @concurrent public func provideScope(
        for test: Test, testCase: Test.Case?,
        performing function: @Sendable @concurrent () async throws -> Void
    ) async throws {
        guard let date = try? Date(begin, strategy: .iso8601) else {
            Issue.record(
                ".clock(at: \"\(begin)\") is no date. Write it as \"2026-01-31T09:30:00Z\".",
                sourceLocation: test.sourceLocation)
            return
        }
        try await TestClock.$ofTest.withValue(TestClock(at: date), operation: function)
    }
}

extension TestClock {
    @TaskLocal static var ofTest: TestClock?

    /// The clock of the test that runs.
    ///
    /// Tasks of a server do not have it: give it to the services that the test builds.
    public static var current: TestClock {
        if let ofTest { return ofTest }
        MissingTrait.record("TestClock.current", ".clock(at:)")
        return TestClock(at: Date(timeIntervalSince1970: 0))
    }
}

/// What a trait gives was asked for, and the test has no such trait.
enum MissingTrait {
    static func record(_ what: String, _ trait: String) {
        let place = Test.current?.sourceLocation
        Issue.record(
            """
            \(what) is there in a test with @Test(\(trait)), and in the tasks that it waits for. A \
            detached task and the tasks of a server do not inherit it: read it in the test, and pass it on.
            """, sourceLocation: place ?? #_sourceLocation)
    }
}
