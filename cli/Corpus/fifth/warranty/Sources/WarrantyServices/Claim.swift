import FledgeSchema
import Foundation

@Schema package struct Claim: Codable, Hashable, Sendable {
    @Schema package enum State: String, Codable, Sendable { case open, accepted, refused, shipped }

    package let id: Int
    package let serial: String
    package let fault: String
    package var state: State
    package var tracking: String?
    package var photos: [String] = []
}

@Schema package struct NewClaim: Sendable {
    @Field(.pattern("^[A-Z]{2}[0-9]{8}$")) package var serial: String
    @Field(.length(10...2000)) package var fault: String
    package var boughtAt: Date

    package init(serial: String, fault: String, boughtAt: Date) {
        self.serial = serial
        self.fault = fault
        self.boughtAt = boughtAt
    }
}

package enum ClaimError: Error, Equatable {
    case unknown(Int)
    case expired(on: Date)
    case notOpen(Claim.State)
    case tooManyPhotos
}
