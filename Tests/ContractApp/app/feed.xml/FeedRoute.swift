// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge

@Route struct FeedRoute {
    /// A folder with a dot is a literal.
    func GET() -> Response {
        Response(headers: [.contentType: "application/xml"], body: Body("<feed/>"))
    }
}
