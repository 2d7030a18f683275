import Fledge

func userRoutes(_ app: App, _ reputation: ReputationService) {
    app.get("/users/:name/reputation") { request in
        await reputation.badges(of: request.parameter("name") ?? "")
    }
}
