// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Testing

@testable import FledgeDoctor

@Suite struct ExtractTextTests {
    @Test func `a difference is one that git applies`() {
        let old = (1...12).map { "line \($0)\n" }.joined()
        let new = old.replacing("line 6\n", with: "six\nand a half\n")
        #expect(
            UnifiedDiff.text(FileChange(path: "a.txt", old: old, new: new)) == """
                --- a/a.txt
                +++ b/a.txt
                @@ -3,7 +3,8 @@
                 line 3
                 line 4
                 line 5
                -line 6
                +six
                +and a half
                 line 7
                 line 8
                 line 9

                """)
        #expect(
            UnifiedDiff.text(FileChange(path: "b.txt", old: nil, new: "one\n"))
                == "--- /dev/null\n+++ b/b.txt\n@@ -0,0 +1,1 @@\n+one\n")
    }

    @Test func `lines move together, and a text over lines keeps its meaning`() {
        let text = "let a = 1\n            let b = \"\"\"\n              x\n            \"\"\"\n"
        #expect(
            Indentation.shift(text, from: 12, to: 4)
                == "    let a = 1\n    let b = \"\"\"\n      x\n    \"\"\"\n")
    }

    @Test func `errors of a build are told once, and those without a place only alone`() {
        let output = """
            /app/A.swift:1:2: error: no
            /app/A.swift:1:2: error: no
              | `- error: no
            error: fatalError
            """
        #expect(AppBuild.errors(output) == "/app/A.swift:1:2: error: no")
        #expect(AppBuild.errors("error: no such target") == "error: no such target")
    }

    struct Row: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var name: String
        var found: String?
    }

    static let rows = [
        Row(testDescription: "a method with its type", name: "A.list", found: "A.list"),
        Row(testDescription: "a method alone", name: "list", found: "A.list"),
        Row(testDescription: "the verb of a file route", name: "GET", found: "ARoute.GET"),
        Row(
            testDescription: "verb and path of a closure", name: "POST /orders",
            found: "POST /orders"),
        Row(testDescription: "verb and path of a method", name: "PUT /:id", found: "A.change"),
        Row(testDescription: "a name that two have", name: "twice", found: nil),
        Row(testDescription: "a name that none has", name: "nothing", found: nil),
    ]

    @Test(arguments: rows) func `a handler is found by the names it has`(_ row: Row) {
        let source = """
            @Controller struct A {
                @GET func list() -> Int { 1 }
                @PUT("/:id") func change() -> Int { 1 }
                func twice() -> Int { 1 }
            }
            struct B { func twice() -> Int { 1 } }
            @Route struct ARoute { func GET() -> Int { 1 } }
            func routes(_ app: App) { app.post("/orders") { _ in 1 } }
            """
        let module = Module(name: "app", kind: .executable, path: "app")
        let index = AppIndex([
            FileIndex(SourceFile(path: "app/A.swift", module: module, text: source), number: 0)
        ])
        let finder = HandlerFinder(index: index)
        do {
            #expect(try finder.find(row.name, in: "app/A.swift").1.name == row.found)
        } catch let refusal {
            #expect(row.found == nil)
            #expect(refusal.remedy?.contains("app/A.swift:") == true)
        }
    }
}
