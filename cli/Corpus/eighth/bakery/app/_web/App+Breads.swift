import Fledge

extension App {
    func addBreads(_ services: Services) {
        get("/breads") { request in
            let preview = services.showHidden && request.query["preview"] == "1"
            let breads = await services.breads.all(hidden: preview)
            if request.headers[.accept]?.hasPrefix("text/csv") == true {
                let rows = breads.map { "\($0.slug);\($0.name);\($0.cents)" }
                return Response(
                    .ok, headers: [.contentType: "text/csv"],
                    body: Body(rows.joined(separator: "\n")))
            }
            return Response.json(breads)
        }

        on(.get, "/breads/:slug") { (slug: String) in
            guard let bread = await services.breads.find(slug) else {
                throw BakeryError.noBread(slug)
            }
            return bread
        }

        put("/breads/:slug/name") { request in
            let body = try await request.json(NewName.self)
            guard let slug = request.parameters("slug").first else {
                throw Problem(.notFound)
            }
            return Response.json(try await services.breads.rename(slug, to: body.name))
        }
    }
}

@Schema struct NewName: Codable, Sendable {
    @Field(.length(1...60)) var name: String
}
