// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

package import FledgeData

/// The database error of a call, or nil if it succeeds or throws something else.
package func databaseError<T>(_ body: () async throws -> T) async -> DatabaseError? {
    do { _ = try await body() } catch { return error as? DatabaseError }
    return nil
}

/// A signal that one task sends and another waits for.
package actor Signal {
    private var isSent = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    package init() {}

    package func send() {
        isSent = true
        for continuation in waiting { continuation.resume() }
        waiting = []
    }

    package func wait() async {
        if isSent { return }
        await withCheckedContinuation { waiting.append($0) }
    }
}
