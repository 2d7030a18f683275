import Fledge

@Controller struct RoomController {
    let stays: StayService

    /// The stretches of nights that are free, as texts: `3-7`.
    @GET("/:room/free") func free(room: Int, from: Int, nights: Int = 30) async throws -> [String] {
        let taken = try await stays.occupied(room)
        var stretches: [String] = []
        var begin: Int? = nil
        for night in from...(from + nights) {
            let isFree = !taken.contains(night) && night < from + nights
            if isFree, begin == nil {
                begin = night
            } else if !isFree, let first = begin {
                let last = night - 1
                stretches.append(first == last ? "\(first)" : "\(first)-\(last)")
                begin = nil
            }
        }
        return stretches
    }

    @POST("/:room/stays") func book(room: Int, body: NewStay) async throws -> Created<Stay> {
        if !(1...6 ~= body.guests) || body.name.count < 2 || body.name.count > 80 {
            throw Problem(.unprocessableContent, "One to six guests, and a name.", code: "stay")
        }
        let stay = try await stays.book(body, room: room)
        return Created(stay, at: "/rooms/\(room)/stays/\(stay.id)")
    }

    @DELETE("/:room/stays/:id") func leave(room: Int, id: Int) async throws { try await stays.end(id, in: room) }
}
