import Fledge

@Route struct NextRoute {
    let districts: DistrictService

    /// The next day on which the bins go out.
    func GET(district: String, today: Int) async throws -> JSON {
        guard let plan = try await districts.plan(of: district) else {
            throw Problem(.notFound, "There is no district \(district).")
        }
        let holidays = try await districts.holidays()
        var day = today + (plan.weekday - today % 7 + 7) % 7
        while holidays.contains(day) || day % 7 == 6 {
            day += 1
        }
        if day - today > 7 { day -= 7 }
        return ["district": .string(district), "day": .integer(day), "in": .integer(day - today)]
    }
}
