import Fledge

/// What the forge tells: somebody has pushed.
struct HookService: Sendable {
    let secret: Secret
    let builds: BuildService

    /// Starts a build, if the forge has signed what it says.
    func receive(_ body: String, headers: Fields) async throws -> Build? {
        guard let token = headers["X-Forge-Token"], Secret(token) == secret else { return nil }
        let ref = try JSONReader.decode(Push.self, from: body).ref
        return try await builds.start(ref.split(separator: "/").last.map(String.init) ?? ref)
    }
}

@Schema struct Push { var ref: String }
