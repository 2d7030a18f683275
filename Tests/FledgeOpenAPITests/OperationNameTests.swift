// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge
import FledgeSchema
import Testing

@testable import FledgeOpenAPI

@Suite struct `The name of an operation` {
    private func names(_ fill: (App) -> Void) throws -> [String: String] {
        let app = App(mode: .test)
        fill(app)
        let paths = try app.openAPIDocument().json["paths"]?.members ?? []
        return paths.reduce(into: [:]) { names, path in
            for (method, operation) in path.value.members {
                names["\(method) \(path.name)"] = operation["operationId"]?.text
            }
        }
    }

    @Test func `is that of the handler with its subject`() throws {
        let names = try names { $0.use("/shelves", NameController()) }
        #expect(
            names == [
                "get /shelves": "listNames", "post /shelves": "addName",
                "put /shelves": "renameAll", "delete /shelves": "deleteName",
            ])
    }

    @Test func `of a closure is that of the route, else of method and path`() throws {
        let names = try names { app in
            app.get("/a-b/:id/c", name: "the thing") { _ in "" }
            app.get("/report-:day.pdf") { _ in "" }
            app.get("/") { _ in "" }
            app.post("/users/:user/orders/*rest") { _ in "" }
        }
        #expect(
            names == [
                "get /a-b/{id}/c": "theThing", "get /report-{day}.pdf": "getReportByDayPdf",
                "get /": "get", "post /users/{user}/orders/{rest}": "postUsersByUserOrdersByRest",
            ])
    }

    @Test func `is unique, and stays with who had it first`() throws {
        let names = try names { app in
            app.use("/v1/:owner", NameController())
            app.use("/v2", NameController())
            app.use("/v3", NameController())
        }
        #expect(names["post /v1/{owner}"] == "addName")
        #expect(names["post /v2"] == "postV2")
        #expect(names["post /v3"] == "postV3")
        #expect(Set(names.values).count == names.count)
    }
}

@Controller private struct NameController {
    @GET func list(request: Request) -> [String] { [] }
    @POST func add(request: Request) {}
    @PUT func renameAll(request: Request) {}
    func DELETE(request: Request) {}
}
