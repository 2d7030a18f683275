import Fledge

/// Everything that needs no secret.
func publicRoutes(_ app: App, _ services: Services) {
    // One resource, three looks: the client says which it likes best.
    app.get("/") { request async throws in
        let summary = await services.monitor.summary()
        switch Accept(request.headers[.accept]).best(of: [.html, .json, .plainText]) {
        case .json: return Response.json(summary)
        case .plainText: return Response.text(summary.headline)
        case .html: return HTML(StatusPage(summary: summary).html).response(for: request)
        default: throw Problem(.notAcceptable, "It can be had as HTML, JSON or text.")
        }
    }

    app.get("/components/:name") { request async throws in
        let name = request.parameter("name") ?? ""
        guard let component = await services.monitor.component(name) else {
            throw Problem(.notFound, "There is no component \(name).")
        }
        return Response.json(component)
    }

    app.get("/components/:name/badge.svg") { request async throws in
        guard let component = await services.monitor.component(request.parameter("name") ?? "")
        else { return Response(.notFound, headers: [.cacheControl: "max-age=60"]) }
        let color = component.state == .up ? "#2a2" : component.state == .slow ? "#da2" : "#c22"
        return Response(
            headers: [.contentType: "image/svg+xml", .cacheControl: "max-age=60"],
            body: Body(Badge(label: component.name, color: color).svg))
    }

    app.get("/incidents") { request async throws in
        let limit = request.query["limit"].flatMap(Int.init) ?? 10
        let incidents = await services.incidents.latest(limit)
        // A monitor that asks once a second gets 304 nearly always.
        let tag = "\"\(incidents.last?.id ?? 0)-\(incidents.count)\""
        if request.headers[.ifNoneMatch] == tag { return Response(.notModified) }
        return Response.json(incidents).header(.eTag, tag)
    }
}
