import Fledge

struct User: Codable, Sendable {
    struct ID: RawRepresentable, Codable, Hashable, Sendable { var rawValue: Int }
    var id: ID
}

final class Draft: Decodable { var title = "" }

struct CurrentUser: AsyncRequestBindable {
    static func bind(from request: Request, name: String) async throws -> CurrentUser {
        CurrentUser()
    }
}

struct UserService: Sendable {
    func find(_ id: User.ID) async throws -> User { User(id: id) }
}

extension User.ID: ParameterValue {}

struct Services: Sendable { let users: UserService }

@Route struct UserRoute {
    let users: UserService

    func GET(id: User.ID, page: Int = 1, me: CurrentUser) async throws -> User {
        try await users.find(id)
    }
    @POST func create(body: Draft, request: Request) async -> Created<User>? { nil }
    @PUT func put(body: Draft) -> String { body.title }
    @PATCH func patch(body: Body) async throws {}
    @DELETE func delete(agent: Header<String>?, tag: [String]) {}
}

func makeApp(_ services: Services) -> App {
    let app = App(trailingSlash: .strict)
    app.use("/users/:id", UserRoute(services: services))
    app.get("/1") { _ in "ok" }
    app.post("/2") { request in try await request.json(User.self) }
    app.on(.get, "/3/:id") { (id: User.ID, n: Int) in "\(id) \(n)" }
    app.on(.get, "/4/:id") { (id: Int) in try await services.users.find(.init(rawValue: id)) }
    return app
}
