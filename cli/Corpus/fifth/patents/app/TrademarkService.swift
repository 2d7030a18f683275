struct TrademarkService: Sendable {
    let docket: Docket

    func file(_ new: NewTrademark) async -> Trademark { await docket.add(new) }

    func all() async -> [Trademark] { Array(await docket.trademarks.values) }
}
