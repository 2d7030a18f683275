import Foundation

/// What the rest of the program asks of claims.
package protocol ClaimHandling: Sendable {
    func file(_ new: NewClaim) async throws -> Claim
    func find(_ id: Int) async throws -> Claim
    func decide(_ id: Int, accepted: Bool) async throws -> Claim
    func attach(photo: String, to id: Int) async throws -> Claim
    func shipped(_ id: Int, tracking: String) async throws
    func list(offset: Int, limit: Int) async throws -> (claims: [Claim], total: Int)
}

package actor ClaimService: ClaimHandling {
    private var claims: [Int: Claim] = [:]
    private let now: @Sendable () -> Date

    package init(now: @escaping @Sendable () -> Date = { Date() }) { self.now = now }

    package func file(_ new: NewClaim) throws -> Claim {
        // Two years, and a month for those who only noticed on the last day.
        let end = new.boughtAt.addingTimeInterval((2 * 365 + 30) * 86_400)
        guard now() <= end else { throw ClaimError.expired(on: end) }
        let id = claims.count + 1
        let claim = Claim(id: id, serial: new.serial, fault: new.fault, state: .open)
        claims[id] = claim
        return claim
    }

    package func find(_ id: Int) throws -> Claim {
        guard let claim = claims[id] else { throw ClaimError.unknown(id) }
        return claim
    }

    package func decide(_ id: Int, accepted: Bool) throws -> Claim {
        var claim = try find(id)
        guard claim.state == .open else { throw ClaimError.notOpen(claim.state) }
        claim.state = accepted ? .accepted : .refused
        claims[id] = claim
        return claim
    }

    package func attach(photo: String, to id: Int) throws -> Claim {
        var claim = try find(id)
        guard claim.photos.count < 5 else { throw ClaimError.tooManyPhotos }
        claim.photos.append(photo)
        claims[id] = claim
        return claim
    }

    package func shipped(_ id: Int, tracking: String) throws {
        var claim = try find(id)
        claim.state = .shipped
        claim.tracking = tracking
        claims[id] = claim
    }

    package func list(offset: Int, limit: Int) -> (claims: [Claim], total: Int) {
        let sorted = claims.values.sorted { $0.id < $1.id }
        return (Array(sorted.dropFirst(offset).prefix(limit)), sorted.count)
    }
}
