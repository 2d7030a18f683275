import FledgeSchema
import Foundation

/// A game on the shelf.
@Schema public struct Game: Codable, Hashable, Sendable, Identifiable {
    public let id: Int
    public let slug: String
    public let title: String
    public let minPlayers: Int
    public let maxPlayers: Int
    public let copies: Int

    public init(id: Int, slug: String, title: String, minPlayers: Int, maxPlayers: Int, copies: Int)
    {
        self.id = id
        self.slug = slug
        self.title = title
        self.minPlayers = minPlayers
        self.maxPlayers = maxPlayers
        self.copies = copies
    }
}

@Schema public struct NewGame: Hashable, Sendable {
    @Field(.length(1...100)) public var title: String
    @Field(.range(1...12)) public var minPlayers: Int
    @Field(.range(1...12)) public var maxPlayers: Int
    @Field(.range(1...9)) public var copies: Int = 1

    public init(title: String, minPlayers: Int, maxPlayers: Int, copies: Int = 1) {
        self.title = title
        self.minPlayers = minPlayers
        self.maxPlayers = maxPlayers
        self.copies = copies
    }

    public func validate(into violations: inout Violations) {
        if maxPlayers < minPlayers {
            violations.add("maxPlayers", code: "order", "must not be fewer than the fewest")
        }
        if title.hasPrefix(" ") {
            violations.add("title", code: "blank", "must not begin with a space")
        }
    }
}

/// A request of the café's guests, for a game that the shelf lacks.
@Schema public struct Request: Codable, Hashable, Sendable {
    public var title: String
    public var votes: Int

    public init(title: String, votes: Int) {
        self.title = title
        self.votes = votes
    }
}

/// A game that lies on a table.
@Schema public struct Loan: Codable, Hashable, Sendable, Identifiable {
    public let id: Int
    public let game: Int
    public let table: Int
    public let since: Date
    public var returned: Date?

    public init(id: Int, game: Int, table: Int, since: Date, returned: Date? = nil) {
        self.id = id
        self.game = game
        self.table = table
        self.since = since
        self.returned = returned
    }
}

public enum CafeError: Error, Equatable {
    case noGame(Int)
    case noLoan(Int)
    case allOut(Int)
    case wrongTable(Int)
    case wrongSize(Int)
}
