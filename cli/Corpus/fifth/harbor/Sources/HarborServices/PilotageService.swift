import Foundation

/// Who gets a pilot, and when it is too late to ask for one.
package struct PilotageService: Sendable {
    /// A pilot needs this long to get to the boarding place.
    package static let notice: TimeInterval = 2 * 3600

    private let store: any PilotageStore
    private let depths: [String: Double]
    private let now: @Sendable () -> Date

    package init(
        store: any PilotageStore, depths: [String: Double],
        now: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.store = store
        self.depths = depths
        self.now = now
    }

    package func submit(_ new: NewRequest, to port: String) async throws -> Request {
        let limit = depths[port, default: 8] - 1
        guard new.draught <= limit else { throw HarborError.tooDeep(limit: limit) }
        guard new.eta.timeIntervalSince(now()) >= Self.notice else { throw HarborError.tooLate }
        return try await store.add(new, port: port)
    }

    package func find(_ id: Request.ID, in port: String) async throws -> Request {
        guard let request = try await store.find(id), request.port == port else {
            throw HarborError.noSuchRequest(id)
        }
        return request
    }

    package func open(in port: String) async throws -> [Request] {
        try await store.open(in: port).sorted { $0.eta < $1.eta }
    }

    package func take(_ id: Request.ID, in port: String, pilot: String) async throws -> Request {
        var request = try await find(id, in: port)
        guard try await store.assign(pilot, to: id) else {
            throw HarborError.alreadyTaken(by: request.pilot ?? "another pilot")
        }
        request.pilot = pilot
        return request
    }
}
