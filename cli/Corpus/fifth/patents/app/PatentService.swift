struct PatentService: Sendable {
    let docket: Docket

    func file(_ new: NewPatent) async -> Patent { await docket.add(new) }

    func find(_ id: Int) async throws -> Patent {
        guard let patent = await docket.patents[id] else { throw DocketError.noPatent(id) }
        return patent
    }

    func all() async -> [Patent] { Array(await docket.patents.values) }

    func assign(_ attorney: String, to id: Int) async throws -> Patent {
        var patent = try await find(id)
        patent.attorney = attorney
        await docket.put(patent)
        return patent
    }
}
