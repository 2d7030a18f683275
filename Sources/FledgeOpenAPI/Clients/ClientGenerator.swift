// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

public import FledgeJSON

/// Writes typed clients of an API from its OpenAPI 3.1 document.
///
///     let source = try ClientGenerator.source(in: .typeScript, for: document.json)
///
/// A client is one file without dependencies. It has a function for each operation, grouped by tag,
/// and a type for each schema that an operation uses; what the server refuses is thrown as a
/// `ProblemError`. The command is `fledge-openapi client ts openapi.json -o src/shop.ts`;
/// docs/Clients.md tells the rest.
public enum ClientGenerator {
    /// Writes the client.
    ///
    /// The same document gives the same text, so that a repository can hold it and a build can
    /// compare.
    ///
    /// - Parameters:
    ///   - language: What it is written in.
    ///   - document: The whole document. References to other documents are not followed.
    /// - Returns: The whole file.
    /// - Throws: The place of what cannot be understood.
    public static func source(
        in language: ClientLanguage, for document: JSON
    ) throws(ClientGenerationError) -> String {
        let model = try ClientModelReader.read(document)
        return switch language.choice {
        case .typeScript: TypeScriptClient.source(of: model)
        case .swift: SwiftClient.source(of: model)
        }
    }
}

/// A language that clients are written in.
public struct ClientLanguage: Sendable, Hashable {
    enum Choice: String, CaseIterable { case typeScript = "ts", swift }

    let choice: Choice

    /// One ES module on `fetch`: for browsers, Next.js, Node 20 and later, and Deno.
    public static let typeScript = ClientLanguage(choice: .typeScript)
    /// One file on Foundation: for Apple's platforms and Linux, Swift 6.
    public static let swift = ClientLanguage(choice: .swift)

    /// All of them.
    public static let all = Choice.allCases.map(ClientLanguage.init)

    private init(choice: Choice) { self.choice = choice }

    /// The language of a name: `ts`, `swift`.
    public init?(name: String) {
        guard let choice = Choice(rawValue: name) else { return nil }
        self.choice = choice
    }

    /// Its name, which is also the extension of its files.
    public var name: String { choice.rawValue }
}
