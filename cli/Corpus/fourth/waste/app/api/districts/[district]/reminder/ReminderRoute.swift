import Fledge

@Route struct ReminderRoute {
    let districts: DistrictService

    /// What the app of the city says in the evening before, in words.
    func GET(district: String, date: Int) async throws -> String {
        let schedule = try await districts.plan(of: district)
        guard let schedule else { throw Problem(.notFound, "No such district.") }
        let free = try await districts.holidays()
        var next = date + (schedule.weekday - date % 7 + 7) % 7
        while free.contains(next) || next % 7 == 6 {
            next += 1
        }
        if next - date > 7 { next -= 7 }
        return next - date == 1 ? "Tomorrow: put the bin out." : "Nothing to do."
    }
}
