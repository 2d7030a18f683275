// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import ContractApp
import Fledge
import FledgeSchema
import Logging
import Testing

@testable import FledgeOpenAPI

@Suite struct `The document of an app` {
    @Test func `says everything that a route can have`() throws {
        let document = try makeEverything().openAPIDocument()
        try Snapshot("everything.yaml").expect(document.yaml)
        try Snapshot("everything.json").expect(document.text)
        #expect(
            document.gaps
                == [
                    "PATCH /api/inputs: Plain does not describe itself, so the document says nothing of its content. Mark it with @Schema.",
                    "QUERY /api/inputs: OpenAPI 3.1 has no word for this method.",
                ].sorted { $0 > $1 })
    }

    @Test func `of files and of code is the same but for places`() throws {
        let document = try ContractVariant.files.makeApp(logger: .silent)
            .openAPIDocument()
        try Snapshot("contract.yaml").expect(document.yaml)
    }

    @Test func `is made without a route`() throws {
        let document = try App(mode: .test).openAPIDocument(
            OpenAPIInfo("Empty", servers: ["https://a.example"]))
        #expect(document.json["paths"] == [:])
        #expect(document.json["servers"] == [["url": "https://a.example"]])
    }
}

extension Logger {
    static var silent: Logger { Logger(label: "test") { _ in SwiftLogNoOpLogHandler() } }
}
