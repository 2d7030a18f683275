#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

protocol HouseStore: Sendable {
    func add(_ new: NewHouse) async throws -> House
    func find(_ id: Int) async throws -> House?
    func all() async throws -> [House]
    func save(_ house: House) async throws
}

enum HouseError: Error, Equatable {
    case unknown(Int)
}

struct HouseService: Sendable {
    let store: any HouseStore

    func add(_ new: NewHouse) async throws -> House { try await store.add(new) }

    func find(_ id: Int) async throws -> House {
        guard let house = try await store.find(id) else { throw HouseError.unknown(id) }
        return house
    }

    func all() async throws -> [House] { try await store.all() }

    func swept(_ id: Int, at date: Date) async throws -> House {
        var house = try await find(id)
        house.lastSwept = date
        house.sealed = false
        try await store.save(house)
        return house
    }
}
