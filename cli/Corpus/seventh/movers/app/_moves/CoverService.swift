/// What the transport insurance pays for.
struct CoverService: Sendable {
    func cover(for job: Job) -> Int {
        let base = job.rooms * 400_000
        return job.price > 300_000 ? base + 1_000_000 : base
    }

    func premium(for job: Job) -> Int { cover(for: job) / 200 }
}
