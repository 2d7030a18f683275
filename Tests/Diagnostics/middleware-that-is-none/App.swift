import Fledge

struct Timing {}

@FolderMiddleware struct StaffOnly {}

func makeApp() -> App {
    let app = App()
    app.use(Timing())
    app.use("/staff", Timing())
    app.get("/", use: Timing()) { _ in "ok" }
    return app
}
