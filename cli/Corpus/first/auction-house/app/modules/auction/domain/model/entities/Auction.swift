import FledgeSchema

@Schema struct Auction: Hashable, Sendable {
    let id: Int
    let title: String
    var price: Int
    var leader: String?
    var endsAt: Int
}

@Schema struct NewAuction: Sendable {
    @Field(.length(1...120)) var title: String
    @Field(.range(1...100_000_000)) var price: Int
    @Field(.range(60...2_592_000)) var seconds: Int
}

enum AuctionError: Error, Equatable { case missing, over }
