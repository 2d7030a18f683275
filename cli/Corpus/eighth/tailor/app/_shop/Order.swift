import Fledge
import Foundation

/// A garment that is to be altered.
@Schema struct Alteration: Codable, Hashable, Sendable, Identifiable {
    @Schema enum State: String, Codable, Sendable { case received, fitted, ready, collected }
    @Schema enum Work: String, Codable, Sendable, CaseIterable { case hem, waist, sleeves, zip }

    var id: Int
    var customer: String
    var work: Work
    var centimetres: Double
    var state: State
    var due: Date
}

@Schema struct NewAlteration: Sendable {
    var customer: String
    var phone: String
    var work: Alteration.Work
    var centimetres: Double
    var express: Bool = false
}

enum TailorError: Error, Equatable {
    case unknown(Int)
    case wrongState(Alteration.State)
}
