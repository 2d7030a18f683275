import Fledge

struct Money {}
struct ID: RawRepresentable { var rawValue: Int }

func makeApp() -> App {
    let app = App()
    app.on(.get, "/1/:id") { (id: Money) in "x" }
    app.on(.get, "/2/:id") { (id: Int, other: Money) async in "x" }
    app.on(.get, "/3/:id") { (id: Int) in Money() }
    app.on(.get, "/4/:id") { id in "x" }
    app.on(.get, "/5/:id/:n") { (id: ID, n: Int) in "\(id) \(n)" }
    return app
}
