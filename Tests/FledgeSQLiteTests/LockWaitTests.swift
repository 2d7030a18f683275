// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Testing

@testable import FledgeSQLite

@Suite struct LockWaitTests {
    @Test func `a wait goes on up to its limit`() {
        let wait = LockWait(atMost: .milliseconds(10))
        #expect((0...3).map(wait.shouldTryAgain) == [true, true, false, false])
        #expect(!LockWait(atMost: .zero).shouldTryAgain(after: 0))
    }

    @Test func `a wait ends with its task`() async {
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return LockWait(atMost: .seconds(86_400)).shouldTryAgain(after: 0)
        }
        #expect(await task.value == false)
    }
}
