// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Somebody in the directory.
struct Person: Codable, Sendable, Equatable {
    var id: Int
    var name: String
    var kind: Kind
}

/// Somebody who is not in the directory yet.
struct NewPerson: Decodable, Sendable {
    var name: String
    var kind: Kind?
}

/// A closed set, for parameters that are enums.
enum Kind: String, Codable, Sendable, CaseIterable {
    case bird, cat, fish
}

/// A parameter that is a type over a scalar.
struct Grade: RawRepresentable, Codable, Sendable {
    var rawValue: Int
}
