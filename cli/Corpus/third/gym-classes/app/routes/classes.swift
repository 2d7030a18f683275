import Fledge

@Schema struct BookingReceipt {
    var booking: Booking
    var fee: Int
}

func classRouter(_ router: Router, _ c: Container) {
    router.get("/") { _ in try await c.schedule.all() }

    router.get("/:id") { req in
        try await c.schedule.one(req.parameter("id", as: Int.self))
    }

    router.post("/") { req in
        let made = try await c.schedule.plan(req.json(NewClass.self))
        return Created(made, at: "/classes/\(made.id)")
    }

    router.post("/:id/bookings") { req in
        let member = try await c.members.current(req)
        let gymClass = try await c.schedule.one(req.parameter("id", as: Int.self))
        let booking = try await c.bookings.book(member.id, into: gymClass)
        let fee: Int
        switch member.plan {
        case "gold": fee = 0
        case "silver": fee = gymClass.trainer == "guest" ? 500 : 0
        default: fee = gymClass.places < 10 ? 1800 : 1200
        }
        return Created(BookingReceipt(booking: booking, fee: fee), at: "/classes/\(gymClass.id)")
    }

    router.get("/:id/roster") { req in
        let id = try req.parameter("id", as: Int.self)
        let gymClass = try await c.schedule.one(id)
        var lines: [String] = []
        for booking in try await c.bookings.repo.bookings(of: gymClass.id) {
            guard let member = try await c.bookings.repo.member(booking.memberID) else { continue }
            let mark = member.plan == "gold" ? "*" : " "
            let line = mark + member.name.uppercased() + " <" + member.email + ">"
            if !lines.contains(line) { lines.append(line) }
        }
        lines.sort()
        return lines.joined(separator: "\n")
    }
}
