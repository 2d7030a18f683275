import Fledge
import RinkCore

@Schema struct SharpeningOrder: Sendable {
    @Field(.range(1...4)) var pairs: Int
}

@Route struct SharpeningRoute {
    let sharpening: SharpeningService

    /// Queues skates for the grinding machine.
    func POST(body: SharpeningOrder) async -> SharpeningTicket {
        await sharpening.enqueue(pairs: body.pairs)
    }
}
