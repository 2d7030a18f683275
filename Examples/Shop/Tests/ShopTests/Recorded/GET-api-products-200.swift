// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

// Recorded exchange e19368c5e87628d5.
// Edit it as you like: while that line is here, the exchange is not recorded again.

import Fledge
import FledgeTesting
import Testing

@testable import Shop

@Test func `GET-api-products-200`() async throws {
    try await recordedApp().test { client in
        let response = try await client.send(.get, "/api/products")
        try response.expect(200)
        #expect(response.headers["Content-Type"] == "application/json")
        try response.expect(
            jsonText: #"""
                {
                  "items": [
                    {
                      "id": 1,
                      "name": "Feather",
                      "price": {
                        "amount": 250,
                        "currency": "EUR"
                      },
                      "stock": 10
                    }
                  ],
                  "total": 1,
                  "page": 1,
                  "limit": 20
                }
                """#,
            ignoring: ["createdAt", "requestId"])
    }
}
