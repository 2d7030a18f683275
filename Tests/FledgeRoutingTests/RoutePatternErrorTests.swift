// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeRouting
import Testing

@Suite struct RoutePatternErrorTests {
    typealias Row = (text: String, code: RoutePatternError.Code, character: Int, message: String)

    static let syntax: [Row] = [
        ("//", .syntax, 2, "there is an empty segment before this '/'; remove one slash"),
        ("/a//b", .syntax, 4, "there is an empty segment before this '/'; remove one slash"),
        ("/a//", .syntax, 4, "there is an empty segment before this '/'; remove one slash"),
        (
            "/a/../b", .syntax, 4,
            "clients resolve '.' and '..' before they send a path, so no request has this segment; "
                + "write the resolved path"
        ),
        (
            #"/\."#, .syntax, 2,
            "clients resolve '.' and '..' before they send a path, so no request has this segment; "
                + "write the resolved path"
        ),
        (
            "/users?page=1", .syntax, 7,
            "a pattern has no query; leave it out and read the query in the handler, "
                + "or write '\\?' for the character itself"
        ),
        (
            "/users#top", .syntax, 7,
            "a fragment is never sent to a server; leave it out, "
                + "or write '\\#' for the character itself"
        ),
        (
            "/a%20b", .syntax, 3,
            "patterns are not percent-encoded; write the character itself, "
                + "or '\\%' for a percent sign"
        ),
        (
            "/:from-:to", .syntax, 8,
            "a segment has one parameter; put a '/' between the two, "
                + "or write '\\:' for the character itself"
        ),
        (
            "/file*", .syntax, 6,
            "a catch-all is a whole segment, such as '/*path'; "
                + "write '\\*' for the character itself"
        ),
        ("/*path.txt", .syntax, 7, "a catch-all is a whole segment; end it after '*path'"),
        ("/*path?x", .syntax, 8, "a catch-all is a whole segment; end it after '*path?'"),
        (
            "/a\\", .syntax, 3,
            "'\\' takes the next character literally, and there is none; write '\\\\'"
        ),
        (
            "/a\\/b", .syntax, 3,
            "a '/' always separates segments and cannot be escaped; "
                + "bind a parameter to accept '%2F'"
        ),
        ("/a\n", .syntax, 3, "the control character U+A cannot be part of a path; remove it"),
        (
            "/a\\\u{7f}", .syntax, 4,
            "the control character U+7F cannot be part of a path; remove it"
        ),
        (
            "/*path/edit", .catchAllNotLast, 8,
            "the catch-all '*path' takes the rest of the path, so it must come last"
        ),
    ]

    static let names: [Row] = [
        (
            "/users/:", .badName, 8,
            "a parameter needs a name after ':', such as ':id'; "
                + "write '\\:' for the character itself"
        ),
        (
            "/*", .badName, 2,
            "a catch-all needs a name after '*', such as '*path'; "
                + "write '\\*' for the character itself"
        ),
        (
            "http://shop.example/", .badName, 5,
            "a parameter needs a name after ':', such as ':id'; "
                + "write '\\:' for the character itself"
        ),
        ("/:1st", .badName, 3, "a name starts with a letter or '_', and '1st' does not"),
        (
            "/:größe", .badName, 5,
            "a name has only ASCII letters, digits and '_'; "
                + "write '\\ö' if 'ö' is text after ':gr'"
        ),
        (
            "/:id/:id", .duplicateName, 6,
            "the name 'id' is used twice; give each parameter its own"
        ),
        (
            "/:id/*id", .duplicateName, 6,
            "the name 'id' is used twice; give each parameter its own"
        ),
    ]

    static let foreign: [Row] = [
        ("/users/{id}", .foreignSyntax, 8, "Fledge writes a parameter ':id', not '{id}'"),
        ("/users/{id:int}/x", .foreignSyntax, 8, "Fledge writes a parameter ':id', not '{id:int}'"),
        ("/users/[id]", .foreignSyntax, 8, "Fledge writes a parameter ':id', not '[id]'"),
        ("/users/<id>", .foreignSyntax, 8, "Fledge writes a parameter ':id', not '<id>'"),
        ("/users/<int:id>", .foreignSyntax, 8, "Fledge writes a parameter ':id', not '<int:id>'"),
        ("/a-{id}.pdf", .foreignSyntax, 4, "Fledge writes a parameter ':id', not '{id}'"),
        ("/{}", .foreignSyntax, 2, "Fledge writes a parameter ':name', not '{}'"),
        ("/[...path]", .foreignSyntax, 2, "Fledge writes a catch-all '*path', not '[...path]'"),
        (
            "/[[...path]]", .foreignSyntax, 2,
            "Fledge writes a catch-all '*path?', not '[[...path]]'"
        ),
        ("/{*path}", .foreignSyntax, 2, "Fledge writes a catch-all '*path', not '{*path}'"),
        ("/{path...}", .foreignSyntax, 2, "Fledge writes a catch-all '*path', not '{path...}'"),
        (
            "/a}", .foreignSyntax, 3,
            "'}' closes nothing; Fledge writes a parameter ':name', "
                + "and '\\}' for the character itself"
        ),
        (
            "/users/:id?", .foreignSyntax, 8,
            "Fledge has no optional parameter ':id?'; write two routes, "
                + "or '*id?' for zero or more segments"
        ),
        (
            "/:path*", .foreignSyntax, 2,
            "Fledge writes zero or more segments '*path?', not ':path*'"
        ),
        (
            "/:path+/x", .foreignSyntax, 2,
            "Fledge writes one or more segments '*path', not ':path+'"
        ),
        (
            #"/:id(\d+)"#, .foreignSyntax, 2,
            "Fledge has no regular expressions in patterns; bind ':id' to a type that checks it, "
                + "or write '\\(' for the character itself"
        ),
    ]

    @Test(arguments: syntax + names + foreign)
    func `a wrong pattern says where it is wrong and what to write`(
        text: String, code: RoutePatternError.Code, character: Int, message: String
    ) {
        let error = #expect(throws: RoutePatternError.self) { try RoutePattern(text) }
        #expect(error?.code == code)
        #expect(error?.character == character)
        #expect(error?.message == message)
        #expect(error?.pattern == text)
    }

    @Test func `the description is one sentence with pattern and place`() {
        let error = #expect(throws: RoutePatternError.self) { try RoutePattern("/users/{id}") }
        #expect(
            error?.description == """
                The route pattern "/users/{id}" is wrong at character 8: \
                Fledge writes a parameter ':id', not '{id}'.
                """)
        #expect(error?.code.description == "FLEDGE_PATTERN_FOREIGN_SYNTAX")
    }
}
