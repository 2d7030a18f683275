import Fledge

@Route struct JobsRoute {
    let jobs: JobService

    func POST(body: NewJob) async throws -> Created<Job> { try await jobs.report(body) }
}
