struct HiveService: Sendable {
    let store: HiveStore

    func add(_ new: NewHive) async throws -> Hive { try await store.add(new) }

    func find(_ id: Int) async throws -> Hive {
        guard let hive = try await store.find(id) else { throw BeeError.noHive(id) }
        return hive
    }

    func list() async throws -> [Hive] { try await store.list() }

    func remove(_ id: Int) async throws {
        guard try await store.remove(id) else { throw BeeError.noHive(id) }
    }
}
