import Fledge

func flagRoutes(_ routes: Router, _ services: Services) {
    let flags = services.flags

    routes.get("/") { request async throws in
        let all = await flags.all()
        guard let prefix = request.query["prefix"] else { return all }
        return all.filter { $0.key.hasPrefix(prefix) }
    }

    routes.get("/:key") { request async throws in
        guard let flag = await flags.find(request.parameter("key") ?? "") else {
            throw Problem(.notFound, "There is no such flag.", code: "unknown_flag")
        }
        return Response.json(flag)
    }

    routes.put("/:key") { request async throws in
        let admin = try request.admin(services)
        let change = try await request.decode(FlagChange.self)
        let key = try FlagKey(request.parameter("key"))
        let isNew = try await flags.put(key, change, by: admin)
        return Response(isNew ? .created : .noContent)
    }

    routes.delete("/:key") { request async throws in
        let admin = try request.admin(services)
        try await flags.archive(FlagKey(request.parameter("key")), by: admin)
        return Response(.noContent)
    }
}
