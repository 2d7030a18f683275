/// Who is visited together.
struct RoundService: Sendable {
    let store: any HouseStore

    /// The houses of a district, by street.
    func houses(in district: String) async throws -> [House] {
        try await store.all().filter { $0.district == district }.sorted { $0.street < $1.street }
    }

    func districts() async throws -> [String] {
        Set(try await store.all().map(\.district)).sorted()
    }
}
