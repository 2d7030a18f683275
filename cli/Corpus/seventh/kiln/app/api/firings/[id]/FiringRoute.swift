import Fledge

@Route struct FiringRoute {
    let firings: FiringService

    /// One firing, as JSON or as a line for the whiteboard.
    func GET(id: Int, accept: Header<String>?) async throws -> Response {
        let firing = try await firings.find(id)
        guard accept?.value.contains("text/plain") == true else { return Response.json(firing) }
        let state = firing.state == .open ? "load until \(firing.loads)" : firing.state.rawValue
        return Response.text("#\(firing.id) \(firing.kiln) \(firing.peak) °C, \(state)\n")
    }
}
