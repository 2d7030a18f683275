import Fledge

struct User: Codable { var name = "" }

func makeApp() -> App {
    let app = App()
    app.get("/1") { request in request.paht }
    app.get("/2") { request in
        let user = User()
        return user.nmae
    }
    app.post("/3") { request in
        let user = try await request.json(User.self)
        guard user.nmae.isEmpty else { throw Problem(.conflict, "no") }
        return Response.json(user, status: .created)
    }
    app.post("/4") { request in
        let user = try await request.json(Usr.self)
        return Response.json(user)
    }
    return app
}
