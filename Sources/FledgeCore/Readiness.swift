// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Synchronization

/// Whether the app wants requests: what `/ready` tells the load balancer.
///
/// It changes once, when the server begins to stop, and before anything else does: whoever sends
/// requests here gets time to look elsewhere.
package final class Readiness: Sendable {
    private let ready = Atomic<Bool>(true)

    /// Whether more requests are wanted; if not, `/ready` answers 503.
    package var isReady: Bool {
        get { ready.load(ordering: .relaxed) }
        set { ready.store(newValue, ordering: .relaxed) }
    }
}
