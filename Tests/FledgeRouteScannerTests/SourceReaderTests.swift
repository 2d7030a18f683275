// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Testing

@testable import FledgeRouteScanner

@Suite struct `The reader` {
    private func read(_ source: String) -> FileFacts {
        SourceReader.read(SourceFile(path: "/shop/app/File.swift", text: source))
    }

    /// The names of the types marked `@Route`.
    private func routes(_ source: String) -> [String] {
        read(source).types.filter { $0.attribute("Route") != nil }.map(\.name)
    }

    @Test(arguments: [
        Row("on one line", "@Route struct A {}", ["A"]),
        Row("on lines", "@Route\npublic\nstruct\nA\n{\n}", ["A"]),
        Row("with the module", "@Fledge.Route struct A {}", ["A"]),
        Row("of another module", "@Other.Route struct A {}", []),
        Row(
            "with arguments over lines", "@Route(\n  use: [\"}\", f { $0 }],\n  x\n)\nstruct A {}",
            ["A"]),
        Row("after another attribute", "@available(macOS 15, *) @Route struct A {}", ["A"]),
        Row("before a generic attribute", "@Route @Tagged<Int>(1) struct A {}", ["A"]),
        Row("in a comment", "// @Route\n/* @Route */ struct A {}", []),
        Row("in a string", "let s = \"@Route\"\nstruct A {}", []),
        Row("as a longer name", "@Routes struct A {}", []),
        Row("on the type before", "@Route struct A {}\nstruct B {}", ["A"]),
        Row("on a function before", "@Route func f() {}\nstruct B {}", []),
        Row("on a property before", "@Route var x = 1\nstruct B {}", []),
        Row("after a closure with braces", "let f = { if x { } }\n@Route struct A {}", ["A"]),
        Row("two of them", "@Route struct A {}\n@Route struct B {}", ["A", "B"]),
        Row("a raw identifier", "@Route struct `in` {}", ["`in`"]),
        Row("after a brace too many", "}\n@Route struct A {}", ["A"]),
        Row("after a class func", "class C { class func f() {} }\n@Route struct A {}", ["A"]),
        Row("after a variable called actor", "let actor = 1\n@Route struct A {}", ["A"]),
    ])
    func `finds @Route`(row: Row<String, [String]>) {
        #expect(routes(row.input) == row.expected)
    }

    @Test(arguments: [
        Row(
            "bare verbs", "func GET() {}\n func POST(body: X) async throws -> Y {}",
            ["GET", "POST"]),
        Row(
            "every verb", Verb.allCases.map { "func \($0)() {}" }.joined(separator: "\n"),
            Verb.allCases.map(\.rawValue)),
        Row("an attribute", "@GET func list() {}", ["GET"]),
        Row(
            "an attribute with a path", "@POST(\"/:id/publish\") func publish() {}",
            ["POST /:id/publish"]),
        Row(
            "with a path over lines", "@POST(\n\"/x\",\nbody: .mebibytes(20)\n)\nfunc x() {}",
            ["POST /x"]),
        Row("with options only", "@POST(body: .mebibytes(20)) func x() {}", ["POST"]),
        Row("with a computed path", "@GET(\"/\\(x)\") func x() {}", ["GET ?"]),
        Row("with a path that is a constant", "@GET(path) func x() {}", ["GET ?"]),
        Row("two attributes", "@GET @HEAD func x() {}", ["GET", "HEAD"]),
        Row("an attribute wins over the name", "@POST func GET() {}", ["POST"]),
        Row("backticks", "func `GET`() {}", ["GET"]),
        Row("a static function", "static func GET() {}", []),
        Row("a property", "let GET = 1", []),
        Row("a call", "let x = Y.GET()\nfunc other() { GET() }", []),
        Row("a local function", "func other() { func GET() {} }", []),
        Row("a nested type", "struct Inner { func GET() {} }", []),
        Row("lower case", "func get() {}", []),
        Row(
            "after a default value with braces", "func POST(f: () -> Void = { }) {}\nfunc GET() {}",
            ["POST", "GET"]),
        Row("inside #if", "#if DEBUG\nfunc GET() {}\n#endif", ["GET"]),
    ])
    func `finds handlers`(row: Row<String, [String]>) {
        let facts = read("struct A {\n\(row.input)\n}")
        let handlers = facts.types[0].functions.flatMap(\.handlers).map { verb, path in
            switch path {
            case .none: verb.rawValue
            case .literal(let path): "\(verb) \(path)"
            case .unknown: "\(verb) ?"
            }
        }
        #expect(handlers == row.expected)
    }

    @Test(arguments: [
        Row("plain", "import Fledge", ["Fledge"]),
        Row("testable", "@testable import Fledge", ["Fledge"]),
        Row("with a level", "public import Fledge", ["public Fledge"]),
        Row("of one declaration", "package import struct Fledge.Request", ["package Fledge"]),
        Row("of a submodule", "import Fledge.Sub", ["Fledge"]),
        Row("in backticks", "import `Fledge`", ["Fledge"]),
        Row("two on a line", "import A; import B", ["A", "B"]),
        Row("in a comment", "// import A\n/* import B */", []),
        Row("in a string", "let s = \"\"\"\nimport A\n\"\"\"", []),
        Row("in a condition", "#if canImport(A)\n#endif", []),
        Row("as a name", "x.import(A)", []),
    ])
    func `finds imports`(row: Row<String, [String]>) {
        let imports = read(row.input).imports.map { fact in
            [fact.access, fact.module].compactMap { $0 }.joined(separator: " ")
        }
        #expect(imports == row.expected)
    }

    @Test(arguments: [
        Row("none", "struct A {}", nil),
        Row("one", "#if DEBUG\nstruct A {}\n#endif", "DEBUG"),
        Row(
            "a long one", "#if os(Linux) && swift(>=6.2) // why\nstruct A {}\n#endif",
            "os(Linux) && swift(>=6.2)"),
        Row(
            "over lines", "#if os(Linux) ||\n os(macOS)\nstruct A {}\n#endif",
            "os(Linux) || os(macOS)"),
        Row("else", "#if DEBUG\n#else\nstruct A {}\n#endif", "!(DEBUG)"),
        Row("elseif", "#if A1\n#elseif B1\nstruct A {}\n#endif", "(!(A1)) && (B1)"),
        Row(
            "else after elseif", "#if A1\n#elseif B1\n#else\nstruct A {}\n#endif",
            "(!(A1)) && (!(B1))"),
        Row("nested", "#if A1\n#if B1\nstruct A {}\n#endif\n#endif", "(A1) && (B1)"),
        Row("closed before", "#if A1\n#endif\nstruct A {}", nil),
        Row("on the attribute alone", "#if A1\n@Route\n#endif\nstruct A {}", "A1"),
    ])
    func `knows the condition of a type`(row: Row<String, String?>) throws {
        let source =
            row.input.contains("@Route")
            ? row.input : row.input.replacing("struct", with: "@Route struct")
        let type = try #require(read(source).types.first)
        #expect(type.attribute("Route")?.condition.text == row.expected)
    }

    @Test func `a program is a file called main or a type marked so`() {
        #expect(read("@main struct App {}").isMain)
        #expect(!read("// @main\nstruct App {}").isMain)
        #expect(SourceReader.read(SourceFile(path: "/a/main.swift", text: "")).isMain)
    }

    @Test func `any text is read to its end`() {
        for source in [
            "}}}", "{{{", "struct", "@", "@Route(", "#if", "func", "import", "init", "\"\\(",
        ] {
            #expect(read(source).types.allSatisfy { $0.functions.isEmpty })
        }
    }
}
