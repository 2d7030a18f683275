package protocol PilotageStore: Sendable {
    func add(_ new: NewRequest, port: String) async throws -> Request
    func find(_ id: Request.ID) async throws -> Request?
    func open(in port: String) async throws -> [Request]
    /// Whether the request had no pilot before.
    func assign(_ pilot: String, to id: Request.ID) async throws -> Bool
}

/// Requests in memory, for tests.
package actor InMemoryPilotageStore: PilotageStore {
    private var requests: [Request] = []

    package init() {}

    package func add(_ new: NewRequest, port: String) -> Request {
        let request = Request(id: .init(rawValue: requests.count + 1), port: port, new: new)
        requests.append(request)
        return request
    }

    package func find(_ id: Request.ID) -> Request? { requests.first { $0.id == id } }

    package func open(in port: String) -> [Request] {
        requests.filter { $0.port == port && $0.pilot == nil }
    }

    package func assign(_ pilot: String, to id: Request.ID) -> Bool {
        guard let index = requests.firstIndex(where: { $0.id == id && $0.pilot == nil }) else {
            return false
        }
        requests[index].pilot = pilot
        return true
    }
}
