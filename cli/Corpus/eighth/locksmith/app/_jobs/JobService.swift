/// The jobs of the day.
actor JobService {
    private var jobs: [Int: Job] = [:]

    func add(_ new: NewJob) -> Job {
        let job = Job(
            id: jobs.count + 1, kind: new.kind, street: new.street, postcode: new.postcode,
            hour: new.hour, state: .open)
        jobs[job.id] = job
        return job
    }

    func find(_ id: Int) throws -> Job {
        guard let job = jobs[id] else { throw JobError.unknown(id) }
        return job
    }

    func save(_ job: Job) {
        jobs[job.id] = job
    }

    func open() -> [Job] {
        jobs.values.filter { $0.state == .open }.sorted { $0.hour < $1.hour }
    }
}
