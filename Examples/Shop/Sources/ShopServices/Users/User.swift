// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeSchema

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Somebody who can order.
@Schema package struct User: Codable, Hashable, Sendable, Identifiable {
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
@Schema package struct NewUser: Hashable, Sendable {
    /// On one line, and not blank.
    @Field(
        .length(1...100),
        .pattern(#"^[^\x00-\x1F]*[^\x00-\x20][^\x00-\x1F]*$"#, "must be one line that is not blank")
    )
    package var name: String
    @Field(.length(...254), .email) package var email: String

    package init(name: String, email: String) {
        self.name = name
        self.email = email
    }
}

/// Changes to a user.
///
/// What is nil stays.
@Schema package struct UpdateUser: Hashable, Sendable {
    /// On one line, and not blank.
    @Field(
        .length(1...100),
        .pattern(#"^[^\x00-\x1F]*[^\x00-\x20][^\x00-\x1F]*$"#, "must be one line that is not blank")
    )
    package var name: String?
    @Field(.length(...254), .email) package var email: String?

    package init(name: String? = nil, email: String? = nil) {
        self.name = name
        self.email = email
    }
}
