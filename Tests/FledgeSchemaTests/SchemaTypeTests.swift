// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Testing

@testable import FledgeSchema

private enum Status: String, CaseIterable, SchemaType { case open, closed }
private struct UserID: RawRepresentable, SchemaType, Hashable { var rawValue: Int }

@Suite struct SchemaTypeTests {
    @Test func `an enum and an identifier conform without a line of code`() throws {
        #expect(try JSONReader.decode([Status].self, from: #"["open"]"#) == [.open])
        #expect(try JSONReader.decode(UserID?.self, from: "3")?.rawValue == 3)
    }
}
