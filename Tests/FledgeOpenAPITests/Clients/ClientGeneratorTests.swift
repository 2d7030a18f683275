// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeSchema
import Foundation
import Testing

@testable import FledgeOpenAPI

/// Whole clients as text. That they compile, and what they do, is tried by `scripts/test-clients`.
@Suite struct ClientGeneratorTests {
    @Test(arguments: ClientLanguage.all)
    func `the clients of a document with everything are as pinned`(language: ClientLanguage) throws {
        let source = try ClientGenerator.source(in: language, for: Self.everything())
        try Snapshot("clients.\(language.name)").expect(source)
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
        let path: JSON = "/a`${1}\\\"*/{id}"
        let document: JSON = .object([
            "openapi": "3.1.0",
            "info": ["title": "A\n*/ code(); //", "version": "1\n2", "description": "*/ code(); /*"],
            "paths": .object([
                path.text ?? "": [
                    "get": [
                        "summary": "*/ }\n\u{2028}code()", "responses": ["200": ["description": ""]],
                        "parameters": [["name": "id", "in": "path", "description": "*/\n*/"]],
                    ]
                ]
            ]),
        ])
        let typeScript = try ClientGenerator.source(in: .typeScript, for: document)
        #expect(!typeScript.contains("*/ "))
        #expect(typeScript.contains(#"path: `/a\`\${1}\\"*/${segment("id", parameters.id)}`"#))
        let swift = try ClientGenerator.source(in: .swift, for: document)
        for line in swift.split(separator: "\n") where line.contains("code()") {
            #expect(line.drop { $0 == " " }.hasPrefix("//"))
        }
        #expect(swift.contains(#""/a`${1}\\\"*/" + segment("id", id)"#))
    }

    static func everything() throws -> JSON { try document("clients.json") }

    static func document(_ name: String) throws -> JSON {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../Documents").appending(path: name)
        return try JSONReader.decode(JSON.self, from: String(contentsOf: file, encoding: .utf8))
    }
}
