/// The jobs that are there.
public struct Board: Sendable {
    let pinboard: any Pinboard

    public init(pinboard: any Pinboard) { self.pinboard = pinboard }

    public func open(in city: String?) async throws -> [Job] {
        try await pinboard.jobs().filter { $0.places > 0 && (city == nil || $0.city == city) }
    }

    public func pin(_ new: NewJob) async throws -> Job { try await pinboard.pin(new) }

    public func job(_ id: Int) async throws -> Job {
        guard let job = try await pinboard.jobs().first(where: { $0.id == id }) else { throw BoardError.noJob(id) }
        return job
    }
}
