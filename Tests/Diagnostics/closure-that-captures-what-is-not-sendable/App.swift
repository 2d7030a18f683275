import Fledge

final class Counter { var count = 0 }

func makeApp() -> App {
    let app = App()
    let counter = Counter()
    app.get("/1") { _ in counter.count }
    var hits = 0
    app.get("/2") { _ in
        hits += 1
        return hits
    }
    return app
}
