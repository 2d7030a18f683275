import Fledge

@Route struct JobRoute {
    let jobs: JobService

    func GET(id: Int) async throws -> Job { try await jobs.find(id) }

    /// The mechanic is done.
    func DELETE(id: Int) async throws -> Job { try await jobs.finish(id) }
}
