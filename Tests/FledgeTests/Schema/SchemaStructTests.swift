// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeSchema
import Testing

/// Somebody who wants an account.
@Schema private struct NewUser {
    /// Shown on invoices.
    @Field(.length(1...80)) var name: String
    @Field(.email) var email: String
    @Field(.range(18...150)) var age: Int?
    @Field(.items(0...10), .unique, .each(.length(...5))) var tags: [String] = []

    func validate(into violations: inout Violations) {
        if name == email { violations.add("name", code: "same", "must differ from email") }
    }
}

@Schema private struct Members {
    var plain: Int
    var optional: Int?
    var defaulted = 3
    let given: String
    let constant = "c"
    var observed: Int = 1 { didSet {} }
    var `default`: Bool = false
    var reader = 1, key = 2
    var seen = 3
    var mark: Int { reader }
    static let shared = 1
}

@Schema(unknownKeys: .reject, keys: .snakeCase) private struct Strict {
    var databaseURL: String
    @Field(name: "ID") var id: Int = 0
}

@Schema(unknownKeys: .reject) private struct Tagged {
    let kind = "tagged"
    var size: Int
    let version: Int = 2
}

@Schema private struct Change {
    @Field(.length(1...)) var nickname: Patch<String>
    var count: Patch<Int> = .value(1)
}

@Schema private struct Tree {
    var name: String
    var children: [Tree] = []
    var parent: Boxed<Tree>?
    var labels: [String: Tree]?
}

@Schema private struct Conditional {
    var always: Int
    #if NEVER_SET
    @Field(.nothing) var never: Nothing
    #else
    @Field(.range(1...)) var sometimes: Int
    #endif
}

@Schema private struct Nothing {}

private struct Outer {
    @Schema struct Inner { var x, y: Double }

    /// It names its siblings, which an extension would not see.
    @Schema struct Sibling {
        @Field(.items(...most)) var inner: [Inner]
        var kind: Kind = .plain
    }

    @Schema enum Kind: String { case plain }
    static let most = 1
}

@Schema private struct Page<Item: SchemaType> {
    @Field(.items(...2)) var items: [Item]
    var next: Int?
}

@Suite struct SchemaStructTests {
    private static let user = #"{"name":"Ada","email":"ada@example.com","#

    @Test(arguments: [
        SchemaRow.valid(NewUser.self, user + #""age":18,"tags":["a","b"]}"#),
        .valid(NewUser.self, user + #""age":null}"#, user + #""tags":[]}"#),
        .valid(NewUser.self, user + #""more":{"x":[1]}}"#, user + #""tags":[]}"#),
        .valid(
            NewUser.self, #" { "tags":[], "email":"a@b", "name":"A" } "#,
            #"{"name":"A","email":"a@b","tags":[]}"#),
        .refused(NewUser.self, "{}", "/name missing is required", "/email missing is required"),
        .refused(
            NewUser.self, #"{"name":"","email":"x","age":3,"tags":["toolong","a","a"]}"#,
            "/name length must have 1 to 80 characters",
            "/email email must be an e-mail address such as ada@example.com",
            "/age range must be from 18 to 150",
            "/tags unique must not repeat an item: 1 and 2 are equal",
            "/tags/0 length must have at most 5 characters"),
        .refused(
            NewUser.self, #"{"name":null,"tags":[1,"a",null]}"#,
            "/name null must not be null, but a string",
            "/tags/0 type must be a string",
            "/tags/2 null must not be null, but a string",
            "/email missing is required"),
        .refused(
            NewUser.self, #"{"name":"a@b","email":"a@b"}"#, "/name same must differ from email"),
        .refused(NewUser.self, "[]", " type must be an object"),
        .refused(
            NewUser.self, #"{"name":"a","name":"b"}"#,
            "duplicate_key the name 'name' stands twice in one object at line 1, column 13"),
        .refused(
            NewUser.self, #"{"name":1,"\u006eame":"b"}"#,
            "duplicate_key the name 'name' stands twice in one object at line 1, column 11"),
    ])
    func `a struct is read in one pass, with all that is wrong`(_ row: SchemaRow) {
        #expect(row.actual == row.expected)
    }

    @Test(arguments: [
        SchemaRow.valid(
            Members.self, #"{"plain":1,"given":"g"}"#,
            #"{"plain":1,"defaulted":3,"given":"g","constant":"c","observed":1,"default":false,"reader":1,"key":2,"seen":3}"#
        ),
        .valid(
            Members.self,
            #"{"plain":1,"optional":2,"defaulted":4,"given":"g","constant":"other","observed":5,"default":true,"reader":6,"key":7,"seen":8,"mark":9,"shared":9}"#,
            #"{"plain":1,"optional":2,"defaulted":4,"given":"g","constant":"c","observed":5,"default":true,"reader":6,"key":7,"seen":8}"#
        ),
        .refused(
            Members.self, #"{"plain":1,"given":"g","defaulted":null}"#,
            "/defaulted null must not be null, but a whole number"),
        .valid(
            Strict.self, #"{"database_url":"sqlite:","ID":4}"#),
        .refused(
            Strict.self, #"{"databaseURL":"sqlite:","id":4}"#,
            "/databaseURL unknown is not known here",
            "/id unknown is not known here", "/database_url missing is required"),
        .valid(Change.self, "{}", #"{"count":1}"#),
        .valid(Change.self, #"{"nickname":null,"count":null}"#),
        .valid(Change.self, #"{"nickname":"a","count":2}"#),
        .refused(
            Change.self, #"{"nickname":""}"#, "/nickname length must have at least 1 character"),
        .valid(
            Tree.self, #"{"name":"a","parent":{"name":"p"},"labels":{"x":{"name":"l"}}}"#,
            #"{"name":"a","children":[],"parent":{"name":"p","children":[]},"labels":{"x":{"name":"l","children":[]}}}"#
        ),
        .refused(
            Tree.self, #"{"name":"a","children":[{"name":"b","children":[{}]}]}"#,
            "/children/0/children/0/name missing is required"),
        .refused(
            Tree.self, #"{"name":"a","labels":{"x/y~":{}}}"#,
            "/labels/x~1y~0/name missing is required"),
        .refused(
            Conditional.self, #"{"always":1,"sometimes":0}"#, "/sometimes range must be at least 1"),
        .valid(Nothing.self, "{}"),
        .valid(Outer.Inner.self, #"{"x":1.5,"y":-2.0}"#),
        .valid(Page<Outer.Inner>.self, #"{"items":[{"x":1.0,"y":2.0}],"next":2}"#),
        .valid(Outer.Sibling.self, #"{"inner":[{"x":1.0,"y":2.0}],"kind":"plain"}"#),
        .refused(Page<Int>.self, #"{"items":[1,2,3]}"#, "/items items must have at most 2 items"),
        .refused(
            Page<Page<Int>>.self, #"{"items":[{"items":["a"]}]}"#,
            "/items/0/items/0 type must be a whole number"),
    ])
    func `each kind of member means what its declaration says`(_ row: SchemaRow) {
        #expect(row.actual == row.expected)
    }

    @Test func `the memberwise initialiser stays`() {
        #expect(written(Nothing()) == "{}")
        #expect(written(Strict(databaseURL: "x")) == #"{"database_url":"x","ID":0}"#)
    }

    @Test func `typed nesting ends at the depth limit`() {
        let open = String(repeating: #"{"name":"a","children":["#, count: 1_000)
        #expect(
            outcome(Tree.self, open) == [
                "json_limit arrays and objects are nested more than 64 deep at line 1, column 769"
            ])
    }

    @Test(arguments: [
        SchemaRow.valid(
            Tagged.self, #"{"kind":"tagged","size":1,"version":2}"#),
        .valid(Tagged.self, #"{"size":1}"#, #"{"kind":"tagged","size":1,"version":2}"#),
        .refused(
            Tagged.self, #"{"kind":"a","size":1,"kind":"b"}"#,
            "duplicate_key the name 'kind' stands twice in one object at line 1, column 22"),
    ])
    func `a constant may come back, also where unknown keys are refused`(_ row: SchemaRow) {
        #expect(row.actual == row.expected)
    }

    @Test func `a value with a constant has no violations`() {
        #expect(Tagged(size: 1).violations() == [])
    }
}
