import FledgeSchema

@Schema enum StallState: String, Sendable { case requested, invoiced, paid, cancelled }

@Schema struct Stall: Identifiable, Equatable, Sendable {
    let id: Int
    let day: String
    let trader: String
    let metres: Int
    var state: StallState
}

@Schema struct MarketDay: Equatable, Sendable {
    let date: String
    let square: String
    let metres: Int

    static let season = [
        MarketDay(date: "2027-05-02", square: "Old Market", metres: 240),
        MarketDay(date: "2027-06-06", square: "Station", metres: 120),
    ]
}

enum MarketError: Error, Equatable {
    case noDay(String)
    case noStall(Int)
    case full(String)
}

protocol StallStore: Sendable {
    func add(day: String, trader: String, metres: Int) async throws -> Stall
    func find(_ id: Int) async throws -> Stall?
    func stalls(on day: String) async throws -> [Stall]
    func set(_ id: Int, _ state: StallState) async throws
}

struct StallService: Sendable {
    let store: any StallStore

    func find(_ id: Int) async throws -> Stall {
        guard let stall = try await store.find(id) else { throw MarketError.noStall(id) }
        return stall
    }

    func stalls(on day: String) async throws -> [Stall] { try await store.stalls(on: day) }

    func request(day: MarketDay, trader: String, metres: Int) async throws -> Stall {
        let taken = try await stalls(on: day.date).filter { $0.state != .cancelled }
        guard taken.reduce(metres, { $0 + $1.metres }) <= day.metres else {
            throw MarketError.full(day.date)
        }
        return try await store.add(day: day.date, trader: trader, metres: metres)
    }

    func set(_ stall: Stall, _ state: StallState) async throws {
        try await store.set(stall.id, state)
    }
}

struct DayService: Sendable {
    let days: [MarketDay]

    func find(_ date: String) throws -> MarketDay {
        guard let day = days.first(where: { $0.date == date }) else {
            throw MarketError.noDay(date)
        }
        return day
    }
}
