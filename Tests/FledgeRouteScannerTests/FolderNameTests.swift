// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Testing

@testable import FledgeRouteScanner

@Suite struct `A folder name` {
    @Test(arguments: [
        Row("a word", "users", "users"),
        Row("with dots", ".well-known", ".well-known"),
        Row("a file of the web", "rss.xml", "rss.xml"),
        Row("other characters", "größe & co", "größe & co"),
        Row("an at sign", "@me", "@me"),
        Row("parentheses inside", "swift_(bird)", "swift_(bird)"),
        Row("a per cent sign", "100%", "100\\%"),
        Row("a combining mark on a colon", "a:\u{308}", "a\\:\u{308}"),
        Row("a colon", "a:b", "a\\:b"),
        Row("a star", "a*", "a\\*"),
        Row("a backslash", "a\\b", "a\\\\b"),
        Row("a parameter", "[id]", ":id"),
        Row("an underscore in it", "[user_id2]", ":user_id2"),
        Row("text before it", "report-[id]", "report-:id"),
        Row("text after it", "[id].pdf", ":id.pdf"),
        Row("a letter after it", "[id]s", ":id\\s"),
        Row("a digit after it", "[id]2x", ":id\\2x"),
        Row("a parenthesis after it", "[id](x)", ":id\\(x)"),
        Row("an accent after it", "[id]é", ":id\\é"),
        Row("text around it", "report-[id].pdf", "report-:id.pdf"),
        Row("a colon before it", "at:[id]", "at\\::id"),
        Row("a catch-all", "[...path]", "*path"),
        Row("an optional catch-all", "[[...path]]", "*path?"),
        Row("a group", "(shop)", nil),
        Row("a group of words", "(the shop)", nil),
        Row("a private folder", "_lib", nil),
        Row("a private folder with brackets", "_[id", nil),
    ])
    func `means a segment of the path`(row: Row<String, String?>) throws {
        #expect(try FolderName(parsing: row.input).pattern == row.expected)
    }

    private static let optional =
        "a parameter cannot be optional: write '[id]' and put a route in the folder above it, "
        + "or write '[[...id]]' for any number of segments"
    private static let oneParameter =
        "a folder holds one parameter: nest two folders, or take one parameter and split it in "
        + "the handler"

    @Test(arguments: [
        Row("no closing bracket", "[id", "'[' has no ']': write '[id]'"),
        Row("no opening bracket", "id]", "']' has no '[' before it: write '[name]'"),
        Row("no name", "[]", "the parameter has no name: write '[name]'"),
        Row("two pairs", "[[id]]", optional),
        Row("a question mark", "[id]?", optional),
        Row("brackets that cross", "[[id]", "the brackets do not pair up: write '[name]'"),
        Row("a bracket too many", "[id]]", "the brackets do not pair up: write '[name]'"),
        Row("two parameters", "[from]-[to]", oneParameter),
        Row(
            "a dash in the name", "[user-id]",
            "'user-id' cannot be the name of a Swift parameter: write '[userId]'"),
        Row(
            "a digit first", "[1st]",
            "'1st' cannot be the name of a Swift parameter: write '[n1st]'"),
        Row(
            "a blank in the name", "[ id ]",
            "' id ' cannot be the name of a Swift parameter: write '[id]'"),
        Row("two dots", "[..path]", "a catch-all has three dots: '[...path]'"),
        Row("four dots", "[....path]", "a catch-all has three dots: '[...path]'"),
        Row("two dots, optional", "[[..path]]", "a catch-all has three dots: '[[...path]]'"),
        Row("a catch-all without a name", "[...]", "the parameter has no name: write '[name]'"),
        Row(
            "a catch-all with text", "v[...path]",
            "a catch-all is the whole name of its folder: '[...path]'"),
        Row("half a group", "(shop", "a group needs both parentheses: '(shop)'"),
        Row("the other half", "shop)", "a group needs both parentheses: '(shop)'"),
        Row("a group without a name", "()", "a group needs a name: '(shop)'"),
        Row("as in Express", ":id", "a folder for a parameter is written '[id]'"),
        Row("as in OpenAPI", "{id}", "a folder for a parameter is written '[id]'"),
        Row("as in Flask", "<id>", "a folder for a parameter is written '[id]'"),
        Row("a star", "*path", "a folder for a catch-all is written '[...path]'"),
        Row(
            "percent-encoding", "a%20b",
            "folder names are not percent-encoded: write the character itself"),
    ])
    func `that means nothing says what to write`(row: Row<String, String>) {
        #expect(throws: FolderNameError(message: row.expected)) {
            try FolderName(parsing: row.input)
        }
    }

    @Test(arguments: [
        Row("the root", [], "/"),
        Row("folders", ["api", "users"], "/api/users"),
        Row("groups", ["(shop)", "items", "(all)", "[id]"], "/items/:id"),
        Row("a catch-all in a group", ["files", "[...path]", "(x)"], "/files/*path"),
    ])
    func `joins the others to a path`(row: Row<[String], String>) throws {
        #expect(try FolderPath(row.input).pattern == row.expected)
    }

    @Test func `can be wrong only where it stands`() {
        #expect(
            throws: FolderPathError(
                folder: "a/[id]/b/[id]",
                message: "the path already has a parameter 'id': give this one another name")
        ) { try FolderPath(["a", "[id]", "b", "[id]"]) }
        #expect(
            throws: FolderPathError(
                folder: "[...path]",
                message: "a catch-all takes the rest of the path, so no folder can follow it: "
                    + "use '[path]' for one segment")
        ) { try FolderPath(["[...path]", "b"]) }
    }

    @Test(arguments: [
        Row("names of parameters", ("/a/:id", "/a/:name"), true),
        Row("names in a segment", ("/r-:id.pdf", "/r-:n.pdf"), true),
        Row("names of catch-alls", ("/*a", "/*b"), true),
        Row("one and any number", ("/*a", "/*a?"), false),
        Row("a literal", ("/a/:id", "/a/b"), false),
        Row("an escaped colon", ("/a/\\:id", "/a/:id"), false),
        Row("a suffix of letters", ("/:id\\s", "/:ids"), false),
        Row("another suffix", ("/:id.pdf", "/:id.xml"), false),
    ])
    func `of a parameter does not change the shape`(row: Row<(String, String), Bool>) {
        #expect((PatternShape(row.input.0) == PatternShape(row.input.1)) == row.expected)
    }
}
