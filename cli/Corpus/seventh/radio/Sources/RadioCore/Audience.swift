import Foundation

/// Who counts the listeners.
package protocol Audience: Sendable {
    func listeners() async throws -> Int
}

/// The status page of an Icecast server.
package struct IcecastAudience: Audience {
    private let host: String

    package init(host: String) { self.host = host }

    package func listeners() async throws -> Int {
        guard let url = URL(string: "http://\(host)/status-json.xsl") else {
            throw URLError(.badURL)
        }
        let (data, _) = try await URLSession.shared.data(from: url)
        return try JSONDecoder().decode(Status.self, from: data).listeners
    }

    private struct Status: Decodable { var listeners: Int }
}
