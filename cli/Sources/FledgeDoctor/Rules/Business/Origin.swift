// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Where the value of an expression comes from.
///
/// What a handler may do with it depends on that.
enum Origin: Int, Comparable {
    /// Literals, settings, what is computed from nothing of interest.
    case plain
    /// Fields, cookies, the query as it came.
    case web
    /// Parameters of path and query.
    case input
    /// How many there are of something of the domain: pages and headers tell it.
    case size
    /// What the client sent to be worked on: the body of the request.
    case body
    /// The app's own values: what a service answered.
    case domain

    /// Whether rules of the domain are about such values.
    var isOfDomain: Bool { self >= .body }

    static func < (a: Origin, b: Origin) -> Bool { a.rawValue < b.rawValue }
}
