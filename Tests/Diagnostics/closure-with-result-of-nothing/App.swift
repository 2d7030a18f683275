import Fledge

struct User: Codable { var name = "" }

func makeApp() -> App {
    let app = App()
    app.get("/1") { request in
        let user = User()
        user
    }
    app.post("/2") { request in
        print(try await request.json(User.self))
    }
    return app
}
