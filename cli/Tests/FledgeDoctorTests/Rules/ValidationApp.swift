// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// A choir that people ask to join, with one handler that has the body of a row.
enum ChoirApp {
    private static let services = """
        import FledgeSchema

        @Schema struct Singer { var id: Int; var name: String; var voice: Int; var tags: [String] }
        @Schema struct Part { var title: String; var bars: Int }
        @Schema struct Audition {
            var name: String
            var email: String
            var phone: String?
            var voice: Int
            var years: Int
            var tags: [String]
            var parts: [Part]
            var from: Int
            var to: Int
        }
        enum ChoirError: Error { case full, nameTooLong, invalid(String) }
        struct SingerService: Sendable {
            func list() async throws -> [Singer] { [] }
            func voices() async throws -> [String] { [] }
            func add(_ new: Audition) async throws -> Singer { throw ChoirError.full }
            func add(name: String) async throws -> Singer { throw ChoirError.full }
        }
        """

    /// The handler's body, and what stands beside the handler after a line `---`.
    static func with(handler source: String) -> [String: String] {
        let parts = source.split(separator: "\n---\n", maxSplits: 1).map(String.init)
        return [
            "app/_services/SingerService.swift": services,
            "app/auditions/AuditionsRoute.swift": """
            import Fledge

            @Route struct AuditionsRoute {
                let singers: SingerService
                private static let voices = ["alto", "bass"]

                func POST(body: Audition, page: Int) async throws -> Singer {
            \(parts[0])
                    return try await singers.add(body)
                }
            }
            \(parts.count > 1 ? parts[1] : "")
            """,
        ]
    }
}
