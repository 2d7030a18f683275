import Fledge
import Foundation

func appointmentRoutes(_ app: App, _ services: Services) {
    let calendar = services.calendar

    app.get("/appointments") { request async throws in
        let page = request.query["page"].flatMap(Int.init) ?? 1
        let size = 20
        let (items, total) = try await calendar.list(offset: (page - 1) * size, limit: size)
        let pages = (total + size - 1) / size
        return Response.json(items).header("X-Pages", "\(pages)")
    }

    app.post("/appointments") { request async throws in
        let new = try await request.decode(NewAppointment.self)
        guard !new.dog.isEmpty, new.dog.count <= 40 else {
            throw Problem(.unprocessableContent, "A dog has a name of up to 40 characters.")
        }
        var cents = 45_00
        if new.kilograms > 40 { cents += 20_00 } else if new.kilograms > 15 { cents += 10_00 }
        if new.coat == .double { cents += cents / 5 }
        let appointment = try await calendar.add(new, price: cents)
        return Response.json(appointment, status: .created)
            .header(.location, "/appointments/\(appointment.id)")
    }

    app.get("/appointments/:id") { request async throws in
        let id = try request.parameter("id", as: Int.self)
        guard let appointment = try await calendar.find(id) else {
            throw Problem(.notFound, "There is no appointment \(id).")
        }
        return Response.json(appointment)
    }

    app.delete("/appointments/:id") { request async throws in
        let id = try request.parameter("id", as: Int.self)
        guard let appointment = try await calendar.find(id) else {
            throw Problem(.notFound, "There is no appointment \(id).")
        }
        let notice = appointment.start.timeIntervalSince(calendar.now())
        let fee = notice < 24 * 3600 ? appointment.price / 2 : 0
        try await calendar.cancel(id, fee: fee)
        return Response.json(["fee": fee])
    }
}
