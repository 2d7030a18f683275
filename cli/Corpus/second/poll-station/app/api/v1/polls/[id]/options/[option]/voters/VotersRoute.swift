import Fledge

@Route struct VotersRoute {
    let count: Counting

    /// How many chose one option, for the little number beside it.
    func GET(id: Int, option: String) async throws -> [String: Int] {
        ["voters": try await count.voters(of: option, in: id)]
    }
}
