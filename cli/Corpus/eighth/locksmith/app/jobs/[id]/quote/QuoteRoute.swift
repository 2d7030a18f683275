import Fledge

@Schema struct Quote: Sendable {
    var job: Job
    var francs: Int
}

@Route struct QuoteRoute {
    let jobs: JobService

    /// What a job will cost, to tell on the phone.
    func GET(id: Int) async throws -> Quote {
        let job = try await jobs.find(id)
        return Quote(job: job, francs: price(of: job))
    }

    private func price(of job: Job) -> Int {
        let base: Int
        switch job.kind {
        case .lockout: base = 180
        case .cylinder: base = 240
        case .safe: base = 420
        case .keyCopy: base = 25
        }
        if job.hour < 6 || job.hour >= 20 { return base + base / 2 }
        return base
    }
}
