import Fledge

struct User: Codable { var name = "" }
func load() async throws -> User { User() }

func makeApp() -> App {
    let app = App()
    app.get("/1") { request in try load() }
    app.get("/2") { request in
        let user = try load()
        return user
    }
    app.post("/3") { request in
        let user = await request.json(User.self)
        return user
    }
    return app
}
