#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

public actor InMemoryDeedStore: DeedStore {
    private var deeds: [Deed] = []

    public init() {}

    public func add(title: String, owner: String, pages: Int, at date: Date) -> Deed {
        let deed = Deed(
            id: deeds.count + 1, title: title, owner: owner, state: .draft, pages: pages,
            changed: date)
        deeds.append(deed)
        return deed
    }

    public func find(_ id: Int) -> Deed? { deeds.first { $0.id == id } }

    public func all() -> [Deed] { deeds }

    public func save(_ deed: Deed) { deeds = deeds.map { $0.id == deed.id ? deed : $0 } }
}
