import FledgeSchema

@Schema struct Arrival {
    @Field(.pattern("^[A-Z0-9]{2,8}$")) var plate: String
}

@Schema struct Ticket: Equatable {
    var id: Int
    var plate: String
    var floor: Int
    var since: Int
    var paid: Int
    var isOut: Bool
}

/// What an hour costs; the machine does not know.
protocol Tariff: Sendable {
    func cents(minutes: Int) -> Int
}

struct DayTariff: Tariff {
    func cents(minutes: Int) -> Int {
        if minutes <= 15 { return 0 }
        return min(2400, (minutes + 59) / 60 * 250)
    }
}

actor TicketMachine {
    private let garage: Garage
    private let tariff: any Tariff
    private let permits: PermitOffice
    private let now: @Sendable () -> Int
    private var tickets: [Int: Ticket] = [:]

    init(garage: Garage, tariff: any Tariff, permits: PermitOffice, now: @escaping @Sendable () -> Int) {
        self.garage = garage
        self.tariff = tariff
        self.permits = permits
        self.now = now
    }

    func enter(_ arrival: Arrival) async throws -> Ticket {
        let floor = try await garage.take()
        let ticket = Ticket(
            id: tickets.count + 1, plate: arrival.plate, floor: floor, since: now(), paid: 0, isOut: false)
        tickets[ticket.id] = ticket
        return ticket
    }

    func ticket(_ id: Int) throws -> Ticket {
        guard let ticket = tickets[id] else { throw ParkingError.noTicket(id) }
        return ticket
    }

    func pay(_ id: Int) async throws -> Ticket {
        var ticket = try ticket(id)
        ticket.paid += await due(ticket)
        tickets[id] = ticket
        return ticket
    }

    func leave(_ id: Int) async throws {
        var ticket = try ticket(id)
        let due = await due(ticket)
        guard due <= 0 else { throw ParkingError.unpaid(due) }
        ticket.isOut = true
        tickets[id] = ticket
        await garage.free(ticket.floor)
    }

    private func due(_ ticket: Ticket) async -> Int {
        if await permits.permit(ticket.plate) != nil { return 0 }
        return tariff.cents(minutes: now() - ticket.since) - ticket.paid
    }
}
