import Fledge
import Grants

struct Services: Sendable {
    let applications: ApplicationService
    let letters: LetterService

    init(store: any ApplicationStore) {
        applications = ApplicationService(store: store)
        letters = LetterService()
    }
}

func makeApp(_ services: Services) -> App {
    let app = App()
    app.use(RequestID(), RequestLog())
    app.use("/applications", ApplicationController(applications: services.applications))
    app.group("/committee") { committee in
        committee.use(
            "/ranking", RankingController(applications: services.applications))
        committee.use(
            "/letters",
            LetterController(applications: services.applications, letters: services.letters))
    }
    return app
}
