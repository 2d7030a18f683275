public protocol Waiting: Sendable {
    func ask(name: String, email: String) async throws -> Request
    func respond(to request: Request) async throws -> Response
    func request(_ id: Int) async throws -> Request?
}

public enum PlotError: Error, Equatable {
    case alreadyWaiting(String)
}

/// Who gets a plot when.
public struct WaitingService: Waiting {
    let store: PlotStore

    public init(store: PlotStore) { self.store = store }

    public func ask(name: String, email: String) async throws -> Request {
        guard await !store.requests.contains(where: { $0.email == email }) else {
            throw PlotError.alreadyWaiting(email)
        }
        return await store.add(name: name, email: email)
    }

    public func request(_ id: Int) async throws -> Request? {
        await store.requests.first { $0.id == id }
    }

    /// The first in the line gets the smallest plot that is free.
    public func respond(to request: Request) async throws -> Response {
        let free = await store.plots.filter(\.isFree)
        let before = await store.requests.prefix { $0.id != request.id }.count
        guard before == 0, let plot = free.min(by: { $0.squareMetres < $1.squareMetres }) else {
            return .waiting(place: before)
        }
        await store.lease(plot.id, to: request.id)
        return .offered(Offer(plot: plot.id, rent: Rent.yearly(of: plot)))
    }
}

enum Rent {
    /// In cents: 38 a square metre, and 20.00 for a tap.
    static func yearly(of plot: Plot) -> Int { plot.squareMetres * 38 + (plot.water ? 2_000 : 0) }
}
