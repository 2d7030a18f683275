import Fledge

@Schema struct NewParcel: Sendable {
    @Field(.pattern("^PT[0-9]{8}$")) var number: String
    var speed: String
    var grams: Int
}

@Route struct ParcelsRoute {
    let parcels: ParcelService

    func POST(body: NewParcel) async throws -> Created<Parcel> {
        if !["standard", "express"].contains(body.speed) || body.grams < 1 || body.grams > 31_500 {
            throw Problem(.unprocessableContent, "Standard or express, up to 31.5 kg.", code: "parcel")
        }
        let parcel = try await parcels.send(body.number, speed: body.speed, grams: body.grams)
        return Created(parcel, at: "/track/\(parcel.number)")
    }
}
