import Fledge

func hookRoutes(_ app: App, hooks: HookService, audit: AuditService) {
    app.post("/hooks/push", body: .kibibytes(256)) { request async throws in
        let text = try await request.text()
        guard let build = try await hooks.receive(text, headers: request.headers) else {
            return Response(.unauthorized)
        }
        return Response.json(build, status: .accepted)
    }
}
