// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Why nothing could be examined.
package struct DoctorError: Error, CustomStringConvertible, Sendable {
    /// What happened, where, and what to do.
    package let description: String

    package init(_ description: String) {
        self.description = description
    }
}
