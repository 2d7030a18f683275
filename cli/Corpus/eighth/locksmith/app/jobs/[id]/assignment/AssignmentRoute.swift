import Fledge

@Route struct AssignmentRoute {
    let jobs: JobService
    let dispatch: any Dispatching

    /// Sends somebody.
    func POST(id: Int) async throws -> Job {
        var job = try await jobs.find(id)
        if let smith = job.smith, job.state != .open {
            throw JobError.taken(by: smith)
        }
        guard let smith = await dispatch.smith(for: job) else {
            throw Problem(.conflict, "Nobody drives to \(job.postcode).", code: "nobody")
        }
        job.state = .assigned
        job.smith = smith
        await jobs.save(job)
        return job
    }
}
