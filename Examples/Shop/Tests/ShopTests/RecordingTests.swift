// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge
import FledgeTesting
import ShopServices
import Testing

@testable import Shop

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The app that recorded tests begin with: one product, nobody signed up.
func recordedApp() async throws -> App {
    let services = Services(stores: .inMemory())
    _ = try await services.products.create(
        NewProduct(name: "Feather", price: Money(250, .eur), stock: 10))
    return makeApp(services: services, environment: Environment(mode: .test, values: [:]))
}

/// The files in `Recorded` are what the recorder writes, and pass.
@Suite struct RecordingTests {
    @Test(arguments: ["POST-api-users-201", "POST-api-users-422", "GET-api-products-200"])
    func `a recorded file is what the recorder writes`(name: String) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(
            component: "recorded-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let outside = App(mode: .development)
        outside.use(
            RecordExchanges(
                to: folder.path, app: "recordedApp()", imports: ["@testable import Shop"],
                below: "/api", volatile: ["createdAt"]))
        // An app is a router too; here it is one, so that the recorder stands around all of it.
        let shop: Router = try await recordedApp()
        outside.use("/", shop)
        try await outside.test(.loopback) { client in
            try await client.get("/api/products").expect(.ok)
            let ada: JSON = ["name": "Ada", "email": "ada@example.com"]
            try await client.post("/api/users", json: ada).expect(.created)
            try await client.post("/api/users", json: ["name": ""] as JSON)
                .expectProblem(.unprocessableContent)
        }
        let written = try text(of: folder.appending(component: "\(name).swift"))
        let here = URL(filePath: #filePath).deletingLastPathComponent()
        let kept = try text(of: here.appending(path: "Recorded/\(name).swift"))
        // Under the lines that every file of this repository begins with.
        #expect(kept.hasSuffix("\n\n" + written), "The recorder writes:\n\(written)")
    }

    /// The lines of a file, without what is another at each run.
    private func text(of file: URL) throws -> String {
        String(decoding: try Data(contentsOf: file), as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false)
            .filter { !$0.contains(#""createdAt": "#) && !$0.contains(#""requestId": "#) }
            .joined(separator: "\n")
    }
}
