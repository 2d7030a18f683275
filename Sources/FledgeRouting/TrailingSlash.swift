// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// What one slash at the end of a path means.
///
/// | policy | `/users` registered, `/users/` asked | `/users/` registered, `/users` asked |
/// |---|---|---|
/// | ``ignore`` | answers | answers |
/// | ``redirect`` | 308 to `/users` | 308 to `/users/` |
/// | ``strict`` | 404 | 404 |
///
/// Two slashes at the end, or an empty segment anywhere, never match. The path `/` has no trailing
/// slash: it is the root in every policy.
public enum TrailingSlash: Sendable, Hashable {
    /// `/users` and `/users/` are one route. The default.
    case ignore
    /// The form that was registered answers; the other one is sent there.
    case redirect
    /// Only the form that was registered answers.
    case strict
}
