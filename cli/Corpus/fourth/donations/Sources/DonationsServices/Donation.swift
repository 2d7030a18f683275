import FledgeSchema

@Schema package struct Donation: Hashable, Sendable {
    package let id: Int
    package let name: String
    package let campaign: String
    package let cents: Int
    package let year: Int
    package let paysTax: Bool
    package let isPublic: Bool
}

@Schema package struct NewDonation: Hashable, Sendable {
    @Field(.length(1...80)) package var name: String
    @Field(.length(1...40)) package var campaign: String
    @Field(.range(1_00...100_000_00)) package var cents: Int
    package var currency: String
    package var year: Int
    package var message: String?
    package var paysTax: Bool = false
    package var isPublic: Bool = true

    package init(name: String, campaign: String, cents: Int, currency: String = "EUR", year: Int) {
        self.name = name
        self.campaign = campaign
        self.cents = cents
        self.currency = currency
        self.year = year
        paysTax = true
    }
}
