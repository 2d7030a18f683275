import FledgeData
import FledgeSchema
import Foundation

@Schema enum Coat: String { case smooth, wire, double }

@Schema struct NewAppointment {
    var owner: Int
    var dog: String
    var kilograms: Int
    var coat: Coat
    var start: Date
}

@Schema struct Appointment: Codable {
    let id: Int
    let owner: Int
    let dog: String
    let start: Date
    let price: Int
}

struct CalendarService: Sendable {
    let store: AppointmentStore
    let now: @Sendable () -> Date

    func list(offset: Int, limit: Int) async throws -> ([Appointment], Int) {
        try await (store.page(offset: offset, limit: limit), store.count())
    }

    func find(_ id: Int) async throws -> Appointment? { try await store.find(id) }

    func add(_ new: NewAppointment, price: Int) async throws -> Appointment {
        try await store.add(new, price: price)
    }

    func cancel(_ id: Int, fee: Int) async throws { try await store.cancel(id, fee: fee) }
}

struct AppointmentStore: Sendable {
    let database: Database

    func page(offset: Int, limit: Int) async throws -> [Appointment] {
        try await database.query(
            "SELECT * FROM appointments ORDER BY start LIMIT \(limit) OFFSET \(offset)",
            as: Appointment.self)
    }

    func count() async throws -> Int {
        try await database.one("SELECT count(*) FROM appointments", as: Int.self)
    }

    func find(_ id: Int) async throws -> Appointment? {
        try await database.first(
            "SELECT * FROM appointments WHERE id = \(id)", as: Appointment.self)
    }

    func add(_ new: NewAppointment, price: Int) async throws -> Appointment {
        try await database.one(
            """
            INSERT INTO appointments (owner, dog, start, price)
            VALUES (\(new.owner), \(new.dog), \(new.start), \(price)) RETURNING *
            """, as: Appointment.self)
    }

    func cancel(_ id: Int, fee: Int) async throws {
        try await database.execute("UPDATE appointments SET price = \(fee) WHERE id = \(id)")
    }
}
