// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

package import FledgeJSON

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The order to tell what the app is instead of serving it: how `fledge routes` asks.
///
/// A program that is started with `FLEDGE_DESCRIBE=FILE` builds its app as always, writes what it is
/// into the file as JSON and ends. Databases that it opens on the way are stand-ins: see FledgeData.
package struct DescribeOrder: Sendable {
    /// The variable that names the file.
    package static let variable = "FLEDGE_DESCRIBE"

    /// The file to write.
    package var file: String
    /// A request to explain: `GET /users/me`.
    package var request: String?

    /// What the process was told; nil if it is to serve.
    package static let ofProcess: DescribeOrder? = {
        let variables = ProcessInfo.processInfo.environment
        guard let file = variables[variable], !file.isEmpty else { return nil }
        return DescribeOrder(file: file, request: variables["FLEDGE_EXPLAIN"])
    }()

    /// Writes what the app is.
    package func carryOut(on app: BuiltApp, apiInfo: (any Sendable)?) throws {
        var description = AppDescription(of: app).members
        if let info = apiInfo as? any APIDocumenting {
            description["openapi"] = info.document(of: app)
        }
        if let request { description["explanation"] = app.explain(request) }
        let text = try JSONWriter.encode(JSON.object(description))
        try Data(text).write(to: URL(fileURLWithPath: file))
    }
}

/// What can tell an API as OpenAPI: of FledgeOpenAPI, which this module does not know.
package protocol APIDocumenting: Sendable {
    /// The document of an app.
    func document(of app: BuiltApp) -> JSON
}
