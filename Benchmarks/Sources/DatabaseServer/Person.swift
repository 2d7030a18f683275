// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeJSON

// Declared as an application declares them, with the macros in comments: see BenchServer's Users.swift.

/// A row of the table.
/* @Schema */ struct Person: Sendable {
    var id: Int
    var name: String
    var email: String
    var score: Double
}

/// What is sent to add one.
/* @Schema */ struct NewPerson: Sendable {
    /* @Field(.length(1...80)) */ var name: String
    /* @Field(.email) */ var email: String
    var score: Double
}

/* @Schema */ struct Added: Sendable {
    var added: Int
}
