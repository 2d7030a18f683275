import FledgeSchema
import Foundation

/// A public skating session.
@Schema public struct Session: Codable, Hashable, Sendable, Identifiable {
    public let id: Int
    public let title: String
    public let startsAt: Date
    public let places: Int
    public var sold: Int

    public init(id: Int, title: String, startsAt: Date, places: Int, sold: Int = 0) {
        self.id = id
        self.title = title
        self.startsAt = startsAt
        self.places = places
        self.sold = sold
    }
}

@Schema public struct NewSession: Sendable {
    public var title: String
    public var startsAt: Date
    public var places: Int

    public init(title: String, startsAt: Date, places: Int) {
        self.title = title
        self.startsAt = startsAt
        self.places = places
    }
}
