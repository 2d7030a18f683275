import Fledge
import Foundation

@Schema struct Cancelled: Sendable {
    var job: Job
    var fee: Int
}

@Route struct JobRoute {
    let jobs: JobService

    func GET(id: Int) async throws -> Job { try await jobs.find(id) }

    func PATCH(id: Int, body: StateChange) async throws -> Job {
        try await jobs.advance(id, to: body.state)
    }

    /// Cancels a move.
    func DELETE(id: Int) async throws -> Cancelled {
        let job = try await jobs.find(id)
        let left = job.day.timeIntervalSinceNow / 86_400
        let fee = left >= 14 ? 0 : left >= 3 ? job.price / 4 : job.price / 2
        return Cancelled(job: try await jobs.advance(job.id, to: .cancelled), fee: fee)
    }
}
