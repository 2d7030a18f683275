import Foundation

/// Keeps what was found, and gives it back.
actor LostOffice {
    private var items: [Int: Item] = [:]
    private let now: @Sendable () -> Date

    init(now: @escaping @Sendable () -> Date = { Date() }) { self.now = now }

    func take(_ found: FoundItem) -> Item {
        let item = Item(
            id: items.count + 1, kind: found.kind, colour: found.colour, line: found.line,
            foundAt: now())
        items[item.id] = item
        return item
    }

    /// All that may be shown to somebody who has lost something.
    func search(kind: String?, line: Int?) -> [Item] {
        items.values
            .filter { item in
                item.owner == nil && (kind == nil || item.kind == kind)
                    && (line == nil || item.line == line)
            }
            .sorted { $0.id < $1.id }
    }

    func claim(_ id: Int, by owner: String, colour: String) throws -> Response {
        guard var item = items[id] else { throw OfficeError.noItem(id) }
        guard item.owner == nil else { throw OfficeError.handedOver(id) }
        let days = Int(now().timeIntervalSince(item.foundAt) / 86_400)
        if days > 90 { return Response(item: id, verdict: .gone, fee: 0) }
        guard item.colour == colour else {
            return Response(item: id, verdict: .proofNeeded, fee: 0)
        }
        item.owner = owner
        items[id] = item
        return Response(item: id, verdict: .handedOver, fee: days < 7 ? 0 : 500)
    }
}
