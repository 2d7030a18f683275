/// Finds students who began and did not finish.
public struct ReminderService: Sendable {
    let store: any ApplicationStore

    public init(store: any ApplicationStore) { self.store = store }

    public func pending() async throws -> [String] {
        try await store.all().filter { $0.state == .draft }.map(\.student)
    }
}
