import Fledge

func makeApp(_ services: Services) -> App {
    let app = App(mode: .test)
    app.use(RequestID(), RequestLog())
    app.health()
    app.group("/flags") { flags in flagRoutes(flags, services) }
    app.group("/segments") { segments in segmentRoutes(segments, services) }
    app.post("/evaluate") { request async throws in
        let context = try await request.decode(EvaluationContext.self)
        let values = await services.evaluation.evaluate(context)
        return Response.json(values).header(.cacheControl, "private, max-age=10")
    }
    return app
}
