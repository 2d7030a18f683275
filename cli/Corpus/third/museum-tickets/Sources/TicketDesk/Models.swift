import FledgeSchema

@Schema package struct Exhibition: Equatable, Sendable {
    package var slug: String
    package var oldSlug: String?
    package var title: String
    package var price: Int
    package var left: Int

    package init(slug: String, oldSlug: String? = nil, title: String, price: Int, left: Int) {
        self.slug = slug
        self.oldSlug = oldSlug
        self.title = title
        self.price = price
        self.left = left
    }
}

@Schema package struct Purchase: Sendable {
    @Field(.pattern("^[a-z0-9-]+$")) package var exhibition: String
    @Field(.range(0...20)) package var adults: Int
    @Field(.range(0...40)) package var children: Int = 0

    package init(exhibition: String, adults: Int, children: Int = 0) {
        self.exhibition = exhibition
        self.adults = adults
        self.children = children
    }

    package func validate(into violations: inout Violations) {
        if adults + children == 0 { violations.add("adults", code: "nobody", "must not all be none") }
    }
}

@Schema package struct Ticket: Equatable, Sendable {
    package var id: Int
    package var exhibition: String
    package var people: Int
    package var cents: Int

    package init(id: Int, exhibition: String, people: Int, cents: Int) {
        self.id = id
        self.exhibition = exhibition
        self.people = people
        self.cents = cents
    }
}

package enum DeskError: Error, Equatable {
    case noExhibition(String)
    case noTicket(Int)
    case soldOut(left: Int)
    case tooManyChildren
}

package protocol TicketVault: Sendable {
    func exhibition(_ slug: String) async throws -> Exhibition?
    func keep(_ purchase: Purchase, cents: Int) async throws -> Ticket
    func tickets(skip: Int, take: Int) async throws -> ([Ticket], Int)
    func releaseUnpaid() async throws -> Int
}
