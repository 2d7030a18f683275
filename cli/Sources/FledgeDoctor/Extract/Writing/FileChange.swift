// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// A file as it was and as it will be.
package struct FileChange: Hashable, Sendable {
    /// Below the app's folder.
    package var path: String
    /// `nil` for a new file.
    package var old: String?
    package var new: String
}
