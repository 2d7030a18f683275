import Fledge

func adminRoutes(_ routes: Router, _ choir: Choir) {
    routes.get("/export") { request in
        guard request.headers["X-Conductor"] == "yes" else { throw Problem(.forbidden) }
        return Response.text(try await choir.export())
    }
}
