import Fledge

func roundRoutes(on router: Router, rounds: RoundService) {
    router.get("/districts") { _ in try await rounds.districts() }

    router.get("/:district/houses") { request in
        let district = request.parameter("district") ?? ""
        let houses = try await rounds.houses(in: district)
        let page = max(1, Int(request.query["page"] ?? "") ?? 1)
        let size = min(100, max(1, Int(request.query["size"] ?? "") ?? 20))
        let start = min(houses.count, (page - 1) * size)
        let slice = Array(houses[start..<min(houses.count, start + size)])
        var response = Response.json(slice)
        if start + size < houses.count {
            response = response.header(
                "Link", "<\(request.path)?page=\(page + 1)&size=\(size)>; rel=\"next\"")
        }
        return response.header("X-Total-Count", "\(houses.count)")
    }
}
