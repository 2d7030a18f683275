import Fledge

extension App {
    func addOven(_ services: Services) {
        post("/cron/oven") { request in
            guard request.headers["X-Cron-Key"] == services.cronKey else {
                throw Problem(.unauthorized, "Only the clock of the oven may do this.")
            }
            guard let slot = request.query["slot"].flatMap({ Int($0) }) else {
                throw Problem(.badRequest, "'slot' is a number.")
            }
            let count = await services.preorders.bake(slot: slot)
            return Response.json(["baked": count])
        }

        get("/oven/list") { request in
            let texts = (request.query["ids"] ?? "").split(separator: ",")
            let ids = texts.compactMap { Int($0) }
            guard ids.count == texts.count else {
                throw Problem(.badRequest, "'ids' are numbers with commas between them.")
            }
            return Response.json(try await services.bakeList.lines(for: ids))
        }
    }
}
