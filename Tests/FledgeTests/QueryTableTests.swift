// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge
import Testing

@Controller struct QueryTable {
    @GET("/int") func int(x: Int) -> String { "\(x)" }
    @GET("/optional") func optional(x: Int?) -> String { x.map(String.init) ?? "nil" }
    @GET("/default") func withDefault(x: Int = 9) -> String { "\(x)" }
    @GET("/list") func list(x: [Int]) -> String { "\(x)" }
    @GET("/bool") func bool(x: Bool) -> String { "\(x)" }
    @GET("/string") func string(x: String) -> String { "\"\(x)\"" }
}

/// The table of the query string in `docs/Binding.md` for six types; `nil` is a 400.
@Suite struct QueryTableTests {
    private static let columns = ["int", "optional", "default", "list", "bool", "string"]

    @Test(arguments: [
        ("", [nil, "nil", "9", "[]", nil, nil]),
        ("?x=7", ["7", "7", "7", "[7]", nil, "\"7\""]),
        ("?x=1&x=2", [nil, nil, nil, "[1, 2]", nil, nil]),
        ("?x[]=1&x[]=2", [nil, nil, nil, "[1, 2]", nil, nil]),
        ("?x", [nil, "nil", "9", "[]", "true", "\"\""]),
        ("?x=", [nil, "nil", "9", "[]", nil, "\"\""]),
    ])
    func `the query string is read as the table says`(
        _ query: String, _ row: [String?]
    ) async throws {
        let call = try Calls(QueryTable())
        for (column, expected) in zip(Self.columns, row) {
            let answer = try await call(.get, "/\(column)\(query)")
            #expect(answer.status == (expected == nil ? 400 : 200), "\(column)\(query)")
            if let expected { #expect(answer.body == expected, "\(column)\(query)") }
        }
    }
}
