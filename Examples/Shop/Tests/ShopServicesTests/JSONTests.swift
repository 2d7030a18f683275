// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import ShopServices
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite struct JSONTests {
    @Test func `identifiers are plain numbers and currencies their codes`() async throws {
        let shop = try await ShopFixture()
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let json = String(decoding: try encoder.encode(shop.pen), as: UTF8.self)
        #expect(
            json
                == #"{"id":1,"name":"Pen","price":{"amount":250,"currency":"EUR"},"stock":10}"#)
        let order = try JSONDecoder().decode(
            NewOrder.self,
            from: Data(#"{"userID":1,"lines":[{"productID":3,"quantity":2}]}"#.utf8))
        #expect(order == NewOrder(userID: 1, lines: [.init(productID: 3, quantity: 2)]))
    }
}
