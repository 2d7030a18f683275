// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Testing

@testable import FledgeOpenAPI

@Suite struct `The tool fledge-openapi` {
    private struct NoSuchFile: Error, CustomStringConvertible {
        let description = "no such file"
    }

    private static let files = [
        "old.json": #"{"openapi":"3.1.0","paths":{"/a":{"get":{}}}}"#,
        "new.json": #"{"openapi":"3.1.0","paths":{}}"#,
        "broken.json": "{\n  \"openapi\": ?}",
        "other.json": #"{"swagger":"2.0"}"#,
    ]

    private func run(_ arguments: String...) -> OpenAPITool.Outcome {
        OpenAPITool { name in
            guard let text = Self.files[name] else { throw NoSuchFile() }
            return text
        }.run(arguments)
    }

    @Test func `ends with 0 when nothing breaks`() {
        #expect(
            run("diff", "old.json", "old.json")
                == .init(status: 0, output: "Nothing in old.json breaks a client of old.json.\n"))
    }

    @Test func `ends with 1 and lists what breaks`() {
        let output = """
            GET /a: The route is gone. Requests to it get 404. [route_removed]
            1 change breaks a client of old.json.

            """
        #expect(run("diff", "old.json", "new.json") == .init(status: 1, output: output))
    }

    @Test(arguments: [[], ["diff"], ["diff", "old.json"], ["compare"], ["diff", "a", "b", "c"]])
    func `ends with 2 and says how it is used`(arguments: [String]) {
        let outcome = OpenAPITool { _ in "" }.run(arguments)
        #expect(outcome == .init(status: 2, errors: OpenAPITool.usage))
    }

    @Test(arguments: [
        ("missing.json", "error: missing.json cannot be read: no such file\n"),
        ("other.json", "error: other.json is not an OpenAPI 3 document"),
        ("broken.json", "error: broken.json is not JSON: "),
    ])
    func `ends with 2 for a file that is no document`(name: String, message: String) {
        let outcome = run("diff", "old.json", name)
        #expect(outcome.status == 2)
        #expect(outcome.errors.hasPrefix(message), "\(outcome.errors)")
    }
}
