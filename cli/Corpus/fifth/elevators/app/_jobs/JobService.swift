import Fledge
import Foundation

struct JobService: Sendable {
    let store: JobStore
    var now: @Sendable () -> Date = { Date() }

    func report(_ new: NewJob) async throws -> Created<Job> {
        let job = try await store.add(new, at: now())
        return Created(job, at: "/jobs/\(job.id)")
    }

    func find(_ id: Int) async throws -> Job {
        guard let job = try await store.find(id) else { throw JobError.noJob(id) }
        return job
    }

    func open() async throws -> [Job] { try await store.open() }

    func finish(_ id: Int) async throws -> Job {
        guard try await find(id).doneAt == nil else { throw JobError.done(id) }
        try await store.finish(id, at: now())
        return try await find(id)
    }
}
