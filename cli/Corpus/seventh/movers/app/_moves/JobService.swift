/// The way of a job: booked, packed, moved.
struct JobService: Sendable {
    let store: JobStore

    func book(_ new: NewJob, price: Int) async throws -> Job {
        try await store.add(new, price: price)
    }

    func find(_ id: Int) async throws -> Job {
        guard let job = try await store.find(id) else { throw JobError.unknown }
        return job
    }

    func advance(_ id: Int, to state: Job.State) async throws -> Job {
        var job = try await find(id)
        switch (job.state, state) {
        case (.booked, .packed), (.packed, .moved), (.booked, .cancelled): job.state = state
        default: throw JobError.cannot(from: job.state, to: state)
        }
        try await store.set(state, of: id)
        return job
    }
}
