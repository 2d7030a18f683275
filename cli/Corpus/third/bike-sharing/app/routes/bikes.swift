import Fledge

func bikeRoutes(_ router: Router, _ world: World) {
    router.get("/") { req in
        let all = await world.fleet.all()
        guard let dock = req.query["dock"] else { return Response.json(all) }
        return Response.json(all.filter { $0.dock == dock })
    }

    router.on(.get, "/:id") { (id: Int) in
        guard let bike = await world.fleet.bike(id) else {
            throw Problem(.notFound, "There is no bike \(id).")
        }
        return bike
    }

    router.put("/:id") { req in
        let id = try req.parameter("id", as: Int.self)
        let known = await world.fleet.bike(id) != nil
        let bike = try await world.fleet.put(id, req.json(BikeState.self))
        return Response.json(bike, status: known ? .ok : .created)
    }

    router.on(.delete, "/:id") { (id: Int) in
        try await world.fleet.retire(id)
        return Response(.noContent)
    }
}
