import Foundation

package protocol Mailer: Sendable {
    func send(_ text: String, to address: String) async throws
}

/// Hands mails to the relay in the rack.
package struct SMTPMailer: Mailer {
    private let host: String

    package init(host: String) { self.host = host }

    package func send(_ text: String, to address: String) async throws {
        guard let url = URL(string: "http://\(host):8025/send?to=\(address)") else {
            throw URLError(.badURL)
        }
        var request = URLRequest(url: url)
        request.httpMethod = "POST"
        request.httpBody = Data(text.utf8)
        _ = try await URLSession.shared.data(for: request)
    }
}
