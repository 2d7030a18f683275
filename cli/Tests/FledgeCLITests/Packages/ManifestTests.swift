// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Foundation
import Testing

@testable import FledgeCLI

@Suite struct ManifestTests {
    private func manifest(_ programs: [(name: String, path: String?)]) throws -> Manifest {
        let targets = programs.map { program in
            let path = program.path.map { ",\"path\":\"\($0)\"" } ?? ""
            return "{\"name\":\"\(program.name)\",\"type\":\"executable\"\(path)}"
        }
        let text = """
            {"name":"shop","products":[{"name":"Lib","type":{"library":["automatic"]},
            "targets":["Lib"]}],"targets":[{"name":"Lib","type":"regular"},
            \(targets.joined(separator: ","))]}
            """
        return try JSONDecoder().decode(Manifest.self, from: Data(text.utf8))
    }

    @Test func `the only program is meant`() throws {
        let manifest = try manifest([("App", "app")])
        #expect(try manifest.program(named: nil, from: "/a", root: "/a") == "App")
        #expect(try manifest.program(named: "App", from: "/a", root: "/a") == "App")
    }

    @Test(arguments: [
        ("/a/Examples/Shop", "Shop"), ("/a/Examples/Shop/app", "Shop"),
        ("/a/Examples/Shop/app/api", "Shop"), ("/a/Sources/Tool", "Tool"),
    ])
    func `of several, the one around us is meant`(directory: String, name: String) throws {
        let manifest = try manifest([("Shop", "Examples/Shop/app"), ("Tool", nil)])
        #expect(try manifest.program(named: nil, from: directory, root: "/a") == name)
    }

    @Test func `what cannot be known is asked`() throws {
        let several = try manifest([("Shop", "Examples/Shop/app"), ("Tool", nil)])
        let error = #expect(throws: CommandError.self) {
            try several.program(named: nil, from: "/a", root: "/a")
        }
        #expect(error?.remedy == "Say which: --product Shop, or --product Tool")
        let other = #expect(throws: CommandError.self) {
            try several.program(named: "Shap", from: "/a", root: "/a")
        }
        #expect(other?.description.contains("It has Shop, Tool.") == true)
    }

    @Test(arguments: [
        ("a/./b/../c", "/x/a/c"), ("/a/b/", "/a/b"), ("../..", "/"), ("", "/x"), ("/", "/"),
    ])
    func `a path is made absolute`(path: String, result: String) {
        #expect(Paths.absolute(path, from: "/x") == result)
    }
}
