import Fledge

func quoteRoutes(_ app: App, _ services: Services) {
    app.on(.get, "/quotes/:day") { (day: Int) in
        var portions: [Int: Int] = [:]
        for entry in try await services.kitchen.day(day) { portions[entry.dish, default: 0] += entry.plates }
        var rows: [String] = []
        var sum = 0
        for (key, number) in portions.sorted(by: { $0.key < $1.key }) {
            let meal = try await services.kitchen.dish(key)
            rows.append("\(number) x \(meal.name)")
            sum += number
        }
        return DayPlan(day: day, plates: sum, lines: rows)
    }
}
