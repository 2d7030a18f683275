import Fledge

@Controller struct PatientController {
    let patients: PatientService
    let slots: SlotService

    @POST func register(body: NewPatient) async throws -> Created<Patient> {
        guard body.phone.count >= 7 && body.phone.count <= 15 else {
            throw Problem(.unprocessableContent, "A phone number has 7 to 15 digits.")
        }
        guard !body.name.isEmpty else { throw Problem(.unprocessableContent, "A name, please.") }
        let patient = try await patients.register(body)
        return Created(patient, at: "/patients/\(patient.name)")
    }

    @GET("/:name/calendar") func calendar(name: String) async throws -> [Day] {
        let mine = try await patients.booked(by: name)
        var grouped: [Int: [Slot]] = [:]
        for appointment in mine {
            grouped[appointment.start / 1440, default: []].append(appointment)
        }
        var result: [Day] = []
        for date in grouped.keys.sorted() {
            let ordered = (grouped[date] ?? []).sorted { $0.start < $1.start }
            let times = ordered.map { appointment in
                let offset = appointment.start % 1440
                return "\(offset / 60):\(offset % 60 < 10 ? "0" : "")\(offset % 60)"
            }
            result.append(Day(day: date, hours: times))
        }
        return result
    }

    @GET("/:name") func show(name: String) async throws -> Patient {
        guard let patient = try await patients.find(name) else {
            throw Problem(.notFound, "Nobody called \(name) is registered.")
        }
        return patient
    }
}
