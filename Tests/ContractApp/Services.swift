// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// What the routes of the fixture are built from.
package struct Services: Sendable {
    let directory: Directory

    /// A directory that is the same for everyone, so that a request's answer depends on nothing else.
    package init() {
        directory = Directory()
    }
}
