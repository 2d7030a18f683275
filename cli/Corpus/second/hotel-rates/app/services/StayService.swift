import FledgeSchema

@Schema struct Stay: Hashable, Sendable {
    let id: Int
    let room: Int
    let from: Int
    let nights: Int
}

@Schema struct NewStay: Sendable {
    var name: String
    var guests: Int
    @Field(.range(0...100_000)) var from: Int
    @Field(.range(1...60)) var nights: Int
}

enum HotelError: Error, Equatable {
    case noRoom(Int)
    case occupied
}

struct StayService: Sendable {
    let house: House

    func occupied(_ room: Int) async throws -> Set<Int> {
        Set(await house.stays.filter { $0.room == room }.flatMap { $0.from..<($0.from + $0.nights) })
    }

    func book(_ new: NewStay, room: Int) async throws -> Stay {
        guard await house.prices[room] != nil else { throw HotelError.noRoom(room) }
        let wanted = Set(new.from..<(new.from + new.nights))
        guard try await occupied(room).isDisjoint(with: wanted) else { throw HotelError.occupied }
        return await house.add(room: room, from: new.from, nights: new.nights)
    }

    func end(_ id: Int, in room: Int) async throws {
        guard await house.stays.contains(where: { $0.id == id && $0.room == room }) else { throw HotelError.noRoom(room) }
        await house.remove(id)
    }
}

actor House {
    let prices = [1: 12_000, 2: 18_000]
    private(set) var stays: [Stay] = []

    func add(room: Int, from: Int, nights: Int) -> Stay {
        stays.append(Stay(id: (stays.last?.id ?? 0) + 1, room: room, from: from, nights: nights))
        return stays[stays.count - 1]
    }

    func remove(_ id: Int) { stays.removeAll { $0.id == id } }
}
