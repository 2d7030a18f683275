import Fledge

@Route struct NextBayRoute {
    let washes: WashService

    /// The sign over the entrance asks each minute.
    func GET(last id: Int) async throws -> Suggestion {
        let wash = try await washes.find(id)
        return Suggestion(bay: BayService(count: 4).next(after: wash.bay))
    }
}
