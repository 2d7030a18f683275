// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Testing

@testable import FledgeMacros

@Suite struct VariableNameTests {
    @Test(arguments: [
        ("port", "PORT"),
        ("databaseURL", "DATABASE_URL"),
        ("apiKey2", "API_KEY2"),
        ("apiKey2Old", "API_KEY2_OLD"),
        ("URLSession", "URL_SESSION"),
        ("maxHTTPConnections", "MAX_HTTP_CONNECTIONS"),
        ("already_snake", "ALREADY_SNAKE"),
        ("aB", "A_B"),
        ("x", "X"),
        ("ipV4Only", "IP_V4_ONLY"),
    ])
    func `a variable is the property in capitals with underscores between the words`(
        _ property: String, _ variable: String
    ) {
        #expect(VariableName.of(property: property) == variable)
    }

    @Test(arguments: ["", "1A", "A-B", "A B", "É", "A=B", "A.B"])
    func `names that a shell would not take are refused`(_ name: String) {
        #expect(!VariableName.isValid(name))
    }

    @Test(arguments: ["A", "_", "_1", "SHOP_SECRET", "path"])
    func `names that a shell takes are valid`(_ name: String) {
        #expect(VariableName.isValid(name))
    }
}
