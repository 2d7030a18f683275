// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// What becomes of a value in a handler: with ``Origin``, what makes a rule of it.
///
/// A number from an order that ends in a text is shown; the same number given to a service is decided.
enum Effect: Int, Comparable {
    /// A text, a header field, a status; or a bound of the work: how many rows at once, how long to wait.
    case shown
    /// Part of the web's own questions: not modified, not signed in.
    case routine
    /// Not known: a condition, a closure, another function.
    case open
    /// A value of the answer.
    case answered
    /// Told to a service, or kept by a property of the domain.
    case given

    static func < (a: Effect, b: Effect) -> Bool { a.rawValue < b.rawValue }
}
