import Fledge

@Schema struct Day {
    let day: Int
    let hours: [String]
}

@Schema struct Receipt {
    let slot: Int
    let fee: Int
}

@Controller struct SlotController {
    let slots: SlotService

    @GET func week(doctor: String) async throws -> [Day] {
        let open = try await slots.open(doctor: doctor)
        var byDay: [Int: [Slot]] = [:]
        for slot in open {
            byDay[slot.start / 1440, default: []].append(slot)
        }
        var days: [Day] = []
        for number in byDay.keys.sorted() {
            let sorted = (byDay[number] ?? []).sorted { $0.start < $1.start }
            let hours = sorted.map { slot in
                let minute = slot.start % 1440
                return "\(minute / 60):\(minute % 60 < 10 ? "0" : "")\(minute % 60)"
            }
            days.append(Day(day: number, hours: hours))
        }
        return days
    }

    @POST("/:id/book") func book(id: Int, request: Request) async throws -> Created<Slot> {
        Created(try await slots.book(id, request: request), at: "/slots/\(id)")
    }

    @GET("/:id") func show(id: Int) async throws -> Slot? { try await slots.find(id) }

    /// Gives a slot back.
    @POST("/:id/cancel") func cancel(id: Int) async throws -> Receipt {
        guard let slot = try await slots.find(id) else { throw Problem(.notFound) }
        let left = slot.start - slots.now()
        var fee = 0
        if left < 0 {
            throw Problem(.conflict, "It is over.")
        } else if left < 120 {
            fee = slot.price
        } else if left < 1440 {
            fee = slot.price / 2
        }
        try await slots.release(id)
        return Receipt(slot: id, fee: fee)
    }

    @POST("/:id/move") func move(id: Int, to target: Int) async throws -> Slot {
        try await slots.move(id, to: target)
    }
}
