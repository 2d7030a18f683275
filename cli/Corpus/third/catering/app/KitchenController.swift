import Fledge

@Schema struct DayPlan: Equatable {
    var day: Int
    var plates: Int
    var lines: [String]
}

@Controller struct KitchenController {
    let kitchen: Kitchen

    @GET("/days/:day") func plan(day: Int) async throws -> DayPlan {
        var plates: [Int: Int] = [:]
        for order in try await kitchen.day(day) { plates[order.dish, default: 0] += order.plates }
        var lines: [String] = []
        var all = 0
        for (id, count) in plates.sorted(by: { $0.key < $1.key }) {
            let dish = try await kitchen.dish(id)
            lines.append("\(count) x \(dish.name)")
            all += count
        }
        return DayPlan(day: day, plates: all, lines: lines)
    }

    @POST("/orders/:id/cooked") func cooked(id: Int) async throws -> Order {
        try await kitchen.move(id, to: "cooked")
    }

    @GET func cookies() -> [Cookie] { kitchen.cookies() }
}

extension KitchenError: ProblemConvertible {
    var problem: Problem {
        switch self {
        case .noDish(let id): Problem(.notFound, "There is no dish \(id).")
        case .noOrder(let id): Problem(.notFound, "There is no order \(id).")
        }
    }
}
