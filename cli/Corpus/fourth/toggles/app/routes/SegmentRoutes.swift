import Fledge

func segmentRoutes(_ routes: Router, _ services: Services) {
    let segments = services.segments

    routes.get("/") { _ async throws in await segments.all() }

    routes.get("/:name") { request async throws in
        let name = request.parameter("name") ?? ""
        guard let segment = await segments.find(name) else {
            throw Problem(.notFound, "There is no segment '\(name)'.")
        }
        // Who watches a long list only wants to know whether it changed.
        let tag = "\"\(segment.revision)\""
        guard request.headers[.ifNoneMatch] != tag else { return Response(.notModified) }
        return Response.json(segment).header(.eTag, tag)
    }

    routes.post("/") { request async throws in
        _ = try request.admin(services)
        let segment = try await segments.create(try await request.decode(NewSegment.self))
        return Response.json(segment, status: .created)
            .header(.location, "/segments/\(segment.name)")
    }
}
