import Fledge

struct User: Codable { var name = "" }

func makeApp() -> App {
    let app = App()
    app.get("/2") { request -> User in
        let user = User()
        print(user)
    }
    app.get("/3") { request in
        if request.path == "/" { return User() }
    }
    return app
}
