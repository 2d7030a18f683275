// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge

@Route struct ReportRoute {
    /// A parameter inside a segment, which goes before the whole segment.
    func GET(name: String) -> Response {
        Response(headers: [.contentType: "application/pdf"], body: Body("report of \(name)"))
    }
}
