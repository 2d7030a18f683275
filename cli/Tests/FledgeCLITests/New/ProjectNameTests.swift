// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Foundation
import Testing

@testable import FledgeCLI

@Suite struct ProjectNameTests {
    @Test(arguments: [
        ("hello", "Hello"), ("notes-api", "NotesApi"), ("a1-b2", "A1B2"), ("x", "X"),
        ("web-2", "Web2"),
    ])
    func `a name gives its modules theirs`(name: String, module: String) {
        let name = ProjectName(name)
        #expect(name.problems.isEmpty)
        #expect(name.module == module)
    }

    @Test(arguments: [
        ("", "empty"), ("MyShop", "Write 'my-shop'."), ("my_shop", "Write 'my-shop'."),
        ("my shop", "Write 'my-shop'."), ("-a", "Write 'a'."), ("a-", "Write 'a'."),
        ("a--b", "Write 'a-b'."), ("été", "lower-case letters"), ("../x", "Write 'x'."),
        ("2fast", "begins with a digit"), ("a/b", "Write 'a-b'."), ("🦅", "lower-case letters"),
        ("swift", "'swift-app' would do"), ("shop", "'shop-app' would do"),
        ("testing", "taken by Swift"), ("fledge", "'fledge-app' would do"),
        ("fledge-core", "taken by"), ("app", "'app-app' would do"),
        (String(repeating: "a", count: 61), "at most 60"), ("a\nb", "Write 'a-b'."),
    ])
    func `a name that will not do is told why`(name: String, says: String) {
        let problems = ProjectName(name).problems
        #expect(problems.contains { $0.contains(says) }, "\(problems)")
    }

    @Test func `no module of Fledge's own package can be made a second time`() throws {
        let manifest = URL(filePath: #filePath).appending(path: "../../../../../Package.swift")
        let text = try String(contentsOf: manifest.standardized, encoding: .utf8)
        let names = text.matches(of: /[tT]arget\(\s*name: "(\w+)"/).map { String($0.1) }
        #expect(names.contains("ShopServices") && names.contains("FledgeCore"))
        for name in names where !name.hasSuffix("Tests") {
            #expect(ProjectName.isReserved(name), "\(name)")
        }
    }

    @Test(arguments: ["MyShop", "my_shop", "HTTPServer", "a..b", "9lives"])
    func `what is suggested would do`(name: String) throws {
        let better = try #require(ProjectName.suggestion(for: name))
        #expect(ProjectName(better).problems.isEmpty, "\(better)")
    }
}
