// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Synchronization

/// Whether the app wants to be sent requests: what a load balancer asks for.
///
/// It does, until a server of the app begins to stop.
package final class Readiness: Sendable {
    private let value = Atomic<Bool>(true)

    init() {}

    package var isReady: Bool {
        get { value.load(ordering: .relaxed) }
        set { value.store(newValue, ordering: .relaxed) }
    }
}
