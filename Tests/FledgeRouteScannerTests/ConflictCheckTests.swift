// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Testing

@Suite struct `Two handlers of one request` {
    @Test(arguments: [
        Row(
            "in two groups",
            [
                "app/(a)/about/AboutRoute.swift": route("AboutRoute"),
                "app/(b)/about/InfoRoute.swift": route("InfoRoute"),
            ],
            [
                "app/(b)/about/InfoRoute.swift:2:10: error: GET /about is answered by AboutRoute (app/(a)/about/AboutRoute.swift:2) already. Remove one of the two, or move this route to a folder of its own: mkdir -p 'app/(b)/about/info' && git mv 'app/(b)/about/InfoRoute.swift' 'app/(b)/about/info/InfoRoute.swift'"
            ]),
        Row(
            "under two names",
            [
                "app/u/[id]/A.swift": route("A"),
                "app/u/[name]/UserByName.swift": route("UserByName"),
            ],
            [
                "app/u/[name]/UserByName.swift:2:10: error: GET /u/:name answers the same requests as GET /u/:id of A (app/u/[id]/A.swift:2). Remove one of the two, or move this route to a folder of its own: mkdir -p 'app/u/[name]/user-by-name' && git mv 'app/u/[name]/UserByName.swift' 'app/u/[name]/user-by-name/UserByName.swift'"
            ]),
        Row(
            "in one folder",
            ["app/a/A.swift": route("A"), "app/a/ARoute.swift": route("ARoute")],
            [
                "app/a/ARoute.swift:2:10: error: GET /a is answered by A (app/a/A.swift:2) already. Remove one of the two, or move this route to a folder of its own: mkdir -p app/a/a-2 && git mv app/a/ARoute.swift app/a/a-2/ARoute.swift"
            ]),
        Row(
            "in one file", ["app/a/A.swift": route("A") + route("B")],
            [
                "app/a/A.swift:5:10: error: GET /a is answered by A (app/a/A.swift:2) already. Remove one of the two, or move B to a file in a folder of its own."
            ]),
        Row(
            "in one type",
            ["app/a/A.swift": route("A", "func GET() {}\n    @GET func list() {}")],
            [
                "app/a/A.swift:3:15: error: GET /a is answered by A (app/a/A.swift:2) already. Remove one of the two, or give one a path of its own: @GET(\"/…\")."
            ]),
        Row(
            "by a path of its own",
            [
                "app/u/U.swift": route("U", "@GET(\"/:id\") func show() {}"),
                "app/u/[id]/V.swift": route("V"),
            ],
            [
                "app/u/[id]/V.swift:2:10: error: GET /u/:id is answered by U (app/u/U.swift:2) already. Remove one of the two, or move this route to a folder of its own: mkdir -p 'app/u/[id]/v' && git mv 'app/u/[id]/V.swift' 'app/u/[id]/v/V.swift'"
            ]),
        Row(
            "after a catch-all", ["app/[...p]/A.swift": route("A", "@GET(\"/x\") func x() {}")],
            [
                "app/[...p]/A.swift:2:21: error: GET /*p/x can never match: the folder's catch-all takes the rest of the path. Take the path off this handler, or move it to another folder."
            ]),
        Row(
            "where one has a condition",
            ["app/a/A.swift": "#if X\n\(route("A"))#endif", "app/a/B.swift": route("B")],
            [
                "app/a/B.swift:2:10: error: GET /a is answered by A (app/a/A.swift:3) already. Remove one of the two, or move this route to a folder of its own: mkdir -p app/a/b && git mv app/a/B.swift app/a/b/B.swift"
            ]),
    ])
    func `name each other`(row: Row<[String: String], [String]>) {
        #expect(ScanFixture().diagnostics(row.input) == row.expected)
    }

    @Test(arguments: [
        Row(
            "other verbs",
            ["app/a/A.swift": route("A"), "app/a/B.swift": route("B", "func PUT() {}")]),
        Row(
            "other paths",
            ["app/a/A.swift": route("A"), "app/a/B.swift": route("B", "@GET(\"/b\") func b() {}")]),
        Row(
            "a literal and a parameter",
            ["app/a/A.swift": route("A"), "app/[b]/B.swift": route("B")]),
        Row(
            "a path only the compiler knows",
            ["app/a/A.swift": route("A", "@GET(x) func x() {}\n@GET(y) func y() {}")]),
        Row(
            "other conditions", ["app/a/A.swift": "#if X\n\(route("A"))#else\n\(route("B"))#endif"]),
        Row("HEAD beside GET", ["app/a/A.swift": route("A", "func GET() {}\nfunc HEAD() {}")]),
        Row("a private folder", ["app/a/A.swift": route("A"), "app/a/_old/B.swift": route("B")]),
    ])
    func `are not`(row: Row<[String: String], Void>) {
        #expect(ScanFixture().diagnostics(row.input) == [])
    }
}

extension Row where Expected == Void {
    /// A row that is all input.
    init(_ name: String, _ input: Input) { self.init(name, input, ()) }
}
