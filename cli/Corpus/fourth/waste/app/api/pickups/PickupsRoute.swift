import Fledge

@Schema struct NewPickup {
    var household: Int
    var postcode: String
    @Field(.items(1...8)) var items: [String]
    @Field(.range(2020...2100)) var year: Int
}

@Route struct PickupsRoute {
    let pickups: PickupService

    /// Orders that something bulky is fetched.
    func POST(body: NewPickup) async throws -> Created<Pickup> {
        guard body.postcode.count == 5, body.postcode.allSatisfy({ "0"..."9" ~= $0 }) else {
            throw Problem(.unprocessableContent, "A postcode has five digits.", code: "postcode")
        }
        let earlier = try await pickups.all(of: body.household)
        let isFree = earlier.filter { $0.year == body.year }.count < 2
        let fee = isFree ? 0 : 25_00 + body.items.count * 2_50
        let pickup = try await pickups.add(body, fee: fee)
        return Created(pickup, at: "/api/pickups/\(pickup.id)")
    }
}
