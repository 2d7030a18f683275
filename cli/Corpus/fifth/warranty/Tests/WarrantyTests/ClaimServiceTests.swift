import Foundation
import Testing
import WarrantyServices

@Suite struct ClaimServiceTests {
    static let now = Date(timeIntervalSince1970: 1_767_225_600)
    let claims: any ClaimHandling = ClaimService(now: { Self.now })

    func bought(daysAgo days: Double) -> NewClaim {
        NewClaim(
            serial: "AB12345678", fault: "It hums at night.",
            boughtAt: Self.now.addingTimeInterval(-days * 86_400))
    }

    @Test(arguments: [(760.0, true), (761.0, false)])
    func `a warranty is two years and a month`(days: Double, isFine: Bool) async throws {
        let claim = try? await claims.file(bought(daysAgo: days))
        #expect((claim != nil) == isFine)
    }

    @Test func `a claim is decided once`() async throws {
        let claim = try await claims.file(bought(daysAgo: 1))
        #expect(try await claims.decide(claim.id, accepted: true).state == .accepted)
        await #expect(throws: ClaimError.notOpen(.accepted)) {
            try await claims.decide(claim.id, accepted: false)
        }
    }

    @Test func `five photos are enough`() async throws {
        let claim = try await claims.file(bought(daysAgo: 1))
        for number in 1...5 { _ = try await claims.attach(photo: "\(number)", to: claim.id) }
        await #expect(throws: ClaimError.tooManyPhotos) {
            try await claims.attach(photo: "6", to: claim.id)
        }
    }
}
