// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What an app says it is: the file of `FLEDGE_DESCRIBE` (FledgeCore's `AppDescription`).
struct AppDescription: Codable, Hashable, Sendable {
    /// The form that this command reads.
    static let format = 1

    struct Limits: Codable, Hashable, Sendable {
        var body: Int
        var handlerSeconds: Double
        var requestsInFlight: Int
        var connections: Int
    }

    struct Access: Codable, Hashable, Sendable {
        var schemes: [String]
        var isOptional: Bool
    }

    struct Route: Codable, Hashable, Sendable {
        /// Nil answers any method.
        var method: String?
        var path: String
        var name: String?
        var handler: String?
        var summary: String?
        /// Module and file: `Shop/OrdersRoute.swift`; a path once the file is found.
        var file: String
        var line: Int
        var middleware: [String]
        var access: [Access]
        var bodyLimit: Int
        var isProbe: Bool
        var isDocumented: Bool
    }

    struct Explanation: Codable, Hashable, Sendable {
        struct Outcome: Codable, Hashable, Sendable {
            /// What is answered: 200 stands for the route's own status.
            var status: Int
            var route: Int?
            var captures: [String: String]?
            var allow: [String]?
            var location: String?
        }

        struct Candidate: Codable, Hashable, Sendable {
            var route: Int
            var fittingSegments: Int
            var reason: String?
        }

        var method: String
        var path: String
        var segments: [String]
        var trailingSlash: String
        var outcome: Outcome
        var candidates: [Candidate]
    }

    var mode: String
    var limits: Limits
    var routes: [Route]
    var explanation: Explanation?

    /// Asks a build.
    ///
    /// - Parameters:
    ///   - program: The app's program, with the environment that it runs in.
    ///   - request: A request to explain, such as `GET /users/me`.
    /// - Returns: What it says.
    /// - Throws: ``CommandError`` when the app does not say, or not in a form that is known here.
    static func ask(
        _ program: Program, explaining request: String? = nil
    ) async throws -> AppDescription {
        let order = AppOrder(
            variables: request.map { ["FLEDGE_EXPLAIN": $0] } ?? [:],
            fileVariable: "FLEDGE_DESCRIBE", purpose: "say what its routes are")
        let data = try await order.carryOut(with: program)
        struct Format: Decodable { var format: Int }
        let decoder = JSONDecoder()
        guard let format = try? decoder.decode(Format.self, from: data).format,
            format == Self.format,
            let description = try? decoder.decode(AppDescription.self, from: data)
        else {
            throw CommandError(
                "The app describes itself in a form that this command does not know.",
                remedy: "Install the command of the same version: scripts/install of that Fledge.")
        }
        return description
    }

    /// A line for each route: method, path, where it is.
    var table: [String] {
        let shown = routes.filter { !$0.isProbe }
        let methods = shown.map { ($0.method ?? "any").count }.max() ?? 0
        let paths = min(48, shown.map(\.path.count).max() ?? 0)
        return shown.map { route in
            let method = (route.method ?? "any").padded(to: methods)
            return "\(method)  \(route.path.padded(to: paths))  \(route.file):\(route.line)"
        }
    }

    /// Puts the paths of files, from where the command was called, where the app says their module.
    mutating func resolveFiles(in root: String, from directory: String) {
        let sources = SourceFiles(root)
        for index in routes.indices {
            guard let path = sources.path(of: routes[index].file) else { continue }
            routes[index].file = Paths.display("\(root)/\(path)", from: directory)
        }
    }
}
