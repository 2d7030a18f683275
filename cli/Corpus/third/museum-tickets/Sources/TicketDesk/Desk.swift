package struct Exhibitions: Sendable {
    let vault: any TicketVault
    package init(vault: any TicketVault) { self.vault = vault }

    package func find(_ slug: String) async throws -> Exhibition {
        guard let found = try await vault.exhibition(slug) else { throw DeskError.noExhibition(slug) }
        return found
    }
}

/// Sells tickets.
package struct Desk: Sendable {
    let vault: any TicketVault
    package init(vault: any TicketVault) { self.vault = vault }

    package func sell(_ purchase: Purchase) async throws -> Ticket {
        guard let exhibition = try await vault.exhibition(purchase.exhibition) else {
            throw DeskError.noExhibition(purchase.exhibition)
        }
        guard purchase.children <= purchase.adults * 6 else { throw DeskError.tooManyChildren }
        let people = purchase.adults + purchase.children
        guard people <= exhibition.left else { throw DeskError.soldOut(left: exhibition.left) }
        var cents = purchase.adults * exhibition.price + purchase.children * exhibition.price / 2
        if people >= 15 { cents = cents * 9 / 10 }
        return try await vault.keep(purchase, cents: cents)
    }

    package func sold(skip: Int, take: Int) async throws -> ([Ticket], Int) {
        try await vault.tickets(skip: skip, take: take)
    }
}

/// Gives back what was reserved and never paid.
package struct Sweeper: Sendable {
    let vault: any TicketVault
    package init(vault: any TicketVault) { self.vault = vault }

    package func sweep() async throws -> Int { try await vault.releaseUnpaid() }
}
