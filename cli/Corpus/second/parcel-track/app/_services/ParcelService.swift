import FledgeSchema

@Schema struct Parcel: Hashable, Sendable {
    let number: String
    let speed: String
    let grams: Int
    var place: String
    var scans: Int
}

enum ParcelError: Error, Equatable { case unknown(String) }

struct ParcelService: Sendable {
    let store: ParcelStore

    func find(_ number: String) async throws -> Parcel? { try await store.find(number) }

    func send(_ number: String, speed: String, grams: Int) async throws -> Parcel {
        try await store.add(Parcel(number: number, speed: speed, grams: grams, place: "sender", scans: 0))
    }

    /// Two scans at one place are one.
    func scan(_ number: String, at place: String) async throws {
        guard var parcel = try await store.find(number) else { throw ParcelError.unknown(number) }
        guard parcel.place != place else { return }
        parcel.place = place
        parcel.scans += 1
        try await store.save(parcel)
    }

    /// Express goes first: what is express leaves a depot for the road, the rest waits.
    func clear(_ place: String) async throws -> Int {
        let waiting = try await store.at(place).filter { $0.speed == "express" }
        for parcel in waiting { try await scan(parcel.number, at: "road") }
        return waiting.count
    }
}
