// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What a search was asked for, so that a wrong default or a lost value shows in the answer.
struct SearchEcho: Encodable {
    var word: String
    var limit: Int
    var exact: Bool
    var since: Date?
    var kind: Kind?
    var tags: [String]
    var kinds: [Kind]
    var ratio: Double?
    var code: UUID?
    var grade: Grade?
    var caller: String?
}

/// A whole query string as one value.
struct Filter: Codable, Sendable {
    var word: String
    var limit: Int?
    var kind: Kind?
    var tag: [String]?
}

/// What came in header fields and cookies.
struct MetaEcho: Encodable {
    var ifMatch: String
    var count: Int?
    var theme: Theme?
    var session: Int
}

/// A named text, for handlers with little to say.
struct Note: Codable, Sendable {
    var what: String
    var detail: String
}
