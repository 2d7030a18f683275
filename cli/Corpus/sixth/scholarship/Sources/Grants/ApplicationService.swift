#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

public protocol ApplicationStore: Sendable {
    func add(_ new: NewApplication, at date: Date) async throws -> Application
    func find(_ id: Int) async throws -> Application?
    func all() async throws -> [Application]
    func save(_ application: Application) async throws
}

public enum GrantError: Error, Equatable {
    case unknown(Int)
    case decided(Int)
}

public struct ApplicationService: Sendable {
    let store: any ApplicationStore
    let now: @Sendable () -> Date

    public init(store: any ApplicationStore, now: @escaping @Sendable () -> Date = { Date() }) {
        self.store = store
        self.now = now
    }

    public func submit(_ new: NewApplication) async throws -> Application {
        try await store.add(new, at: now())
    }

    public func find(_ id: Int) async throws -> Application {
        guard let found = try await store.find(id) else { throw GrantError.unknown(id) }
        return found
    }

    public func list() async throws -> [Application] { try await store.all() }

    public func decide(_ id: Int, granted: Bool) async throws -> Application {
        var application = try await find(id)
        guard application.state == .submitted else { throw GrantError.decided(id) }
        application.state = granted ? .granted : .refused
        try await store.save(application)
        return application
    }
}
