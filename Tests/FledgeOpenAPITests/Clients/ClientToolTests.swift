// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Testing

@testable import FledgeOpenAPI

@Suite struct ClientToolTests {
    private let tool = OpenAPITool { path in
        switch path {
        case "api.json": #"{"openapi":"3.1.0","paths":{}}"#
        case "broken.json": ##"{"openapi":"3.1.0","paths":{"/a":{"$ref":"#/b"}}}"##
        default: throw ClientGenerationError(pointer: "", message: "no such file")
        }
    }

    @Test func `a client goes to standard output, or to the file that is named`() {
        let printed = tool.run(["client", "ts", "api.json"])
        #expect(printed.status == 0)
        #expect(printed.output.contains("export function createClient"))
        #expect(printed.file == nil)

        let written = tool.run(["client", "-o", "Shop.swift", "swift", "api.json"])
        #expect(written.output == "Wrote Shop.swift.\n")
        #expect(written.file?.path == "Shop.swift")
        #expect(written.file?.text.contains("public struct Client") == true)
    }

    @Test(arguments: [
        (
            ["client", "php", "api.json"],
            "error: There is no client in 'php', only in 'ts' and 'swift'.\n"
        ),
        (["client", "ts", "api.json", "-o"], "error: -o needs the file that is to be written.\n"),
        (["client", "ts"], OpenAPITool.usage),
        (["client"], OpenAPITool.usage),
        (
            ["client", "ts", "broken.json"],
            "error: broken.json: At '/paths/~1a/$ref': '#/b' is not in the document. References to other documents "
                + "cannot be followed; bundle them into one first.\n"
        ),
    ])
    func `what cannot be done is said, with status 2`(arguments: [String], errors: String) {
        let outcome = tool.run(arguments)
        #expect(outcome.status == 2)
        #expect(outcome.errors == errors)
        #expect(outcome.output.isEmpty)
    }
}
