// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// The waits between the tries of a transaction: longer each time, and never in step with the
/// others that lost the same race.
struct RetryPause {
    private static let first = Duration.milliseconds(10)

    private let retries: Int
    private var used = 0

    init(retries: Int) {
        self.retries = retries
    }

    var hasRetry: Bool { used < retries }

    /// Waits before the next try.
    ///
    /// - Throws: `CancellationError`.
    mutating func wait() async throws {
        let longest = Self.first * (1 << min(used, 6))
        used += 1
        try await Task.sleep(for: longest * Double.random(in: 0.5...1))
    }
}
