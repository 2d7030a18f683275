// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Somebody who can order.
package struct User: Codable, Hashable, Sendable, Identifiable {
    package struct ID: EntityID {
        package let rawValue: Int
        package init(rawValue: Int) { self.rawValue = rawValue }
    }

    package let id: ID
    package var name: String
    /// In lower case.
    ///
    /// No two users have the same.
    package var email: String
    package let createdAt: Date

    package init(id: ID, name: String, email: String, createdAt: Date) {
        self.id = id
        self.name = name
        self.email = email
        self.createdAt = createdAt
    }
}

/// What it takes to sign up.
package struct NewUser: Codable, Hashable, Sendable {
    package var name: String
    package var email: String

    package init(name: String, email: String) {
        self.name = name
        self.email = email
    }
}

/// Changes to a user.
///
/// What is nil stays.
package struct UpdateUser: Codable, Hashable, Sendable {
    package var name: String?
    package var email: String?

    package init(name: String? = nil, email: String? = nil) {
        self.name = name
        self.email = email
    }
}
