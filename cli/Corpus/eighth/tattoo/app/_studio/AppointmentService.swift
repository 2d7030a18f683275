import Foundation

/// Who is tattooed by whom, and when.
actor AppointmentService {
    private let artists: Set<String>
    private var appointments: [Int: Appointment] = [:]

    init(artists: Set<String>) {
        self.artists = artists
    }

    func isArtist(_ name: String) -> Bool {
        artists.contains(name)
    }

    func ask(_ new: NewAppointment) throws -> Appointment {
        let clashes = appointments.values.contains {
            $0.artist == new.artist && $0.from < new.until && new.from < $0.until
        }
        guard !clashes else { throw StudioError.busy(new.artist) }
        let appointment = Appointment(
            id: appointments.count + 1, artist: new.artist, client: new.client, from: new.from,
            until: new.until)
        appointments[appointment.id] = appointment
        return appointment
    }

    func find(_ id: Int) throws -> Appointment {
        guard let appointment = appointments[id] else { throw StudioError.noAppointment(id) }
        return appointment
    }

    /// Fifty francs make an appointment firm.
    func paid(_ francs: Int, for id: Int) throws -> Appointment {
        var appointment = try find(id)
        guard appointment.state != .done else { throw StudioError.wrongState(.done) }
        appointment.paid += francs
        if appointment.paid >= 50 { appointment.state = .confirmed }
        appointments[id] = appointment
        return appointment
    }

    func agenda(of artist: String?, from: Date, until: Date) -> [Appointment] {
        appointments.values
            .filter { (artist == nil || $0.artist == artist) && $0.from >= from && $0.from < until }
            .sorted { $0.from < $1.from }
    }
}
