// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// What the app runs for.
///
/// Set by `FLEDGE_ENV`.
public enum Mode: String, Sendable, Hashable, CaseIterable {
    /// On the developer's machine: errors show their cause.
    case development
    /// Under test.
    case test
    /// For users: errors show nothing internal.
    case production

    /// What counts when `FLEDGE_ENV` is not set: production in release builds, development in
    /// debug builds.
    package static var ofBuild: Mode {
        #if DEBUG
        .development
        #else
        .production
        #endif
    }
}
