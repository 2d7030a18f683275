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

    private func document() throws -> OpenAPIDocument {
        let app = makeApp(
            services: Services(stores: .inMemory()),
            environment: Environment(mode: .test, values: [:]))
        return try app.openAPIDocument()
    }

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
}
