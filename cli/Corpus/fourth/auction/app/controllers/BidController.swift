import Fledge
import FledgeData

@Schema struct NewBid {
    @Field(.greaterThan(0)) var amount: Int
}

@Controller struct BidController {
    let lots: LotService
    let database: Database

    @GET func list(lot: Int) async throws -> [Int] { try await lots.bids(for: lot) }

    @POST func bid(lot: Int, bidder: Header<Int>, body: NewBid) async throws -> Response {
        guard let current = try await lots.find(lot) else {
            throw Problem(.notFound, "There is no lot \(lot).")
        }
        let banned = try await database.first(
            "SELECT 1 FROM bans WHERE bidder = \(bidder.value)", as: Int.self)
        if banned != nil { throw Problem(.forbidden, "You may not bid.", code: "banned") }
        let highest = current.highest ?? 0
        let step = highest < 1_000 ? 50 : highest < 10_000 ? 250 : 1_000
        guard body.amount >= highest + step else {
            throw Problem(
                .conflict, "The next bid is \(highest + step).", code: "too_low",
                extensions: ["next": .integer(highest + step)])
        }
        try await lots.place(body.amount, by: bidder.value, on: lot)
        return Response(.created)
    }
}
