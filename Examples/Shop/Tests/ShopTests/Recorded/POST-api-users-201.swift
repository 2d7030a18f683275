// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

// Recorded exchange dcb5e0f8b636cc07.
// Edit it as you like: while that line is here, the exchange is not recorded again.

import Fledge
import FledgeTesting
import Testing

@testable import Shop

@Test func `POST-api-users-201`() async throws {
    try await recordedApp().test { client in
        var headers = Fields()
        headers["Content-Type"] = "application/json"
        let response = try await client.send(
            .post, "/api/users", headers: headers,
            body: #"""
                {
                  "name": "Ada",
                  "email": "ada@example.com"
                }
                """#)
        try response.expect(201)
        #expect(response.headers["Content-Type"] == "application/json")
        try response.expect(
            jsonText: #"""
                {
                  "id": 1,
                  "name": "Ada",
                  "email": "ada@example.com",
                  "createdAt": "2026-11-23T05:04:46.871Z"
                }
                """#,
            ignoring: ["createdAt", "requestId"])
    }
}
