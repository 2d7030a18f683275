import Fledge

struct User { var name = "" }

func makeApp() -> App {
    let app = App()
    app.get("/1") { _ in User() }
    app.get("/2") { _ async in User() }
    app.get("/3") { request in
        let user = User()
        return user
    }
    app.get("/4") { request in
        _ = request.path
    }
    return app
}
