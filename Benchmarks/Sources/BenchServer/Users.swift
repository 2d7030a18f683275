// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeJSON

// Declared as an application declares it, but with the macros in comments: compiling swift-syntax for
// release takes ten minutes. What they write stands in `Generated/`, and a test of the macros holds it
// to these lines.

/// The object of the JSON rows.
/* @Schema */ struct User: Sendable {
    var id: Int
    /* @Field(.length(1...80)) */ var name: String
    /* @Field(.email) */ var email: String
    /* @Field(.items(0...10), .unique, .each(.length(1...40))) */ var tags: [String]
}

/* @Controller */ struct UserController: Sendable {
    /* @POST */ func create(body: User) -> User { body }
}
