import FledgeSchema
import Foundation

@Schema public struct Rental: Codable, Hashable, Sendable, Identifiable {
    public let id: Int
    public let size: Int
    public let dueAt: Date

    public init(id: Int, size: Int, dueAt: Date) {
        self.id = id
        self.size = size
        self.dueAt = dueAt
    }
}

/// Skates that are out.
public actor RentalService {
    private var out: [Int: Rental] = [:]
    private var lastID = 0

    public init() {}

    public func lend(size: Int, until dueAt: Date) -> Rental {
        lastID += 1
        let rental = Rental(id: lastID, size: size, dueAt: dueAt)
        out[rental.id] = rental
        return rental
    }

    public func takeBack(_ id: Int) throws -> Rental {
        guard let rental = out.removeValue(forKey: id) else { throw RinkError.noSuchRental(id) }
        return rental
    }
}
