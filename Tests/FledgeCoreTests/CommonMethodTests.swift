// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeRouting
import HTTPTypes
import Testing

@testable import FledgeHTTP

@Suite struct CommonMethodTests {
    @Test func `common methods have the numbers that routes know them by`() {
        #expect(CommonMethod.allCases.map(\.method.rawValue) == RouteTable<Int>.commonMethods)
    }

    @Test(arguments: CommonMethod.allCases)
    func `a common method is found by its name`(method: CommonMethod) {
        #expect(CommonMethod(method.method) == method)
    }

    @Test func `any other method has no number`() throws {
        #expect(CommonMethod(.trace) == nil)
        #expect(CommonMethod(try #require(Method("get"))) == nil)
    }
}
