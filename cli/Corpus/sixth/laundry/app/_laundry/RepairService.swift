protocol Mailer: Sendable {
    func send(_ text: String) async throws
}

struct LogMailer: Mailer {
    func send(_ text: String) async throws { print(text) }
}

actor RepairLog {
    private var tickets: [Int: String] = [:]

    func ticket(for machine: Int) -> (ticket: String, isNew: Bool) {
        if let known = tickets[machine] { return (known, false) }
        let ticket = "R\(100 + tickets.count)"
        tickets[machine] = ticket
        return (ticket, true)
    }
}

struct RepairService: Sendable {
    let mailer: any Mailer
    let log = RepairLog()

    func report(_ request: RepairRequest) async throws -> RepairResponse {
        let (ticket, isNew) = await log.ticket(for: request.machine)
        guard isNew else { return .known(since: ticket) }
        try await mailer.send("\(ticket): machine \(request.machine), \(request.what)")
        return .sent(ticket: ticket)
    }
}
