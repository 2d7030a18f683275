import FledgeSchema

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Schema struct Floor: Equatable {
    var number: Int
    var size: Int
    var taken: Int
}

enum ParkingError: Error, Equatable {
    case full
    case noTicket(Int)
    case noPermit(String)
    case unpaid(Int)
    case tooManyPermits
}

enum Minutes {
    @Sendable static func now() -> Int { Int(Date().timeIntervalSince1970 / 60) }
}

/// The spaces.
actor Garage {
    private var taken: [Int]
    private let size: Int

    init(floors: Int, perFloor: Int) {
        taken = Array(repeating: 0, count: floors)
        size = perFloor
    }

    func floors() -> [Floor] {
        taken.enumerated().map { Floor(number: $0.offset + 1, size: size, taken: $0.element) }
    }

    /// The lowest floor with a space.
    func take() throws -> Int {
        guard let floor = taken.firstIndex(where: { $0 < size }) else { throw ParkingError.full }
        taken[floor] += 1
        return floor + 1
    }

    func free(_ floor: Int) { taken[floor - 1] -= 1 }
}
