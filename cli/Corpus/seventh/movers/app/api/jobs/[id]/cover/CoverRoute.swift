import Fledge

@Schema struct CoverView: Sendable {
    var cover: Int
    var premium: Int
}

@Route struct CoverRoute {
    let jobs: JobService
    let cover: CoverService

    func GET(id: Int) async throws -> CoverView {
        let job = try await jobs.find(id)
        return CoverView(cover: cover.cover(for: job), premium: cover.premium(for: job))
    }
}
