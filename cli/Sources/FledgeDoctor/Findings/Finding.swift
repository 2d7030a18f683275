// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// How much a finding matters.
package enum Severity: String, Sendable, Codable, CaseIterable, Comparable {
    /// A way to make the structure clearer.
    case note
    /// Something is where it should not be.
    case warning
    /// A layer is broken.
    case error

    package static func < (a: Severity, b: Severity) -> Bool {
        a.weight < b.weight
    }

    /// What a finding adds to the score of an app.
    package var weight: Int {
        switch self {
        case .note: 1
        case .warning: 3
        case .error: 5
        }
    }
}

/// Something that would be better elsewhere, or is missing.
package struct Finding: Sendable, Equatable, Encodable {
    package var rule: String
    package var severity: Severity
    package var file: String
    package var line: Int
    package var column: Int
    package var endLine: Int
    /// `OrdersRoute.POST`, where there is one.
    package var function: String?
    /// What was found, and why it matters here.
    package var message: String
    /// What to do.
    package var suggestion: String
    /// The same before and after lines have moved; see ``Fingerprint``.
    package var fingerprint = ""
}
