import FledgeSchema
import Foundation

@Schema public struct SharpeningTicket: Codable, Hashable, Sendable {
    public let number: Int
    public let readyAt: Date

    public init(number: Int, readyAt: Date) {
        self.number = number
        self.readyAt = readyAt
    }
}

/// The queue at the grinding machine: eight minutes for each pair.
public actor SharpeningService {
    private var queue: [SharpeningTicket] = []
    private let now: @Sendable () -> Date

    public init(now: @escaping @Sendable () -> Date = { Date() }) {
        self.now = now
    }

    public func enqueue(pairs: Int) -> SharpeningTicket {
        let start = max(queue.last?.readyAt ?? now(), now())
        let ticket = SharpeningTicket(
            number: queue.count + 1, readyAt: start.addingTimeInterval(Double(pairs) * 480))
        queue.append(ticket)
        return ticket
    }
}
