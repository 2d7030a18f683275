import Fledge

@Route struct StatusRoute {
    let machines: MachineService

    /// The page behind the QR code on the door.
    func GET() async throws -> HTML {
        let rows = try await machines.all().map { machine in
            let wait = machines.minutesLeft(machine)
            let text = wait > 0 ? "\(wait) min" : "free"
            return "<li class=\"\(wait > 0 ? "busy" : "free")\">\(machine.id): \(text)</li>"
        }
        return HTML("<ul>\(rows.joined())</ul>")
    }
}
