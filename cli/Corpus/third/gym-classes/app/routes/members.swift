import Fledge
import FledgeData

func memberRouter(_ router: Router, _ c: Container) {
    router.post("/") { req in
        let new = try await req.json(NewMember.self)
        if !new.email.contains("@") || new.name.isEmpty || new.name.count > 80 {
            throw Problem(.unprocessableContent, "A name and an address, please.")
        }
        let member = try await c.members.join(new)
        return Created(member, at: "/members/\(member.id)")
    }

    router.get("/:id") { req in
        try await c.members.find(req.parameter("id", as: Int.self))
    }

    router.get("/:id/mates") { req in
        let wanted = try req.parameter("id", as: Int.self)
        let course = try await c.schedule.one(wanted)
        var rows: [String] = []
        for entry in try await c.bookings.repo.bookings(of: course.id) {
            guard let person = try await c.bookings.repo.member(entry.memberID) else { continue }
            let sign = person.plan == "gold" ? "*" : " "
            let row = sign + person.name.uppercased() + " <" + person.email + ">"
            if !rows.contains(row) { rows.append(row) }
        }
        rows.sort()
        return rows.joined(separator: "\n")
    }

    router.delete("/:id/bookings") { req in
        let id = try req.parameter("id", as: Int.self)
        let gone = try await c.db.execute("DELETE FROM bookings WHERE member_id = \(id)")
        return Response(gone.changes > 0 ? .noContent : .notFound)
    }
}
