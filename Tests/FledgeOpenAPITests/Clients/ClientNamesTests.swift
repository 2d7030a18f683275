// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeSchema
import Testing

@testable import FledgeOpenAPI

@Suite struct ClientNamesTests {
    @Test(arguments: [
        ("userID", ["user", "ID"]), ("user_id", ["user", "id"]),
        ("X-Trace-ID", ["X", "Trace", "ID"]),
        ("HTTPStatus", ["HTTP", "Status"]), ("Page<User>", ["Page", "User"]),
        ("v2Users", ["v2", "Users"]),
        ("straße", ["straße"]), ("  ", []), ("🙂a", ["a"]),
    ])
    func `a name has words`(name: String, words: [String]) {
        #expect(ClientNames.words(name) == words)
    }

    @Test(arguments: [
        ("userID", "userID"), ("user_name", "userName"), ("URL", "url"), ("2fa", "value2fa"),
        ("", "value"),
        ("X-Trace-ID", "xTraceID"),
    ])
    func `a member begins small and is an identifier`(name: String, member: String) {
        #expect(ClientNames.member(name) == member)
    }

    @Test(arguments: [
        (["listUser", "createUser", "showUser"], "User", ["list", "create", "show"]),
        (["users.list", "users.create"], "Users", ["list", "create"]),
        // One name would be two functions, so all keep theirs.
        (["getUsers", "getUser", "postUsers"], "Users", ["getUsers", "getUser", "postUsers"]),
        (["users", "usersList"], "Users", ["users", "list"]),
        (["ping"], nil, ["ping"]),
        (["get /users/{id}"], nil, ["getUsersId"]),
        (["a-b", "a_b"], nil, ["aB", "aB2"]),
    ])
    func `operations do not repeat the name of their group`(
        ids: [String], tag: String?, names: [String]
    ) {
        #expect(OperationName.names(of: ids, in: tag) == names)
    }

    @Test func `a taken name goes to the next candidate, then gets a number`() {
        var pool = NamePool(reserved: ["Error"])
        let names = [
            pool.take("Error", "ErrorModel"), pool.take("Error", "ErrorModel"), pool.take("User"),
            pool.take("user"), pool.take("USER"),
        ]
        #expect(names == ["ErrorModel", "Error2", "User", "user2", "USER3"])
    }

    @Test func `members, parameters, groups and functions of one name are told apart`() throws {
        let answer: JSON = ["200": ["description": "", "content": ["text/plain": [:]]]]
        let parameters: JSON = [
            ["name": "a-b", "in": "query"], ["name": "a_b", "in": "query"],
            ["name": "a-b", "in": "header"],
            ["name": "body", "in": "query"], ["name": "default", "in": "query"],
        ]
        let document: JSON = [
            "openapi": "3.1.0",
            "paths": [
                "/users": [
                    "get": ["operationId": "users", "parameters": parameters, "responses": answer],
                    "post": ["operationId": "x", "tags": ["users"], "responses": answer],
                    "put": ["operationId": "y", "tags": ["Users"], "responses": answer],
                ]
            ],
        ]
        let model = try ClientModelReader.read(document)
        #expect(model.groups.map(\.name) == [nil, "users2", "users3"])
        #expect(model.groups.map(\.typeName) == ["Client", "UsersAPI", "UsersAPI2"])
        let names = model.groups[0].operations[0].parameters.map(\.name)
        #expect(names == ["aB", "aBParameter", "aBHeader", "bodyParameter", "default"])
        #expect(SwiftClient.source(of: model).contains("`default`: String? = nil"))
    }
}
