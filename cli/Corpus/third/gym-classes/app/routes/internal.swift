import Fledge

func internalRouter(_ router: Router, _ c: Container) {
    // Called by the scheduler at 18:00.
    router.post("/cron/reminders") { req in
        guard req.headers["Authorization"] == "Bearer \(c.cronSecret)", !c.cronSecret.isEmpty else {
            throw Problem(.unauthorized, "This is for the scheduler.")
        }
        return ["sent": try await c.reminders.run()]
    }
}
