// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge

/// The app once more, without a type of the files: closures where a closure can say the same, and
/// controllers where the binding of many parameters is what is compared.
enum RewrittenRoutes {
    static func mount(on app: Router, services: Services) {
        app.get("/") { _ in "root" }
        app.get("/.well-known/about") { _ in Note(what: "about", detail: "well known") }
        app.get("/feed.xml") { _ in
            Response(headers: [.contentType: "application/xml"], body: "<feed/>")
        }
        mountUsers(on: app, services.directory)
        mountPatterns(on: app)
        mountShop(on: app)
        mountVerbs(on: app)
        mountExtras(on: app)
        mountResults(on: app)
        mountErrors(on: app, services.directory)
        app.use("/", InputController())
        app.use("/bodies", BodyController())
    }

    private static func mountUsers(on app: Router, _ directory: Directory) {
        app.use("/users", PeopleController(directory: directory))
        app.get("/users/me") { request in
            Note(what: "me", detail: try Caller.bind(from: request, name: "caller").name)
        }
        app.patch("/users/:id") { request in
            let id = try request.parameter("id", as: Int.self)
            let caller = try Caller.bind(from: request, name: "caller")
            let new = try await request.decode(NewPerson.self)
            _ = try directory.create(new)
            return Person(id: id, name: "\(new.name) by \(caller.name)", kind: new.kind ?? .cat)
        }
        app.on(.delete, "/users/:id") { (_: Int) in Response(.noContent) }
        app.on(.get, "/users/:id/orders/latest") { (id: Int) in
            Note(what: "latest", detail: "\(id)")
        }
    }

    private static func mountPatterns(on app: Router) {
        app.on(.get, "/files/:name") { (name: String) async in Note(what: "file", detail: name) }
        app.on(.get, "/files/report-:name.pdf") { (name: String) in
            Response(body: Body("report of \(name)")).header(.contentType, "application/pdf")
        }
        app.group("/kinds/:kind") { kinds in
            kinds.get("") { request in try kind(of: request) }
            kinds.get("/v:grade") { request in
                let grade = try request.parameter("grade", as: Int.self)
                return Note(what: try kind(of: request).rawValue, detail: "\(grade)")
            }
        }
        app.get("/assets/*path") { request in request.parameters("path") }
        app.on(.put, "/assets/*path") { (path: String) in Note(what: "asset", detail: path) }
        app.get("/assets/index") { _ in Note(what: "assets", detail: "index") }
        app.get("/docs/*path?") { request in
            try request.parameters("path").map { text in
                guard let number = Int(parameter: text) else { throw nothing(at: request) }
                return number
            }
        }
    }

    private static func kind(of request: Request) throws -> Kind {
        guard let kind = request.parameter("kind").flatMap(Kind.init(rawValue:)) else {
            throw nothing(at: request)
        }
        return kind
    }

    private static func nothing(at request: Request) -> Problem {
        Problem(.notFound, "There is nothing at \(request.path).")
    }
}
