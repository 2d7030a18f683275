// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

// Recorded exchange 102da2a12bde35e3.
// Edit it as you like: while that line is here, the exchange is not recorded again.

import Fledge
import FledgeTesting
import Testing

@testable import Shop

@Test func `POST-api-users-422`() async throws {
    try await recordedApp().test { client in
        var headers = Fields()
        headers["Content-Type"] = "application/json"
        let response = try await client.send(
            .post, "/api/users", headers: headers,
            body: #"""
                {
                  "name": ""
                }
                """#)
        try response.expect(422)
        #expect(response.headers["Content-Type"] == "application/problem+json")
        try response.expect(
            jsonText: #"""
                {
                  "type": "about:blank",
                  "title": "Unprocessable Content",
                  "status": 422,
                  "detail": "The body does not have the expected form. '/name' must have 1 to 100 characters. '/name' must be one line that is not blank. '/email' is required.",
                  "code": "invalid_body",
                  "errors": [
                    {
                      "code": "length",
                      "message": "'/name' must have 1 to 100 characters.",
                      "pointer": "/name",
                      "params": {
                        "min": 1,
                        "max": 100
                      }
                    },
                    {
                      "code": "pattern",
                      "message": "'/name' must be one line that is not blank.",
                      "pointer": "/name",
                      "params": {
                        "pattern": "^[^\\x00-\\x1F]*[^\\x00-\\x20][^\\x00-\\x1F]*$"
                      }
                    },
                    {
                      "code": "missing",
                      "message": "'/email' is required.",
                      "pointer": "/email"
                    }
                  ],
                  "requestId": "fc3c4d20000004a"
                }
                """#,
            ignoring: ["createdAt", "requestId"])
    }
}
