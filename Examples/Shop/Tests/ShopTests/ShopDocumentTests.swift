// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge
import Foundation
import ShopServices
import Testing

@testable import Shop

/// What the shop says of itself.
@Suite struct ShopDocumentTests {
    private static let file = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../openapi.yaml").standardizedFileURL

    private func document() throws -> OpenAPIDocument { try ShopDocument.make() }

    /// After a change on purpose, run it with `FLEDGE_UPDATE_SNAPSHOTS=1` and review the diff.
    @Test func `the document in the repository is that of the app`() throws {
        let yaml = try document().yaml
        if ProcessInfo.processInfo.environment["FLEDGE_UPDATE_SNAPSHOTS"] != nil {
            try yaml.write(to: Self.file, atomically: true, encoding: .utf8)
        }
        #expect(try String(contentsOf: Self.file, encoding: .utf8) == yaml)
    }

    @Test func `nothing is missing in it`() throws {
        #expect(try document().gaps == [])
    }

    @Test func `every answer with a body says what stands in it`() throws {
        let operations = try ShopDocument().operations
        #expect(operations.count == 27)
        for operation in operations {
            #expect(operation.answers.contains { $0.status.hasPrefix("2") }, "\(operation.name)")
            for answer in operation.answers {
                let isEmpty = answer.status == "204"
                #expect(answer.schemas.isEmpty == isEmpty, "\(operation.name) \(answer.status)")
                for schema in answer.schemas {
                    #expect(!schema.isEmpty, "\(operation.name) \(answer.status)")
                }
            }
        }
    }
}
