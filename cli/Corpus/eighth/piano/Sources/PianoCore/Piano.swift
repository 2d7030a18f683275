import FledgeSchema
import Foundation

/// An instrument that is tuned now and then.
@Schema public struct Piano: Codable, Hashable, Sendable, Identifiable {
    @Schema public enum Kind: String, Codable, Sendable { case upright, grand, harpsichord }

    public let id: Int
    public let serial: String
    public let kind: Kind
    public let owner: String

    public init(id: Int, serial: String, kind: Kind, owner: String) {
        self.id = id
        self.serial = serial
        self.kind = kind
        self.owner = owner
    }
}

@Schema public struct NewPiano: Hashable, Sendable {
    @Field(.pattern("^[A-Z0-9-]{4,20}$")) public var serial: String
    public var kind: Piano.Kind
    @Field(.length(1...80)) public var owner: String

    public init(serial: String, kind: Piano.Kind, owner: String) {
        self.serial = serial
        self.kind = kind
        self.owner = owner
    }
}

/// One tuning, done or planned.
@Schema public struct Visit: Codable, Hashable, Sendable, Identifiable {
    public let id: Int
    public let piano: Int
    public let day: Date
    public var pitch: Double?
    public let francs: Int

    public init(id: Int, piano: Int, day: Date, pitch: Double? = nil, francs: Int) {
        self.id = id
        self.piano = piano
        self.day = day
        self.pitch = pitch
        self.francs = francs
    }
}

public enum PianoError: Error, Equatable {
    case unknown(Int)
    case serialTaken(String)
    case noVisit(Int)
    case alreadyTuned(Int)
    case tooSoon
}
