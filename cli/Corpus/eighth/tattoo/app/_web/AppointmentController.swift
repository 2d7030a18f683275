import Fledge
import Foundation

@Controller struct AppointmentController {
    let appointments: AppointmentService

    /// Asks for a date.
    @POST func ask(body: NewAppointment) async throws -> Created<Appointment> {
        guard body.from < body.until else {
            throw Problem(.unprocessableContent, "It must end after it begins.", code: "order")
        }
        guard await appointments.isArtist(body.artist) else {
            throw StudioError.noArtist(body.artist)
        }
        let appointment = try await appointments.ask(body)
        return Created(appointment, at: "/appointments/\(appointment.id)")
    }

    @GET("/:id") func show(id: Int) async throws -> Appointment {
        try await appointments.find(id)
    }

    /// The agenda of a day or of a week, of all artists or of one.
    @GET func agenda(day: Date, week: Bool = false, artist: String?) async throws -> [Appointment] {
        let length = week ? 7.0 : 1.0
        let end = day.addingTimeInterval(length * 86_400)
        return await appointments.agenda(of: artist, from: day, until: end)
    }
}
