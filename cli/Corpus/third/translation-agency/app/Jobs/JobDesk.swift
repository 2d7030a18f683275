protocol JobBoard: Sendable {
    func put(_ job: Job) async -> Job
    func get(_ id: Int) async -> Job?
    func list() async -> [Job]
}

actor MemoryBoard: JobBoard {
    private var jobs: [Int: Job] = [:]

    func put(_ job: Job) -> Job {
        var job = job
        if job.id == 0 { job.id = jobs.count + 1 }
        jobs[job.id] = job
        return job
    }

    func get(_ id: Int) -> Job? { jobs[id] }
    func list() -> [Job] { jobs.values.sorted { $0.id < $1.id } }
}

/// Takes jobs in and hands them out.
struct JobDesk: Sendable {
    let board: any JobBoard

    func accept(_ new: NewJob) async -> Job {
        await board.put(
            Job(id: 0, client: new.client, from: new.from, to: new.to, words: new.words, state: .open))
    }

    func find(_ id: Int) async throws -> Job {
        guard let job = await board.get(id) else { throw JobError.missing(id) }
        return job
    }

    func assign(_ id: Int, to translator: String) async throws -> Job {
        var job = try await find(id)
        guard job.state == .open else { throw JobError.notOpen(id) }
        job.state = .assigned
        job.translator = translator
        return await board.put(job)
    }

    func all() async -> [Job] { await board.list() }
}
