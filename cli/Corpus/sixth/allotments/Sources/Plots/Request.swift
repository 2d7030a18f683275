import FledgeSchema

/// Somebody who waits for a plot.
@Schema public struct Request: Identifiable, Equatable, Sendable {
    public let id: Int
    public let name: String
    public let email: String
    /// How many wait before this one.
    public var place: Int
}

/// What came of a request.
@Schema(discriminator: "outcome") public enum Response: Equatable, Sendable {
    case offered(Offer)
    case waiting(place: Int)
}

@Schema public struct Offer: Equatable, Sendable {
    public let plot: Int
    public let rent: Int
}

@Schema public struct Plot: Identifiable, Equatable, Sendable {
    public let id: Int
    public let squareMetres: Int
    public let water: Bool
    public var tenant: Int?

    public var isFree: Bool { tenant == nil }

    public init(id: Int, squareMetres: Int, water: Bool, tenant: Int? = nil) {
        self.id = id
        self.squareMetres = squareMetres
        self.water = water
        self.tenant = tenant
    }
}
