/// Takes requests. Who has ten years in the trade is hired at once.
public struct RequestDesk: Sendable {
    public enum State: String, Sendable { case forwarded, hired }

    let board: Board

    public init(board: Board) { self.board = board }

    public func ask(_ request: Request, through agency: String) async throws -> State {
        var job = try await board.job(request.job)
        guard job.places > 0 else { throw BoardError.filled }
        guard try await board.pinboard.add(request, from: agency) else { throw BoardError.twice }
        guard request.years >= 10 else { return .forwarded }
        job.places -= 1
        try await board.pinboard.save(job)
        return .hired
    }

    public func requests(for job: Int) async throws -> [Request] { try await board.pinboard.requests(for: job) }
}

public protocol Pinboard: Sendable {
    func jobs() async throws -> [Job]
    func pin(_ new: NewJob) async throws -> Job
    func save(_ job: Job) async throws
    func add(_ request: Request, from agency: String) async throws -> Bool
    func requests(for job: Int) async throws -> [Request]
}

public actor InMemoryPinboard: Pinboard {
    private var all: [Job] = []
    private var asked: [(request: Request, agency: String)] = []

    public init() {}
    public func jobs() -> [Job] { all }
    public func pin(_ new: NewJob) -> Job {
        all.append(Job(id: all.count + 1, title: new.title, company: new.company, city: new.city, places: new.places))
        return all[all.count - 1]
    }
    public func save(_ job: Job) { all = all.map { $0.id == job.id ? job : $0 } }
    public func add(_ request: Request, from agency: String) -> Bool {
        guard !asked.contains(where: { $0.request.job == request.job && $0.request.email == request.email }) else { return false }
        asked.append((request, agency))
        return true
    }
    public func requests(for job: Int) -> [Request] { asked.map(\.request).filter { $0.job == job } }
}
