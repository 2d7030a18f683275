import Fledge

@Route struct HelloRoute {
    /// Greets somebody: GET /api/hello?name=Ada
    func GET(name: String = "world") -> JSON {
        ["message": "Hello, \(name)!"]
    }
}
