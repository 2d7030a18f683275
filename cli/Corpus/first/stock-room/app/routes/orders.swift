import Fledge

@Schema struct Pick: Sendable {
    @Schema struct Line: Sendable {
        var part: Int
        @Field(.range(1...1000)) var quantity: Int
    }
    @Field(.items(1...50)) var lines: [Line]
}

func orderRoutes(_ app: App, _ services: Services) {
    app.post("/orders") { request in
        let pick = try await request.json(Pick.self)
        var total = 0
        var reorder: [Int] = []
        for line in pick.lines {
            guard let part = try await services.inventory.find(line.part) else { throw Problem(.notFound) }
            guard part.stock >= line.quantity else {
                throw Problem(.conflict, "Only \(part.stock) of \(part.name) are left.", code: "out_of_stock")
            }
            if part.stock - line.quantity < part.minimum { reorder.append(part.id) }
            total += part.cents * line.quantity
        }
        for line in pick.lines { try await services.inventory.take(line.quantity, of: line.part) }
        return Response.json(["total": total, "reorder": reorder.count], status: .created)
    }
}
