// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeSchema
import Foundation
import Testing

@testable import FledgeOpenAPI

/// Whole clients as text.
///
/// That they compile, and what they do, is tried by `scripts/test-clients`.
@Suite struct ClientGeneratorTests {
    @Test(arguments: ClientLanguage.all)
    func `the clients of a document with everything are as pinned`(language: ClientLanguage) throws
    {
        let source = try ClientGenerator.source(in: language, for: Self.everything())
        // Not named `.swift`: the formatter would take it for ours.
        let suffix = language == .swift ? ".txt" : ""
        try Snapshot("clients.\(language.name)\(suffix)").expect(source)
    }

    @Test(arguments: ClientLanguage.all)
    func `an app's own document has a client`(language: ClientLanguage) throws {
        let source = try ClientGenerator.source(in: language, for: Self.document("everything.json"))
        #expect(source.contains("BookAPI"))
    }

    @Test(arguments: ClientLanguage.all)
    func `a document without operations has an empty client`(language: ClientLanguage) throws {
        let source = try ClientGenerator.source(in: language, for: ["openapi": "3.1.0"])
        #expect(source.contains("Client"))
        #expect(!source.contains("boundary"), "what no operation needs is not written")
    }

    @Test func `a type that no operation uses is not written`() throws {
        let source = try ClientGenerator.source(in: .typeScript, for: Self.everything())
        #expect(!source.contains("Unused"))
    }

    @Test func `text of the document cannot leave its comment or its string`() throws {
        let path: JSON = "/a`$x\\\"*/{id}"
        let document: JSON = .object([
            "openapi": "3.1.0",
            "info": [
                "title": "A\n*/ evil(); //", "version": "1\n2", "description": "*/ evil(); /*",
            ],
            "paths": .object([
                path.text ?? "": [
                    "get": [
                        "summary": "*/ }\n\u{2028}evil()",
                        "responses": ["200": ["description": ""]],
                        "parameters": [["name": "id", "in": "path", "description": "*/\n*/"]],
                    ]
                ]
            ]),
        ])
        let typeScript = try ClientGenerator.source(in: .typeScript, for: document)
        for line in typeScript.split(separator: "\n") where line.contains("evil()") {
            let text = String(line.drop { $0 == " " })
            #expect(["// ", "/** ", "* "].contains { text.hasPrefix($0) })
            let ends = text.split(separator: "*/", omittingEmptySubsequences: false).count - 1
            #expect(text.hasPrefix("//") || ends == (text.hasPrefix("/**") ? 1 : 0))
        }
        #expect(typeScript.contains(#"path: `/a\`\$x\\"*/${segment("id", parameters.id)}`"#))
        let swift = try ClientGenerator.source(in: .swift, for: document)
        for line in swift.split(separator: "\n") where line.contains("evil()") {
            #expect(line.drop { $0 == " " }.hasPrefix("//"))
        }
        #expect(swift.contains(#""/a`$x\\\"*/" + segment("id", id)"#))
    }

    static func everything() throws -> JSON { try document("clients.json") }

    static func document(_ name: String) throws -> JSON {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../Documents").appending(path: name)
        return try JSONReader.decode(JSON.self, from: String(contentsOf: file, encoding: .utf8))
    }
}
