/// Writes to customers whose cylinders turn ten.
struct WarrantyReminderService: Sendable {
    let jobs: JobService
    let send: @Sendable (String) async throws -> Void

    func run(year: Int) async throws -> Int {
        var sent = 0
        for job in await jobs.open() where job.kind == .cylinder {
            try await send("\(job.street): your cylinder is ten years old in \(year).")
            sent += 1
        }
        return sent
    }
}
