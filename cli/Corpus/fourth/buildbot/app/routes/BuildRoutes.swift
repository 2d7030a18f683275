import Fledge
import FledgeData

@Schema struct Stats: Equatable {
    let branch: String
    let passed: Int
    let failed: Int
}

func buildRoutes(_ app: App, _ services: Services) {
    app.get("/builds") { request async throws in
        let state = request.query["state"].flatMap(Build.State.init(rawValue:))
        return try await services.builds.list(state)
    }

    app.on(.get, "/builds/:id") { (id: Int) async throws in
        guard let build = try await services.builds.find(id) else {
            throw Problem(.notFound, "There is no build \(id).")
        }
        return build
    }

    app.on(.post, "/builds/:id/retry") { (id: Int) async throws in
        guard let build = try await services.builds.find(id) else {
            throw Problem(.notFound, "There is no build \(id).")
        }
        // Only what failed is tried again, and other branches than main not for ever.
        let limit = build.branch == "main" ? 10 : 3
        guard build.state == .failed, build.attempt < limit else {
            throw Problem(.conflict, "Build \(id) is not tried again.", code: "no_retry")
        }
        return try await services.builds.start(build.branch, attempt: build.attempt + 1)
    }

    app.on(.post, "/builds/:id/cancel") { (id: Int) async throws in
        let build = try await services.builds.finish(id, .cancelled)
        try await services.notify.tell(build)
        return Response(.noContent)
    }

    app.put("/builds/:id/result") { request async throws in
        let id = try request.parameter("id", as: Int.self)
        let result = try await request.decode(Result.self)
        return try await services.builds.finish(id, result.passed ? .passed : .failed)
    }

    app.get("/stats") { request async throws in
        let rows = try await services.store.database.query(
            """
            SELECT branch, sum(state = 'passed') AS passed, sum(state = 'failed') AS failed
            FROM builds GROUP BY branch ORDER BY branch
            """, as: Stats.self)
        return Response.json(rows).header(.cacheControl, "max-age=60")
    }

    app.get("/builds/:id/badge") { request async throws in
        let id = try request.parameter("id", as: Int.self)
        let state = try await services.builds.find(id)?.state
        let color = state == .passed ? "green" : state == .failed ? "red" : "grey"
        let name = state?.rawValue ?? "none"
        return Redirect.temporary("https://badges.example/build-\(name)-\(color)")
    }
}

@Schema struct Result { var passed: Bool }
