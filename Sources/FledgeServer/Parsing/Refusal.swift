// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeHTTP
import HTTPTypes

/// Why the server does not go on with a connection: the status and a sentence for the answer.
///
/// After a refusal nothing more is read as a request, since nobody can say where one would begin.
struct Refusal: Error, Hashable {
    let status: Status
    /// What is wrong, in words that the client's developer can act on.
    let reason: String

    init(_ status: Status, _ reason: String) {
        self.status = status
        self.reason = reason
    }

    /// A 400.
    static func malformed(_ reason: String) -> Refusal { Refusal(.badRequest, reason) }
}
