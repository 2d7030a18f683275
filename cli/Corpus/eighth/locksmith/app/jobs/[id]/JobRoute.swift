import Fledge

@Route struct JobRoute {
    let jobs: JobService

    func GET(id: Int) async throws -> Job {
        try await jobs.find(id)
    }
}
