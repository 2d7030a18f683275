// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeRouteScanner
import Testing

@Suite struct `A type that cannot be mounted` {
    @Test(arguments: [
        Row(
            "private", ["app/a/A.swift": "@Route private struct A { func GET() {} }"],
            [
                "app/a/A.swift:1:23: error: A is private, so the generated FileRoutes.swift cannot see it. Remove 'private'."
            ]),
        Row(
            "fileprivate", ["app/a/A.swift": "fileprivate @Route struct A { func GET() {} }"],
            [
                "app/a/A.swift:1:27: error: A is fileprivate, so the generated FileRoutes.swift cannot see it. Remove 'fileprivate'."
            ]),
        Row(
            "generic", ["app/a/A.swift": "@Route struct A<T> { func GET() {} }"],
            [
                "app/a/A.swift:1:15: error: A is generic, so Fledge cannot know what to build. Write a struct for each type, or make it a @Controller and mount it by hand."
            ]),
        Row(
            "nested",
            ["app/a/A.swift": "enum X {\n  struct Y { @Route struct A { func GET() {} } }\n}"],
            [
                "app/a/A.swift:2:28: error: @Route A is inside X.Y: Fledge mounts types at the top level of a file only. Move it out, or make it a @Controller."
            ]),
        Row(
            "in an extension",
            ["app/a/A.swift": "extension X { @Route struct A { func GET() {} } }"],
            [
                "app/a/A.swift:1:29: error: @Route A is inside X: Fledge mounts types at the top level of a file only. Move it out, or make it a @Controller."
            ]),
        Row(
            "in a function", ["app/a/A.swift": "func f() {\n  @Route struct A {}\n}"],
            [
                "app/a/A.swift:2:3: error: @Route inside a function: Fledge mounts types at the top level of a file only. Move the type out of the function."
            ]),
        Row(
            "without a handler", ["app/a/A.swift": "@Route struct A { func index() {} }"],
            [
                "app/a/A.swift:1:15: error: A answers nothing: it has no handler. Write 'func GET() -> JSON { … }' in its body, or mark a function with @GET, @POST, @PUT, @PATCH or @DELETE."
            ]),
        Row(
            "lower case only", ["app/a/A.swift": "@Route struct A {\n  func get() {}\n}"],
            [
                "app/a/A.swift:1:15: error: A answers nothing: it has no handler. Write 'func GET() -> JSON { … }' in its body, or mark a function with @GET, @POST, @PUT, @PATCH or @DELETE.",
                "app/a/A.swift:2:8: warning: get is not a handler: verbs are upper case. Write 'func GET', or make it private if it is a helper.",
            ]),
        Row(
            "lower case among others",
            [
                "app/a/A.swift":
                    "@Route struct A {\n  func GET() {}\n  func Delete() {}\n  private func put() {}\n  @POST func post() {}\n}"
            ],
            [
                "app/a/A.swift:3:8: warning: Delete is not a handler: verbs are upper case. Write 'func DELETE', or make it private if it is a helper."
            ]),
        Row("a class", ["app/a/A.swift": "@Route final class A {}"], []),
        Row(
            "middleware that is a class",
            ["app/a/M.swift": "@FolderMiddleware final class M {}", "app/a/A.swift": route("A")],
            ["app/a/M.swift:1:31: error: @FolderMiddleware needs a struct: M is not."]),
        Row(
            "nested middleware",
            ["app/a/M.swift": "enum X { @FolderMiddleware struct M {} }"],
            [
                "app/a/M.swift:1:35: error: @FolderMiddleware M is inside X: Fledge mounts types at the top level of a file only. Move it out."
            ]),
        Row(
            "middleware around nothing",
            ["app/a/M.swift": "@FolderMiddleware struct M {}", "app/b/A.swift": route("A")],
            [
                "app/a/M.swift:1:26: warning: M wraps nothing: there is no @Route in this folder or below it."
            ]),
        Row(
            "a route elsewhere", ["lib/A.swift": route("A")],
            [
                "lib/A.swift:1:1: warning: @Route A is not under app/, so no folder mounts it. Move the file there, or make it a @Controller and mount it by hand."
            ]),
        Row(
            "middleware elsewhere", ["lib/M.swift": "@FolderMiddleware struct M {}"],
            [
                "lib/M.swift:1:1: error: @FolderMiddleware M is not under app/, so it would wrap nothing. Move the file there, or take the attribute away and use the middleware by hand."
            ]),
        Row("in a private folder", ["app/_a/A.swift": "@Route private struct A {}"], []),
        Row(
            "a name that is taken",
            ["app/A.swift": "struct FileRoutes {}\nenum FledgeMain {}\nextension FileRoutes {}"],
            [
                "app/A.swift:1:8: error: FileRoutes is the name of a type that Fledge generates. Rename this one.",
                "app/A.swift:2:6: error: FledgeMain is the name of a type that Fledge generates. Rename this one.",
            ]),
    ])
    func `says why and what to do`(row: Row<[String: String], [String]>) {
        #expect(ScanFixture().diagnostics(row.input) == row.expected)
    }

    @Test(arguments: [
        Row(
            "a name", ["app/a/[id/A.swift": route("A"), "app/a/[id/b/B.swift": route("B")],
            ["app/a/[id/A.swift:1:1: error: Folder 'app/a/[id': '[' has no ']': write '[id]'."]),
        Row(
            "a place", ["app/[...p]/b/B.swift": route("B")],
            [
                "app/[...p]/b/B.swift:1:1: error: Folder 'app/[...p]': a catch-all takes the rest of the path, so no folder can follow it: use '[p]' for one segment."
            ]),
        Row("without routes", ["app/[id/A.swift": "struct A {}"], []),
    ])
    func `is in a wrong folder, said once`(row: Row<[String: String], [String]>) {
        #expect(ScanFixture().diagnostics(row.input) == row.expected)
    }

    @Test func `stops the file, and all is said at once`() {
        let result = ScanFixture().scan([
            "app/[id/A.swift": route("A"), "app/b/B.swift": "@Route struct B {}",
            "app/c/C.swift": route("C"), "app/(x)/c/D.swift": route("D"),
        ])
        #expect(result.diagnostics.count == 3)
        #expect(result.source == nil)
    }

    @Test func `is not looked for in a module that is not there`() {
        let input = ScanInput(
            packageDirectory: "/shop", folder: "/shop/app", target: "Shop", modules: [])
        #expect(
            RouteScanner.scan(input).diagnostics.map(\.description) == [
                "/shop/app:1:1: error: There is no module 'Shop' among the modules to scan."
            ])
    }

    @Test func `stops nothing when it is only a warning`() {
        #expect(ScanFixture().scan(["lib/A.swift": route("A")]).source != nil)
    }
}

@Suite struct `A handler in an extension` {
    @Test(arguments: [
        Row(
            "in its file", ["app/a/A.swift": route("A") + "extension A {\n  func POST() {}\n}"],
            [
                "app/a/A.swift:5:8: error: Fledge only sees handlers in the body of the struct: move POST to A (app/a/A.swift:1)."
            ]),
        Row(
            "in another file, with an attribute",
            [
                "app/a/A.swift": route("A"),
                "app/x/Y.swift": "extension Shop.A { @POST(\"/x\") func create() {} }",
            ],
            [
                "app/x/Y.swift:1:37: error: Fledge only sees handlers in the body of the struct: move create to Shop.A (app/a/A.swift:1)."
            ]),
        Row(
            "of a controller",
            ["app/C.swift": "@Controller struct C {}\nextension C { @GET func c() {} }"],
            [
                "app/C.swift:2:25: error: Fledge only sees handlers in the body of the struct: move c to C (app/C.swift:1)."
            ]),
        Row("static", ["app/a/A.swift": route("A") + "extension A { static func POST() {} }"], []),
        Row(
            "of another type", ["app/a/A.swift": route("A") + "extension B { func POST() {} }"], []),
        Row("a helper", ["app/a/A.swift": route("A") + "extension A { func other() {} }"], []),
    ])
    func `is an error`(row: Row<[String: String], [String]>) {
        #expect(ScanFixture().diagnostics(row.input) == row.expected)
    }

    @Test func `explains a struct that has no other`() {
        let files = ["app/a/A.swift": "@Route struct A {}\nextension A { func GET() {} }"]
        #expect(
            ScanFixture().diagnostics(files) == [
                "app/a/A.swift:2:20: error: Fledge only sees handlers in the body of the struct: move GET to A (app/a/A.swift:1)."
            ])
    }
}
