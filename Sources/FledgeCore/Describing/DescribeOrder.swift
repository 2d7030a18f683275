// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeJSON

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
    /// Where to write the document of the API, if there is one: JSON, or YAML by the name.
    package var documentFile: String?

    /// What the process was told; nil if it is to serve.
    package static let ofProcess: DescribeOrder? = {
        let variables = ProcessInfo.processInfo.environment
        guard let file = variables[variable], !file.isEmpty else { return nil }
        return DescribeOrder(
            file: file, request: variables["FLEDGE_EXPLAIN"],
            documentFile: variables["FLEDGE_DESCRIBE_OPENAPI"])
    }()

    /// Writes what the app is.
    package func carryOut(on app: BuiltApp, apiInfo: (any Sendable)?) throws {
        var description = AppDescription(of: app).members
        if let request { description["explanation"] = app.explain(request) }
        try save(JSONWriter.encode(JSON.object(description)), file)
        if let documentFile, let info = apiInfo as? any APIDocumenting {
            let isYAML = documentFile.hasSuffix(".yaml") || documentFile.hasSuffix(".yml")
            try save(Array(info.document(of: app, asYAML: isYAML).utf8), documentFile)
        }
    }

    private func save(_ content: [UInt8], _ path: String) throws {
        try Data(content).write(to: URL(fileURLWithPath: path))
    }
}

/// What can tell an API as OpenAPI: of FledgeOpenAPI, which this module does not know.
package protocol APIDocumenting: Sendable {
    /// The document of an app, as text.
    func document(of app: BuiltApp, asYAML: Bool) -> String
}
